import type { Text } from "../../catalog/text.ts";
import type { StaffSay } from "../../wording/staff-words.ts";

/** In which words a picture speaks: our sentences, and which language of a text of the content. */
export type InWords = { say: StaffSay; read: (text: Text) => string };
