/** x, Ax, A²x …: a spiral, a flight, or the pull to the top eigenvector. */
import { apply2, type Mat2, norm2, scale2, type Vec2 } from "../../math";

/** Beyond this the numbers stop meaning anything on a stage. */
const FARTHEST = 1e12;

/** x and its images under A, A², …; ends early where one is zero and would stay so, or leaves every stage. With `unit` each is scaled to x's length. */
export function iterates(a: Mat2, x: Vec2, count: number, unit: boolean): readonly Vec2[] {
  const length = norm2(x);
  const all: Vec2[] = [x];
  for (let k = 0; k < count; k++) {
    const next = apply2(a, all.at(-1) as Vec2);
    const size = norm2(next);
    if (!(size <= FARTHEST)) break;
    all.push(unit && size > 0 ? scale2(length / size, next) : next);
    if (size === 0) break;
  }
  return all;
}
