/**
 * A = U Σ Vᵀ, thin: for A m × n and k = min(m, n), U m × k, s of length k largest first, Vᵀ k × n.
 * The entry of largest size in each right singular vector is positive. Householder bidiagonalisation, after a QR where A is
 * much taller than wide (Chan 1982), then implicit-shift QR on the bidiagonal (Golub & Reinsch 1970; Golub & Van Loan, §8.6).
 */
import { bidiagonalise } from "../kernels/bidiagonalise";
import { applyFromLeft, leadingColumns } from "../kernels/blockReflector";
import { triangularise } from "../kernels/triangularise";
import { type Matrix, transpose, zeros } from "../matrix/matrix";
import { maxAbs, powerOfTwoScale } from "../matrix/scaling";
import { bidiagonalQr } from "./bidiagonalQr";
import { descending, signOf } from "./order";

export interface Svd {
  readonly u: Matrix;
  /** σ₁ ≥ σ₂ ≥ … ≥ 0. */
  readonly s: Float64Array;
  readonly vt: Matrix;
}

/** Past this ratio of rows to columns a QR first costs less than it saves. */
const TALL = 1.6;

/** Thin SVD of any finite m × n matrix, also zero or empty. Throws ConvergenceError. About 8mn² + 12n³ flops for m ≥ n. */
export function svd(a: Matrix): Svd {
  const [up, up2] = powerOfTwoScale(maxAbs(a.data));
  const wide = a.rows < a.cols;
  const w = wide ? transpose(a) : { ...a, data: a.data.slice() };
  for (let i = 0; i < w.data.length; i++) w.data[i] = w.data[i]! * up * up2;
  const { u, s, v } = w.rows > TALL * w.cols ? tallSvd(w) : directSvd(w);
  for (let i = 0; i < s.length; i++) s[i] = s[i]! / up / up2;
  return fixSigns(wide ? { u: v, s, vt: transpose(u) } : { u, s, vt: transpose(v) });
}

interface Columns {
  readonly u: Matrix;
  readonly s: Float64Array;
  readonly v: Matrix;
}

/** A = QR, R = U₁ΣVᵀ, U = QU₁. */
function tallSvd(a: Matrix): Columns {
  const { rows: m, cols: n } = a;
  const w = transpose(a).data;
  const reflectors = triangularise(w, m, n);
  const r = zeros(n, n);
  for (let j = 0; j < n; j++) for (let i = 0; i <= j; i++) r.data[i * n + j] = w[j * m + i]!;
  const { u, s, v } = directSvd(r);
  const tall = zeros(m, n);
  tall.data.set(u.data);
  applyFromLeft(tall.data, n, reflectors);
  return { u: tall, s, v };
}

/** Overwrites A, m ≥ n. */
function directSvd({ rows: m, cols: n, data }: Matrix): Columns {
  const { diagonal: d, superdiagonal: e, left, right } = bidiagonalise(data, m, n);
  const u = leadingColumns(m, n, left);
  const v = leadingColumns(n, n, right);
  bidiagonalQr(d, e, u, v, m);
  const order = descending(d.map(Math.abs));
  const signs = Float64Array.from(order, (j) => (d[j]! < 0 ? -1 : 1));
  return {
    u: permuteColumns(u, m, order, null),
    s: Float64Array.from(order, (j) => Math.abs(d[j]!)),
    v: permuteColumns(v, n, order, signs),
  };
}

function permuteColumns(x: Float64Array, rows: number, order: number[], signs: Float64Array | null): Matrix {
  const n = order.length;
  const out = zeros(rows, n);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < n; j++) out.data[i * n + j] = x[i * n + order[j]!]! * (signs === null ? 1 : signs[j]!);
  return out;
}

function fixSigns({ u, s, vt }: Svd): Svd {
  const signs = new Float64Array(vt.rows);
  for (let r = 0; r < vt.rows; r++) {
    const row = vt.data.subarray(r * vt.cols, (r + 1) * vt.cols);
    signs[r] = signOf(row);
    if (signs[r]! < 0) for (let j = 0; j < row.length; j++) row[j]! *= -1;
  }
  for (let i = 0; i < u.rows; i++) for (let r = 0; r < u.cols; r++) u.data[i * u.cols + r]! *= signs[r]!;
  return { u, s, vt };
}
