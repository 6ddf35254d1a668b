import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, isMap, isSeq, parseDocument } from "yaml";

/** Files that a content folder needs beside its procedures, to be copied; and how often one of them named a code that the new folder will not have. */
export type BaseFiles = { files: Map<string, string>; leftOut: { path: string; count: number }[]; missing: string[] };

const needed = ["provinces", "words.yaml", "life-events.yaml", "everyday-names"];

/** What a new content folder takes over from another: provinces, words, life events and everyday names, as far as `knows` has their codes. What the folder already has stays. */
export function baseFiles(from: string, to: string, knows: ReadonlySet<string>): BaseFiles {
  const base: BaseFiles = { files: new Map(), leftOut: [], missing: [] };
  for (const name of needed) {
    if (existsSync(join(to, name))) continue;
    if (!existsSync(join(from, name))) base.missing.push(join(from, name));
    else for (const path of pathsOf(from, name)) take(base, path, withoutUnknown(path, readFileSync(join(from, path), "utf8"), knows));
  }
  return base;
}

function pathsOf(from: string, name: string): string[] {
  return name.endsWith(".yaml") ? [name] : readdirSync(join(from, name)).map((file) => join(name, file));
}

function take({ files, leftOut }: BaseFiles, path: string, { text, count }: { text: string; count: number }): void {
  files.set(path, text);
  if (count > 0) leftOut.push({ path, count });
}

/** The text of a file without what it says of unknown codes; as it stands when it names none. */
function withoutUnknown(path: string, text: string, knows: ReadonlySet<string>): { text: string; count: number } {
  if (!path.startsWith("everyday-names") && path !== "life-events.yaml") return { text, count: 0 };
  const document = parseDocument(text);
  const count = path === "life-events.yaml" ? dropSteps(document, knows) : dropNames(document, knows);
  return count === 0 ? { text, count } : { text: document.toString({ lineWidth: 0 }), count };
}

function dropNames({ contents }: Document.Parsed, knows: ReadonlySet<string>): number {
  if (!isMap(contents)) return 0;
  const before = contents.items.length;
  contents.items = contents.items.filter(({ key }) => knows.has(String(key)));
  return before - contents.items.length;
}

/** A life event without a step that is known goes as a whole. */
function dropSteps({ contents }: Document.Parsed, knows: ReadonlySet<string>): number {
  if (!isSeq(contents)) return 0;
  let dropped = 0;
  for (const event of contents.items) {
    const steps = isMap(event) ? event.get("steps") : undefined;
    if (!isSeq(steps)) continue;
    const before = steps.items.length;
    steps.items = steps.items.filter((step) => isMap(step) && knows.has(String(step.get("code"))));
    dropped += before - steps.items.length;
  }
  contents.items = contents.items.filter((event) => {
    const steps = isMap(event) ? event.get("steps") : undefined;
    return !isSeq(steps) || steps.items.length > 0;
  });
  return dropped;
}
