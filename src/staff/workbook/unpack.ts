import { type Unzipped, unzipSync } from "fflate";
import type { Fault } from "./condition.ts";

/** A workbook of 8,000 procedures has about 15 MB, and 200 MB unpacked; what is larger is none of ours. */
const largestFile = 50_000_000;
const largestInside = 400_000_000;

/**
 * The parts of an .xlsx file, or why it cannot be one. The sizes that the file itself declares are looked at first, and nothing is
 * unpacked beyond them, so that a small file cannot fill the memory.
 */
export function unpackWorkbook(bytes: Uint8Array): { parts: Unzipped } | { fault: Fault } {
  if (bytes.length > largestFile) return { fault: { say: "wrong.too-large", with: { mb: largestFile / 1e6 } } };
  const kind = kindOf(bytes);
  if (kind !== "zip") return { fault: { say: kind } };
  let inside = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name)) return false;
        inside += originalSize;
        return inside <= largestInside;
      },
    });
    if (inside > largestInside) return { fault: { say: "wrong.too-large-inside", with: { mb: largestInside / 1e6 } } };
    return parts["xl/workbook.xml"] ? { parts } : { fault: { say: "wrong.no-workbook" } };
  } catch {
    return { fault: { say: "wrong.broken" } };
  }
}

/** Excel encrypts a workbook into the kind of file that .xls was; inside, UTF-16 names tell the two apart. */
function kindOf(bytes: Uint8Array): "zip" | "wrong.no-workbook" | "wrong.password" | "wrong.xls" {
  const begin = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  if (begin.startsWith("504b")) return "zip";
  if (begin !== "d0cf11e0") return "wrong.no-workbook";
  return Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le")) ? "wrong.password" : "wrong.xls";
}
