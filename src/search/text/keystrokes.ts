const telexLetters: [RegExp, string][] = [
  [/dd/g, "đ"],
  [/d(.*?)d$/, "đ$1"],
  [/uow|uwow|uwo/g, "ươ"],
  [/a([^aeiouyw]*)a/g, "â$1"],
  [/e([^aeiouyw]*)e/g, "ê$1"],
  [/o([^aeiouyw]*)o/g, "ô$1"],
  [/aw|a([^aeiouy]*)w/g, "ă$1"],
  [/ow|o([^aeiouy]*)w/g, "ơ$1"],
  [/uw|u([^aeiouy]*)w/g, "ư$1"],
  [/w/g, "ư"],
];
const vniLetters: [RegExp, string][] = [
  [/d9|d(.+)9/g, "đ$1"],
  [/uo([^0-9]*)7/g, "ươ$1"],
  [/a([^0-9]*)6/g, "â$1"],
  [/e([^0-9]*)6/g, "ê$1"],
  [/o([^0-9]*)6/g, "ô$1"],
  [/a([^0-9]*)8/g, "ă$1"],
  [/o([^0-9]*)7/g, "ơ$1"],
  [/u([^0-9]*)7/g, "ư$1"],
];
const toneMarks: Record<string, string> = {
  s: "\u0301",
  f: "\u0300",
  r: "\u0309",
  x: "\u0303",
  j: "\u0323",
  "1": "\u0301",
  "2": "\u0300",
  "3": "\u0309",
  "4": "\u0303",
  "5": "\u0323",
};
const vowel = /[aăâeêioôơuưy]/;

/** What a keyboard left in Telex ("ddawng", "kys") or VNI ("d9a8ng", "ky1") meant to write, if anything; try it only on words nobody knows. */
export function decodeKeystrokes(typed: string): string | undefined {
  if (!/^[a-zđ0-9]{2,10}$/.test(typed)) return undefined;
  const word = /\d/.test(typed) ? decode(typed, vniLetters, /[1-5]/) : decode(typed, telexLetters, /[sfrxj](?=[a-z]{0,2}$)/);
  return word !== typed && vowel.test(word.normalize("NFD")) && !/\d/.test(word) ? word : undefined;
}

/** The first tone key after a vowel, in Telex among the last three letters, is the tone; the letters are put together after it is taken out. */
function decode(typed: string, letters: [RegExp, string][], key: RegExp): string {
  const firstVowel = typed.search(/[aeiouyw]/);
  const rest = typed.slice(firstVowel + 1);
  const at = firstVowel < 0 ? -1 : rest.search(key);
  const mark = at < 0 ? "" : (toneMarks[rest.charAt(at)] ?? "");
  const bare = at < 0 ? typed : typed.slice(0, firstVowel + 1) + rest.slice(0, at) + rest.slice(at + 1);
  return withTone(
    letters.reduce((word, [keys, letter]) => word.replace(keys, letter), bare),
    mark,
  );
}

/** The tone's place does not matter here: words are compared with the tone at the end. */
function withTone(word: string, mark: string): string {
  const at = word.search(vowel);
  return mark === "" || at < 0 ? word : (word.slice(0, at + 1) + mark + word.slice(at + 1)).normalize("NFC");
}
