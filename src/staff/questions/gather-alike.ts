import type { Kept } from "../../unanswered/question-store.ts";

/** Questions that mean the same: told by the one asked most often, whose number and words they have; `alike` are the others' words, `keys` the keys of all. */
export type Group = Omit<Kept, "key"> & { alike: string[]; keys: string[] };

/** How rare a word (without accents) is among the procedures; above 0. */
type Rarity = (word: string) => number;

/** So much of the weight of their words two questions share that are one (Dice, rare words weigh more). */
const alikeFrom = 0.6;

/** Gathers questions by likeness, most frequent first. The number of a group is the lowest of its questions', so that it stays when others join. */
export function gatherAlike(kept: readonly Kept[], rarity: Rarity): Group[] {
  const groups: Group[] = [];
  const leaders: Words[] = [];
  const withWord = new Map<string, number[]>();
  for (const one of kept.toSorted((a, b) => timesAsked(b) - timesAsked(a) || a.number - b.number)) {
    const words = weigh(one.key.split(" "), rarity);
    const at = nearest(words, leaders, withWord);
    const group = at === undefined ? undefined : groups[at];
    if (at !== undefined && group) {
      groups[at] = joined(group, one);
      continue;
    }
    for (const word of words.weights.keys()) withWord.set(word, [...(withWord.get(word) ?? []), groups.length]);
    leaders.push(words);
    const { key, ...rest } = one;
    groups.push({ ...rest, alike: [], keys: [key] });
  }
  return groups.sort((a, b) => timesAsked(b) - timesAsked(a) || b.last - a.last || a.number - b.number);
}

/** How often a question was asked in vain, for whatever reason. */
export function timesAsked({ unknown, none }: Pick<Kept, "unknown" | "none">): number {
  return unknown + none;
}

type Words = { weights: Map<string, number>; sum: number };

function weigh(words: readonly string[], rarity: Rarity): Words {
  const weights = new Map(words.map((word) => [word, rarity(word)]));
  return { weights, sum: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
}

/** The position of the leader that is most alike, if one is alike at all. */
function nearest(words: Words, leaders: readonly Words[], withWord: ReadonlyMap<string, number[]>): number | undefined {
  const shared = new Map<number, number>();
  for (const [word, weight] of words.weights) {
    for (const at of withWord.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight);
  }
  const likeness = [...shared].map(([at, weight]) => ({ at, share: (2 * weight) / (words.sum + (leaders[at]?.sum ?? 0)) }));
  return likeness.filter(({ share }) => share >= alikeFrom).sort((a, b) => b.share - a.share || a.at - b.at)[0]?.at;
}

function joined(group: Group, { key, text, number, unknown, none, first, last }: Kept): Group {
  return {
    ...group,
    number: Math.min(group.number, number),
    unknown: group.unknown + unknown,
    none: group.none + none,
    first: Math.min(group.first, first),
    last: Math.max(group.last, last),
    alike: [...group.alike, text],
    keys: [...group.keys, key],
  };
}
