import type { Files } from "./check-together.ts";
import { bare, fold } from "./fold.ts";
import type { Mistaken } from "./mistakes.ts";
import { type Parsed, problemAt } from "./parse-file.ts";
import type { Path } from "./places.ts";
import type { Problem } from "./problem.ts";
import type { Words } from "./words.ts";

/** A name that a file gives a procedure or a life event, where it stands, and how it is compared. */
type Given = { file: Parsed<unknown>; path: Path; alias: string; key: string };
/** A name that a procedure claims for itself: the procedure's first code and its official name. */
type Claim = Given & { code: string; name: string };

/** Names people type that lead astray: two procedures claim the same one, or the guide hears it as a command. Compared without accents, as the search does. */
export function checkNames(files: Files): Problem[] {
  const claims = claimsOf(files);
  return [...claimedTwice(claims), ...heardAsCommands([...claims, ...eventNames(files)], files.words?.value)];
}

function claimedTwice(claims: readonly Claim[]): Problem[] {
  const owners = new Map<string, Claim>();
  return claims.flatMap((claim) => {
    const owner = owners.get(claim.key);
    if (!owner) owners.set(claim.key, claim);
    if (!owner || owner.code === claim.code) return [];
    const twins = fold(owner.name) === fold(claim.name);
    const values = { alias: claim.alias, other: `${owner.code} (${owner.name})` };
    return [problemAt(claim.file, claim.path, { mistake: twins ? "alias-of-twins" : "alias-claimed", values })];
  });
}

function claimsOf({ guided, index, everyday }: Files): Claim[] {
  const names = new Map(index.flatMap(({ value }) => value.map(({ code, name }) => [code, name])));
  const mains = new Map(guided.flatMap(({ value: { codes } }) => codes.map(({ code }) => [code, codes[0]?.code ?? code])));
  const ofGuided = guided.flatMap((file) => {
    const { aliases, codes, name } = file.value;
    return namesIn(file, ["aliases"], aliases ?? { vi: [] }).map((given) => ({ ...given, code: codes[0]?.code ?? "", name: name.vi }));
  });
  const ofKnown = everyday.flatMap((file) =>
    Object.entries(file.value).flatMap(([code, called]) =>
      namesIn(file, [code], called).map((given) => ({ ...given, code: mains.get(code) ?? code, name: names.get(code) ?? "" })),
    ),
  );
  return [...ofGuided, ...ofKnown];
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
