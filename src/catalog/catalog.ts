import type { EverydayNames } from "./everyday-names.ts";
import type { Known } from "./known.ts";
import type { LifeEvent } from "./life-event.ts";
import type { Guided } from "./procedure.ts";
import type { Province } from "./province.ts";
import type { Text } from "./text.ts";
import type { Words } from "./words.ts";

/** A procedure of the catalog: one the guide can walk through, or one known by its facts only. */
export type Procedure =
  | { kind: "guided"; code: string; guided: Guided; known: Known | undefined }
  | { kind: "known"; code: string; known: Known; calledToo: readonly string[]; details?: Details };

/** Texts of a procedure that only the search reads, where its whole record is at hand. */
type Details = { otherNames: string[]; papers: string[]; conditions: string; steps: string; subjects: string[] };

/** Everything the guide knows, read once from content/. */
export type Catalog = {
  /** One entry a code; a guided file that serves several codes stands under its first code only. */
  procedures: ReadonlyMap<string, Procedure>;
  /** A code that a guided file serves besides its first → that first code. */
  sameAs: ReadonlyMap<string, string>;
  provinces: readonly Province[];
  lifeEvents: readonly LifeEvent[];
  words: Words;
};

/** The parts a catalog is made of. */
export type Content = {
  guided: readonly Guided[];
  known: readonly Known[];
  provinces: readonly Province[];
  lifeEvents: readonly LifeEvent[];
  words: Words;
  everydayNames: EverydayNames;
};

/** Puts the content together: a guided procedure replaces the index rows of the codes it serves. */
export function buildCatalog({ guided, known, everydayNames, ...rest }: Content): Catalog {
  const facts = new Map(known.map((row) => [row.code, row]));
  const sameAs = new Map<string, string>();
  const procedures = new Map<string, Procedure>();
  for (const procedure of guided) {
    const [main, ...others] = procedure.codes.map(({ code }) => code);
    if (main === undefined) continue;
    procedures.set(main, { kind: "guided", code: main, guided: withNames(procedure, everydayNames[main]), known: facts.get(main) });
    for (const code of others) sameAs.set(code, main);
  }
  for (const row of known) {
    if (procedures.has(row.code) || sameAs.has(row.code)) continue;
    const { vi = [], en = [] } = everydayNames[row.code] ?? {};
    procedures.set(row.code, { kind: "known", code: row.code, known: row, calledToo: [...vi, ...en] });
  }
  return { procedures, sameAs, ...rest };
}

/** An imported procedure has no names of its own: what people call its code serves it. */
function withNames(guided: Guided, names: EverydayNames[string] | undefined): Guided {
  return guided.aliases || !names ? guided : { ...guided, aliases: { vi: names.vi, en: names.en ?? [] } };
}

/** The procedure that answers for a code, or undefined when no content has it. */
export function procedureOf(catalog: Catalog, code: string): Procedure | undefined {
  return catalog.procedures.get(catalog.sameAs.get(code) ?? code);
}

/** The official name: in both languages where the procedure is guided, as the record has it otherwise. */
export function nameOf(procedure: Procedure): Text {
  return procedure.kind === "guided" ? procedure.guided.name : { vi: procedure.known.name };
}

/** Everything a guided procedure is called, the official name in Vietnamese first. */
export function allNamesOf({ name, everyday, aliases }: Guided): string[] {
  const names = [name.vi, name.en, everyday?.vi, everyday?.en, ...(aliases?.vi ?? []), ...(aliases?.en ?? [])];
  return names.filter((each) => each !== undefined);
}

/** What a guided procedure is called in short: the everyday word, or the official name where nobody has written one. */
export function shortNameOf({ everyday, name }: Guided): Text {
  return everyday ?? name;
}

/** The page that opens the filing form: the procedure's own, else the national search by code. */
export function filingLink(procedure: Procedure): string {
  const own = procedure.kind === "guided" ? procedure.guided.codes[0]?.url : procedure.known.url;
  const query = `keyword=${procedure.code}&showAdvanced=false&formalityType=STANDARD&limit=10&activeKey=STANDARD`;
  return own ?? `https://dichvucong.gov.vn/tra-cuu-thu-tuc/danh-sach?${query}`;
}

/** The catalog without the texts of whole records (30 MB for all of them): they are needed to index it, not afterwards. */
export function withoutLongTexts(catalog: Catalog): Catalog {
  const short = (procedure: Procedure): Procedure => {
    if (procedure.kind === "guided" || !procedure.details) return procedure;
    const { otherNames } = procedure.details;
    return { ...procedure, details: { otherNames, papers: [], conditions: "", steps: "", subjects: [] } };
  };
  return { ...catalog, procedures: new Map([...catalog.procedures].map(([code, procedure]) => [code, short(procedure)])) };
}
