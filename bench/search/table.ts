/** Prints rows under each other, the first column to the left, the others to the right; the first row is the head. */
export function printTable(rows: readonly string[][]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)));
    console.log(`  ${cells.join("  ").trimEnd()}`);
  }
}

/** Prints the title of what follows. */
export function printTitle(title: string): void {
  console.log(`\n${title}`);
}

/** A share as .93, a whole one as 1.00. */
export function asShare(value: number): string {
  return value.toFixed(2).replace(/^0/, "");
}
