import type { z } from "zod";
import { type EverydayNames, everydayNamesSchema } from "../../catalog/everyday-names.ts";
import { lifeEventsSchema } from "../../catalog/life-event.ts";
import type { LintList } from "../../catalog/lint-list.ts";
import { type Guided, guidedSchema } from "../../catalog/procedure.ts";
import { provinceSchema } from "../../catalog/province.ts";
import { wordsSchema } from "../../catalog/words.ts";
import { filesUnder, type IndexRow, type OpenFile, openIndex, openYaml } from "./content-shelf.ts";
import { type DeadFinder, deadFinders, deadWords } from "./dead-words.ts";
import type { Finding, Subject } from "./finding.ts";
import { type CopyFinder, copyFinder, identityCopies } from "./identity-copy.ts";
import { englishMissing, lacksOf, lacksOfRow } from "./lacks.ts";
import { guidedKinds, lifeEventKinds, provinceKinds, textsOf, type Written, wordKinds } from "./texts.ts";

/** Where the content is, the list of what is dead, and the day (yyyy-mm-dd) that decides what has passed. */
export type LintCall = { folder: string; list: LintList; today: string };

/** Everything to do, in the order of the files; the files that could not be understood; and how many procedures were looked at. */
export type LintResult = { findings: Finding[]; unread: string[]; procedures: number };

/** The list made ready, and the day. */
type Rules = { dead: DeadFinder[]; copy: CopyFinder; remindDays: number; today: string };

/** Looks through a whole content folder. One file is open at a time: thousands are no matter. */
export function lintContent({ folder, list, today }: LintCall): LintResult {
  const rules: Rules = { dead: deadFinders(list.dead), copy: copyFinder(list.identityCopy), remindDays: list.remindDays, today };
  const unread: string[] = [];
  const kept = <T>(file: string, value: T | undefined): T[] => {
    if (value === undefined) unread.push(file);
    return value === undefined ? [] : [value];
  };
  const each = <S extends z.ZodType, R>(files: string[], schema: S, look: (opened: OpenFile<z.output<S>>) => R): R[] =>
    files.flatMap((file) => kept(file, openYaml(folder, file, schema)).map(look));
  const yaml = (under: string): string[] => filesUnder(folder, under, ".yaml");
  const rows = filesUnder(folder, "index", ".csv").flatMap((file) => kept(file, openIndex(folder, file)).flat());
  const names: EverydayNames = Object.assign({}, ...each(yaml("everyday-names"), everydayNamesSchema, ({ value }) => value));
  const byCode = new Map(rows.map((row) => [row.known.code, row]));
  const served = new Set<string>();
  const guided = each(yaml("procedures"), guidedSchema, (file) => {
    for (const { code } of file.value.codes) served.add(code);
    return lintGuided(file, byCode.get(file.value.codes[0]?.code ?? ""), rules);
  });
  const others = [
    ...each(yaml("provinces"), provinceSchema, (file) => lintOther(file, textsOf(file.value, provinceKinds), rules)),
    ...each(yaml("life-events.yaml"), lifeEventsSchema, (file) => lintOther(file, textsOf(file.value, lifeEventKinds), rules)),
    ...each(yaml("words.yaml"), wordsSchema, (file) => lintOther(file, textsOf(file.value, wordKinds), rules)),
  ];
  const known = rows.filter((row) => !served.has(row.known.code));
  const facts = known.flatMap((row) => lintRow(row, row.known.code in names, rules));
  return { findings: [...guided.flat(), ...facts, ...others.flat()], unread, procedures: guided.length + known.length };
}

/** A file that is no longer in force is nobody's work. */
function lintGuided(
  { file, value, lineAt }: OpenFile<Guided>,
  row: IndexRow | undefined,
  { dead, copy, today, remindDays }: Rules,
): Finding[] {
  if (value.effective?.to !== undefined && value.effective.to < today) return [];
  const [main] = value.codes;
  const office = firstOffice(row?.known.agency);
  const subject: Subject = { file, code: main?.code ?? "", name: value.name.vi, field: value.field?.vi ?? "", office };
  const words = deadWords(file, textsOf(value, guidedKinds), dead);
  const copies = identityCopies(file, value, copy);
  const missing = lacksOf(value, today, remindDays);
  return [
    ...words.map(({ written, fault }) => ({ subject, line: lineAt(written.path), fault })),
    ...copies.map(({ position, fault }) => ({ subject, line: lineAt(["papers", position]), fault })),
    ...missing.map(({ lack, path, detail }) => ({
      subject,
      line: lineAt(path),
      fault: { kind: lack, ...(detail !== undefined && { detail }) },
    })),
  ];
}

/** The official name and the office: what a row says to citizens. */
function lintRow({ file, line, known }: IndexRow, hasAlias: boolean, { dead }: Rules): Finding[] {
  const subject: Subject = { file, code: known.code, name: known.name, field: known.field ?? "", office: firstOffice(known.agency) };
  const written = (kind: Written["kind"], text: string): Written[] => (text === "" ? [] : [{ kind, text, path: [], id: "" }]);
  const texts = [
    ...written("name", known.name),
    ...written("place", known.agency ?? ""),
    ...known.result.flatMap((result) => written("note", result)),
    ...written("link", known.url ?? ""),
  ];
  const words = deadWords(file, texts, dead).map(({ fault }) => ({ subject, line, fault }));
  return [...words, ...lacksOfRow(known, hasAlias).map((lack) => ({ subject, line, fault: { kind: lack } }))];
}

function lintOther({ file, value, lineAt }: OpenFile<unknown>, texts: Written[], { dead }: Rules): Finding[] {
  const subject: Subject = { file, code: "", name: file, field: "", office: "" };
  return [
    ...deadWords(file, texts, dead).map(({ written, fault }) => ({ subject, line: lineAt(written.path), fault })),
    ...englishMissing(value).map(({ lack, path, detail }) => ({
      subject,
      line: lineAt(path),
      fault: { kind: lack, ...(detail !== undefined && { detail }) },
    })),
  ];
}

/** Of "Công an cấp xã; Công an cấp tỉnh" the first: whose list the work goes to. */
function firstOffice(agency: string | undefined): string {
  return agency?.split(";")[0]?.trim() ?? "";
}
