/** Points of space as soft discs, from back to front. */
import { brush, type PointStyle } from "./brush";
import { levelOf, stylesByLevel } from "./depthCue";
import { BUCKETS, type SpaceCloud, type SpaceScratch } from "./spaceCloud";
import type { SpaceMap } from "./spaceMap";
import { colourAt, type Frame, offsetsIn, stamp } from "./splat";

/** Sorted by depth (a counting sort), since a soft edge must lie over what is behind it. */
export function splatSpaceDiscs(
  frame: Frame,
  map: SpaceMap,
  { xyz, classes }: SpaceCloud,
  style: PointStyle,
  scratch: SpaceScratch,
): void {
  const [ra, rb, rc, rd] = map.right;
  const [da, db, dc, dd] = map.down;
  const [ta, tb, tc, td] = map.toward;
  const [mx, my] = map.middle;
  const { perEye, reach } = map;
  const { width, height } = frame;
  const brushes = stylesByLevel(style).map(brush);
  const offsets = brushes.map((dot) => offsetsIn(frame, dot));
  const colours = style.colours.length;
  const rim = Math.max(...brushes.map((dot) => dot.reach));
  const n = (xyz.length / 3) | 0;
  if (scratch.rows.length < n || scratch.depths.length < n) grow(scratch, n);
  const { depths, rows, order, places, starts } = scratch;
  const perReach = 1 / reach;
  let seen = 0;
  let nearest = Number.NEGATIVE_INFINITY;
  let farthest = Number.POSITIVE_INFINITY;
  for (let i = 0, k = 0; i < n; i++, k += 3) {
    const px = xyz[k]!;
    const py = xyz[k + 1]!;
    const pz = xyz[k + 2]!;
    const depth = ta * px + tb * py + tc * pz + td;
    const w = 1 - depth * perEye;
    if (!(w > 0)) continue;
    const x = mx + (ra * px + rb * py + rc * pz + rd) / w;
    const y = my + (da * px + db * py + dc * pz + dd) / w;
    if (!(x >= -rim && y >= -rim && x < width + rim && y < height + rim)) continue;
    rows[seen] = i;
    depths[seen] = depth;
    // Shifted by the rim, so that both halves are positive.
    places[seen] = (Math.floor(y + rim) << 16) | Math.floor(x + rim);
    seen++;
    if (depth > nearest) nearest = depth;
    if (depth < farthest) farthest = depth;
  }
  const perUnit = nearest > farthest ? (BUCKETS - 1) / (nearest - farthest) : 0;
  starts.fill(0);
  for (let s = 0; s < seen; s++) starts[(((depths[s]! - farthest) * perUnit) | 0) + 1]!++;
  for (let b = 1; b <= BUCKETS; b++) starts[b]! += starts[b - 1]!;
  for (let s = 0; s < seen; s++) order[starts[((depths[s]! - farthest) * perUnit) | 0]!++] = s;
  for (let o = 0; o < seen; o++) {
    const s = order[o]!;
    const place = places[s]!;
    const level = levelOf(depths[s]! * perReach);
    const colour = classes === null ? 0 : colourAt(classes, rows[s]!, colours);
    stamp(frame, brushes[level]!, offsets[level]!, (place & 0xffff) - rim, (place >>> 16) - rim, colour);
  }
}

function grow(scratch: SpaceScratch, n: number): void {
  scratch.depths = new Float32Array(n);
  scratch.rows = new Uint32Array(n);
  scratch.order = new Uint32Array(n);
  scratch.places = new Int32Array(n);
}
