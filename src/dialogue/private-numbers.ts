/**
 * What looks like a number of hers: an e-mail address, a bank card (13–19 digits), an identity card (9 or 12 digits), a phone
 * (0 or +84 and 8–10 digits). Digits may be grouped by spaces, dots or hyphens. A procedure code (1.001193) is none of these.
 */
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const digits = /(?<![\p{N}/])\+?\d(?:[ .-]?\d){8,18}(?![\p{N}/])/gu;
const code = /(?<!\d)(\d\.\d{6})(?!\d)/;

/** Her text with every such number replaced by "…", and whether there was one. */
export function maskPrivate(text: string): { text: string; masked: boolean } {
  const parts = text.replace(email, "…").split(code);
  const masked = parts.map((part, position) => (position % 2 === 1 ? part : part.replace(digits, "…"))).join("");
  return { text: masked, masked: masked !== text };
}
