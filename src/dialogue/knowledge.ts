import type { Catalog } from "../catalog/catalog.ts";
import type { Search } from "../search/outcome.ts";
import type { Reply } from "./reply.ts";
import type { Session } from "./session.ts";

/** What the dialogue may consult. `version`: which content this is; another version means that something was changed. */
export type Knowledge = { catalog: Catalog; search: Search; version: string };

/** Where a step begins: what we know of her, what we know, and the time in milliseconds since 1970. */
export type Here = { session: Session; knowledge: Knowledge; at: number };

/**
 * What became of a question: it was answered, nothing was found, or she was offered several procedures; or she pressed "none of these".
 * The question is in her words, without her numbers (private-numbers.ts): it leaves with the answer and never stands in the session.
 */
export type Fate = { is: "answered" | "none" } | { is: "unknown" | "offered"; question: string };

/** Where a step ends. `fate`: what became of her question, when the step says so. */
export type Answer = { session: Session; replies: Reply[]; fate?: Fate };
