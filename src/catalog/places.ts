/** A path inside a file: keys and positions. */
export type Path = readonly PropertyKey[];

/** Where something stands in a file; both count from 1. */
export type Place = { line: number; column: number };

/**
 * Where each path of a file stands: fingerprint of the path, line and column, one after the other. Plain numbers, so that they
 * can be kept and handed over without the document they come from (12 bytes a path).
 */
export type Places = Uint32Array;

/** The fingerprint of the empty path. */
export const root = 0x811c9dc5;

/** The fingerprint of a path that is longer by one key (FNV-1a, 32 bits). */
export function step(fingerprint: number, key: PropertyKey): number {
  const text = `/${String(key)}`;
  let sum = fingerprint;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

/** The place of a path, or of the nearest part of it that stands in the file. */
export function placeOf(places: Places, path: Path): Place {
  let fingerprint = root;
  const wanted = [root, ...path.map((key) => (fingerprint = step(fingerprint, key)))];
  for (const each of wanted.reverse()) {
    for (let at = 0; at < places.length; at += 3)
      if (places[at] === each) return { line: places[at + 1] ?? 1, column: places[at + 2] ?? 1 };
  }
  return { line: 1, column: 1 };
}
