import type { Text } from "../catalog/text.ts";
import { type ChoiceVerb, choiceId } from "./choice.ts";
import type { Choice, Filling, Line, Link, Reply, ReplyKind, Say, SentenceName } from "./reply.ts";

/** One of our own sentences, by its name in locales/. */
export function say(name: SentenceName, filling?: Filling): Say {
  return filling ? { say: name, with: filling } : { say: name };
}

/** A quotation from content. */
export function quote(text: Text): Say {
  return { quote: text };
}

/** A line of running text. */
export function text(name: SentenceName, filling?: Filling): Line {
  return { as: "text", say: say(name, filling) };
}

/** A button: what it says and the id that means it. */
export function button(label: Say, ...[verb, ...words]: Parameters<typeof choiceId<ChoiceVerb>>): Choice {
  return { id: choiceId(verb, ...words), say: label };
}

/** A reply of the given kind; what it does not have is left empty. */
export function reply(
  kind: ReplyKind,
  parts: { lines: Line[]; choices?: Choice[]; links?: Link[] } & Pick<Reply, "progress" | "procedure">,
): Reply {
  const { choices = [], links = [], ...rest } = parts;
  return { kind, choices, links, ...rest };
}
