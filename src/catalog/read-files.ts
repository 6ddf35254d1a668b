import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { largestFile } from "./limits.ts";
import type { Mistaken } from "./mistakes.ts";
import type { Problem } from "./problem.ts";

/** What a folder of content has: files with the ending, in order, and what else is amiss. Paths are inside the content folder, with "/". */
export type Listed = { files: string[]; problems: Problem[] };

type Ending = keyof typeof largestFile;

/* The only place of the catalog that touches the disk. What the disk refuses is a mistake, never an exception: files may vanish while they are read. */

/** Lists the files with this ending under a folder of content. Links are followed; hidden files and those that Excel and editors lay beside are passed over. */
export function listFiles(folder: string, under: string, ending: Ending): Listed {
  const listed: Listed = { files: [], problems: [] };
  listInto(listed, { folder, ending, seen: new Set() }, under);
  listed.files.sort();
  return listed;
}

/** The bytes of one file of content. */
export function readBytes(folder: string, file: string): Uint8Array | Mistaken {
  try {
    const path = join(folder, file);
    const { size } = statSync(path);
    const most = largestFile[extname(file) as Ending];
    if (size > most) return { mistake: "file-too-large", values: { size: inMegabytes(size), most: inMegabytes(most) } };
    return readFileSync(path);
  } catch (error) {
    return refused(error);
  }
}

type Walk = { folder: string; ending: Ending; seen: Set<string> };

function listInto(listed: Listed, walk: Walk, under: string): void {
  for (const entry of entriesOf(listed, walk, under)) {
    const file = `${under}/${entry.name}`;
    const kind = kindOf(walk.folder, file, entry);
    if (kind === "folder" && !file.endsWith(walk.ending)) listInto(listed, walk, file);
    else if (kind === "file" && file.endsWith(walk.ending)) listed.files.push(file);
    else if (kind === "folder") listed.problems.push(atStart(file, { mistake: "is-folder", values: {} }));
    else if (kind !== "file") listed.problems.push(atStart(file, kind));
    else if (looksLikeContent(entry.name))
      listed.problems.push(atStart(file, { mistake: "ending-unknown", values: { ending: walk.ending } }));
  }
}

function entriesOf(listed: Listed, { folder, seen }: Walk, under: string): Dirent[] {
  try {
    const path = join(folder, under);
    const real = realpathSync(path);
    if (seen.has(real)) return [];
    seen.add(real);
    return readdirSync(path, { withFileTypes: true }).filter(({ name }) => !/^[.~]/.test(name));
  } catch (error) {
    const reason = codeOf(error);
    const mistaken: Mistaken =
      reason === "ENOENT"
        ? { mistake: "folder-missing", values: { folder: under } }
        : { mistake: "folder-unreadable", values: { folder: under, reason } };
    listed.problems.push(atStart(under, mistaken));
    return [];
  }
}

/** A file or a folder, also behind a link; else why it is none. */
function kindOf(folder: string, file: string, entry: Dirent): "file" | "folder" | Mistaken {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  try {
    const behind = statSync(join(folder, file));
    if (behind.isDirectory()) return "folder";
    return behind.isFile() ? "file" : { mistake: "not-a-file", values: {} };
  } catch (error) {
    const lost = codeOf(error) === "ENOENT" || codeOf(error) === "ELOOP";
    return lost ? { mistake: "dangling-link", values: {} } : refused(error);
  }
}

/** Somebody meant this to be read: .yml, .YAML, .yaml.txt, an Excel file. A README or a picture may lie here. */
function looksLikeContent(name: string): boolean {
  return /\.(ya?ml|csv|xlsx?|ods)(\.txt)?$/i.test(name);
}

function refused(error: unknown): Mistaken {
  const reason = codeOf(error);
  if (reason === "ENOENT" || reason === "ENOTDIR") return { mistake: "file-missing", values: {} };
  if (reason === "EISDIR") return { mistake: "is-folder", values: {} };
  if (reason === "EACCES" || reason === "EPERM") return { mistake: "no-permission", values: {} };
  return { mistake: "file-unreadable", values: { reason } };
}

/** The system's name for what went wrong, such as ENOENT. What has none is our own mistake. */
function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error) return String(error.code);
  throw error;
}

function atStart(file: string, mistaken: Mistaken): Problem {
  return { file, line: 1, column: 1, ...mistaken };
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
