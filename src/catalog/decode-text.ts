import type { Mistaken } from "./mistakes.ts";

/** What no text has: control characters other than tab and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters we look for
const control = /[\x00-\x08\x0e-\x1f]/;
/** Letters that Vietnamese has and its neighbours in Europe have not. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

/** The text of a file's bytes: UTF-8, with or without a byte order mark, any line ends. Else which mistake it is, as far as the bytes tell. */
export function decodeText(bytes: Uint8Array): string | Mistaken {
  if (bytes.length === 0) return { mistake: "empty-file", values: {} };
  if (isOffice(bytes)) return { mistake: "office-file", values: {} };
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { mistake: "wide-encoding", values: { encoding: wide } };
  const text = decoded(bytes, "utf-8");
  if (text !== undefined && !control.test(text)) return text.replace(/\r(?!\n)/g, "\n");
  const old = text === undefined ? decoded(bytes, "windows-1258")?.normalize("NFC") : undefined;
  if (old === undefined || control.test(old)) return { mistake: "binary-file", values: {} };
  const isOld = vietnamese.test(old) && !/\p{M}/u.test(old);
  return isOld ? { mistake: "old-encoding", values: { encoding: "Windows-1258" } } : { mistake: "unknown-encoding", values: {} };
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** UTF-16 and UTF-32 by their byte order mark, and without one by the zero in every other byte of plain letters. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? "UTF-32" : "UTF-16 LE";
  if (first === 0xfe && second === 0xff) return "UTF-16 BE";
  const head = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 5;
  if (odd > many && even === 0) return "UTF-16 LE";
  return even > many && odd === 0 ? "UTF-16 BE" : undefined;
}

/** Excel and Word files: a zip, or the compound file of the time before 2007. */
function isOffice([first, second, third, fourth]: Uint8Array): boolean {
  const isZip = first === 0x50 && second === 0x4b && third === 3 && fourth === 4;
  return isZip || (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0);
}
