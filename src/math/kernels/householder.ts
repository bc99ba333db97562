/** Below this a sum of squares has lost digits to underflow. */
const SAFE_SQUARE = 2 ** -900;
const LIFT = 2 ** 500;

/**
 * The reflector H = I − τ v vᵀ with v₀ = 1 that maps x, n entries from `offset`, to (β, 0, …), |β| = ‖x‖ (LAPACK dlarfg).
 * Overwrites x₀ with β and the rest with v, whose one is not stored. Returns τ.
 * Callers scale their matrix to order one first; a column that is still tiny is lifted here, as dlarfg does.
 */
export function reflector(x: Float64Array, offset: number, n: number): number {
  const alpha = x[offset]!;
  let tail = 0;
  for (let i = 1; i < n; i++) tail += x[offset + i]! * x[offset + i]!;
  if (alpha * alpha + tail < SAFE_SQUARE && x.subarray(offset, offset + n).some((value) => value !== 0))
    return liftedReflector(x, offset, n);
  if (tail === 0) return 0;
  const beta = alpha > 0 ? -Math.sqrt(alpha * alpha + tail) : Math.sqrt(alpha * alpha + tail);
  const scale = 1 / (alpha - beta);
  for (let i = 1; i < n; i++) x[offset + i]! *= scale;
  x[offset] = beta;
  return (beta - alpha) / beta;
}

function liftedReflector(x: Float64Array, offset: number, n: number): number {
  for (let i = 0; i < n; i++) x[offset + i]! *= LIFT;
  const tau = reflector(x, offset, n);
  x[offset]! /= LIFT;
  return tau;
}
