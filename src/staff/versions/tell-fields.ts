import type { StaffSay } from "../../wording/staff-words.ts";
import { changedFields, type FieldChange, saidBy } from "./changed-fields.ts";

/** A longer text is cut; the file has it whole. */
const atMost = { characters: 70, lines: 12 };

/** Two states of a file. `code`: only that row of a table. */
export type TwoStates = { path: string; code?: string | undefined; before: Buffer | undefined; after: Buffer | undefined };

/** What changed in a file, in words, a line a place. */
export function tellFields({ path, code, before, after }: TwoStates, say: StaffSay): string[] {
  if (!before || !after) return [];
  const [old, young] = [saidBy(path, before, code), saidBy(path, after, code)];
  if (old === undefined || young === undefined) return [say("versions.unreadable")];
  const changes = changedFields(old, young);
  const more = changes.length - atMost.lines;
  return [
    ...changes.slice(0, atMost.lines).map((change) => tell(change, say)),
    ...(more > 0 ? [say("versions.more-fields", { count: more })] : []),
  ];
}

function tell({ kind, field, from, to }: FieldChange, say: StaffSay): string {
  const differs = firstDifference(from ?? "", to ?? "");
  return say(`versions.field.${kind}`, { field, from: quote(from, differs), to: quote(to, differs) }).trim();
}

/** A long text from a little before the place where it differs. */
function quote(text: string | undefined, differs: number): string {
  if (text === undefined) return "";
  const { characters } = atMost;
  const from = text.length > characters && differs > characters / 2 ? text.lastIndexOf(" ", differs - characters / 4) + 1 : 0;
  const part = text.slice(from, from + characters);
  return `"${from > 0 ? "…" : ""}${part}${from + characters < text.length ? "…" : ""}"`;
}

function firstDifference(one: string, other: string): number {
  if (one === "" || other === "") return 0;
  const at = [...one].findIndex((letter, position) => other[position] !== letter);
  return at < 0 ? one.length : at;
}
