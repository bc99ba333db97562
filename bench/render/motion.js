// The same seeded points and the same motion for everyone: a matrix that changes in every frame and, in space, a camera that goes round.
const SEED = 20261124;

/** `size` normally distributed numbers of standard deviation 1, the same in every page. */
export function normals(size) {
  let state = SEED;
  const uniform = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return Float32Array.from(
    { length: size },
    () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  );
}

/** World units from the middle to the upper edge. */
export const HALF = 4.5;

/** The matrix of frame k, by rows: turned a degree a frame, and breathing. */
export function planeMove(k) {
  const [c, s] = [Math.cos(k / 57.3), Math.sin(k / 57.3)];
  const [wide, high] = [1 + 0.4 * Math.sin(k / 20), 1 + 0.4 * Math.cos(k / 31)];
  return [wide * c, -wide * s, high * s, high * c];
}

export function spaceMove(k) {
  const [a, b, c, d] = planeMove(k);
  return [a, b, 0, c, d, 0, 0, 0, 1 + 0.2 * Math.sin(k / 25)];
}

/** Degrees about the upright axis, and above the ground. */
export const azimuth = (k) => 0.7 * k;
export const ELEVATION = 25;

/** The points of frame k, for those who cannot be given a matrix; written into `out`. */
export function moved(points, dimension, k, out) {
  const m = dimension === 2 ? planeMove(k) : spaceMove(k);
  for (let i = 0; i < points.length; i += dimension)
    for (let r = 0; r < dimension; r++) {
      let sum = 0;
      for (let c = 0; c < dimension; c++) sum += m[r * dimension + c] * points[i + c];
      out[i + r] = sum;
    }
  return out;
}

/** The same by columns, as plotting libraries take them: new arrays, since they tell by identity that data has changed. */
export function movedColumns(points, dimension, k) {
  const n = points.length / dimension;
  const all = moved(points, dimension, k, new Float32Array(points.length));
  return Array.from({ length: dimension }, (_, c) =>
    Float32Array.from({ length: n }, (_, i) => all[i * dimension + c]),
  );
}
