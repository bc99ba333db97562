/**
 * From ZZᵀ = UΛUᵀ to the right singular vectors of Z, n × d: V = ZᵀU Λ^(−½), d × k for the k = min(n, d) leading columns, orthonormal
 * throughout. Dividing by √Λ is enough where λ is within 1/64 of the first; the rounding that it magnifies in the others is taken
 * out by block Gram-Schmidt and QR, twice (Giraud et al. 2005). Where λ is rounding ZᵀU has no direction left, and any will do.
 */
import { qr } from "../factor/qr";
import { matmul, transposedMatmul } from "../kernels/matmul";
import { leadingColumns, type Matrix, zeros } from "../matrix/matrix";
import { createRandom } from "../random/random";
import { relativeTolerance } from "../tolerance";

const WELL_DETERMINED = 2 ** -6;

/** V, d × min(n, d), from Z and the eigenvalues and eigenvectors of ZZᵀ, largest first. 2nd·min(n, d) flops where λ is flat, up to 10. */
export function gramComponents(z: Matrix, values: Float64Array, vectors: Matrix): Matrix {
  const { rows: n, cols: d } = z;
  const k = Math.min(n, d);
  const v = transposedMatmul(z, leadingColumns(vectors, k));
  const largest = values[0] ?? 0;
  const kept = countAbove(values, k, largest * WELL_DETERMINED);
  const told = countAbove(values, k, largest * relativeTolerance(n, d));
  fillColumns(v, told);
  const norms = columnNorms(v);
  for (let i = 0; i < v.data.length; i++) v.data[i]! /= norms[i % k]!;
  if (kept === k) return v;
  const lead = leadingColumns(v, kept);
  let rest = columnsFrom(v, kept);
  // QR in each pass: where columns are nearly dependent it magnifies what the first pass has left of the lead.
  for (let pass = 0; pass < 2; pass++) {
    const along = matmul(lead, transposedMatmul(lead, rest));
    for (let i = 0; i < rest.data.length; i++) rest.data[i]! -= along.data[i]!;
    rest = qr(rest).q;
  }
  for (let i = 0; i < d; i++) v.data.set(rest.data.subarray(i * rest.cols, (i + 1) * rest.cols), i * k + kept);
  return v;
}

/** How many of the first k values, sorted, exceed the floor. */
function countAbove(values: Float64Array, k: number, floor: number): number {
  let count = 0;
  while (count < k && values[count]! > floor) count++;
  return count;
}

/** A copy of column `first` and those after it. */
function columnsFrom(a: Matrix, first: number): Matrix {
  const out = zeros(a.rows, a.cols - first);
  for (let i = 0; i < a.rows; i++) out.data.set(a.data.subarray(i * a.cols + first, (i + 1) * a.cols), i * out.cols);
  return out;
}

/** Overwrites the columns from `first` on with seeded normal numbers. */
function fillColumns(v: Matrix, first: number): void {
  const random = createRandom(1);
  for (let i = 0; i < v.rows; i++) for (let j = first; j < v.cols; j++) v.data[i * v.cols + j] = random.normal();
}

function columnNorms({ rows, cols, data }: Matrix): Float64Array {
  const squares = new Float64Array(cols);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) squares[j]! += data[i * cols + j]! ** 2;
  return squares.map(Math.sqrt);
}
