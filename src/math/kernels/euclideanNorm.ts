/**
 * ‖x‖₂ of a list of numbers, or of `n` of them from `at`, `step` apart. Infinity only where that overflows, NaN where there is one.
 * 2n flops; twice that where the squares leave the range of numbers.
 */
export function euclideanNorm(x: ArrayLike<number>, at = 0, n = x.length - at, step = 1): number {
  let sum = 0;
  for (let i = 0, k = at; i < n; i++, k += step) sum += x[k]! * x[k]!;
  // Squares lost to underflow are not seen beside so much, and none has overflowed.
  if (sum > 2 ** -900 && sum < Number.POSITIVE_INFINITY) return Math.sqrt(sum);
  let largest = 0;
  for (let i = 0, k = at; i < n; i++, k += step) {
    const size = Math.abs(x[k]!);
    if (size > largest || Number.isNaN(size)) largest = size;
  }
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY)) return largest;
  let scaled = 0;
  for (let i = 0, k = at; i < n; i++, k += step) scaled += (x[k]! / largest) ** 2;
  return largest * Math.sqrt(scaled);
}
