/**
 * What looks like a number of hers: an e-mail address, an identity card (9 or 12 digits), a phone, a bank card or account (nine
 * digits and more), a passport (a letter and seven or eight digits). Digits of any script count, however they are grouped.
 * A procedure code (1.001193), a date and the number of a legal text are none of these.
 */
const email = /[\p{L}\p{N}._%+-]+ ?@ ?[\p{L}\p{N}-]+(?: ?\. ?[\p{L}\p{N}-]+)+/gu;
const digits = /\+?\p{Nd}(?:[ .,/_·–-]{0,2}\p{Nd}){8,}/gu;
const passport = /(?<![\p{L}\p{N}])[A-Za-z]\p{Nd}{7,8}(?!\p{Nd})/gu;
const known = /(?<!\d)(\d\.\d{6}|\d{1,2}\/\d{1,2}\/\d{4}|\d+(?:\.\d+)?\/\d{4}\/[\p{Lu}Đ]+\d*(?:-[\p{Lu}Đ]+)?)(?!\d)/u;

/** Her text in one spelling of letters and digits, with every such number replaced by "…", and whether there was one. */
export function maskPrivate(text: string): { text: string; masked: boolean } {
  const plain = text.normalize("NFKC");
  const parts = plain.replace(email, "…").split(known);
  const masked = parts.map((part, position) => (position % 2 === 1 ? part : part.replace(digits, "…").replace(passport, "…"))).join("");
  return { text: masked, masked: masked !== plain };
}
