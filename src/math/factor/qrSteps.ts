/**
 * QR iteration on a symmetric matrix: A_k − μI = QR, A_{k+1} = RQ + μI = QᵀA_kQ. Without a shift the entries below the diagonal fall by
 * |λᵢ₊₁/λᵢ| a step and the values come out largest in size first; with Wilkinson's shift the last row falls cubically and is then set
 * aside (Golub & Van Loan, §8.3; Watkins 2008). To be watched: each step is a whole QR factorisation, where eigh chases a bulge.
 */

import { euclideanNorm } from "../kernels/euclideanNorm";
import { matmul, transposedMatmul } from "../kernels/matmul";
import { identity, type Matrix, zeros } from "../matrix/matrix";
import { orderOne } from "../matrix/orderOne";
import { squareSize } from "../matrix/square";
import { relativeTolerance } from "../tolerance";
import { qr } from "./qr";

export type QrShift = "none" | "wilkinson";

export interface QrStep {
  readonly step: number;
  /** A_k, symmetric to the bit. */
  readonly a: Matrix;
  /** V with A = V A_k Vᵀ; its columns tend to the eigenvectors. */
  readonly vectors: Matrix;
  /** μ of the step that leads on from here; 0 without shifts. */
  readonly shift: number;
  /** Frobenius norm of what is off the diagonal, which tends to zero. */
  readonly offDiagonal: number;
  /** Rows and columns still at work; those after them are done. */
  readonly active: number;
}

/**
 * A stepper for symmetric A, n × n, of which the lower triangle is read; step 0 is A itself. Ends when A_k is diagonal to rounding, or
 * after `steps` steps. About 6n³ flops a step. Throws ShapeError, DomainError where an entry is not finite.
 */
export function* qrSteps(a: Matrix, shifts: QrShift, steps: number): Generator<QrStep, void, void> {
  const n = squareSize("qrSteps", a);
  const { scaled, up, up2 } = orderOne("qrSteps", a);
  let current = mirrored(scaled);
  let vectors = identity(n);
  const negligible = relativeTolerance(n, n) * euclideanNorm(current.data);
  let active = n;
  for (let step = 0; step <= steps; step++) {
    while (active > 1 && euclideanNorm(current.data, (active - 1) * n, active - 1) <= negligible) active--;
    const shift = shifts === "wilkinson" ? wilkinsonShift(current, active) : 0;
    const off = offDiagonal(current);
    yield {
      step,
      a: { ...current, data: current.data.map((v) => v / up / up2) },
      vectors,
      shift: shift / up / up2,
      offDiagonal: off / up / up2,
      active,
    };
    if (active <= 1) return;
    const turn = rotationOf(current, active, shift);
    current = mirrored(matmul(transposedMatmul(turn, current), turn));
    vectors = matmul(vectors, turn);
  }
}

/** Q of the shifted leading block, the identity beside it. */
function rotationOf({ cols, data }: Matrix, active: number, shift: number): Matrix {
  const block = zeros(active, active);
  for (let i = 0; i < active; i++)
    for (let j = 0; j < active; j++) block.data[i * active + j] = data[i * cols + j]! - (i === j ? shift : 0);
  const { q } = qr(block);
  const out = identity(cols);
  for (let i = 0; i < active; i++) for (let j = 0; j < active; j++) out.data[i * cols + j] = q.data[i * active + j]!;
  return out;
}

/** The eigenvalue of the active block's last two rows and columns that is nearer to its last entry. */
function wilkinsonShift({ cols, data }: Matrix, active: number): number {
  if (active < 2) return 0;
  const corner = (active - 1) * (cols + 1);
  const b = data[corner - 1]!;
  if (b === 0) return data[corner]!;
  const half = (data[corner - cols - 1]! - data[corner]!) / 2;
  return data[corner]! - (b * b) / (half + (half < 0 ? -1 : 1) * Math.hypot(half, b));
}

/** The lower triangle on both sides. */
function mirrored({ rows, cols, data }: Matrix): Matrix {
  const out = data.slice();
  for (let i = 0; i < rows; i++) for (let j = i + 1; j < cols; j++) out[i * cols + j] = data[j * cols + i]!;
  return { rows, cols, data: out };
}

function offDiagonal({ rows, cols, data }: Matrix): number {
  let square = 0;
  for (let i = 0; i < rows; i++) for (let j = 0; j < i; j++) square += 2 * data[i * cols + j]! ** 2;
  return Math.sqrt(square);
}
