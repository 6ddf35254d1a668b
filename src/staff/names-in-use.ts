import { type Catalog, nameOf, type Procedure } from "../catalog/catalog.ts";
import { fold } from "../catalog/fold.ts";

/** What people type that leads somewhere already: phrase, folded → whose it is. Codes for procedures, an empty list of codes for life events and command words. */
export type NamesInUse = ReadonlyMap<string, { owner: string; codes: readonly string[] }>;

/** A phrase as it is compared: without accents, case and doubled spaces. */
function asCompared(phrase: string): string {
  return fold(phrase).replace(/\s+/g, " ").trim();
}

/** Collects them from the whole content. */
export function namesInUse({ procedures, sameAs, lifeEvents, words }: Catalog): NamesInUse {
  const others = Map.groupBy([...sameAs], ([, main]) => main);
  const inUse = new Map<string, { owner: string; codes: readonly string[] }>();
  for (const procedure of procedures.values()) {
    const codes = [procedure.code, ...(others.get(procedure.code) ?? []).map(([code]) => code)];
    const owner = `${nameOf(procedure).vi} (${procedure.code})`;
    for (const phrase of phrasesOf(procedure)) inUse.set(asCompared(phrase), { owner, codes });
  }
  for (const { name, aliases } of lifeEvents) {
    for (const phrase of [name.vi, ...aliases.vi]) inUse.set(asCompared(phrase), { owner: name.vi, codes: [] });
  }
  for (const { vi, en } of Object.values(words.commands)) {
    for (const phrase of [...vi, ...en]) inUse.set(asCompared(phrase), { owner: phrase, codes: [] });
  }
  return inUse;
}

/** Whose a phrase is already, unless it belongs to the procedure of this code itself. */
export function ownerOf(inUse: NamesInUse, phrase: string, code: string): string | undefined {
  const found = inUse.get(asCompared(phrase));
  return found && !found.codes.includes(code) ? found.owner : undefined;
}

function phrasesOf(procedure: Procedure): readonly string[] {
  if (procedure.kind === "known") return procedure.calledToo;
  const { everyday, aliases } = procedure.guided;
  return [...(everyday ? [everyday.vi] : []), ...(aliases?.vi ?? [])];
}

/** What a new file starts with: what people are known to type for it, else its own names with and without accents; at least the three that the format asks for. */
export function firstAliases(
  inUse: NamesInUse,
  { code, name, everyday }: { code: string; name: string; everyday: string },
  called: readonly string[],
): string[] {
  const own = [everyday, name].map((each) => each.toLowerCase());
  const wanted = [...called, ...own, ...own.map(asCompared), ...own.map((each) => `${each} ${code}`)];
  const free = wanted.filter((phrase) => ownerOf(inUse, phrase, code) === undefined);
  return [...new Set(free)].slice(0, Math.max(3, called.length));
}
