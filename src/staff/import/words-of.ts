import { createHash } from "node:crypto";

/** Bullets and numbers at the beginning of a line: "- ", "a) ", "(1.2) ", "2.3.1. ", "IV. ", "3 Trường hợp". */
const marks =
  /^(?:[\s*+\-–•●.]+|\(\*\)|\(?(?:\d{1,2}|[ivx]{1,5}|[a-zđ])(?:\.?\d{1,2})*\s?(?:\)|\.(?!\d))\s*|(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})+)\.?\s+|\d{1,2}\s+(?=(?:Trường hợp|Đối với|Thành phần)))+/u;

/** A text in one line, composed. */
export function flat(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** A line without its bullet or number. */
export function withoutMarks(line: string): string {
  return line.replace(marks, "");
}

/** A text cut to `most` characters at the end of a word, the "…" included; whole when it is no longer. */
export function cutAt(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 2);
  const end = Math.max(head.lastIndexOf(" "), most / 2);
  return `${head.slice(0, end).replace(/[\s,;:.(-]+$/, "")} …`;
}

/** A name for files and ids: "Cấp lại thẻ căn cước" → cap-lai-the-can-cuoc, cut at the end of a word. */
export function slugOf(text: string, most: number): string {
  const slug = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  if (slug.length <= most) return slug;
  const end = slug.lastIndexOf("-", most);
  return slug.slice(0, end > 0 ? end : most);
}

/** Short ids of texts, each once: their first words, and a fingerprint behind them where several begin alike. Words that stay keep their id. */
export function idsOf(texts: readonly string[], taken: readonly string[] = []): string[] {
  const slugs = texts.map((text) => slugOf(withoutMarks(flat(text)), 20) || "x");
  const used = new Set(taken);
  return slugs.map((slug, at) => {
    const alone = slugs.indexOf(slug) === slugs.lastIndexOf(slug) && !taken.includes(slug);
    const text = texts[at] ?? "";
    let id = alone ? slug : withFingerprint(slug, fingerprint(flat(text), 4));
    for (let again = 2; used.has(id); again++) id = withFingerprint(slug, fingerprint(`${again} ${text}`, 8));
    used.add(id);
    return id;
  });
}

function withFingerprint(slug: string, print: string): string {
  return `${slug.slice(0, 19 - print.length).replace(/-+$/, "")}-${print}`;
}

/** The first hex digits of a text's sha256. */
export function fingerprint(text: string, digits: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}
