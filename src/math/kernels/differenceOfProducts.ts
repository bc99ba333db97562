/**
 * ad − bc to the last place or two, however much cancels: both products are split exactly into a rounded part and its error
 * (Dekker 1971), then summed in the order of Kahan's fused form (Jeannerod, Louvet & Muller 2013). 37 flops.
 */

/** 2²⁷ + 1 cuts 53 bits into 26 and 26 (Veltkamp 1968). */
const CUT = 2 ** 27 + 1;
const LARGE = 2 ** 400;
const SMALL = 2 ** -400;

/** ad − bc within two units in the last place, for any finite numbers. ±Infinity only where the true value overflows. */
export function differenceOfProducts(a: number, d: number, b: number, c: number): number {
  return inRange(a) && inRange(b) && inRange(c) && inRange(d) ? difference(a, d, b, c) : farDifference(a, d, b, c);
}

/** In this range no part of a product over- or underflows. */
function inRange(x: number): boolean {
  const size = Math.abs(x);
  return (size < LARGE && size > SMALL) || size === 0;
}

function difference(a: number, d: number, b: number, c: number): number {
  const ad = a * d;
  const bc = b * c;
  return ad - bc + productError(a, d, ad) - productError(b, c, bc);
}

/** xy − fl(xy), exactly. */
function productError(x: number, y: number, rounded: number): number {
  const xCut = CUT * x;
  const xHigh = xCut - (xCut - x);
  const xLow = x - xHigh;
  const yCut = CUT * y;
  const yHigh = yCut - (yCut - y);
  const yLow = y - yHigh;
  return xLow * yLow - (rounded - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
}

/** Fractions and exponents apart, so that only the result can over- or underflow. */
function farDifference(a: number, d: number, b: number, c: number): number {
  if (!Number.isFinite(a + b + c + d)) return a * d - b * c;
  const first = exponentOf(a) + exponentOf(d);
  const second = exponentOf(b) + exponentOf(c);
  const common = Math.max(first, second);
  const value = difference(
    fractionOf(a) * lowered(first - common),
    fractionOf(d),
    fractionOf(b) * lowered(second - common),
    fractionOf(c),
  );
  const half = Math.trunc(common / 2);
  return value * 2 ** half * 2 ** (common - half);
}

/** Under 2⁻³⁰⁰ a product is not seen beside the other. */
const lowered = (exponent: number): number => 2 ** Math.max(-300, exponent);

/** Far under every product for zero, so that the other product sets the scale. */
const exponentOf = (x: number): number => (x === 0 ? -4000 : Math.floor(Math.log2(Math.abs(x))));

function fractionOf(x: number): number {
  if (x === 0) return 0;
  const exponent = exponentOf(x);
  const half = Math.trunc(exponent / 2);
  return x / 2 ** half / 2 ** (exponent - half);
}
