import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EPSILON, type Matrix, matmul, transpose } from "../../src/math";
import { maxAbs } from "../../src/math/matrix/scaling";

type Stored = number | "NaN" | "Infinity" | "-Infinity";
interface StoredMatrix {
  shape: [number, number];
  data: Stored[];
}
interface Tolerance {
  kind: string;
  value: Stored & Stored[];
}
export interface LinalgCase {
  name: string;
  op: string;
  input: { A: string; b?: Stored[] };
  // The fields differ by operation; README.md beside the fixture lists them.
  expected: Record<string, unknown>;
  tol: Record<string, Tolerance>;
  skipLambda?: number[];
}

export const number = (stored: unknown): number => (typeof stored === "string" ? Number(stored) : (stored as number));
export const numbers = (stored: unknown): number[] => (stored as unknown[]).map(number);
export const toMatrix = (stored: unknown): Matrix => {
  const { shape, data } = stored as StoredMatrix;
  return { rows: shape[0], cols: shape[1], data: Float64Array.from(data, number) };
};

const file = JSON.parse(readFileSync(join(import.meta.dirname, "../../fixtures/linalg.json"), "utf8")) as {
  matrices: Record<string, StoredMatrix>;
  cases: LinalgCase[];
};
export const linalgCases = file.cases;
export const caseMatrix = (name: string): Matrix => toMatrix(file.matrices[name]);

/** Scaled by a power of two before norms are taken, as the oracle's own scorer does near over- and underflow. */
export function scaleOf(a: Matrix): number {
  const largest = maxAbs(a.data);
  if (!(largest > 0 && Number.isFinite(largest))) return 1;
  return 2 ** Math.max(-1000, Math.min(1000, -Math.floor(Math.log2(largest))));
}
export const times = (a: Matrix, k: number): Matrix => ({ ...a, data: a.data.map((v) => v * k) });
export const minus = (a: Matrix, b: Matrix): Matrix => ({
  ...a,
  data: a.data.map((v, i) => v - (b.data[i] ?? Number.NaN)),
});
/** Scaled by its largest entry, so that no square over- or underflows. */
export const frobenius = ({ data }: Matrix): number => {
  const largest = maxAbs(data);
  if (!(largest > 0 && Number.isFinite(largest))) return largest;
  let sum = 0;
  for (const value of data) sum += (value / largest) ** 2;
  return largest * Math.sqrt(sum);
};
const eye = (n: number): Matrix => ({
  rows: n,
  cols: n,
  data: Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0)),
});
/** ‖QᵀQ − I‖ / (n ε). */
export const orthogonality = (q: Matrix, n: number): number =>
  frobenius(minus(matmul(transpose(q), q), eye(q.cols))) / (n * EPSILON);
/** ‖A − B‖_F / (‖A‖_F n ε), A scaled to order one. */
export const residual = (a: Matrix, b: Matrix): number => {
  const size = frobenius(a);
  return size === 0 ? frobenius(b) : frobenius(minus(a, b)) / (size * Math.max(a.rows, a.cols) * EPSILON);
};

/** Column for each row of a square table of costs, the total least: augmenting paths with potentials (Kuhn 1955; Munkres 1957). O(n³). */
export function leastTotalPairing(cost: number[][]): number[] {
  const n = cost.length;
  const [rowPotential, columnPotential] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  // Row 0 and column 0 stand for 'none'.
  const rowOf = new Int32Array(n + 1);
  for (let row = 1; row <= n; row++) {
    const slack = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Int32Array(n + 1);
    const used = new Uint8Array(n + 1);
    rowOf[0] = row;
    let at = 0;
    while (rowOf[at] !== 0) {
      used[at] = 1;
      let [next, least] = [0, Number.POSITIVE_INFINITY];
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const i = rowOf[at] as number;
        const reduced = (cost[i - 1]?.[j - 1] as number) - (rowPotential[i] as number) - (columnPotential[j] as number);
        if (reduced < (slack[j] as number)) {
          slack[j] = reduced;
          cameFrom[j] = at;
        }
        if ((slack[j] as number) < least) [next, least] = [j, slack[j] as number];
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          rowPotential[rowOf[j] as number] = (rowPotential[rowOf[j] as number] as number) + least;
          columnPotential[j] = (columnPotential[j] as number) - least;
        } else slack[j] = (slack[j] as number) - least;
      }
      at = next;
    }
    while (at !== 0) {
      const from = cameFrom[at] as number;
      rowOf[at] = rowOf[from] as number;
      at = from;
    }
  }
  const columnOf = new Array<number>(n);
  for (let j = 1; j <= n; j++) columnOf[(rowOf[j] as number) - 1] = j - 1;
  return columnOf;
}
