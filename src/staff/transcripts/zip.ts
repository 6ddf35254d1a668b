import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** One file inside an Excel workbook, still packed; `size` in bytes is that of the file unpacked. */
type ZipEntry = { name: string; method: number; check: number; size: number; packed: Buffer };

/** The files inside a workbook, which is a zip file; what is not changed is written back byte by byte. */
export type Zip = { entries: ZipEntry[] };

/** No workbook of conversations is larger, in bytes unpacked. */
const largest = 50 * 1024 * 1024;

const marks = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };

/** Opens a zip file; undefined when the bytes are none, or when a file inside is broken or larger unpacked than any workbook of conversations. */
export function readZip(bytes: Buffer): Zip | undefined {
  try {
    const end = bytes.lastIndexOf(Buffer.from("504b0506", "hex"));
    if (end < 0) return undefined;
    const entries: ZipEntry[] = [];
    let at = bytes.readUInt32LE(end + 16);
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
      if (bytes.readUInt32LE(at) !== marks.central) return undefined;
      const [name, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
      entries.push(readEntry(bytes, at, name));
      at += 46 + name + extra + comment;
    }
    return isSound(entries) ? { entries } : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // it points outside itself
    throw error;
  }
}

function readEntry(bytes: Buffer, at: number, nameLength: number): ZipEntry {
  const local = bytes.readUInt32LE(at + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  return {
    name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
    method: bytes.readUInt16LE(at + 10),
    check: bytes.readUInt32LE(at + 16),
    size: bytes.readUInt32LE(at + 24),
    packed: bytes.subarray(start, start + bytes.readUInt32LE(at + 20)),
  };
}

function isSound(entries: readonly ZipEntry[]): boolean {
  let left = largest;
  return entries.every((entry) => {
    const unpacked = unpack(entry, left);
    left -= unpacked?.length ?? 0;
    return unpacked !== undefined && left > 0;
  });
}

/** Undefined when it is broken, or larger than `most` bytes. */
function unpack({ method, packed }: ZipEntry, most: number): Buffer | undefined {
  try {
    return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined; // zlib's and Node's own errors carry a code
    throw error;
  }
}

/** The text of one file inside; undefined when it is missing. */
export function textIn({ entries }: Zip, name: string): string | undefined {
  const entry = entries.find((each) => each.name === name);
  return entry && unpack(entry, largest)?.toString("utf8");
}

/** The same files with one of them changed, as the bytes of a zip file. */
export function writeZip({ entries }: Zip, changed: { name: string; text: string }): Buffer {
  const content = Buffer.from(changed.text, "utf8");
  const anew = { name: changed.name, method: 8, check: crc32(content), size: content.length, packed: deflateRawSync(content) };
  const all = entries.map((entry) => (entry.name === changed.name ? anew : entry));
  const bodies: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of all) {
    const body = Buffer.concat([localHeader(entry), Buffer.from(entry.name), entry.packed]);
    central.push(centralHeader(entry, offset), Buffer.from(entry.name));
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...bodies, directory, endRecord(all.length, directory.length, offset)]);
}

/** What both headers of a file hold: version 2.0, names in UTF-8, the first day a zip file knows. */
function common({ method, check, packed, size, name }: ZipEntry): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x800, 2);
  header.writeUInt16LE(method, 4);
  header.writeUInt16LE(0x21, 8);
  header.writeUInt32LE(check, 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt16LE(Buffer.byteLength(name), 22);
  return header;
}

function localHeader(entry: ZipEntry): Buffer {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(marks.local);
  return Buffer.concat([mark, common(entry)]);
}

function centralHeader(entry: ZipEntry, offset: number): Buffer {
  const mark = Buffer.alloc(6);
  mark.writeUInt32LE(marks.central);
  mark.writeUInt16LE(20, 4);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([mark, common(entry), tail]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(marks.end);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
