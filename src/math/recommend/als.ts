/**
 * Ratings R ≈ P Qᵀ fitted to the observed cells only: P n × k for people, Q m × k for items, the minimum of
 *   Σ (rᵢⱼ − pᵢᵀqⱼ)² + λ (Σ wᵢ‖pᵢ‖² + Σ wⱼ‖qⱼ‖²)
 * by turns, each row of P, then of Q, a ridge regression on its own cells, (Σ qqᵀ + λwI) p = Σ rq, so that the sum never rises. w = 1,
 * or, weighted, the number of cells of the row or column (ALS-WR: Zhou, Wilkinson, Schreiber & Pan 2008). Not convex: the start matters,
 * and is seeded. Only the product PQᵀ is determined: turning P and Q by one orthogonal matrix changes nothing.
 *
 * A person or item without any cell gets zero factors, so its predictions are the baseline: 0, or the item's mean where asked for.
 */
import { DomainError, ShapeError } from "../errors";
import { cholesky, solveCholesky } from "../factor/cholesky";
import { eigh } from "../factor/eigh";
import { matmulTransposed } from "../kernels/matmul";
import { type Matrix, zeros } from "../matrix/matrix";
import type { Random } from "../random/random";
import { relativeTolerance } from "../tolerance";
import { columnMeans, type Observed, observedCells } from "./observed";

export interface AlsOptions {
  readonly rank: number;
  /** λ, 0 or more. */
  readonly lambda: number;
  /** λ times the number of cells of each row and column; plain λ unless said otherwise. */
  readonly weighted?: boolean;
  /** Fitted to what is left after the mean of each column; "none" unless said otherwise, and a prediction is a dot product. */
  readonly baseline?: "none" | "columnMean";
  /** At most so many rounds; 100. */
  readonly steps?: number;
}

/** A prediction for person i and item j is pᵢᵀqⱼ + baselineⱼ. */
export interface Factors {
  /** P, n × k. */
  readonly people: Matrix;
  /** Q, m × k. */
  readonly items: Matrix;
  /** Length m. */
  readonly baseline: Float64Array;
}

export interface AlsStep extends Factors {
  readonly step: number;
  /** The sum that falls, λ's part included. */
  readonly objective: number;
  /** Over the observed cells. */
  readonly rmse: number;
}

/**
 * One snapshot a round, Q and then P; step 0 has a random Q and the P that is best for it. Blanks are NaN. Throws DomainError for an
 * infinite rating, a negative λ or a rank that is not a whole number of 1 or more. A round: O(cells·k² + (n + m)k³).
 */
export function* alsSteps(ratings: Matrix, options: AlsOptions, random: Random): Generator<AlsStep, void, void> {
  const { rank, lambda, weighted = false, steps = 100 } = options;
  refuse("alsSteps", rank, lambda);
  const baseline = options.baseline === "columnMean" ? columnMeans(ratings) : new Float64Array(ratings.cols);
  const { byRow, byColumn } = observedCells("alsSteps", ratings, baseline);
  let items = zeros(ratings.cols, rank);
  for (let k = 0; k < items.data.length; k++) items.data[k] = random.normal() / Math.sqrt(rank);
  for (let step = 0; step <= steps; step++) {
    const people = ridgeRows(byRow, items, lambda, weighted);
    const error = squaredError(byRow, people, items);
    const penalty = lambda * (squareOf(people, byRow, weighted) + squareOf(items, byColumn, weighted));
    const rmse = byRow.value.length === 0 ? 0 : Math.sqrt(error / byRow.value.length);
    yield { step, people, items, baseline, objective: error + penalty, rmse };
    items = ridgeRows(byColumn, people, lambda, weighted);
  }
}

export interface Als extends AlsStep {
  /** False where the rounds ran out while the sum still fell by more than the tolerance. */
  readonly converged: boolean;
}

/** The factors once a round lowers the sum by less than `tolerance` of it, or after `steps` rounds. Throws as `alsSteps`. */
export function als(ratings: Matrix, options: AlsOptions, random: Random, tolerance = 1e-9): Als {
  let last: AlsStep | null = null;
  for (const step of alsSteps(ratings, options, random)) {
    if (last && last.objective - step.objective <= tolerance * last.objective) return { ...step, converged: true };
    last = step;
  }
  return { ...last!, converged: false };
}

/** Every cell predicted: P Qᵀ + baseline, n × m. */
export function predictRatings({ people, items, baseline }: Factors): Matrix {
  const out = matmulTransposed(people, items);
  for (let k = 0; k < out.data.length; k++) out.data[k]! += baseline[k % out.cols]!;
  return out;
}

