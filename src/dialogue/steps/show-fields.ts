import type { Catalog } from "../../catalog/catalog.ts";
import { fold } from "../../catalog/fold.ts";
import type { Text } from "../../catalog/text.ts";
import { cardButton } from "../context.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Line } from "../reply.ts";

/** A field with the codes of its guided procedures; its id is the folded name with hyphens. */
type Field = { id: string; name: Text; codes: string[] };

/** How many fields or procedures are listed at once; the rest follows on a further page. */
const mostListed = 20;

/** The fields that have guided procedures, as buttons; `page` counts from 0. */
export function showFields(here: Here, page = 0): Answer {
  const { shown, left } = pageOf(fieldsOf(here.knowledge.catalog), page);
  const choices = [
    ...shown.map(({ id, name }) => button(quote(name), "field", id)),
    ...(left > 0 ? [button(say("choice.more", { left }), "fields-from", String(page + 1))] : []),
    button(say("choice.events"), "events"),
  ];
  const replies = [reply("menu", { lines: [text("fields.ask")], choices })];
  return { session: { ...here.session, place: { at: "menu" } }, replies };
}

/** The guided procedures of one field; undefined when there is no such field. `page` counts from 0. */
export function showField(here: Here, id: string, page = 0): Answer | undefined {
  const field = fieldsOf(here.knowledge.catalog).find((known) => known.id === id);
  if (!field) return undefined;
  const lines: Line[] = [{ as: "title", say: quote(field.name) }, text("field.ask")];
  const { shown, left } = pageOf(field.codes, page);
  return {
    session: { ...here.session, place: { at: "choosing", codes: shown }, missed: 0 },
    replies: [
      reply("field", {
        lines,
        choices: [
          ...shown.flatMap((code) => cardButton(here, code)),
          ...(left > 0 ? [button(say("choice.more", { left }), "field-from", id, String(page + 1))] : []),
          button(say("choice.fields"), "fields"),
        ],
      }),
    ],
  };
}

/** One page of a list, and how many come after it. */
function pageOf<T>(list: readonly T[], page: number): { shown: T[]; left: number } {
  const end = (page + 1) * mostListed;
  return { shown: list.slice(page * mostListed, end), left: Math.max(0, list.length - end) };
}

function fieldsOf({ procedures }: Catalog): Field[] {
  const fields = new Map<string, Field>();
  for (const procedure of procedures.values()) {
    if (procedure.kind !== "guided") continue;
    const { field: name } = procedure.guided;
    if (!name) continue;
    const id = fold(name.vi)
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 40);
    const field = fields.get(id) ?? { id, name, codes: [] };
    field.codes.push(procedure.code);
    fields.set(id, field);
  }
  return [...fields.values()];
}
