import type { Chance } from "./noise-chance.ts";

/** How young people write these in a chat; the longer phrase first. */
const chat: Record<string, string[]> = {
  "thế nào": ["ntn", "tnao"],
  "như thế nào": ["ntn"],
  "bao nhiêu": ["bn", "bnhiu"],
  "bao lâu": ["bao lau", "bl"],
  "làm sao": ["lm sao", "làm seo"],
  không: ["ko", "k", "kh", "hok"],
  được: ["đc", "dc"],
  gì: ["j", "gi"],
  vậy: ["z", "v", "zậy"],
  với: ["vs", "zới"],
  người: ["ng", "ngừi"],
  mình: ["mk", "mik"],
  tôi: ["t", "toi"],
  em: ["e"],
  anh: ["a"],
  chị: ["c"],
  cũng: ["cx", "cũg"],
  rồi: ["r", "rùi"],
  biết: ["bít", "bt"],
  làm: ["lm", "làm"],
  muốn: ["mún", "muốn"],
  phải: ["fải", "pải"],
  giờ: ["h", "giờ"],
  "đăng ký": ["đk", "đki", "dki"],
  trước: ["trc", "trước"],
};
const phrases = Object.keys(chat).sort((a, b) => b.length - a.length);
const written = new RegExp(`(?<![\\p{L}\\p{M}])(?:${phrases.join("|")})(?![\\p{L}\\p{M}])`, "giu");

const openings = ["ad ơi ", "shop ơi ", "ad ơi cho e hỏi ", "dạ ", "mn ơi ", ""];
const endings = [" ạ", " vậy ạ", " z", " z ad", " nha", " nha shop", " với ạ", " giùm e với", " giùm", " ạ ad", ""];

/** Chat spelling, and the particles people put around a question. */
export function chatSpelling(text: string, chance: Chance): string {
  const oneOf = (many: readonly string[]): string => many[chance(many.length)] ?? "";
  const spelled = text.replace(written, (phrase) => oneOf(chat[phrase.toLowerCase()] ?? [phrase]));
  const [, question = "", sign = ""] = /^(.*?)([\s?!.]*)$/su.exec(spelled) ?? [];
  return oneOf(openings) + question + oneOf(endings) + sign;
}
