/** What a method types for the letters with a mark, and for the tones (grave, acute, tilde, hook above, dot below). */
type Method = { letters: Record<string, string>; tones: Record<string, string> };

const telex: Method = {
  letters: { â: "aa", ê: "ee", ô: "oo", ă: "aw", ơ: "ow", ư: "uw", đ: "dd" },
  tones: { "\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j" },
};
const vni: Method = {
  letters: { â: "a6", ê: "e6", ô: "o6", ă: "a8", ơ: "o7", ư: "u7", đ: "d9" },
  tones: { "\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5" },
};
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** What the keyboard leaves when Telex is off: "ddawng kys". The tone key comes at the end of the word. */
export function inTelex(text: string): string {
  return typedBy(telex, text);
}

/** What the keyboard leaves when VNI is off: "d9a8ng ky1". */
export function inVni(text: string): string {
  return typedBy(vni, text);
}

function typedBy({ letters, tones }: Method, text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const parts = word.normalize("NFD");
    const heard = (parts.match(tone) ?? []).map((mark) => tones[mark] ?? "").join("");
    const bare = [...parts.replace(tone, "").normalize("NFC")];
    return bare.map((letter) => keysFor(letters, letter)).join("") + heard;
  });
}

function keysFor(letters: Record<string, string>, letter: string): string {
  const keys = letters[letter.toLowerCase()];
  if (keys === undefined) return letter;
  return letter === letter.toLowerCase() ? keys : keys.toUpperCase();
}
