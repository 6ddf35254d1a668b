/** A line that runs from `top` to `bottom` beside others; touching ends count as apart. */
export type Run = { top: number; bottom: number };

/** The lane of each run, so that no two runs of one lane overlap: the shortest runs are nearest, in lane 0. */
export function lanesOf(runs: readonly Run[]): number[] {
  const lanes: Run[][] = [];
  const taken = new Map<Run, number>();
  for (const run of [...runs].sort((one, other) => one.bottom - one.top - (other.bottom - other.top))) {
    const free = lanes.findIndex((lane) => lane.every((each) => each.bottom + clearance < run.top || run.bottom + clearance < each.top));
    const lane = free === -1 ? lanes.push([]) - 1 : free;
    lanes[lane]?.push(run);
    taken.set(run, lane);
  }
  return runs.map((run) => taken.get(run) ?? 0);
}

/** Pixels between two runs in one lane, so that they do not look like one. */
const clearance = 6;
