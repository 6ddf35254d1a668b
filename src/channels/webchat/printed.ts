import type { Language } from "../../catalog/text.ts";
import type { Spoken } from "../../wording/spoken.ts";

/** What the address of a printable checklist carries, such as `start`, `answers` and `have`; whoever makes the checklist reads and checks it. */
export type PrintQuery = Readonly<Record<string, string>>;

/** A checklist ready to be printed. Lines with `ticked` are the papers: true when she has it. `backPath` begins with "/" and leads back into the chat. */
export type Printed = { language: Language; title: string; spoken: Spoken; backPath: string };

/** Makes the printable checklist of an address; undefined when the address names no procedure. */
export type Printout = (query: PrintQuery) => Printed | undefined;
