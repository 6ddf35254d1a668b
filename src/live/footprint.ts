import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * What a folder looks like from outside: name, size and time of every file, links followed. It changes when a file is saved, and also when a
 * link is turned to another folder (a ConfigMap, a release folder), which no watcher reports. A folder that is gone is "".
 */
export async function footprint(folder: string): Promise<string> {
  try {
    const entries = await readdir(folder, { recursive: true });
    const visible = entries.filter((entry) => !entry.split("/").some((part) => part.startsWith("."))).sort();
    const lines: string[] = [];
    for (const entry of visible) {
      const { ino, size, mtimeMs } = await stat(join(folder, entry));
      lines.push(`${entry} ${ino} ${size} ${mtimeMs}`);
    }
    return lines.join("\n");
  } catch (error) {
    if (error instanceof Error && "code" in error) return "";
    throw error;
  }
}
