import type { EverydayNames } from "./everyday-names.ts";
import { bare } from "./fold.ts";
import type { Known } from "./known.ts";
import type { LifeEvent } from "./life-event.ts";
import type { Mistaken } from "./mistakes.ts";
import { type Parsed, problemAt } from "./parse-file.ts";
import type { Path } from "./places.ts";
import type { Problem } from "./problem.ts";
import type { Guided } from "./procedure.ts";
import type { Province } from "./province.ts";
import { overlaps, type Span } from "./served.ts";
import type { Words } from "./words.ts";

/** Every file that could be understood. `whole`: none was left out, so that what is named nowhere does not exist. */
export type Files = {
  guided: readonly Parsed<Guided>[];
  index: readonly Parsed<Known[]>[];
  everyday: readonly Parsed<EverydayNames>[];
  provinces: readonly Parsed<Province>[];
  lifeEvents: Parsed<LifeEvent[]> | undefined;
  words: Parsed<Words> | undefined;
  whole: boolean;
};

/** What only all files together show: codes and ids used twice, and references to procedures and provinces that no file has. */
export function checkTogether(files: Files): Problem[] {
  return [...codesTwice(files), ...idsTwice(files), ...(files.whole ? dangling(files) : []), ...provincesWithFile(files)];
}

/** Where a code is used, and on which days. */
type Use = { code: string; file: Parsed<unknown>; path: Path; span?: Span | undefined };

/** On any day a code belongs to one guided file at most, drafts aside, and to one row of the index; a guided file replaces the row. */
function codesTwice({ guided, index }: Files): Problem[] {
  const published = guided.filter(({ value }) => value.draft !== true);
  const served = published.flatMap((file) =>
    file.value.codes.map(({ code }, at): Use => ({ code, file, path: ["codes", at, "code"], span: file.value.effective })),
  );
  const listed = index.flatMap((file) => file.value.map(({ code }, at): Use => ({ code, file, path: [at, "code"] })));
  return [served, listed].flatMap((uses) =>
    [...Map.groupBy(uses, ({ code }) => code).values()].flatMap((all) =>
      all.flatMap(({ code, file, path, span }, at) => {
        const other = all.slice(0, at).find((before) => overlaps(before.span, span))?.file.file;
        return other === undefined ? [] : [problemAt(file, path, { mistake: "code-twice", values: { code, other } })];
      }),
    ),
  );
}

function idsTwice({ provinces, lifeEvents }: Files): Problem[] {
  const owners = new Map<string, string>();
  const twice = provinces.flatMap((file) => {
    const { id } = file.value;
    const other = owners.get(id);
    owners.set(id, file.file);
    return other === undefined ? [] : [problemAt(file, ["id"], { mistake: "province-twice", values: { id, other } })];
  });
  const ids = lifeEvents?.value.map(({ id }) => id) ?? [];
  const events = ids.flatMap((id, at) =>
    lifeEvents && ids.indexOf(id) < at ? [problemAt(lifeEvents, [at, "id"], { mistake: "event-twice", values: { id } })] : [],
  );
  return [...twice, ...events];
}

/** `harmless`: a province may say that it does not offer what nobody here has. */
type Reference = { file: Parsed<unknown>; path: Path; code: string; harmless?: true };

function dangling(files: Files): Problem[] {
  const codes = new Set([
    ...files.index.flatMap(({ value }) => value.map(({ code }) => code)),
    ...files.guided.flatMap(({ value }) => value.codes.map(({ code }) => code)),
  ]);
  const unknown = ({ code, harmless }: Reference): Mistaken => ({
    mistake: harmless ? "without-unknown" : "unknown-procedure",
    values: { code },
  });
  const lost = referencesOf(files).filter(({ code }) => !codes.has(code));
  return lost.map((reference) => problemAt(reference.file, reference.path, unknown(reference)));
}

function referencesOf({ guided, lifeEvents, everyday, provinces }: Files): Reference[] {
  return [
    ...guided.flatMap((file) =>
      file.value.papers.flatMap(({ yieldedBy: code }, at) =>
        code === undefined ? [] : [{ file, path: ["papers", at, "yieldedBy"], code }],
      ),
    ),
    ...(lifeEvents?.value ?? []).flatMap(({ steps }, event) =>
      steps.flatMap(({ code }, at) => (lifeEvents ? [{ file: lifeEvents, path: [event, "steps", at, "code"], code }] : [])),
    ),
    ...everyday.flatMap((file) => Object.keys(file.value).map((code) => ({ file, path: [code], code }))),
    ...provinces.flatMap((file) =>
      (file.value.withoutCodes ?? []).map((code, at): Reference => ({ file, path: ["withoutCodes", at], code, harmless: true })),
    ),
  ];
}

/** words.yaml lists the provinces that have no file: one that has a file is not among them. */
function provincesWithFile({ provinces, words }: Files): Problem[] {
  if (!words) return [];
  const owners = new Map(
    provinces.flatMap(({ file, value }) => [value.name.vi, ...(value.formerNames ?? [])].map((name) => [bare(name), file])),
  );
  return words.value.otherProvinces.flatMap((name, at) => {
    const other = owners.get(bare(name));
    return other === undefined ? [] : [problemAt(words, ["otherProvinces", at], { mistake: "province-has-file", values: { name, other } })];
  });
}
