/** How the few numbers of one column are written: with as many decimals as tell its values apart. */
import { formatExact, formatFixed } from "../../ui/formatNumber";

const MOST_DECIMALS = 12;
/** Beyond this part of its size, a short exponent form would write all of a column's values alike. */
const NARROW = 0.01;
/** Up to here, decimals of a Float64 still say something. */
const LARGEST = 1e15;

/**
 * Writes numbers of a column whose standard deviation is `deviation` and whose largest absolute value is `size`: two decimals, or more where the
 * deviation would have fewer than two digits; and no exponent where it would hide what the column's values differ by.
 */
export function columnFormat(deviation: number, size: number): (value: number) => string {
  const needed = deviation > 0 ? 1 - Math.floor(Math.log10(deviation)) : 2;
  const decimals = Math.max(2, Math.min(MOST_DECIMALS, needed));
  const narrow = size >= 1e4 && size < LARGEST && deviation > 0 && deviation < NARROW * size;
  if (!narrow) return (value) => formatFixed(value, decimals);
  return (value) => value.toFixed(deviation >= 100 ? 0 : decimals).replace("-", "\u2212");
}

/** Both ends of a column's range: whole numbers with every digit, others by `format`. */
export function rangeText(min: number, max: number, format: (value: number) => string): readonly [string, string] {
  const whole = [min, max].every((end) => Number.isInteger(end) && Math.abs(end) < LARGEST);
  const write = whole ? formatExact : format;
  return [write(min), write(max)];
}
