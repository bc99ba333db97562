/**
 * Square roots of a covariance C = V Λ Vᵀ (symmetric positive semidefinite, n × n) and the matrices that whiten it, W C Wᵀ = I, by eigh
 * (Kessy, Lewin & Strimmer 2018, Optimal Whitening and Decorrelation). Directions with λ ≤ nε·λ₁ hold rounding and no data: they count as zero.
 */
import { matmulTransposed } from "../../kernels/matmul";
import { mirrorUpper } from "../../kernels/mirror";
import { largestFinite } from "../../matrix/finite";
import { type Matrix, zeros } from "../../matrix/matrix";
import { powerOfTwoScale } from "../../matrix/scaling";
import { relativeTolerance } from "../../tolerance";
import { eigh } from "../eigh";

export interface CovarianceRoot {
  /** n × n, symmetric to the bit, positive semidefinite. */
  readonly root: Matrix;
  /** Directions kept: eigenvalues above nε·λ₁. */
  readonly rank: number;
  /** An eigenvalue under −nε·max|λ|: C is no covariance, and that direction counts as zero. */
  readonly indefinite: boolean;
}

/** C^(1/2), the one symmetric positive semidefinite root. Throws ShapeError, DomainError, ConvergenceError. One eigh and 2n³ flops. */
export function sqrtCovariance(c: Matrix): CovarianceRoot {
  return rootOf(c, (deviation) => deviation);
}

/** C^(−1/2) on the directions kept, zero on the rest (the pseudoinverse of the root). Throws as sqrtCovariance does. */
export function inverseSqrtCovariance(c: Matrix): CovarianceRoot {
  return rootOf(c, (deviation) => 1 / deviation);
}

/** "zca": C^(−1/2), the whitening nearest to the data as it was. "pca": Λ^(−1/2) Vᵀ, whose coordinates are the components. */
export type WhiteningKind = "zca" | "pca";

export interface Whitening {
  /** ZCA: n × n. PCA: rank × n, the component of largest variance first. Rows (x − mean) become W (x − mean). */
  readonly matrix: Matrix;
  readonly rank: number;
  readonly indefinite: boolean;
}

/** W with W C Wᵀ = I on the directions kept. Throws ShapeError, DomainError, ConvergenceError. One eigh, for ZCA 2n³ flops more. */
export function whitening(c: Matrix, kind: WhiteningKind): Whitening {
  if (kind === "zca") {
    const { root, rank, indefinite } = inverseSqrtCovariance(c);
    return { matrix: root, rank, indefinite };
  }
  const { deviations, vectors, rank, indefinite } = spectrum(c);
  const n = c.rows;
  const out = zeros(rank, n);
  for (let r = 0; r < rank; r++)
    for (let i = 0; i < n; i++) out.data[r * n + i] = vectors.data[i * n + r]! / deviations[r]!;
  return { matrix: out, rank, indefinite };
}

interface Spectrum {
  /** √λ of the directions kept, largest first. */
  readonly deviations: Float64Array;
  readonly vectors: Matrix;
  readonly rank: number;
  readonly indefinite: boolean;
}

function spectrum(c: Matrix): Spectrum {
  // By the square of a power of two: λ itself may overflow, or be denormal, where its root is far from both.
  const [up] = powerOfTwoScale(largestFinite("the root of a covariance", c));
  const { values, vectors } = eigh({ ...c, data: c.data.map((v) => v * up * up) });
  const n = values.length;
  const least = values[n - 1] ?? 0;
  const floor = relativeTolerance(n, n) * Math.max(values[0] ?? 0, -least);
  const deviations = values.filter((value) => value > floor).map((value) => Math.sqrt(value) / up);
  return { deviations, vectors, rank: deviations.length, indefinite: least < -floor };
}

/** V f(√Λ) Vᵀ over the directions kept. */
function rootOf(c: Matrix, f: (deviation: number) => number): CovarianceRoot {
  const { deviations, vectors, rank, indefinite } = spectrum(c);
  const n = c.rows;
  const kept = zeros(n, rank);
  const scaled = zeros(n, rank);
  for (let r = 0; r < rank; r++) {
    const factor = f(deviations[r]!);
    for (let i = 0; i < n; i++) {
      kept.data[i * rank + r] = vectors.data[i * n + r]!;
      scaled.data[i * rank + r] = vectors.data[i * n + r]! * factor;
    }
  }
  const root = matmulTransposed(scaled, kept);
  mirrorUpper(root.data, n);
  return { root, rank, indefinite };
}
