import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

const folder = join(import.meta.dirname, "page");
const served = new Set([".js", ".css", ".svg"]);

/** A file of the page as it is sent; `type` is its ending, such as ".js". */
export type PageFile = { type: string; body: string };

/** The files that browsers load, by name; read once. The only place of this channel that touches the disk. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const names = readdirSync(folder).filter((name) => served.has(extname(name)));
  return new Map(names.map((name) => [name, { type: extname(name), body: readText(name) }]));
}

/** What stands inside the chat page's html element, with places such as {{page.title}} to be filled. */
export function readTemplate(): string {
  return readText("chat.html");
}

function readText(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}
