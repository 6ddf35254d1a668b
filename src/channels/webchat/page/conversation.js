/** Which conversation the page is in. Its id is all that the server knows about the citizen. */

import { keep, newId, recall } from "./memory.js";
import { chosenLanguage } from "./words.js";

const name = "motcua.conversation";
const stored = recall(name);
const kept = stored !== undefined && /^[A-Za-z0-9_-]{16,128}$/.test(stored) ? stored : undefined;

let id = kept ?? newId();
let unheard = kept === undefined;
keep(name, id);

/**
 * What goes along with every message: the conversation, and until its first answer the language chosen on this page.
 * @returns {{ conversation: string, language?: "vi" | "en" }}
 */
export function address() {
  const language = unheard ? chosenLanguage() : undefined;
  return { conversation: id, ...(language && { language }) };
}

/** The server has answered in this conversation: from now on it knows her language better than the page does. */
export function heard() {
  unheard = false;
}

/** Begins a conversation that has nothing to do with the one before; after a citizen had herself forgotten. */
export function beginAnew() {
  id = newId();
  unheard = true;
  keep(name, id);
}
