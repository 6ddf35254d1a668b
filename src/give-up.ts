/** Prints each line and ends the process: a start that cannot succeed says why and nothing else. */
export function giveUp(lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}
