import { createHash } from "node:crypto";

/** Eight hex digits that change when anything in a value changes: sha256 over its JSON. */
export function fingerprint(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 8);
}
