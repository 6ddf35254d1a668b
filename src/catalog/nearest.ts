/** The one of these words that is one slip of the keyboard away: a letter wrong, missing, too many, or two changed places. Undefined when none or several are. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const near = [...new Set(known)].filter((other) => other !== word && oneSlip(word, other));
  return near.length === 1 ? near[0] : undefined;
}

function oneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short.length < 2) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const rest = short.slice(at + 1);
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return rest === long.slice(at + 1) || swapped;
}
