import { rowKey } from "../../catalog/compare.ts";
import type { Guided, Note, Paper, When } from "../../catalog/procedure.ts";
import type { DocumentRow, FullRecord } from "../national-record.ts";
import { type Cases, makeCases, type OwnWords } from "./cases.ts";
import { type Glued, type Heading, readHeading, splitHeading } from "./read-heading.ts";
import type { Unclear } from "./report.ts";
import { cutAt, flat, idsOf, withoutMarks } from "./words-of.ts";

/** What a record's list of papers becomes, each row accounted for, and what a person should look at. */
export type PaperList = Pick<Guided, "questions" | "papers" | "notes" | "rows"> & { unclear: Unclear[] };

/** A row: the paper or the sentence it is, or nothing at all; several keys where the record has the same row under headings that are one. */
type Row = { row: DocumentRow; keys: string[]; as: "paper" | "note" | "nothing" };
/** Rows under one heading; `glued` are papers that stood in the heading itself, for everyone. */
type Section = { heading: Heading | undefined; text: string; glued: Row[]; rows: Row[] };
type Place = Guided["rows"][string];
/** A paper or a note before it has an id; `keys` are the rows it accounts for. */
type Draft = { text: string; keys: string[]; paper?: Omit<Paper, "id">; when?: When | undefined };

/** A paper's name is cut when it is longer; its whole text then stands beside it. */
const longestName = 200;
const longestHeading = 200;
const noteBegins = /^(?:lưu ý|ghi chú|chú ý|chú thích)(?!\p{L})/iu;
/** Without a count this is a rule about papers and none of them. */
const ruleBegins = /^(?:trường hợp|đối với|người|nếu|khi|cơ quan|các giấy tờ)(?!\p{L}).*(?:thì|phải|được|chịu trách nhiệm)(?!\p{L})/iu;

/** Reads the list of papers of one record. Undefined when no row has words. */
export function readPapers({ code, documents = [] }: FullRecord, words: OwnWords): PaperList | undefined {
  const sections = sectionsOf(documents);
  const headings = sections.flatMap(({ heading, rows }) => (heading && rows.some(({ as }) => as === "paper") ? [heading] : []));
  const first = makeCases(headings, true, words);
  const apart = sections.some(({ heading, glued, rows }) =>
    [...glued, ...(heading && first.whenOf.has(heading) ? [] : rows)].some(({ as }) => as === "paper"),
  );
  const cases = makeCases(headings, apart, words);
  const papers = sections.flatMap((section) => draftPapers(section, cases));
  if (papers.length === 0) return undefined;
  const notes = sections.flatMap((section) => draftNotes(section, cases));
  const paperIds = idsOf(papers.map(({ text }) => text));
  const noteIds = idsOf(notes.map(({ text }) => text));
  return {
    questions: cases.questions,
    papers: papers.flatMap(({ paper }, at) => (paper ? [{ id: paperIds[at] ?? "", ...paper }] : [])),
    ...(notes.length > 0 && {
      notes: notes.map(({ text, when }, at): Note => ({ id: noteIds[at] ?? "", text: { vi: text }, ...(when && { when }) })),
    }),
    rows: accountOf(
      sections,
      [
        ...papers.map((draft, at) => ({ place: `paper:${paperIds[at]}`, draft })),
        ...notes.map((draft, at) => ({ place: `note:${noteIds[at]}`, draft })),
      ],
      cases,
    ),
    unclear: sections.flatMap((section) => unclearIn(section, cases)).map((each) => ({ code, ...each })),
  };
}

/** Rows under one heading each, in the order of the record; headings that differ in bullets only are one, and so is a row that stands twice. */
function sectionsOf(documents: readonly DocumentRow[]): Section[] {
  const sections = new Map<string, Section>();
  for (const row of documents) {
    const { glued, heading: text } = splitHeading(row.case ?? "");
    const key = rowKey(row);
    const read = text === "" ? undefined : readHeading(text);
    const name = read?.words.toLowerCase() || text;
    const section = sections.get(name) ?? { heading: read, text, glued: [], rows: [] };
    sections.set(name, section);
    section.glued.push(...gluedRows(glued, key).filter((one) => !section.glued.some((other) => sameRow(other.row, one.row))));
    const same = section.rows.find((other) => sameRow(other.row, row));
    if (same) same.keys.push(...(same.keys.includes(key) ? [] : [key]));
    else section.rows.push({ row, keys: [key], as: whatIs(row, section.heading) });
  }
  const all = [...sections.values()];
  return all.some(({ glued, rows }) => [...glued, ...rows].some(({ as }) => as === "paper")) ? all : all.map(notesAsPapers);
}

/** Where a record has sentences only, they are its papers. */
function notesAsPapers(section: Section): Section {
  return { ...section, rows: section.rows.map((row) => (row.as === "note" ? { ...row, as: "paper" } : row)) };
}

/** A paper glued to a heading is accounted for by the first row under that heading. */
function gluedRows(glued: readonly Glued[], key: string): Row[] {
  return glued.map(({ name, original, copy }): Row => {
    const row = { name, copies: { original, copy } };
    return { row, keys: [key], as: whatIs(row, undefined) };
  });
}

function sameRow(one: DocumentRow, other: DocumentRow): boolean {
  return flat(one.name) === flat(other.name) && one.form === other.form && JSON.stringify(one.copies) === JSON.stringify(other.copies);
}

function whatIs(row: DocumentRow, heading: Heading | undefined): Row["as"] {
  if (!hasWords(row)) return "nothing";
  return isNote(row, heading) ? "note" : "paper";
}

/** Some rows are only dashes or a lone number. */
function hasWords({ name }: DocumentRow): boolean {
  return /\p{L}/u.test(name);
}

