import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryMatrix, departure, normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { residual, scaleOf, times } from "../../../tests/support/linalgOracle";
import { identity, matmul, qr, zeros } from "..";

const side = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(32, 33, 67));

describe("qr", () => {
  it("is A = QR, Q orthonormal, R upper triangular with a diagonal ≥ 0, for any shape, rank and scale", () => {
    fc.assert(
      fc.property(arbitraryMatrix(side, side), (a) => {
        const { q, r } = qr(a);
        const k = Math.min(a.rows, a.cols);
        expect([q.rows, q.cols, r.rows, r.cols]).toEqual([a.rows, k, k, a.cols]);
        expect(departure(q)).toBeLessThanOrEqual(30);
        const scale = scaleOf(a);
        expect(residual(times(a, scale), matmul(q, times(r, scale)))).toBeLessThanOrEqual(30);
        for (let i = 0; i < k; i++) {
          expect(r.data[i * a.cols + i]).toBeGreaterThanOrEqual(0);
          for (let j = 0; j < i; j++) expect(r.data[i * a.cols + j]).toBe(0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("does not change its input and takes empty ones and the identity", () => {
    const a = normalMatrix(5, 3, 1);
    const copy = a.data.slice();
    qr(a);
    expect(a.data).toEqual(copy);
    expect(qr(zeros(0, 4)).r).toEqual(zeros(0, 4));
    expect(qr(zeros(4, 0)).q).toEqual(zeros(4, 0));
    expect(qr(identity(3))).toEqual({ q: identity(3), r: identity(3) });
  });
});
