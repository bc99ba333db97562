/** Largest |entry|, 0 for an empty array. NaN if there is one. */
export function maxAbs(data: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < data.length; i++) {
    const size = Math.abs(data[i]!);
    if (size > largest || Number.isNaN(size)) largest = size;
  }
  return largest;
}

/**
 * A power of two q with q·largest near 1, so that squares neither overflow nor underflow; exact to multiply and divide by.
 * Returned as two factors, since q itself can pass the range of a double.
 */
export function powerOfTwoScale(largest: number): readonly [number, number] {
  if (!(largest > 0 && Number.isFinite(largest))) return [1, 1];
  const exponent = -Math.floor(Math.log2(largest));
  const half = Math.trunc(exponent / 2);
  return [2 ** half, 2 ** (exponent - half)];
}
