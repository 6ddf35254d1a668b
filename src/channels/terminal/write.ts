import type { Spoken, SpokenLine } from "../../wording/spoken.ts";

/** What a terminal shows of one turn, and the ids of the choices in the order of their numbers. */
export type Written = { text: string; choices: string[] };

/** Draws the replies of one turn as plain text. Choices are numbered through all of them, so that a number means one thing. */
export function write(replies: readonly Spoken[], publicUrl: string | undefined): Written {
  const choices: string[] = [];
  const blocks = replies.map((spoken) => {
    const numbered = spoken.choices.map(({ id, label }) => `  ${choices.push(id)}. ${label}`);
    const progress = spoken.progress ? [`[${spoken.progress.at}/${spoken.progress.of}]`] : [];
    const links = spoken.links.map(
      ({ label, url }) => `  → ${label}: ${url.startsWith("/") ? `${publicUrl?.replace(/\/+$/, "") ?? ""}${url}` : url}`,
    );
    return [...progress, ...spoken.lines.map(drawLine), ...links, ...numbered].join("\n");
  });
  return { text: blocks.map((block) => `${block}\n\n`).join(""), choices };
}

function drawLine({ as, text, label, ticked }: SpokenLine): string {
  switch (as) {
    case "title":
      return `== ${text} ==`;
    case "fact":
      return label === undefined ? text : `${label}: ${text}`;
    case "item":
      return `  ${bullet(ticked)} ${text}`;
    case "text":
    case "note":
      return text;
  }
}

function bullet(ticked: boolean | undefined): string {
  if (ticked === undefined) return "•";
  return ticked ? "[x]" : "[ ]";
}
