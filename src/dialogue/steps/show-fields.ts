import type { Catalog } from "../../catalog/catalog.ts";
import { fold } from "../../catalog/fold.ts";
import type { Text } from "../../catalog/text.ts";
import { cardButton } from "../context.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Line } from "../reply.ts";

/** A field with the codes of its guided procedures; its id is the folded name with hyphens. */
type Field = { id: string; name: Text; codes: string[] };

/** The fields that have guided procedures, as buttons. */
export function showFields(here: Here): Answer {
  const choices = fieldsOf(here.knowledge.catalog).map(({ id, name }) => button(quote(name), "field", id));
  const replies = [reply("menu", { lines: [text("fields.ask")], choices: [...choices, button(say("choice.events"), "events")] })];
  return { session: { ...here.session, place: { at: "menu" } }, replies };
}

/** The guided procedures of one field; undefined when there is no such field. */
export function showField(here: Here, id: string): Answer | undefined {
  const field = fieldsOf(here.knowledge.catalog).find((known) => known.id === id);
  if (!field) return undefined;
  const lines: Line[] = [{ as: "title", say: quote(field.name) }, text("field.ask")];
  return {
    session: { ...here.session, place: { at: "choosing", codes: field.codes }, missed: 0 },
    replies: [
      reply("field", {
        lines,
        choices: [...field.codes.flatMap((code) => cardButton(here, code)), button(say("choice.fields"), "fields")],
      }),
    ],
  };
}

function fieldsOf({ procedures }: Catalog): Field[] {
  const fields = new Map<string, Field>();
  for (const procedure of procedures.values()) {
    if (procedure.kind !== "guided") continue;
    const { field: name } = procedure.guided;
    const id = fold(name.vi)
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 40);
    const field = fields.get(id) ?? { id, name, codes: [] };
    fields.set(id, { ...field, codes: [...field.codes, procedure.code] });
  }
  return [...fields.values()];
}
