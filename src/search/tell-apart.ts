import type { Procedure } from "../catalog/catalog.ts";
import { nameOf } from "../catalog/catalog.ts";
import type { Text } from "../catalog/text.ts";
import { fold } from "./fold.ts";
import type { TellApart } from "./outcome.ts";

/** Longer than this nobody reads on a button. */
const mostWords = 14;

/** For each procedure: its everyday name when it is guided, else the words of its name that not all the others have, else its office or field. */
export const tellApart: TellApart = (procedures) => {
  const names = procedures.map((procedure) => nameOf(procedure).vi);
  return procedures.map((procedure, position) =>
    ownWords(
      procedure,
      names.filter((_, other) => other !== position),
    ),
  );
};

function ownWords(procedure: Procedure, others: readonly string[]): Text {
  if (procedure.kind === "guided") return procedure.guided.everyday;
  const { name, agency, field } = procedure.known;
  const sets = others.map((other) => new Set(piecesOf(other).map(bare)));
  const shared = (word: string): boolean => sets.length > 0 && sets.every((set) => set.has(bare(word)));
  const own = piecesOf(name).filter((word) => !shared(word));
  if (own.length === 0) return { vi: agency ?? field ?? procedure.code };
  const short = own
    .slice(0, mostWords)
    .join(" ")
    .replace(/[,;:(]+$/, "");
  return { vi: own.length > mostWords ? `${short} …` : short };
}

function piecesOf(name: string): string[] {
  return name.split(/\s+/);
}

function bare(word: string): string {
  return fold(word).replace(/[^a-z0-9]/g, "");
}
