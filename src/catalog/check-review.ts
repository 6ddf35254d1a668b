import { type Parsed, problemAt } from "./parse-file.ts";
import type { Problem } from "./problem.ts";
import type { Guided } from "./procedure.ts";
import { isServed } from "./served.ts";

/** Served files whose day of review has passed. `today`: a day such as 2026-11-25. */
export function checkReview(guided: readonly Parsed<Guided>[], today: string): Problem[] {
  return guided.flatMap((file) => {
    const { review } = file.value.source;
    return review < today && isServed(file.value, today)
      ? [problemAt(file, ["source", "review"], { mistake: "review-passed", values: { day: review } })]
      : [];
  });
}
