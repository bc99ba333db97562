/** The lower triangle of X, n × n row-major, becomes the mirror image of the upper one: symmetric to the bit. */
export function mirrorUpper(x: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) x[i * n + j] = x[j * n + i]!;
}
