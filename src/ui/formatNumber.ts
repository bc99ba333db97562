/** Below this part of what a number was computed from, it is rounding: some dozens of units in the last place. */
const DUST = 1e-14;

/**
 * `value` with a fixed count of decimals and U+2212 for minus; a rounded zero has no sign. Where those decimals would call it zero though it is not, and
 * beyond ±1e6, in a short exponent form; from ±1e4 whole. With a `scale`, the size of what it was computed from, rounding beside that reads as zero.
 */
export function formatFixed(value: number, decimals = 2, scale = 0): string {
  const size = Math.abs(value);
  if (size <= DUST * scale) return (0).toFixed(decimals);
  const fixed = value.toFixed(size >= 1e4 ? 0 : decimals);
  const tiny = Number(fixed) === 0;
  const text = tiny || size >= 1e6 ? value.toExponential(tiny ? 1 : decimals).replace(/\.?0*e\+?/, "e") : fixed;
  return text.replaceAll("-", "\u2212");
}

/** The scale at which entries of one matrix are read: its largest, but 1 at most, so that 1e−12 beside 1e12 is still a number of its own. */
export const scaleOf = (entries: readonly number[]): number => Math.min(1, Math.max(...entries.map(Math.abs)));

/** Every digit of `value` (the shortest text that reads back as the same number), with U+2212 for minus. */
export function formatExact(value: number): string {
  return String(value === 0 ? 0 : value).replaceAll("-", "\u2212");
}
