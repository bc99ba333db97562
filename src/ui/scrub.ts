/** The keys that are held during a scrub or an arrow press. */
export type ScrubKeys = { shiftKey: boolean; altKey: boolean };

/** Sideways pixels of pointer travel for one step. */
export const PIXELS_PER_STEP = 4;

/** The step in force: Shift makes it ten times coarser, Alt ten times finer, both together cancel. */
export function stepUnder(step: number, keys: ScrubKeys): number {
  if (keys.shiftKey === keys.altKey) return step;
  return keys.shiftKey ? step * 10 : step / 10;
}

/**
 * `value + count · step`, freed of the rounding dust of binary fractions (0.1 + 0.2 gives 0.3), kept in [min, max].
 * The quantum is 14 digits below the larger operand, so a value's own digits are kept.
 */
export function addSteps(value: number, count: number, step: number, min = -Infinity, max = Infinity): number {
  const move = count * step;
  const scale = Math.max(Math.abs(value), Math.abs(move));
  if (scale === 0) return Math.min(max, Math.max(min, 0));
  const decimals = Math.min(100, Math.max(0, 14 - Math.ceil(Math.log10(scale))));
  const sum = Number((value + move).toFixed(decimals));
  return Math.min(max, Math.max(min, sum === 0 ? 0 : sum));
}
