import type { TextKind } from "../../catalog/lint-list.ts";
import type { Path } from "./content-shelf.ts";

/** A sentence or link of a file: what it is for, where it stands, and the id of the paper, question or note around it. */
export type Written = { kind: TextKind; text: string; path: Path; id: string };

/** Which keys of a file hold which kind of text; the longest that fits decides. A key that is not named holds what citizens say, or no text. */
type Kinds = Readonly<Record<string, TextKind>>;

export const guidedKinds: Kinds = {
  name: "name",
  place: "place",
  "codes.url": "link",
  papers: "note",
  "papers.name": "paper",
  "papers.inFull": "paper",
  "papers.heading": "paper",
  "papers.instead": "paper",
  "papers.form": "paper",
  "papers.from": "place",
  questions: "question",
  lookedUp: "note",
  notes: "note",
  who: "note",
  time: "note",
  result: "note",
  steps: "note",
  returns: "note",
  online: "note",
  fee: "note",
};
export const provinceKinds: Kinds = { name: "name", counters: "place", portals: "note", "portals.url": "link" };
export const lifeEventKinds: Kinds = { name: "note", steps: "note" };
export const wordKinds: Kinds = { "elsewhere.say": "note" };

/** Every sentence and link of a file's value, in order. */
export function textsOf(value: unknown, kinds: Kinds, path: Path = [], id = ""): Written[] {
  if (typeof value === "string") {
    const kind = holdsText(path) ? kindAt(path, kinds) : undefined;
    return kind ? [{ kind, text: value, path, id }] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  const within = "id" in value && typeof value.id === "string" ? value.id : id;
  const parts: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return parts.flatMap(([key, part]) => textsOf(part, kinds, [...path, key], within));
}

/** Where a sentence has Vietnamese and no English. */
export function withoutEnglish(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  if ("vi" in value && typeof value.vi === "string") return "en" in value && value.en !== undefined ? [] : [path];
  const parts: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return parts.flatMap(([key, part]) => withoutEnglish(part, [...path, key]));
}

/** Sentences stand under a language, a form under its name; ids, ways and conditions are no texts. */
function holdsText(path: Path): boolean {
  const [before, last] = path.slice(-2);
  return last === "vi" || last === "en" || last === "url" || (before === "form" && last === "name");
}

function kindAt(path: Path, kinds: Kinds): TextKind | undefined {
  const keys = path.filter((key) => typeof key === "string");
  const lengths = [...keys.keys()].map((at) => keys.length - at);
  const named = lengths.map((length) => keys.slice(0, length).join(".")).find((key) => key in kinds);
  return named === undefined ? undefined : kinds[named];
}
