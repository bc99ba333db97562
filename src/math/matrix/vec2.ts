/** A point or direction in the plane. */
export type Vec2 = readonly [number, number];

export const add2 = (a: Vec2, b: Vec2): Vec2 => [a[0] + b[0], a[1] + b[1]];
export const sub2 = (a: Vec2, b: Vec2): Vec2 => [a[0] - b[0], a[1] - b[1]];
export const scale2 = (k: number, a: Vec2): Vec2 => [k * a[0], k * a[1]];
export const dot2 = (a: Vec2, b: Vec2): number => a[0] * b[0] + a[1] * b[1];
export const norm2 = (a: Vec2): number => Math.hypot(a[0], a[1]);
/** a + t (b − a). */
export const lerp2 = (a: Vec2, b: Vec2, t: number): Vec2 => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
