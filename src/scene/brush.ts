/** The dot that stands for one point, ready to be copied into a frame: a soft disc with a thin ring around it, in every colour. */
import type { Rgb } from "./theme";

export interface PointStyle {
  /** Of the classes, repeated when there are more. */
  readonly colours: readonly Rgb[];
  /** Of a point whose class is not known. */
  readonly unknown: Rgb;
  /** Of a point that is not among those meant. */
  readonly faded: Rgb;
  /** A thin ring of this colour sets touching points apart. */
  readonly ring: Rgb;
  /** Device pixels. */
  readonly radius: number;
  /** 0 to 1. */
  readonly opacity: number;
}

export interface Brush {
  /** The largest |dx| and |dy|. */
  readonly reach: number;
  readonly dx: Int8Array;
  readonly dy: Int8Array;
  /** RGBA words (little-endian) of the dot's pixels, colour after colour; then the unknown and the faded. */
  readonly ink: Int32Array;
}

const RING = 0.9;
/** Below this a ring would be all that is seen of a point. */
const LEAST_RINGED = 1.5;
/** A pixel less covered than this is not worth its time. */
const LEAST_COVERED = 0.12;

const made = new WeakMap<PointStyle, Brush>();

/** A disc with a soft edge of one device pixel, and its ring; made once for a style. */
export function brush(style: PointStyle): Brush {
  const kept = made.get(style);
  if (kept) return kept;
  const fresh = makeBrush(style);
  made.set(style, fresh);
  return fresh;
}

function makeBrush(style: PointStyle): Brush {
  const { ring, radius, opacity } = style;
  const rim = radius < LEAST_RINGED ? 0 : RING;
  const reach = Math.ceil(radius + rim);
  const dots: { dx: number; dy: number; alpha: number; filled: number }[] = [];
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const covered = coverage(radius + rim, dx, dy);
      const alpha = Math.round(255 * opacity * covered);
      if (alpha > 0 && covered >= LEAST_COVERED)
        dots.push({ dx, dy, alpha, filled: coverage(radius, dx, dy) / covered });
    }
  const at = (k: 0 | 1 | 2, colour: Rgb, filled: number) => Math.round(ring[k] + filled * (colour[k] - ring[k]));
  const ink = inksOf(style).flatMap((colour) =>
    dots.map(({ alpha, filled }) => word([at(0, colour, filled), at(1, colour, filled), at(2, colour, filled)], alpha)),
  );
  return {
    reach,
    dx: Int8Array.from(dots, ({ dx }) => dx),
    dy: Int8Array.from(dots, ({ dy }) => dy),
    ink: Int32Array.from(ink),
  };
}

/** Every colour that a point may have, in the order that `colourAt` counts in. */
export const inksOf = ({ colours, unknown, faded }: PointStyle): readonly Rgb[] => [...colours, unknown, faded];

/** Part of a pixel that a disc of this size about the origin covers. */
const coverage = (size: number, dx: number, dy: number) => Math.max(0, Math.min(1, size + 0.5 - Math.hypot(dx, dy)));

/** A colour of this alpha (0 to 255) as the frame buffer has it. */
export const word = ([r, g, b]: Rgb, alpha: number): number => (alpha << 24) | (b << 16) | (g << 8) | r;

/** 65536 / k, rounded up: a pixel's mixing divides by none. */
const INVERSES = Int32Array.from({ length: 256 }, (_, k) => (k === 0 ? 0 : Math.ceil(65536 / k)));

/** A pixel of the ink over a pixel of the frame, whose own alpha may be anything. In whole numbers of 32 bits throughout: others cost twice the time. */
export function over(below: number, ink: number): number {
  const alpha = ink >>> 24;
  if (alpha === 255 || below === 0) return ink;
  const rest = Math.imul(below >>> 24, 255 - alpha) + 128;
  const sum = alpha + ((rest + (rest >> 8)) >> 8);
  const part = Math.imul(alpha, INVERSES[sum]!) >> 8;
  const other = 256 - part;
  const rb = (Math.imul(below & 0xff00ff, other) >>> 8) + (Math.imul(ink & 0xff00ff, part) >>> 8);
  const g = (Math.imul(below & 0x00ff00, other) + Math.imul(ink & 0x00ff00, part)) >>> 8;
  return (sum << 24) | (rb & 0xff00ff) | (g & 0x00ff00);
}
