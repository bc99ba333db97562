/** Points of space as squares, with a depth for each pixel: for clouds whose discs would cost the frame. */
import { inksOf, type PointStyle, word } from "./brush";
import { LEVELS, stylesByLevel } from "./depthCue";
import { spaceCells } from "./spaceCells";
import type { SpaceCloud, SpaceScratch } from "./spaceCloud";
import type { SpaceMap } from "./spaceMap";
import { colourAt, type Frame } from "./splat";

/** Nothing was drawn here: below every mark, and near enough to all that a difference fits into 32 bits. */
const UNMARKED = -(2 ** 30);
/** Steps of depth to a reach; beyond FARTHEST of them on either side of the target all is equally far. */
const DEPTH_STEPS = 2048;
const FARTHEST = 2 ** 21 - 1;
/** From steps to levels, both powers of two: whole numbers all the way. */
const LEVEL_SHIFT = Math.log2((2 * DEPTH_STEPS) / LEVELS);
/** A mark's low bits, which hold the colour. */
const COLOUR_BITS = 8;
const COLOUR_MASK = 2 ** COLOUR_BITS - 1;

/** One mark for each pixel, its depth above its colour: the nearer is the larger, and a point costs one place of memory far from the last one's instead of two. */
export function splatSpaceSquares(
  frame: Frame,
  map: SpaceMap,
  cloud: SpaceCloud,
  style: PointStyle,
  scratch: SpaceScratch,
): void {
  const { length } = frame.pixels;
  if (scratch.places.length < length) scratch.places = new Int32Array(length);
  scratch.places.fill(UNMARKED, 0, length);
  mark(frame, map, cloud, style, scratch.places);
  ink(frame.pixels, scratch.places, style);
}

/** Points that are placed before any of them is marked. */
const BLOCK = 1024;
const at = new Int32Array(BLOCK);
const here = new Int32Array(BLOCK);

/**
 * In blocks: first where all points go, then the marks. Otherwise each mark is read before it is known where the last one was written, at which the processor
 * guesses, and on a crowded pixel wrongly. A function of nothing but the loop, since V8 gives up its fast code where something new follows.
 */
function mark({ width, height }: Frame, map: SpaceMap, cloud: SpaceCloud, style: PointStyle, marks: Int32Array): void {
  // Neighbours in space fall on neighbouring pixels, which are then still in the cache.
  const { xyz, rows } = spaceCells(cloud.xyz);
  const { classes } = cloud;
  const [ra, rb, rc, rd] = map.right;
  const [da, db, dc, dd] = map.down;
  const [ta, tb, tc, td] = map.toward;
  const { perEye, reach } = map;
  const colours = style.colours.length;
  const side = Math.max(1, Math.round(style.radius));
  const [right, bottom] = [width - side + 1, height - side + 1];
  const [left, top] = [map.middle[0] - (side - 1) / 2, map.middle[1] - (side - 1) / 2];
  const perStep = DEPTH_STEPS / reach;
  for (let from = 0; from < rows.length; from += BLOCK) {
    const end = Math.min(rows.length, from + BLOCK);
    let count = 0;
    for (let i = from, k = 3 * from; i < end; i++, k += 3) {
      const px = xyz[k]!;
      const py = xyz[k + 1]!;
      const pz = xyz[k + 2]!;
      const depth = ta * px + tb * py + tc * pz + td;
      const w = 1 - depth * perEye;
      if (!(w > 0)) continue;
      const size = 1 / w;
      const x = left + (ra * px + rb * py + rc * pz + rd) * size;
      const y = top + (da * px + db * py + dc * pz + dd) * size;
      if (!(x >= 0 && y >= 0 && x < right && y < bottom)) continue;
      const steps = Math.max(-FARTHEST, Math.min(FARTHEST, depth * perStep)) | 0;
      at[count] = Math.imul(y | 0, width) + (x | 0);
      here[count] = (steps << COLOUR_BITS) | (classes === null ? 0 : colourAt(classes, rows[i]!, colours));
      count++;
    }
    for (let down = 0; down < side; down++)
      for (let across = 0; across < side; across++) {
        const beside = Math.imul(down, width) + across;
        for (let j = 0; j < count; j++) {
          const to = at[j]! + beside;
          // The larger of the two without a branch, which on a crowded pixel nobody could predict.
          const there = marks[to]!;
          const more = (here[j]! - there) | 0;
          marks[to] = there + (more & ~(more >> 31));
        }
      }
  }
}

/** Each mark as the colour of its class at the strength of its depth. */
function ink(pixels: Int32Array, marks: Int32Array, style: PointStyle): void {
  const alpha = Math.round(255 * style.opacity);
  const colours = inksOf(style).length;
  const words = Int32Array.from(
    stylesByLevel(style).flatMap((level) => inksOf(level).map((colour) => word(colour, alpha))),
  );
  for (let k = 0; k < pixels.length; k++) {
    const mark = marks[k]!;
    if (mark === UNMARKED) continue;
    const level = Math.max(0, Math.min(LEVELS - 1, ((mark >> COLOUR_BITS) + DEPTH_STEPS) >> LEVEL_SHIFT));
    pixels[k] = words[Math.imul(level, colours) + (mark & COLOUR_MASK)]!;
  }
}
