import type { Guided } from "../../catalog/procedure.ts";
import { type Named, nameRecords } from "../choose-records.ts";
import { indexRow, ministrySlug } from "../index-row.ts";
import type { FullRecord } from "../national-record.ts";
import type { OwnWords } from "./cases.ts";
import { differencesOf } from "./differences.ts";
import { type IndexFile, planIndex } from "./index-files.ts";
import { fileOf, makeGuided, pathOf } from "./make-guided.ts";
import type { Difference, Unclear } from "./report.ts";

/** A guided file as it stands: `guided` is read where a person wrote or changed it. */
export type GuidedFile = { path: string; text: string; codes: string[] } & ({ untouched: true } | { untouched: false; guided: Guided });

/** What a content folder already has. */
export type Standing = { guided: readonly GuidedFile[]; index: readonly IndexFile[] };

/** What an import does: the files it writes, what a person should look at, and how much there is of everything. */
export type Plan = {
  files: Map<string, string>;
  unclear: Unclear[];
  review: Difference[];
  counts: Record<
    "guided" | "indexed" | "questions" | "notes" | "added" | "updated" | "kept" | "rowsAdded" | "rowsUpdated" | "rowsKept",
    number
  >;
};

/** Decides what records change in a folder. What a person wrote is never written over; a record that says otherwise goes to the review. */
export function planImport(records: readonly FullRecord[], standing: Standing, words: OwnWords): Plan {
  const named = nameRecords(records);
  const files = new Map<string, string>();
  const unclear: Unclear[] = [];
  const review: Difference[] = [];
  const counts = { guided: 0, questions: 0, notes: 0, added: 0, updated: 0, kept: 0 };
  const standingOf = new Map(standing.guided.flatMap((file) => file.codes.map((code) => [code, file] as const)));
  const kept = new Set<GuidedFile>();
  for (const each of named) {
    const made = makeGuided(each, words);
    const own = made ? [...made.unclear, ...nameUnclear(each, made.guided)] : [];
    const old = standingOf.get(each.record.code);
    if (made) counts.guided += 1;
    if (!made || (old && !old.untouched)) {
      if (old && !old.untouched && made) review.push(...differencesOf(old.guided, made.guided, each.record));
      if (old && !old.untouched) kept.add(old);
      continue;
    }
    counts.questions += made.guided.questions.length;
    counts.notes += made.guided.notes?.length ?? 0;
    const text = fileOf(made.guided);
    if (old?.text === text) continue;
    files.set(old?.path ?? pathOf(made.guided), text);
    unclear.push(...own);
    counts[old ? "updated" : "added"] += 1;
  }
  const index = planIndex(
    standing.index,
    named.map((each) => ({ row: indexRow(each), file: `index/${ministrySlug(each.record.issuingAgency)}.csv` })),
  );
  for (const [path, text] of index.files) files.set(path, text);
  review.push(...index.differing.flatMap(rowDifferences));
  return {
    files,
    unclear,
    review,
    counts: {
      ...counts,
      kept: kept.size,
      indexed: named.length - counts.guided,
      rowsAdded: index.added,
      rowsUpdated: index.updated,
      rowsKept: index.differing.length,
    },
  };
}

function nameUnclear({ record: { code, title, url, lastSeen }, unnamed, sharesUrl }: Named, guided: Guided): Unclear[] {
  const served = guided.codes[0];
  return [
    ...(unnamed ? [{ code, text: title, why: "records.unclear.name" as const }] : []),
    ...(sharesUrl ? [{ code, text: title, why: "records.unclear.shared-page" as const }] : []),
    ...(served && served.levels.length === 0 ? [{ code, text: lastSeen, why: "records.unclear.level" as const }] : []),
    ...(url !== undefined && !sharesUrl && served && !served.url ? [{ code, text: url, why: "records.unclear.link" as const }] : []),
  ];
}

function rowDifferences({ ours, records }: { ours: Record<string, string>; records: Record<string, string> }): Difference[] {
  return Object.keys(records).flatMap((column) => {
    const [own = "", theirs = ""] = [ours[column], records[column]];
    if (theirs === "" || own === theirs) return [];
    return [{ code: records["code"] ?? "", fact: "records.fact.row" as const, ours: `${column}: ${own}`, records: `${column}: ${theirs}` }];
  });
}
