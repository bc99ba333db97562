/** Which held rows are meant, as a text that a link can carry: one bit a row, in base64, so that any choice of 50,000 rows has at most 8,334 letters. */

/** `mask` has 1 for a row that is meant. '' where none is. O(rows). */
export function packRows(mask: Uint8Array): string {
  const last = mask.lastIndexOf(1);
  if (last < 0) return "";
  let binary = "";
  for (let start = 0; start <= last; start += 8) {
    let byte = 0;
    for (let k = 0; k < 8; k++) byte |= (mask[start + k] ?? 0) << k;
    binary += String.fromCharCode(byte);
  }
  return btoa(binary);
}

/** The inverse of `packRows`; rows that the dataset does not have are left out. Null where no row is meant, or the text is no such text. O(rows). */
export function unpackRows(packed: string, held: number): Uint8Array | null {
  if (!/^[A-Za-z\d+/]+={0,2}$/.test(packed) || packed.length % 4 !== 0) return null;
  const binary = atob(packed);
  const mask = Uint8Array.from({ length: held }, (_, row) => (binary.charCodeAt(row >> 3) >> (row & 7)) & 1);
  return mask.includes(1) ? mask : null;
}

/** In the place of a class: the row stands back, as scene's FADED. */
const BACK = -2;

/** Class codes as pictures show them: rows that are not meant stand back while others are. O(rows). */
export function shownClasses(codes: Int32Array | null, mask: Uint8Array | null): Int32Array | null {
  if (!mask) return codes;
  return Int32Array.from(mask, (meant, row) => (meant === 0 ? BACK : (codes?.[row] ?? -1)));
}

export type Choosing = "replace" | "add" | "remove";

/** A former choice and a new one together. O(rows). */
export function combineRows(former: Uint8Array | null, mask: Uint8Array, how: Choosing): Uint8Array {
  if (how === "replace" || !former) return how === "remove" ? new Uint8Array(mask.length) : mask;
  return mask.map((now, row) => (how === "add" ? now | (former[row] ?? 0) : (former[row] ?? 0) & ~now));
}
