/**
 * Points splatted into a frame buffer: one loop over the coordinates, a small stamp for each, no call to the canvas until the end.
 * On two cores without a GPU this draws 100,000 points at 60 frames a second, where a call for each point draws 14.
 */
import type { Rgb } from "./theme";
import type { View2d } from "./view2d";

export interface Cloud {
  /** x₀ y₀ x₁ y₁ …, world units. A point with a coordinate that is not finite is not drawn. */
  readonly xy: Float32Array;
  /** Index into the colours for each point, −1 where its class is not known; null paints all with the first. */
  readonly classes: Int32Array | null;
}

export interface SplatStyle {
  readonly colours: readonly Rgb[];
  /** Of a point whose class is not known. */
  readonly unknown: Rgb;
  /** A thin ring of this colour sets touching points apart. */
  readonly ring: Rgb;
  /** Device pixels. */
  readonly radius: number;
  /** 0 to 1. */
  readonly opacity: number;
}

/** Soft discs to here, squares above, where a disc's blending would cost the frame. */
const MOST_DISCS = 120_000;

interface Stamp {
  readonly reach: number;
  /** Coverage by the disc and its ring together, and by the disc alone: 0 to 256. */
  readonly outer: Uint16Array;
  readonly inner: Uint16Array;
}

/** Draws `cloud` into `pixels` (RGBA, little-endian words) of width × height device pixels; `ratio` is device pixels per CSS pixel. */
export function splat(
  pixels: Uint32Array,
  width: number,
  height: number,
  view: View2d,
  ratio: number,
  { xy, classes }: Cloud,
  style: SplatStyle,
): void {
  const n = xy.length >> 1;
  const words = style.colours.map(wordOf);
  const unknown = wordOf(style.unknown);
  const colourOf = (i: number): number => {
    const code = classes === null ? 0 : classes[i]!;
    return code < 0 ? unknown : words[code % words.length]!;
  };
  const scale = view.unit * ratio;
  const left = (view.width / 2) * ratio - view.centre[0] * scale;
  const top = (view.height / 2) * ratio + view.centre[1] * scale;
  const alpha = Math.round(255 * style.opacity);
  if (n > MOST_DISCS) {
    const side = Math.max(1, Math.round(style.radius));
    for (let i = 0; i < n; i++) {
      const x = Math.floor(left + xy[2 * i]! * scale);
      const y = Math.floor(top - xy[2 * i + 1]! * scale);
      if (!(x >= 0 && y >= 0 && x + side <= width && y + side <= height)) continue;
      const word = ((alpha << 24) | colourOf(i)) >>> 0;
      for (let r = 0; r < side; r++) for (let c = 0; c < side; c++) pixels[(y + r) * width + x + c] = word;
    }
    return;
  }
  const { reach, outer, inner } = stampOf(style.radius);
  const side = 2 * reach + 1;
  const ring = wordOf(style.ring);
  for (let i = 0; i < n; i++) {
    const x = Math.round(left + xy[2 * i]! * scale);
    const y = Math.round(top - xy[2 * i + 1]! * scale);
    if (!(x >= -reach && y >= -reach && x < width + reach && y < height + reach)) continue;
    const word = colourOf(i);
    for (let r = 0; r < side; r++) {
      const py = y + r - reach;
      if (py < 0 || py >= height) continue;
      for (let c = 0; c < side; c++) {
        const covered = outer[r * side + c]!;
        const px = x + c - reach;
        if (covered === 0 || px < 0 || px >= width) continue;
        const at = py * width + px;
        const filled = inner[r * side + c]!;
        const source = filled === covered ? word : blend(ring, word, Math.round((256 * filled) / covered));
        pixels[at] = over(pixels[at]!, source, (covered * alpha) >> 8);
      }
    }
  }
}

/** Red, green and blue as the frame buffer has them, without alpha. */
const wordOf = ([r, g, b]: Rgb): number => (b << 16) | (g << 8) | r;

/** `to` over `from` by `part` of 256, red, green and blue only. */
function blend(from: number, to: number, part: number): number {
  const rest = 256 - part;
  const rb = ((((from & 0xff00ff) * rest) >>> 8) + (((to & 0xff00ff) * part) >>> 8)) & 0xff00ff;
  const g = ((((from & 0x00ff00) * rest) >>> 8) + (((to & 0x00ff00) * part) >>> 8)) & 0x00ff00;
  return rb | g;
}

/** A colour of this alpha (0 to 255) over a pixel of the buffer, whose own alpha may be anything. */
function over(pixel: number, colour: number, alpha: number): number {
  const below = pixel >>> 24;
  if (below === 0) return ((alpha << 24) | colour) >>> 0;
  const sum = (alpha + (below * (255 - alpha)) / 255) | 0;
  if (sum === 0) return pixel;
  return ((sum << 24) | blend(pixel, colour, Math.round((256 * alpha) / sum))) >>> 0;
}

const stamps = new Map<number, Stamp>();

/** A disc with a soft edge of one device pixel, and its ring. */
function stampOf(radius: number): Stamp {
  const kept = stamps.get(radius);
  if (kept) return kept;
  const reach = Math.ceil(radius + RING);
  const side = 2 * reach + 1;
  const coverage = (size: number) =>
    Uint16Array.from({ length: side * side }, (_, k) => {
      const distance = Math.hypot((k % side) - reach, Math.floor(k / side) - reach);
      return Math.round(256 * Math.max(0, Math.min(1, size + 0.5 - distance)));
    });
  const stamp = { reach, outer: coverage(radius + RING), inner: coverage(radius) };
  stamps.set(radius, stamp);
  return stamp;
}
const RING = 0.9;

/** The point nearest to a pixel (CSS pixels) within `reach` of it, or −1. The last drawn wins a tie, since it lies on top. O(n). */
export function nearestPoint(view: View2d, xy: Float32Array, pixel: readonly [number, number], reach: number): number {
  const { unit, centre, width, height } = view;
  const wx = centre[0] + (pixel[0] - width / 2) / unit;
  const wy = centre[1] - (pixel[1] - height / 2) / unit;
  let best = (reach / unit) ** 2;
  let found = -1;
  for (let i = 0; 2 * i < xy.length; i++) {
    const d = (xy[2 * i]! - wx) ** 2 + (xy[2 * i + 1]! - wy) ** 2;
    if (d <= best) {
      best = d;
      found = i;
    }
  }
  return found;
}
