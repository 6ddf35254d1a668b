import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Where staff keep conversations, inside the content folder. */
export function transcriptFolder(folder: string): string {
  return join(folder, "transcripts");
}

/** A name without a folder is one of theirs. */
export function transcriptPath(folder: string, word: string): string {
  return /[/\\]/.test(word) ? word : join(transcriptFolder(folder), word);
}

/** Every file they keep there, by name. Hidden files and the lock files of Excel and LibreOffice are none. */
export function transcriptFiles(folder: string): string[] {
  const under = transcriptFolder(folder);
  if (!existsSync(under)) return [];
  const entries = readdirSync(under, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/^(\.|~\$)|\.tmp$/.test(entry.name),
  );
  return entries.map((entry) => join(entry.parentPath, entry.name)).sort();
}
