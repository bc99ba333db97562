/** Below this a sum of squares has lost digits to underflow. */
const SAFE_SQUARE = 2 ** -900;
const LIFT = 2 ** 500;

/**
 * The reflector H = I − τ v vᵀ with v₀ = 1 that maps x, n entries from `at`, `step` apart, to (β, 0, …), |β| = ‖x‖ (LAPACK dlarfg).
 * Overwrites x₀ with β and the rest with v, whose one is not stored. Returns τ.
 * Callers scale their matrix to order one first; a column that is still tiny is lifted here, as dlarfg does.
 */
export function reflector(x: Float64Array, at: number, n: number, step = 1): number {
  const end = at + n * step;
  const alpha = x[at]!;
  let tail = 0;
  for (let p = at + step; p < end; p += step) tail += x[p]! * x[p]!;
  if (alpha * alpha + tail < SAFE_SQUARE && !isZero(x, at, end, step)) return liftedReflector(x, at, n, step);
  if (tail === 0) return 0;
  const beta = alpha > 0 ? -Math.sqrt(alpha * alpha + tail) : Math.sqrt(alpha * alpha + tail);
  const scale = 1 / (alpha - beta);
  for (let p = at + step; p < end; p += step) x[p]! *= scale;
  x[at] = beta;
  return (beta - alpha) / beta;
}

function isZero(x: Float64Array, at: number, end: number, step: number): boolean {
  for (let p = at; p < end; p += step) if (x[p] !== 0) return false;
  return true;
}

function liftedReflector(x: Float64Array, at: number, n: number, step: number): number {
  for (let i = 0, p = at; i < n; i++, p += step) x[p]! *= LIFT;
  const tau = reflector(x, at, n, step);
  x[at]! /= LIFT;
  return tau;
}
