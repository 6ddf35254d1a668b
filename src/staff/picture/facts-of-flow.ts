import { type Catalog, filingLink, nameOf, type Procedure } from "../../catalog/catalog.ts";
import type { Guided, When } from "../../catalog/procedure.ts";
import { whenWords } from "./branches.ts";
import type { InWords } from "./in-words.ts";

/** A fact of the last box: its name and its lines. */
export type Fact = { label: string; lines: string[] };

/** What the last box tells, and the page where the dossier is filed. */
export function factsOf(catalog: Catalog, guided: Guided, wording: InWords): { facts: Fact[]; link: string } {
  const { say, read } = wording;
  const users = usersOf(catalog, guided).map((user) => `${read(nameOf(user))} (${user.code})`);
  const facts: Fact[] = [
    { label: say("picture.fee"), lines: feeLines(guided, wording) },
    { label: say("picture.time"), lines: timeLines(guided, wording) },
    { label: say("picture.place"), lines: guided.place ? [read(guided.place)] : [] },
    { label: say("picture.result"), lines: (guided.result ?? []).map(read) },
    { label: say("picture.used-by"), lines: users },
  ];
  return {
    facts: facts.filter(({ lines }) => lines.length > 0),
    link: filingLink({ kind: "guided", code: guided.codes[0]?.code ?? "", guided, known: undefined }),
  };
}

function feeLines({ fee, questions }: Guided, { say, read }: InWords): string[] {
  if (fee.kind !== "amounts") return [say(`picture.fee.${fee.kind}`)];
  return fee.amounts.map(({ vnd, of, when }) =>
    withCase(say("picture.fee.amount", { vnd, of: read(of) }), when, (each) => whenWords(questions, each, undefined, { say, read })),
  );
}

function timeLines({ time, questions }: Guided, wording: InWords): string[] {
  if (!time) return [wording.say("picture.time.unknown")];
  return time.map(({ text, when }) => withCase(wording.read(text), when, (each) => whenWords(questions, each, undefined, wording)));
}

function withCase(line: string, when: When | undefined, words: (when: When) => string | undefined): string {
  return when ? `${line} (${words(when)})` : line;
}

/** The guided procedures that ask for a paper which this one yields. */
function usersOf({ procedures }: Catalog, { codes }: Guided): Procedure[] {
  const own = codes.map(({ code }) => code);
  return [...procedures.values()].filter(
    (each) => each.kind === "guided" && each.guided.papers.some(({ yieldedBy }) => yieldedBy !== undefined && own.includes(yieldedBy)),
  );
}
