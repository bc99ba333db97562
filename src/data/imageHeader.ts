/**
 * What a file says of itself in its first bytes, before anything is decoded: a header that promises 400 million pixels is
 * refused without memory being asked for. PNG (W3C), JPEG (ITU T.81), GIF89a, BMP and WebP (RFC 9649); AVIF by its name only.
 */
export interface ImageHeader {
  readonly format: "PNG" | "JPEG" | "GIF" | "WebP" | "BMP" | "AVIF";
  /** Pixels as claimed; null where the header does not say or is cut off. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly animated: boolean;
  /** The bytes end before the format says that the picture does. */
  readonly truncated: boolean;
}

/** A picture that cannot be taken, in words for the reader: what is wrong and what to do. */
export class PictureRefused extends Error {
  override readonly name = "PictureRefused";
  constructor(
    readonly code: "EMPTY_FILE" | "NOT_AN_IMAGE" | "SVG" | "IMAGE_TOO_LARGE" | "DECODE_FAILED",
    message: string,
  ) {
    super(message);
  }
}

/** Decoding takes four bytes a pixel. */
const MOST_PIXELS = 100e6;

/** Reads the header, or throws PictureRefused. O(n) in the number of blocks of the file. */
export function readImageHeader(bytes: Uint8Array, fileName: string): ImageHeader {
  if (bytes.length === 0) throw new PictureRefused("EMPTY_FILE", `${fileName} is empty: it holds 0 bytes.`);
  const header = read(bytes);
  if (header === null) {
    const start = new TextDecoder().decode(bytes.subarray(0, 1024));
    if (/<svg[\s>]/i.test(start))
      throw new PictureRefused("SVG", `${fileName} is a drawing in SVG, which has no pixels. Export it as PNG.`);
    throw new PictureRefused(
      "NOT_AN_IMAGE",
      `${fileName} is not a picture that is known here, whatever its name says. PNG, JPEG, WebP, GIF, BMP and AVIF are.`,
    );
  }
  const { size } = header;
  if (size && size.width * size.height > MOST_PIXELS)
    throw new PictureRefused(
      "IMAGE_TOO_LARGE",
      `${fileName} says that it is ${size.width} × ${size.height} pixels; at most ${MOST_PIXELS / 1e6} million can be opened. Scale it down first.`,
    );
  return header;
}

function read(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const is = (at: number, text: string) => [...text].every((c, k) => bytes[at + k] === c.charCodeAt(0));
  if (is(0, "\x89PNG\r\n\x1a\n")) return readPng(view, is);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(view);
  if (is(0, "GIF87a") || is(0, "GIF89a")) return readGif(view);
  if (is(0, "RIFF") && is(8, "WEBP")) return readWebp(view, is);
  if (is(0, "BM") && view.byteLength >= 26) {
    const size = { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
    return { format: "BMP", size, animated: false, truncated: view.getUint32(2, true) > view.byteLength };
  }
  if (is(4, "ftypavif")) return { format: "AVIF", size: null, animated: false, truncated: false };
  if (is(4, "ftypavis")) return { format: "AVIF", size: null, animated: true, truncated: false };
  return null;
}

type Is = (at: number, text: string) => boolean;

function readPng(view: DataView, is: Is): ImageHeader {
  const size = view.byteLength >= 24 ? { width: view.getUint32(16), height: view.getUint32(20) } : null;
  let [animated, ended] = [false, false];
  for (let at = 8; at + 8 <= view.byteLength && !ended; at += 12 + view.getUint32(at)) {
    animated ||= is(at + 4, "acTL");
    ended = is(at + 4, "IEND");
  }
  return { format: "PNG", size, animated, truncated: !ended };
}

function readJpeg(view: DataView): ImageHeader {
  let size: ImageHeader["size"] = null;
  let frame = 2;
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    // Start of frame, in any of its kinds; C4, C8 and CC stand for something else.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
      frame = at;
      break;
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  // The end marker may be followed by padding or by what a camera appends, but a cut file has none after its frame header;
  // a thumbnail before that has one of its own.
  let ended = false;
  for (let at = view.byteLength - 2; at >= frame && !ended; at--)
    ended = view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xd9;
  return { format: "JPEG", size, animated: false, truncated: !ended };
}

function readGif(view: DataView): ImageHeader {
  if (view.byteLength < 13) return { format: "GIF", size: null, animated: false, truncated: true };
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const byte = (at: number) => (at < view.byteLength ? view.getUint8(at) : 0x3b);
  const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const skipBlocks = (from: number) => {
    let at = from;
    while (at < view.byteLength && byte(at) !== 0) at += byte(at) + 1;
    return at + 1;
  };
  let frames = 0;
  let at = 13 + table(byte(10));
  while (at < view.byteLength && byte(at) !== 0x3b) {
    if (byte(at) === 0x2c) {
      frames++;
      at = skipBlocks(at + 11 + table(byte(at + 9)));
    } else if (byte(at) === 0x21) at = skipBlocks(at + 2);
    else break;
  }
  return { format: "GIF", size, animated: frames > 1, truncated: at >= view.byteLength };
}

function readWebp(view: DataView, is: Is): ImageHeader {
  const truncated = view.byteLength < 8 + view.getUint32(4, true);
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (is(12, "VP8X") && view.byteLength >= 30) {
    const size = { width: uint24(24) + 1, height: uint24(27) + 1 };
    return { format: "WebP", size, animated: (view.getUint8(20) & 2) !== 0, truncated };
  }
  // The plain kinds hold at most 16383 pixels a side, which the decoder may be left to read.
  return { format: "WebP", size: null, animated: false, truncated };
}
