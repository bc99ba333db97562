/** Words inside a PNG: an international text chunk each, as the PNG specification (third edition, 11.3.3.4) lays it out. */

const SIGNATURE = 8;
/** Length, type, 13 bytes of data, checksum. */
const HEADER_CHUNK = 4 + 4 + 13 + 4;

/** The file with a text for each keyword (Title, Description, …) after its header. */
export function withTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const at = SIGNATURE + HEADER_CHUNK;
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  const out = new Uint8Array(png.length + chunks.reduce((sum, { length }) => sum + length, 0));
  out.set(png.subarray(0, at));
  let next = at;
  for (const chunk of chunks) {
    out.set(chunk, next);
    next += chunk.length;
  }
  out.set(png.subarray(at), next);
  return out;
}

function textChunk(keyword: string, text: string): Uint8Array {
  // After the keyword: no compression (two bytes), no language, no translated keyword.
  const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text.replaceAll("\0", "")}`);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(4 + body.length, crc32(body));
  return chunk;
}

/** The checksum of ISO 3309, bit by bit: a few hundred bytes need no table. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
