import { type Choice, plain, shown } from "../columns.ts";
import { type Facts, valueAt, withValueAt } from "../facts.ts";
import { tidy } from "../tidy.ts";
import type { Cells, Row, Sheet } from "./sheet.ts";

const languages = [
  { value: "vi", say: "choice.vi" },
  { value: "en", say: "choice.en" },
] as const satisfies readonly Choice[];

const columns = [
  { ...shown("code", 10), kind: { is: "code" } as const },
  shown("procedure", 40),
  plain("language", [], { is: "choice", of: languages }, { required: true }),
  plain("alias", [], { is: "text" }, { width: 50, required: true }),
];

/** One row a name that people use, for guided procedures and for those known by their facts only. Their order means nothing. */
export const aliases: Sheet = {
  name: "aliases",
  of: ["guided", "names"],
  sticky: 2,
  columns,
  rows: "a set",
  keyOf: ({ language = "", alias = "" }) => `${language} ${tidy(alias)}`,
  groupOf: () => "",
  toRows: ({ owner, title, facts }) =>
    languages.flatMap(({ value: language }) =>
      namesIn(facts, language).map((alias) => {
        const cells: Cells = { code: owner, procedure: title, language, alias };
        return { owner, key: aliases.keyOf(cells), cells };
      }),
    ),
  apply: (facts, before, after) => languages.reduce((changed, { value }) => withNames(changed, value, { before, after }), facts),
  rowAt: (facts, [list, language, place]) => {
    if (list !== "aliases" || typeof language !== "string") return undefined;
    const alias = namesIn(facts, language)[Number(place ?? 0)] ?? "";
    return { key: aliases.keyOf({ language, alias }), rest: ["alias"] };
  },
};

function namesIn(facts: Facts, language: string): string[] {
  const names = valueAt(facts, ["aliases", language]);
  return Array.isArray(names) ? names.map(String) : [];
}

function withNames(facts: Facts, language: string, rows: { before: readonly Row[]; after: readonly Row[] }): Facts {
  const inLanguage = (list: readonly Row[]): Row[] => list.filter(({ cells }) => cells["language"] === language);
  const kept = new Set(rows.after.map(({ key }) => key));
  const had = new Set(rows.before.map(({ key }) => key));
  const names = [
    ...namesIn(facts, language).filter((alias) => kept.has(aliases.keyOf({ language, alias }))),
    ...inLanguage(rows.after).flatMap(({ key, cells }) => (had.has(key) ? [] : [cells["alias"] ?? ""])),
  ];
  return withValueAt(facts, ["aliases", language], names.length === 0 ? undefined : names);
}
