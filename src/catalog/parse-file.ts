import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem } from "./problem.ts";

/** A path inside a file: keys and positions. */
export type Path = readonly PropertyKey[];

/** A file that was understood: its value, and where each path of it stands in the file. */
export type Parsed<T> = { file: string; value: T; problemAt: (path: Path, what: string) => Problem };

/** Parses one YAML file with its schema. Every mistake comes back at once, with line and column; the value only when there is none. */
export function parseFile<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): { parsed?: Parsed<z.output<S>>; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const at = (offset: number, what: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, what };
  };
  if (document.errors.length > 0) return { problems: document.errors.map((error) => at(error.pos[0], error.message)) };
  const problemAt = (path: Path, what: string): Problem => at(offsetOf(document, path), what);
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result.success) return { parsed: { file, value: result.data, problemAt }, problems: [] };
  const problems = result.error.issues.map((issue) => problemAt(placeOf(issue), describe(issue)));
  return { problems };
}

/** An unknown key is where it stands, not where the map that holds it begins. */
function placeOf(issue: z.core.$ZodIssue): Path {
  return issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
}

function describe(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join(".");
  return place ? `${place}: ${issue.message}` : issue.message;
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
