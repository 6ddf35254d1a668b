import type { Mistaken } from "./mistakes.ts";

/** A mistake in a content file, as data: where it is and which one; src/wording puts it into words. `file` is a path inside the content folder; lines and columns count from 1. */
export type Problem = Mistaken & { file: string; line: number; column: number };
