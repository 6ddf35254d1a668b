import type { Event } from "./dialogue/event.ts";
import type { Spoken } from "./wording/spoken.ts";

/** A message as a channel heard it; `message` is the app's own id of it, so that a second delivery is known as such. */
export type Heard = { citizen: string; message: string; event: Event };

/** One turn: hears a message, remembers, answers. A message heard before changes nothing and gets the same replies. Rejects only when the session store is out of reach. */
export type Turn = (heard: Heard) => Promise<Spoken[]>;
