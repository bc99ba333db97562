import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { orthogonalityRatio, RATIO, residualRatio, turned } from "../../../tests/support/ratios";
import { identity, type Matrix } from "..";
import { formQ } from "./blockReflector";
import { symmetricProduct, tridiagonalise, tridiagonaliseSmall } from "./tridiagonalise";

const symmetric = (n: number, seed = n): Matrix => {
  const { data } = normalMatrix(n, n, seed);
  return { rows: n, cols: n, data: data.map((_, k) => data[k]! + data[(k % n) * n + Math.floor(k / n)]!) };
};

/** Below the diagonal nothing may be read. */
const upperOf = ({ rows: n, data }: Matrix) => data.map((v, k) => (k % n < Math.floor(k / n) ? Number.NaN : v));

const tridiagonal = (d: Float64Array, e: Float64Array): Matrix => {
  const n = d.length;
  const out = identity(n);
  d.forEach((v, i) => {
    out.data[i * (n + 1)] = v;
    if (i + 1 < n) {
      out.data[i * (n + 1) + 1] = e[i]!;
      out.data[(i + 1) * (n + 1) - 1] = e[i]!;
    }
  });
  return out;
};

function expectReduced(a: Matrix, q: Matrix, d: Float64Array, e: Float64Array): void {
  expect(orthogonalityRatio(q)).toBeLessThanOrEqual(RATIO);
  expect(residualRatio(a, q, tridiagonal(d, e), turned(q))).toBeLessThanOrEqual(RATIO);
}

describe("tridiagonalise", () => {
  it("is A = QTQᵀ from the upper triangle alone, at every size around a panel's", () => {
    for (const n of [1, 2, 3, 4, 5, 15, 16, 17, 18, 31, 32, 33, 48, 65, 97, 199, 200, 255, 256, 257, 288, 300]) {
      const a = symmetric(n);
      const [d, e] = [new Float64Array(n), new Float64Array(n)];
      const reflectors = tridiagonalise(upperOf(a), n, d, e);
      const q = { rows: n, cols: n, data: formQ(n, n, reflectors) };
      expectReduced(a, q, d, e);
    }
  });

  it("leaves a diagonal matrix and a tridiagonal one with positive couplings as they are, up to sign", () => {
    const n = 40;
    const [d, e] = [new Float64Array(n), new Float64Array(n)];
    const a = tridiagonal(
      Float64Array.from({ length: n }, (_, i) => i + 1),
      Float64Array.from({ length: n - 1 }, (_, i) => (i % 3 === 0 ? 0 : i)),
    );
    tridiagonalise(upperOf(a), n, d, e);
    expect([...d]).toEqual(Array.from({ length: n }, (_, i) => i + 1));
    expect([...e.subarray(0, n - 1)].map(Math.abs)).toEqual(
      Array.from({ length: n - 1 }, (_, i) => (i % 3 === 0 ? 0 : i)),
    );
  });
});

describe("tridiagonaliseSmall", () => {
  it("is A = QTQᵀ in a workspace larger than it needs, which may hold anything", () => {
    for (let n = 0; n <= 32; n++) {
      const a = symmetric(n, n + 100);
      const room = () => new Float64Array(n * n + 3).fill(7);
      const [w, q, d, e] = [room(), room(), room(), room()];
      w.set(upperOf(a));
      tridiagonaliseSmall(w, n, d, e, q, room(), room());
      expectReduced(a, { rows: n, cols: n, data: q.subarray(0, n * n) }, d.subarray(0, n), e);
    }
  });

  it("maps [[4, 3, 4], …] to couplings of 5: the first column's length below the diagonal", () => {
    const w = Float64Array.of(4, 3, 4, 0, 1, 2, 0, 0, 5);
    const [d, e, q] = [new Float64Array(3), new Float64Array(3), new Float64Array(9)];
    tridiagonaliseSmall(w, 3, d, e, q, new Float64Array(3), new Float64Array(3));
    expect(d[0]).toBe(4);
    expect(Math.abs(e[0]!)).toBeCloseTo(5, 14);
    // uᵀBu for u = (3, 4)/5 and B = [[1, 2], [2, 5]], and the trace.
    expect(d[1]).toBeCloseTo((9 + 48 + 80) / 25, 14);
    expect(d[1]! + d[2]!).toBeCloseTo(6, 14);
    expect([...q.subarray(0, 4)]).toEqual([1, 0, 0, 0]);
  });
});

describe("symmetricProduct", () => {
  it("adds Ax, exact in whole numbers, for every size around four rows at a time", () => {
    for (let n = 0; n <= 13; n++) {
      const [stride, at] = [n + 2, 3];
      const a = new Float64Array(at + n * stride + 5).fill(Number.NaN);
      const entry = (i: number, j: number) => ((Math.min(i, j) * 7 + Math.max(i, j) * 3) % 11) - 5;
      for (let i = 0; i < n; i++) for (let j = i; j < n; j++) a[at + i * stride + j] = entry(i, j);
      const x = Float64Array.from({ length: n + 1 }, (_, i) => (i % 4) - 1);
      const y = Float64Array.from({ length: n + 2 }, (_, i) => i);
      symmetricProduct(y, 2, a, at, stride, x, 1, n);
      const exact = Array.from({ length: n }, (_, i) => {
        let sum = i + 2;
        for (let j = 0; j < n; j++) sum += entry(i, j) * x[j + 1]!;
        return sum;
      });
      expect([...y]).toEqual([0, 1, ...exact]);
    }
  });
});
