import type { Files } from "./check-together.ts";
import { bare, fold } from "./fold.ts";
import type { Mistaken } from "./mistakes.ts";
import { type Parsed, problemAt } from "./parse-file.ts";
import type { Path } from "./places.ts";
import type { Problem } from "./problem.ts";
import type { Guided } from "./procedure.ts";
import { overlaps, type Span } from "./served.ts";
import type { Words } from "./words.ts";

/** A name that a file gives a procedure or a life event, where it stands, and how it is compared. */
type Given = { file: Parsed<unknown>; path: Path; alias: string; key: string };
/** A name that a procedure claims for itself: the procedure's first code, its official name, and the days of its file. */
type Claim = Given & { code: string; name: string; span?: Span | undefined };

/** Names people type that lead astray: two procedures claim the same one, or the guide hears it as a command. Compared without accents, as the search does. */
export function checkNames(files: Files): Problem[] {
  const claims = claimsOf(files);
  return [...claimedTwice(claims), ...heardAsCommands([...claims, ...eventNames(files)], files.words?.value)];
}

function claimedTwice(claims: readonly Claim[]): Problem[] {
  const owners = new Map<string, Claim[]>();
  return claims.flatMap((claim) => {
    const before = owners.get(claim.key) ?? [];
    owners.set(claim.key, [...before, claim]);
    const owner = before.find(({ span }) => overlaps(span, claim.span));
    if (!owner || owner.code === claim.code) return [];
    const twins = fold(owner.name) === fold(claim.name);
    const values = { alias: claim.alias, other: `${owner.code} (${owner.name})` };
    return [problemAt(claim.file, claim.path, { mistake: twins ? "alias-of-twins" : "alias-claimed", values })];
  });
}

/** Drafts come last, so that what is wrong between them and what is published is wrong with them. */
function claimsOf({ guided, index, everyday }: Files): Claim[] {
  const drafts = guided.filter(({ value }) => value.draft === true);
  const published = guided.filter(({ value }) => value.draft !== true);
  const names = new Map(index.flatMap(({ value }) => value.map(({ code, name }) => [code, name])));
  const mains = new Map(published.flatMap(({ value: { codes } }) => codes.map(({ code }) => [code, codes[0]?.code ?? code])));
  const ofGuided = (file: Parsed<Guided>): Claim[] => {
    const { aliases, codes, name, effective: span } = file.value;
    const code = codes[0]?.code ?? "";
    return namesIn(file, ["aliases"], aliases ?? { vi: [] }).map((given) => ({ ...given, code, name: name.vi, span }));
  };
  const ofKnown = everyday.flatMap((file) =>
    Object.entries(file.value).flatMap(([code, called]) =>
      namesIn(file, [code], called).map((given) => ({ ...given, code: mains.get(code) ?? code, name: names.get(code) ?? "" })),
    ),
  );
  return [...published.flatMap(ofGuided), ...ofKnown, ...drafts.flatMap(ofGuided)];
}

function eventNames({ lifeEvents: file }: Files): Given[] {
  return (file?.value ?? []).flatMap(({ aliases }, at) => (file ? namesIn(file, [at, "aliases"], aliases) : []));
}

function namesIn(file: Parsed<unknown>, path: Path, called: { vi: string[]; en?: string[] | undefined }): Given[] {
  return (["vi", "en"] as const).flatMap((language) =>
    (called[language] ?? []).map((alias, at) => ({ file, path: [...path, language, at], alias, key: bare(alias) })),
  );
}

function heardAsCommands(given: readonly Given[], words: Words | undefined): Problem[] {
  const commands = new Map(
    Object.entries({ ...words?.commands, ...words?.replies }).flatMap(([command, { vi, en }]) =>
      [...vi, ...en].map((phrase) => [bare(phrase), command]),
    ),
  );
  return given.flatMap(({ file, path, alias, key }) => {
    const command = commands.get(key);
    const mistaken: Mistaken | undefined = command === undefined ? undefined : { mistake: "alias-is-command", values: { alias, command } };
    return mistaken ? [problemAt(file, path, mistaken)] : [];
  });
}
