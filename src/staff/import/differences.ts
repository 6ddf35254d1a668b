import { compareRows } from "../../catalog/compare.ts";
import type { Guided } from "../../catalog/procedure.ts";
import type { FullRecord } from "../national-record.ts";
import type { Difference } from "./report.ts";
import { flat } from "./words-of.ts";

/** What a newer record says otherwise than a guided file that a person wrote: papers by their fingerprints, name, fee, time, law, link. A fact that the record lacks is no difference. */
export function differencesOf(ours: Guided, imported: Guided, record: FullRecord): Difference[] {
  const { code } = record;
  const of = (fact: Difference["fact"], own: string, records: string): Difference[] => [{ code, fact, ours: own, records }];
  const rows = compareRows({ ...ours, codes: ours.codes.filter((served) => served.code === code) }, new Map([[code, record]]));
  const single = ours.codes.length === 1;
  const fresh = rows.flatMap(({ kind, text }) => (kind === "missing" ? of("records.fact.papers-new", "", text) : []));
  const gone = rows.flatMap(({ kind, row }) =>
    kind === "left over" && single ? of("records.fact.papers-gone", placeOf(ours, row), "") : [],
  );
  const url = imported.codes[0]?.url;
  const ownUrl = ours.codes.find((served) => served.code === code)?.url;
  const newLaw = imported.law.filter((law) => !ours.law.includes(law));
  return [
    ...fresh,
    ...gone,
    ...(sameName(ours.name.vi, imported.name.vi) || !single ? [] : of("records.fact.name", ours.name.vi, imported.name.vi)),
    ...(feeSaid(imported).every((fee) => feeSaid(ours).includes(fee))
      ? []
      : of("records.fact.fee", feeSaid(ours).join("; "), feeSaid(imported).join("; "))),
    ...(timesSaid(imported).every((time) => timesSaid(ours).some((own) => own.includes(time)))
      ? []
      : of("records.fact.time", timesSaid(ours).join("; "), timesSaid(imported).join("; "))),
    ...(newLaw.length > 0 ? of("records.fact.law", ours.law.join(", "), newLaw.join(", ")) : []),
    ...(url !== undefined && url !== ownUrl ? of("records.fact.url", ownUrl ?? "", url) : []),
  ];
}

/** Where our file put a row that the record no longer has. */
function placeOf({ rows }: Guided, row: string): string {
  return [rows[row] ?? row].flat().join(", ");
}

function sameName(ours: string, records: string): boolean {
  const bare = (name: string): string =>
    flat(name)
      .toLowerCase()
      .replace(/^thủ tục /, "");
  return bare(ours) === bare(records);
}

/** The amounts of a fee; what is only quoted is nothing that can be compared. */
function feeSaid({ fee }: Guided): string[] {
  return fee.kind === "amounts" ? fee.amounts.map(({ vnd }) => String(vnd)) : [];
}

function timesSaid({ time = [] }: Guided): string[] {
  return time.map(({ text }) => flat(text.vi).toLowerCase().replace(/^.*: /, ""));
}
