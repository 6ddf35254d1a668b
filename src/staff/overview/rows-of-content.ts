import type { Catalog, Procedure } from "../../catalog/catalog.ts";
import type { EverydayNames } from "../../catalog/everyday-names.ts";
import type { Guided } from "../../catalog/procedure.ts";
import { toTranslate } from "../first-draft.ts";
import type { CodePlaces } from "../where-codes-stand.ts";

/** What a procedure can lack. */
export const lackNames = ["fee", "time", "place", "english", "person", "aliases", "names", "url"] as const;
type Lack = (typeof lackNames)[number];

/** What is true of a procedure's content: can it be walked through, is it hidden from citizens (a draft, not yet or no longer in force), is its check due? */
export const stateNames = ["guided", "known", "draft", "coming", "over", "past"] as const;
type State = (typeof stateNames)[number];

/** One procedure on the page of the whole content. What is not known is left out. */
export type Row = {
  code: string;
  name: string;
  everyday?: string | undefined;
  field?: string | undefined;
  states: State[];
  /** Who checked it last, and when. */
  person?: string | undefined;
  on?: string | undefined;
  /** The day after which a check is due, for guided files; the month of the source else. */
  review?: string | undefined;
  month: string;
  /** Online filings so far. */
  filings: number;
  lacks: Lack[];
  /** The page of the procedure on the national portal. */
  url?: string | undefined;
  /** The file below the content folder, and the line. */
  file: string;
  line: number;
  /** What else finds it: further codes, what people type. */
  also: string;
};

/** The content as the page needs it. `guided` are all guided files, drafts too, and `fileOf` their paths. */
export type WholeContent = {
  catalog: Catalog;
  guided: readonly Guided[];
  fileOf: ReadonlyMap<Guided, string>;
  places: CodePlaces;
  everydayNames: EverydayNames;
};

/** Fewer phrases than this are too few: people ask in many ways. The format itself asks for three. */
const enoughAliases = 5;

/** Every procedure of the content, the ones asked for most first; `today` is a day such as 2026-11-22. */
export function rowsOf({ catalog, guided, fileOf, places, everydayNames }: WholeContent, today: string): Row[] {
  const facts = (code: string): Procedure | undefined => catalog.procedures.get(code);
  const own = new Set(guided.flatMap(({ codes }) => codes.map(({ code }) => code)));
  const rows = guided.map((file): Row => {
    const code = file.codes[0]?.code ?? "";
    const place = { file: fileOf.get(file) ?? "", line: 1 };
    const first = places.guided.get(code);
    return {
      ...guidedRow(file, { procedure: facts(code), called: everydayNames[code] }, today),
      ...(first?.file === place.file ? first : place),
    };
  });
  for (const procedure of catalog.procedures.values()) {
    if (procedure.kind === "known" && !own.has(procedure.code))
      rows.push({ ...knownRow(procedure, everydayNames[procedure.code]), ...(places.known.get(procedure.code) ?? { file: "", line: 1 }) });
  }
  return rows.sort((one, other) => other.filings - one.filings || (one.code < other.code ? -1 : 1));
}

type Unplaced = Omit<Row, "file" | "line">;

/** What else is known of a code: its row in the index, what people call it. */
type Besides = { procedure: Procedure | undefined; called: EverydayNames[string] | undefined };

function guidedRow(guided: Guided, { procedure, called }: Besides, today: string): Unplaced {
  const { codes, name, everyday, field, source } = guided;
  const { vi, en = [] } = guided.aliases ?? called ?? { vi: [] };
  return {
    code: codes[0]?.code ?? "",
    name: name.vi,
    everyday: everyday?.vi,
    field: field?.vi,
    states: statesOf(guided, today),
    person: source.person?.name,
    on: source.person?.on,
    review: source.review,
    month: source.checked,
    filings: procedure?.known?.filings ?? 0,
    lacks: lacksOf(guided, vi),
    url: codes[0]?.url,
    also: [...codes.slice(1).map(({ code }) => code), name.en, everyday?.en, ...vi, ...en].filter((each) => each !== undefined).join(" · "),
  };
}

function statesOf({ draft, effective: { from, to } = {}, source }: Guided, today: string): State[] {
  const states: Record<State, boolean> = {
    guided: true,
    known: false,
    draft: draft === true,
    coming: from !== undefined && from > today,
    over: to !== undefined && to < today,
    past: source.review < today,
  };
  return stateNames.filter((name) => states[name]);
}

function lacksOf(guided: Guided, aliases: readonly string[]): Lack[] {
  const lacks: Record<Lack, boolean> = {
    fee: guided.fee.kind === "ask",
    time: guided.time === undefined,
    place: guided.place === undefined,
    english: hasUntranslated(guided),
    person: guided.source.person === undefined,
    aliases: aliases.length < enoughAliases,
    names: false,
    url: guided.codes[0]?.url === undefined,
  };
  return lackNames.filter((name) => lacks[name]);
}

/** A procedure of the index has no place for a fee, a time or a person; those come with a guided file. */
function knownRow({ code, known }: Extract<Procedure, { kind: "known" }>, called: EverydayNames[string] | undefined): Unplaced {
  const lacks: Partial<Record<Lack, boolean>> = {
    place: known.agency === undefined,
    english: called?.en === undefined,
    names: called === undefined,
    url: known.url === undefined,
  };
  return {
    code,
    name: known.name,
    everyday: called?.vi[0],
    field: known.field,
    states: ["known"],
    month: known.month,
    filings: known.filings ?? 0,
    lacks: lackNames.filter((name) => lacks[name] ?? false),
    url: known.url,
    also: [...(called?.vi ?? []), ...(called?.en ?? [])].join(" · "),
  };
}

/** Is there a text whose English is missing, is still the Vietnamese sentence, or waits to be written? */
function hasUntranslated(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (!("vi" in value && typeof value.vi === "string")) return Object.values(value).some(hasUntranslated);
  const english = "en" in value && typeof value.en === "string" ? value.en : toTranslate;
  return english.startsWith(toTranslate) || (english === value.vi && /[^\p{ASCII}]/u.test(value.vi));
}
