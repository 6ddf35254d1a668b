import { writeWhole } from "../write-whole.ts";

/** Writes a file whole or not at all. Why it cannot be written, such as EACCES; undefined when it was. */
export function keepFile(path: string, content: string | Buffer): string | undefined {
  try {
    writeWhole(path, content);
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
}
