import { basename, join, normalize, sep } from "node:path";
import { codeSchema } from "../../catalog/text.ts";
import { bytesOf, contentFiles } from "./content-files.ts";

/** Official names are long: 5 % have more than 49 words. */
const titleLength = 70;

/** A file of the content, by what staff call it: its path, in or with the content folder, or the code of a procedure. `once`: paths of files that may be gone by now. */
export function findFile(folder: string, word: string, once: readonly string[] = []): { path: string; code?: string } | undefined {
  const now = contentFiles(folder);
  const paths = [...now, ...once];
  if (!codeSchema.safeParse(word).success) {
    const asked = normalize(word).split(sep).join("/");
    const path = paths.find((one) => one === asked || normalize(join(folder, one)).split(sep).join("/") === asked);
    return path === undefined ? undefined : { path };
  }
  const named = paths.find((path) => path.startsWith("procedures/") && basename(path).startsWith(word));
  const path = named ?? now.find((one) => holds(folder, one, "procedures/", word)) ?? now.find((one) => holds(folder, one, "index/", word));
  return path === undefined ? undefined : { path, code: word };
}

/** What people call a file: the code and name of its procedure, else its path. `bytes` when it is not in the folder any more. */
export function titleOf(path: string, bytes: Buffer | undefined): string {
  const name = /^name: *(?:\{ *)?(?:\n? *)vi: *("(?:[^"\\]|\\.)*"|[^,}\n]+)/m.exec(bytes?.toString("utf8") ?? "")?.[1];
  const code = /^\d\.\d{6}/.exec(basename(path))?.[0];
  if (!name || !path.startsWith("procedures/")) return path;
  const title = `${code ?? ""} ${name.replace(/^"|"$/g, "").trim()}`.trim();
  return title.length > titleLength ? `${title.slice(0, titleLength)}…` : title;
}

function holds(folder: string, path: string, under: string, code: string): boolean {
  return path.startsWith(under) && (bytesOf(join(folder, path))?.includes(code) ?? false);
}