/**
 * The factors of a person who was not there: the ridge regression of their ratings, of length m with NaN for blanks, on the items as they
 * stand. For someone who was, their row of P. Throws ShapeError, DomainError. O(mk² + k³).
 */
export function foldIn(
  { items, baseline }: Factors,
  ratings: ArrayLike<number>,
  { lambda, weighted = false }: Pick<AlsOptions, "lambda" | "weighted">,
): Float64Array {
  if (ratings.length !== items.rows) throw new ShapeError("foldIn", `${items.rows} ratings`, `${ratings.length}`);
  refuse("foldIn", items.cols, lambda);
  const row = { rows: 1, cols: items.rows, data: Float64Array.from(ratings) };
  return ridgeRows(observedCells("foldIn", row, baseline).byRow, items, lambda, weighted).data;
}

function refuse(routine: string, rank: number, lambda: number): void {
  if (!(Number.isInteger(rank) && rank >= 1)) throw new DomainError(routine, "the rank", "a whole number of 1 or more");
  if (!(lambda >= 0 && Number.isFinite(lambda))) throw new DomainError(routine, "λ", "a finite number of 0 or more");
}

/** For each row of cells the x that minimises Σ (value − xᵀfactor)² + λw‖x‖². */
function ridgeRows({ start, index, value }: Observed, factors: Matrix, lambda: number, weighted: boolean): Matrix {
  const k = factors.cols;
  const f = factors.data;
  const rows = start.length - 1;
  const out = zeros(rows, k);
  const a = zeros(k, k);
  const b = new Float64Array(k);
  for (let i = 0; i < rows; i++) {
    const [from, to] = [start[i]!, start[i + 1]!];
    if (from === to) continue;
    a.data.fill(0);
    b.fill(0);
    for (let c = from; c < to; c++) {
      const at = index[c]! * k;
      const v = value[c]!;
      for (let p = 0; p < k; p++) {
        const fp = f[at + p]!;
        b[p]! += v * fp;
        for (let q = 0; q <= p; q++) a.data[p * k + q]! += fp * f[at + q]!;
      }
    }
    for (let p = 0; p < k; p++) a.data[p * (k + 1)]! += weighted ? lambda * (to - from) : lambda;
    out.data.set(solveNormal(a, b), i * k);
  }
  return out;
}

/** A x = b for a positive semidefinite A, its lower triangle given; the shortest x where A is singular, as with λ = 0 and few cells. */
function solveNormal(a: Matrix, b: Float64Array): Float64Array {
  const k = a.rows;
  const factor = cholesky(a);
  if (!factor.spd) return shortest(a, b);
  const l = factor.l.data;
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let p = 0; p < k; p++) {
    least = Math.min(least, l[p * (k + 1)]! ** 2);
    most = Math.max(most, l[p * (k + 1)]! ** 2);
  }
  if (least <= 4 * relativeTolerance(k, k) * most) return shortest(a, b);
  return solveCholesky(factor.l, b);
}

function shortest(a: Matrix, b: Float64Array): Float64Array {
  const k = a.rows;
  const { values, vectors } = eigh(a);
  const x = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    if (!(values[j]! > 4 * relativeTolerance(k, k) * values[0]!)) break;
    let along = 0;
    for (let p = 0; p < k; p++) along += vectors.data[p * k + j]! * b[p]!;
    for (let p = 0; p < k; p++) x[p]! += (along / values[j]!) * vectors.data[p * k + j]!;
  }
  return x;
}

function squaredError({ start, index, value }: Observed, rows: Matrix, factors: Matrix): number {
  const k = rows.cols;
  let sum = 0;
  for (let i = 0; i < rows.rows; i++)
    for (let c = start[i]!; c < start[i + 1]!; c++) {
      let residual = value[c]!;
      for (let p = 0; p < k; p++) residual -= rows.data[i * k + p]! * factors.data[index[c]! * k + p]!;
      sum += residual * residual;
    }
  return sum;
}

/** Σ w‖x‖² over the rows. */
function squareOf({ rows, cols, data }: Matrix, { start }: Observed, weighted: boolean): number {
  let sum = 0;
  for (let i = 0; i < rows; i++)
    for (let p = 0; p < cols; p++) sum += (weighted ? start[i + 1]! - start[i]! : 1) * data[i * cols + p]! ** 2;
  return sum;
}
