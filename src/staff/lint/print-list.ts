import { join } from "node:path";
import type { Desk } from "../desk.ts";
import { countBy, type Told } from "./tell-finding.ts";

/** The list as text: by field, office and procedure; then, for each kind of work, how much there is, why, and what to do. */
export function printList(told: readonly Told[], { folder, say, print }: Desk): void {
  for (const [field, ofField] of Map.groupBy(told, (one) => one.field)) {
    print(say("lint.group", { name: field, count: ofField.length }));
    for (const [office, ofOffice] of Map.groupBy(ofField, (one) => one.office)) {
      print(`  ${say("lint.group", { name: office, count: ofOffice.length })}`);
      for (const [subject, work] of Map.groupBy(ofOffice, ({ code, name }) => `${code} ${name}`.trim())) {
        print(`    ${subject}`);
        for (const { file, line, what } of work) print(`      ${join(folder, file)}:${line} ${what}`);
      }
    }
  }
  print("");
  const kinds = countBy(told, ({ kind, why, todo }) => `${kind}. ${why} ${say("lint.to-do", { todo })}`);
  for (const [kind, count] of kinds) print(`${String(count).padStart(7)}  ${kind}`);
}
