import type { Catalog } from "../catalog/catalog.ts";
import type { Search, TellApart } from "../search/outcome.ts";
import type { Reply } from "./reply.ts";
import type { Session } from "./session.ts";

/** What the dialogue may consult. `version`: which content this is; another version means that something was changed. */
export type Knowledge = { catalog: Catalog; search: Search; tellApart: TellApart; version: string };

/** Where a step begins: what we know of her, what we know, and the time in milliseconds since 1970. */
export type Here = { session: Session; knowledge: Knowledge; at: number };

/** Where a step ends. */
export type Answer = { session: Session; replies: Reply[] };
