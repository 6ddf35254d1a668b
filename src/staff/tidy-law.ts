const number = /(\d{1,4}(?:\.\d{1,2})?)\/((?:19|20)\d{2})\/([A-ZĐ]{2}[A-ZĐ\d-]*(?<=TT)g|[A-ZĐ]{2}[A-ZĐ\d-]*)/;

/** The number of a legal text out of what a record has for it, or nothing when it cannot be a number. Rules of single provinces are left out: the record does not say whose they are. */
export function tidyLaw(text: string): string[] {
  const flat = text
    .normalize("NFC")
    .replace(/\s+/g, "")
    .replace(/^(?:19|20)\d{2}\./, "");
  const [, raw = "", year = "", kind = ""] = number.exec(flat) ?? [];
  const own = unglued(raw, kind);
  if (own === undefined || Number(year) > 2026 || /HĐND|UBND/.test(kind)) return [];
  return [`${own}/${year}/${kind}`];
}

/** Records glue the first half of a year to the number: "2068/2020/QH14" is 68/2020/QH14. No law of the National Assembly, decree or circular has four digits. */
function unglued(raw: string, kind: string): string | undefined {
  if (raw === "") return undefined;
  if (/^(?:QH|NĐ|TT|PL|NQ)/.test(kind) && /^\d{4}$/.test(raw)) return raw.startsWith("20") ? raw.slice(2) : undefined;
  return raw;
}
