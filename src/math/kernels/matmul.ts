import { ShapeError } from "../errors";
import { type Matrix, zeros } from "../matrix/matrix";
import { centredGramInto } from "./centredGram";
import { block, gemmInto, turned } from "./gemm";
import { mirrorUpper } from "./mirror";
import { smallProduct } from "./smallProduct";

/** Up to this many multiplications, packing costs more than it saves. */
const SMALL = 2 ** 15;

/** A·B for A m × k and B k × n: m × n, new. Throws ShapeError when the inner sizes differ. 2mkn flops. */
export function matmul(a: Matrix, b: Matrix): Matrix {
  if (a.cols !== b.rows) throw new ShapeError("matmul", `${a.cols} rows in B for A ${a.rows} × ${a.cols}`, `${b.rows}`);
  const { rows: m, cols: k } = a;
  const n = b.cols;
  const out = zeros(m, n);
  if (m * n * k <= SMALL) smallProduct(out.data, a.data, k, 1, b.data, n, 1, m, n, k);
  else gemmInto(block(out.data, 0, n), block(a.data, 0, k), block(b.data, 0, n), m, n, k);
  return out;
}

/** AᵀA for A m × n: n × n, symmetric to the bit. About mn² flops, half of the plain product. */
export function gram(a: Matrix): Matrix {
  const { rows: m, cols: n } = a;
  const out = zeros(n, n);
  // Fewer columns than two tiles would leave most of a tile idle.
  if (m * n * n <= SMALL || n < 8) upperRowByRow(out.data, a);
  else centredGramInto(out.data, new Float64Array(n), block(a.data, 0, n), m, n, new Float64Array(n));
  mirrorUpper(out.data, n);
  return out;
}

/** The upper triangle of AᵀA, four rows of A at a time. */
function upperRowByRow(z: Float64Array, { rows: m, cols: n, data: x }: Matrix): void {
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    const r0 = i * n;
    const r1 = r0 + n;
    const r2 = r1 + n;
    const r3 = r2 + n;
    for (let p = 0; p < n; p++) {
      const a0 = x[r0 + p]!;
      const a1 = x[r1 + p]!;
      const a2 = x[r2 + p]!;
      const a3 = x[r3 + p]!;
      for (let q = p; q < n; q++)
        z[p * n + q]! += a0 * x[r0 + q]! + a1 * x[r1 + q]! + (a2 * x[r2 + q]! + a3 * x[r3 + q]!);
    }
  }
  for (; i < m; i++)
    for (let p = 0; p < n; p++) {
      const v = x[i * n + p]!;
      for (let q = p; q < n; q++) z[p * n + q]! += v * x[i * n + q]!;
    }
}

/** A·x for A m × n and x of length n. Throws ShapeError. 2mn flops. */
export function matvec(a: Matrix, x: ArrayLike<number>): Float64Array {
  if (x.length !== a.cols) throw new ShapeError("matvec", `${a.cols} entries in x`, `${x.length}`);
  const out = new Float64Array(a.rows);
  for (let i = 0; i < a.rows; i++) {
    let sum = 0;
    for (let j = 0; j < a.cols; j++) sum += a.data[i * a.cols + j]! * x[j]!;
    out[i] = sum;
  }
  return out;
}

/** A·Bᵀ for A m × k and B n × k: m × n. Throws ShapeError. 2mkn flops, without a copy of Bᵀ. */
export function matmulTransposed(a: Matrix, b: Matrix): Matrix {
  if (a.cols !== b.cols) throw new ShapeError("matmulTransposed", `${a.cols} columns in B`, `${b.cols}`);
  const { rows: m, cols: depth } = a;
  const out = zeros(m, b.rows);
  if (m * b.rows * depth <= SMALL) smallProduct(out.data, a.data, depth, 1, b.data, 1, depth, m, b.rows, depth);
  else gemmInto(block(out.data, 0, b.rows), block(a.data, 0, depth), turned(block(b.data, 0, depth)), m, b.rows, depth);
  return out;
}

/** Aᵀ·B for A k × m and B k × n: m × n. Throws ShapeError. 2mkn flops, without a copy of Aᵀ. */
export function transposedMatmul(a: Matrix, b: Matrix): Matrix {
  if (a.rows !== b.rows) throw new ShapeError("transposedMatmul", `${a.rows} rows in B`, `${b.rows}`);
  const { rows: depth, cols: m } = a;
  const out = zeros(m, b.cols);
  if (m * b.cols * depth <= SMALL) smallProduct(out.data, a.data, 1, m, b.data, b.cols, 1, m, b.cols, depth);
  else gemmInto(block(out.data, 0, b.cols), turned(block(a.data, 0, m)), block(b.data, 0, b.cols), m, b.cols, depth);
  return out;
}
