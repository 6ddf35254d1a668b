import { aliases } from "./aliases.ts";
import { offices } from "./offices.ts";
import { papers } from "./papers.ts";
import { procedures } from "./procedures.ts";
import { questions } from "./questions.ts";
import type { Sheet } from "./sheet.ts";
import { amounts, notes, times } from "./small-lists.ts";

/** Every sheet of the workbook, in its order. */
export const everySheet: readonly Sheet[] = [procedures, amounts, times, papers, questions, notes, aliases, offices];
