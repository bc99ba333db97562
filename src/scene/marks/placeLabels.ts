/**
 * Labels beside the things they name. Each is tried at a fixed fan of places about its own pixel, the preferred direction first, so that a small
 * move of the picture moves a label by as little; the earlier in the list, the surer of the place that it wants.
 */
import type { Vec2 } from "../../math";
import type { TextShape, Tone } from "../shape";
import { textWidth } from "../textWidth";
import type { Size } from "../view2d";

export interface Label {
  readonly name: string;
  readonly text: string;
  readonly tone: Tone;
  /** The pixel that it belongs to; off the stage, the label waits at the edge, and not finite it is left out. */
  readonly near: Vec2;
  /** Screen direction from there, y downwards; up and right where left out. */
  readonly toward?: Vec2;
  /** CSS pixels; 17 where left out. */
  readonly size?: number;
  readonly face?: TextShape["face"];
  readonly weight?: number;
}

/** CSS pixels, y downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The square box of a handle, an arrow head or another thing at a pixel that labels keep clear of. */
export const boxAbout = ([x, y]: Vec2, reach: number): Box => ({
  left: x - reach,
  top: y - reach,
  right: x + reach,
  bottom: y + reach,
});

/** An arrow or a line between two pixels, which a word upon it would strike through. */
export type Stroke = readonly [from: Vec2, to: Vec2];

const EDGE = 10;
/** Pixels from the label's pixel to its box; the farther rings are for crowds. */
const RINGS = [9, 26, 52, 84, 120, 160, 205, 255];
const TURNS = Array.from({ length: 16 }, (_, k) => ((k % 2 === 0 ? -1 : 1) * Math.ceil(k / 2) * Math.PI) / 8);
/** A ring farther out counts as much as a turn by a third of a half circle. */
const FAN = RINGS.flatMap((gap, ring) =>
  TURNS.map((turn) => ({ gap, turn, cost: Math.abs(turn) / Math.PI + ring / 3 })),
).sort((a, b) => a.cost - b.cost);
/** A place this clear of everything is taken at once; the next best touches nothing. */
const CLEAR = 4;
const UP_RIGHT: Vec2 = [0.9, -1];
/** Pixels across for which the length of a stroke under a label counts. */
const STROKE = 6;

/**
 * Places labels on a stage of this size: inside it, off the boxes in `taken`, off `strokes` and off each other, earlier ones first; where there is
 * no free place, at the least covered. O(labels × (labels + taken + strokes)).
 */
export function placeLabels(
  labels: readonly Label[],
  taken: readonly Box[],
  size: Size,
  strokes: readonly Stroke[] = [],
): TextShape[] {
  const full = [...taken];
  const lines = strokes.filter((stroke) => stroke.every((end) => end.every(Number.isFinite)));
  const placed: TextShape[] = [];
  for (const label of labels) {
    if (label.text === "" || !label.near.every(Number.isFinite)) continue;
    const { box, shape } = place(label, full, lines, size);
    full.push(box);
    placed.push(shape);
  }
  return placed;
}

function place(
  label: Label,
  full: readonly Box[],
  strokes: readonly Stroke[],
  size: Size,
): { box: Box; shape: TextShape } {
  const { name, text, tone, toward = UP_RIGHT, size: height = 17, face = "math", weight } = label;
  const near: Vec2 = [hold(label.near[0], 0, size.width), hold(label.near[1], 0, size.height)];
  // Ascender to descender of both faces is about one em and a fifth.
  const half: Vec2 = [textWidth(text, face, height) / 2, height * 0.6];
  const wanted = Math.atan2(toward[1], toward[0]);
  const obstacles = [boxAbout(near, 3), ...full];
  /** What is under a box, counted no further than `enough`. */
  const coverage = (box: Box, margin: number, enough: number) => {
    let sum = 0;
    for (const other of obstacles) {
      sum += overlap(box, other, margin);
      if (sum > enough) return sum;
    }
    for (const stroke of strokes) {
      sum += STROKE * lengthWithin(stroke, box, margin);
      if (sum > enough) return sum;
    }
    return sum;
  };
  let best: { box: Box; covered: number } | null = null;
  for (const { gap, turn } of FAN) {
    const [dx, dy] = [Math.cos(wanted + turn), Math.sin(wanted + turn)];
    const stretch = Math.max(Math.abs(dx), Math.abs(dy));
    const middle: Vec2 = [near[0] + (dx / stretch) * (half[0] + gap), near[1] + (dy / stretch) * (half[1] + gap)];
    const box = within(middle, half, size);
    const covered: number =
      coverage(box, CLEAR, 0) === 0 ? -1 : coverage(box, 0, best?.covered ?? Number.POSITIVE_INFINITY);
    if (best === null || covered < best.covered) best = { box, covered };
    if (covered < 0) break;
  }
  const box = best?.box ?? within(near, half, size);
  const at: Vec2 = [(box.left + box.right) / 2, (box.top + box.bottom) / 2 + height * 0.34];
  return { box, shape: { kind: "text", name, text, tone, at, anchor: "middle", face, size: height, weight } };
}

/** A place on a side of this length, at least so far from both its ends. */
const hold = (at: number, room: number, all: number) => Math.max(room, Math.min(all - room, at));

/** The box about a middle, moved into the stage where it would leave it. */
function within(middle: Vec2, [w, h]: Vec2, { width, height }: Size): Box {
  const [x, y] = [hold(middle[0], EDGE + w, width), hold(middle[1], EDGE + h, height)];
  return { left: x - w, top: y - h, right: x + w, bottom: y + h };
}

/** Square pixels that two boxes share, the first grown by a margin. */
const overlap = (a: Box, b: Box, margin: number): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left) + margin) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) + margin);

/** How much of a stroke lies in a box grown by a margin (Liang and Barsky 1984). */
function lengthWithin([[x, y], [toX, toY]]: Stroke, box: Box, margin: number): number {
  const [left, right] = [box.left - margin, box.right + margin];
  const [top, bottom] = [box.top - margin, box.bottom + margin];
  // Most strokes are wholly on one side.
  if ((x < left && toX < left) || (x > right && toX > right) || (y < top && toY < top) || (y > bottom && toY > bottom))
    return 0;
  const [enterX, leaveX] = crossing(x, toX - x, left, right);
  const [enterY, leaveY] = crossing(y, toY - y, top, bottom);
  const part = Math.min(1, leaveX, leaveY) - Math.max(0, enterX, enterY);
  return Math.max(0, part) * Math.hypot(toX - x, toY - y);
}

/** The parts of its way at which a stroke comes between two parallels, and leaves them. */
function crossing(from: number, step: number, low: number, high: number): readonly [number, number] {
  if (step === 0) return from > low && from < high ? [0, 1] : [1, 0];
  const [a, b] = [(low - from) / step, (high - from) / step];
  return a < b ? [a, b] : [b, a];
}
