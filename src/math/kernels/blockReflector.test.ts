import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { departure, normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { residual } from "../../../tests/support/linalgOracle";
import { identity, matmul, matmulTransposed, transpose, zeros } from "..";
import { bidiagonalise } from "./bidiagonalise";
import { applyTransposedFromRight, formQ } from "./blockReflector";
import { triangularise } from "./triangularise";

/** Sizes on both sides of one, two and three panels, of groups of four, and of where bidiagonalise takes panels. */
const sizes = fc.tuple(
  fc.constantFrom(1, 2, 4, 5, 6, 31, 32, 33, 64, 65, 70, 161, 193),
  fc.constantFrom(0, 1, 3, 40),
  fc.nat(1e6),
);

describe("panels of reflectors", () => {
  it("triangularise gives A = QR with orthonormal Q, tall or wide", () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ([short, more, seed], wide) => {
        const [m, n] = wide ? [short, short + more] : [short + more, short];
        const a = normalMatrix(m, n, seed);
        const w = transpose(a).data;
        const reflectors = triangularise(w, m, n);
        const k = Math.min(m, n);
        const q = { rows: m, cols: k, data: formQ(m, k, reflectors) };
        const r = zeros(k, n);
        for (let j = 0; j < n; j++) for (let i = 0; i <= Math.min(j, k - 1); i++) r.data[i * n + j] = w[j * m + i]!;
        expect(departure(q)).toBeLessThanOrEqual(30);
        expect(residual(a, matmul(q, r))).toBeLessThanOrEqual(30);
        // (QR)ᵀ = RᵀQᵀ, R with rows of zeros below.
        const whole = zeros(m, n);
        whole.data.set(r.data);
        const columns = transpose(whole);
        applyTransposedFromRight(columns.data, n, m, reflectors);
        expect(residual(a, transpose(columns))).toBeLessThanOrEqual(30);
      }),
      { numRuns: 40 },
    );
  });

  it("bidiagonalise gives A = U B Vᵀ", () => {
    fc.assert(
      fc.property(sizes, ([n, more, seed]) => {
        const m = n + more;
        const a = normalMatrix(m, n, seed);
        const { diagonal, superdiagonal, left, right } = bidiagonalise(a.data.slice(), m, n);
        const bare = bidiagonalise(a.data.slice(), m, n, false);
        expect(bare).toEqual({ diagonal, superdiagonal, left: [], right: [] });
        // The same reflectors on rows: Iᵀ(H₁H₂…)ᵀ.
        const rows = identity(m);
        applyTransposedFromRight(rows.data, m, m, left);
        expect(departure(rows)).toBeLessThanOrEqual(30);
        const u = { rows: m, cols: n, data: formQ(m, n, left) };
        const v = { rows: n, cols: n, data: formQ(n, n, right) };
        const b = zeros(n, n);
        for (let i = 0; i < n; i++) {
          b.data[i * (n + 1)] = diagonal[i]!;
          if (i + 1 < n) b.data[i * (n + 1) + 1] = superdiagonal[i]!;
        }
        const leading = { ...rows, rows: n, data: rows.data.slice(0, n * m) };
        expect(residual(u, transpose(leading))).toBeLessThanOrEqual(30);
        expect(departure(u)).toBeLessThanOrEqual(30);
        expect(departure(v)).toBeLessThanOrEqual(30);
        expect(residual(a, matmulTransposed(matmul(u, b), v))).toBeLessThanOrEqual(30);
      }),
      { numRuns: 40 },
    );
  });
});
