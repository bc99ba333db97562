import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { departure, normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { residual } from "../../../tests/support/linalgOracle";
import { identity, matmul, matmulTransposed, transpose, zeros } from "..";
import { bidiagonalise } from "./bidiagonalise";
import { applyTransposedFromRight, formQ } from "./blockReflector";
import { rotateColumns } from "./givens";
import { rotationQueue } from "./rotationQueue";
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

describe("rotationQueue", () => {
  it("does what the rotations do one after the other, however many wait", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 12 }), fc.nat(1e6), (rows, cols, seed) => {
        const [now, later] = [normalMatrix(rows, cols, seed), normalMatrix(rows, cols, seed)];
        const angles = normalMatrix(1, 70 * cols, seed + 1).data;
        const queue = rotationQueue(later.data, rows, cols);
        for (let sweep = 0; sweep < 70; sweep++) {
          // Most sweeps begin where the one before did, as those of the QR iteration do.
          const low = sweep % 5 === 0 ? sweep % (cols - 1) : 0;
          const count = 1 + ((sweep * 7) % (cols - 1 - low));
          const at = queue.reserve(low, count);
          for (let k = 0; k < count; k++) {
            const angle = angles[sweep * cols + k]!;
            [queue.c[at + k], queue.s[at + k]] = [Math.cos(angle), Math.sin(angle)];
            rotateColumns(now.data, rows, cols, low + k, low + k + 1, Math.cos(angle), Math.sin(angle));
          }
        }
        queue.flush();
        expect(later).toEqual(now);
      }),
      { numRuns: 40 },
    );
  });
});
