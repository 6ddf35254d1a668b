import fc from "fast-check";
import { expect, test } from "vitest";
import { lanesOf } from "../../../src/staff/picture/lanes.ts";

test("runs that overlap never share a lane", () => {
  const run = fc.tuple(fc.nat(500), fc.nat(500)).map(([one, other]) => ({ top: Math.min(one, other), bottom: Math.max(one, other) }));
  fc.assert(
    fc.property(fc.array(run, { maxLength: 20 }), (runs) => {
      const lanes = lanesOf(runs);
      for (const [at, one] of runs.entries()) {
        for (const [beside, other] of runs.entries()) {
          const apart = one.bottom < other.top || other.bottom < one.top;
          expect(at === beside || apart || lanes[at] !== lanes[beside]).toBe(true);
        }
      }
    }),
  );
});
