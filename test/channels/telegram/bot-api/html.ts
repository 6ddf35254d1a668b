/** The tags Telegram knows: https://core.telegram.org/bots/api#html-style */
const tags = new Set("b strong i em u ins s strike del span tg-spoiler a tg-emoji tg-time code pre blockquote".split(" "));
const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' };

/** What is left of a message when its HTML is read, or Telegram's complaint about it. */
export type ReadHtml = { text: string } | { refusal: string };

/** Reads HTML as Telegram does: every tag known, closed, and closed in order. */
export function readHtml(html: string): ReadHtml {
  const open: string[] = [];
  let text = "";
  let rest = html;
  while (rest !== "") {
    const tag = /^<(?<slash>\/?)(?<name>[a-z-]*)(?<attributes>[^<>]*)>/i.exec(rest);
    if (rest.startsWith("<")) {
      const name = tag?.groups?.["name"]?.toLowerCase() ?? "";
      if (!tag || !tags.has(name)) return refuse(`Unsupported start tag "${name}"`);
      if (tag.groups?.["slash"] !== "/") open.push(name);
      else if (open.pop() !== name) return refuse(`Unmatched end tag "${name}"`);
      rest = rest.slice(tag[0].length);
      continue;
    }
    const [plain = ""] = /^(?:&(?:lt|gt|amp|quot|#\d+|#x[\da-f]+);|[^<])/iu.exec(rest) ?? [];
    text += readEntity(plain);
    rest = rest.slice(plain.length);
  }
  return open.length > 0 ? refuse(`Can't find end tag corresponding to start tag "${open.at(-1)}"`) : { text };
}

function readEntity(plain: string): string {
  if (plain.length === 1 || !plain.startsWith("&")) return plain;
  const number = /^&#(?<hex>x?)(?<digits>[\da-f]+);$/i.exec(plain)?.groups;
  if (number) return String.fromCodePoint(Number.parseInt(number["digits"] ?? "0", number["hex"] ? 16 : 10));
  return entities[plain] ?? plain;
}

function refuse(why: string): ReadHtml {
  return { refusal: `Bad Request: can't parse entities: ${why}` };
}
