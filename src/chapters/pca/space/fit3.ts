/** How far a picture in space reaches: what the camera looks at, and from how far. */
import type { Vec3 } from "../../../math";

export interface Extent {
  readonly low: Vec3;
  readonly high: Vec3;
  /** Of the ball about the middle that holds all of it. */
  readonly radius: number;
}

/** Bounds of the points and further marks, the origin always among them. O(n). */
export function extentOf(xyz: ArrayLike<number>, marks: readonly (readonly number[])[]): Extent {
  const low = [0, 0, 0];
  const high = [0, 0, 0];
  const take = (value: number, k: number) => {
    if (value < (low[k] as number)) low[k] = value;
    else if (value > (high[k] as number)) high[k] = value;
  };
  for (let i = 0; i + 2 < xyz.length; i += 3) for (let k = 0; k < 3; k++) take(xyz[i + k] as number, k);
  for (const mark of marks) for (let k = 0; k < 3; k++) take(mark[k] ?? 0, k);
  const middle = low.map((x, k) => (x + (high[k] as number)) / 2);
  const [a = 0, b = 0, c = 0] = middle;
  let square = Math.max(a * a + b * b + c * c, ...marks.map((mark) => distance2(mark, 0, middle)));
  for (let i = 0; i + 2 < xyz.length; i += 3) square = Math.max(square, distance2(xyz, i, middle));
  return { low: low as unknown as Vec3, high: high as unknown as Vec3, radius: Math.sqrt(square) };
}

const distance2 = (from: ArrayLike<number>, at: number, [a = 0, b = 0, c = 0]: readonly number[]): number =>
  ((from[at] as number) - a) ** 2 + ((from[at + 1] as number) - b) ** 2 + ((from[at + 2] as number) - c) ** 2;

/** How wide a cloud is while it turns from width `a` to `b`: as directions that turn by a right angle mix, which is never less than the cloud needs. */
export const onTheWay = (a: number, b: number, t: number): number =>
  Math.hypot(Math.cos((t * Math.PI) / 2) * a, Math.sin((t * Math.PI) / 2) * b);

/** Between two extents, for the picture on its way. */
export function between(a: Extent, b: Extent, t: number): Extent {
  if (t <= 0) return a;
  if (t >= 1) return b;
  const each = (k: "low" | "high", sign: 1 | -1) =>
    a[k].map((x, j) => sign * onTheWay(x, b[k][j as 0], t)) as unknown as Vec3;
  return { low: each("low", -1), high: each("high", 1), radius: onTheWay(a.radius, b.radius, t) };
}

export const middleOf = ({ low, high }: Extent): Vec3 =>
  low.map((x, k) => (x + (high[k as 0] as number)) / 2) as unknown as Vec3;

/** Spans for the ball: names stand outside it. */
const ROOM = 1.05;

/** World units across the shorter side of the stage. */
export const spanOf = ({ radius }: Extent): number => (radius > 0 && Number.isFinite(radius) ? 2 * ROOM * radius : 1);