function isNote(row: DocumentRow, heading: Heading | undefined): boolean {
  const text = withoutMarks(flat(row.name));
  if (heading?.kind === "note" || noteBegins.test(text)) return true;
  const uncounted = !row.copies?.original && !row.copies?.copy;
  return uncounted && (ruleBegins.test(text) || text.endsWith(":"));
}

function draftPapers(section: Section, { whenOf }: Cases): Draft[] {
  const { heading, text, glued, rows } = section;
  const when = heading && whenOf.get(heading);
  const said = heading && (when || isUnclear(heading, when)) ? { heading: { vi: cutAt(named(text).name.vi, longestHeading) } } : {};
  const inCase = { ...said, ...(heading?.kind === "shown" && { way: "show" as const }), ...(when && { when }) };
  return [...glued.flatMap((row) => draftPaper(row, {})), ...rows.flatMap((row) => draftPaper(row, inCase))];
}

function draftPaper({ row, keys, as }: Row, inCase: Partial<Paper>): Draft[] {
  if (as !== "paper") return [];
  const counts = countsOf(row.copies ?? {});
  const form = flat(row.form ?? "");
  const paper = {
    ...named(flat(row.name)),
    way: wayOf(row),
    ...(counts && { counts }),
    ...(form !== "" && { form: { name: form } }),
    ...inCase,
  };
  return [{ text: flat(row.name), keys, paper }];
}

function wayOf({ name }: DocumentRow): Paper["way"] {
  return /^\W*biểu mẫu điện tử tương tác/iu.test(name.normalize("NFC")) ? "fill-online" : "hand-in";
}

/** The name without its bullet and its closing sign; a long one is cut and kept whole beside it. */
function named(text: string): Pick<Paper, "name" | "inFull"> {
  const bare = text.replace(/^[\s*+\-–•●]+/u, "").replace(/[\s;,.]+$/, "") || text;
  const name = cutAt(bare, longestName);
  return { name: { vi: name }, ...(name !== bare && { inFull: { vi: bare } }) };
}

function countsOf({ original, copy }: { original?: number | undefined; copy?: number | undefined }): Paper["counts"] {
  if (!original && !copy) return undefined;
  return { ...(original && { original }), ...(copy && { copy }) };
}

/** Sentences among the rows, in their case; and the whole text of a heading that no question could be made of. */
function draftNotes({ heading, text, glued, rows }: Section, { whenOf }: Cases): Draft[] {
  const when = heading && whenOf.get(heading);
  const sentenceOf = ({ row, keys }: Row): Draft => ({ text: flat(row.name), keys });
  const isSentence = ({ as }: Row): boolean => as === "note";
  const sentences = [...glued.filter(isSentence).map(sentenceOf), ...rows.filter(isSentence).map((row) => ({ ...sentenceOf(row), when }))];
  const beyondNote = heading?.kind === "note" && withoutMarks(text).replace(noteBegins, "").trim().length > 1;
  const whole = heading && (isUnclear(heading, when) || beyondNote) ? [{ text, keys: rows.flatMap(({ keys }) => keys) }] : [];
  return [...whole, ...sentences];
}

/** A heading of which neither a case nor a way of handing in was made. */
function isUnclear({ kind }: Heading, when: When | undefined): boolean {
  return kind === "unclear" || ((kind === "case" || kind === "action") && !when);
}

/** Where each row went; what a row or a heading says that stands nowhere else is kept here, word for word. */
function accountOf(sections: readonly Section[], drafts: { place: string; draft: Draft }[], { askedIn }: Cases): Guided["rows"] {
  const places = new Map<string, string[]>();
  const add = (key: string, place: string): void => {
    const before = places.get(key) ?? [];
    if (!before.includes(place)) places.set(key, [...before, place]);
  };
  for (const { place, draft } of drafts) for (const key of draft.keys) add(key, place);
  for (const { heading, text, rows } of sections) {
    const question = heading && askedIn.get(heading);
    for (const { key, as, name } of rows.flatMap(({ keys, as, row }) => keys.map((key) => ({ key, as, name: flat(row.name) })))) {
      if (as === "nothing") add(key, `omitted: a row without words, ${JSON.stringify(name)}`);
      if (question) add(key, `question:${question}`);
    }
    const only = heading && (heading.kind === "list" || heading.kind === "shown" || heading.kind === "note") && /\p{L}/u.test(text);
    if (only && rows[0]?.keys[0]) add(rows[0].keys[0], `omitted: a heading that only opens the list, ${JSON.stringify(text)}`);
  }
  const entries = [...places].map(([key, all]): [string, Place] => [key, all.length === 1 ? (all[0] ?? "") : all]);
  return Object.fromEntries(entries);
}

/** What a person should look at: headings no question came of, papers glued to a heading, notes with a count, rows without words. */
function unclearIn({ heading, text, glued, rows }: Section, { whenOf }: Cases): Omit<Unclear, "code">[] {
  const why = ({ row: { copies }, as }: Row): Unclear["why"] | undefined => {
    if (as === "paper") return undefined;
    if (as === "nothing") return "records.unclear.no-words";
    return copies?.original || copies?.copy ? "records.unclear.counted-note" : "records.unclear.note";
  };
  const headingUnclear = heading && isUnclear(heading, whenOf.get(heading));
  return [
    ...(headingUnclear ? [{ text, why: "records.unclear.heading" as const }] : []),
    ...glued.map(({ row }) => ({ text: row.name, why: "records.unclear.glued" as const })),
    ...rows.flatMap((row) => {
      const reason = why(row);
      return reason ? [{ text: row.row.name, why: reason }] : [];
    }),
  ];
}
