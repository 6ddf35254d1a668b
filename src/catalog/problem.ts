/** A mistake in a content file, as data: where it is, what is wrong and what to do. Lines and columns count from 1. */
export type Problem = { file: string; line: number; column: number; what: string };

/** One line a person can click in an editor: file:line:column what. */
export function describeProblem({ file, line, column, what }: Problem): string {
  return `${file}:${line}:${column} ${what}`;
}
