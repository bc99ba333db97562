import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { addTransposedProduct, dot, product, reflectByFours, subtract, subtractTwoOuterProducts } from "./vectors";

/** Small whole numbers, so that every sum is exact and order does not matter. */
const whole = (n: number, seed: number) => normalMatrix(1, n, seed).data.map((v) => Math.round(2 * v));
const problem = fc.record({
  rows: fc.integer({ min: 0, max: 19 }),
  cols: fc.integer({ min: 0, max: 9 }),
  gap: fc.integer({ min: 0, max: 3 }),
  at: fc.integer({ min: 0, max: 3 }),
  seed: fc.nat(1e6),
});

/** Runs `change` on a copy and requires that just the entries of `want` differ, by exactly what `want` says. */
function changes(
  x: Float64Array,
  change: (x: Float64Array) => void,
  want: (set: (i: number, value: number) => void) => void,
) {
  const [got, expected] = [x.slice(), x.slice()];
  change(got);
  want((i, value) => {
    expected[i] = value;
  });
  expect(Array.from(got, (v) => v + 0)).toEqual(Array.from(expected, (v) => v + 0));
}

describe("loops over stretches", () => {
  it("dot and subtract", () => {
    fc.assert(
      fc.property(problem, ({ rows: n, at, gap, seed }) => {
        const [x, y] = [whole(30, seed), whole(30, seed + 1)];
        let sum = 0;
        for (let k = 0; k < n; k++) sum += x[at + k]! * y[gap + k]!;
        expect(dot(x, at, y, gap, n) + 0).toBe(sum + 0);
        changes(
          x,
          (z) => subtract(z, at, y, gap, n, 3),
          (set) => {
            for (let k = 0; k < n; k++) set(at + k, x[at + k]! - 3 * y[gap + k]!);
          },
        );
        expect(subtract(x.slice(), at, y.with(gap, Number.NaN), gap, n, 0)).toBeUndefined();
      }),
    );
  });

  it("addTransposedProduct and product", () => {
    fc.assert(
      fc.property(problem, ({ rows, cols, gap, at, seed }) => {
        const stride = cols + gap;
        const [w, v, y] = [whole(500, seed), whole(30, seed + 1), whole(30, seed + 2)];
        const entry = (i: number, j: number) => w[at + i * stride + j]!;
        changes(
          y,
          (z) => addTransposedProduct(z, at, w, at, stride, v, gap, rows, cols),
          (set) => {
            for (let j = 0; j < cols; j++) {
              let sum = y[at + j]!;
              for (let i = 0; i < rows; i++) sum += entry(i, j) * v[gap + i]!;
              set(at + j, sum);
            }
          },
        );
        changes(
          y,
          (z) => product(z, at, w, at, stride, v, gap, rows, cols),
          (set) => {
            for (let i = 0; i < rows; i++) {
              let sum = 0;
              for (let j = 0; j < cols; j++) sum += entry(i, j) * v[gap + j]!;
              set(at + i, sum);
            }
          },
        );
      }),
    );
  });

  it("subtractTwoOuterProducts", () => {
    fc.assert(
      fc.property(problem, ({ rows, cols, gap, at, seed }) => {
        const stride = cols + gap;
        const [w, p, r] = [whole(500, seed), whole(60, seed + 1), whole(60, seed + 2)];
        changes(
          w,
          (z) => subtractTwoOuterProducts(z, at, stride, p, gap, r, at, p, 30, r, 25, rows, cols),
          (set) => {
            for (let i = 0; i < rows; i++)
              for (let j = 0; j < cols; j++) {
                const k = at + i * stride + j;
                set(k, w[k]! - p[gap + i]! * r[at + j]! - p[30 + i]! * r[25 + j]!);
              }
          },
        );
      }),
    );
  });

  it("reflectByFours takes off XVᵀFV, F plain and turned", () => {
    fc.assert(
      fc.property(problem, fc.boolean(), ({ rows, cols, gap, at, seed }, turned) => {
        const stride = cols + gap;
        const [x, v, f] = [whole(500, seed), whole(80, seed + 1), whole(20, seed + 2)];
        const [down, right] = turned ? [1, 4] : [4, 1];
        changes(
          x,
          (z) => reflectByFours(z, at, stride, v, gap, cols + at, f, at, down, right, rows, cols),
          (set) => {
            for (let i = 0; i < rows; i++) {
              const along = [0, 1, 2, 3].map((p) => {
                let sum = 0;
                for (let j = 0; j < cols; j++) sum += x[at + i * stride + j]! * v[gap + p * (cols + at) + j]!;
                return sum;
              });
              for (let j = 0; j < cols; j++) {
                let value = x[at + i * stride + j]!;
                for (let p = 0; p < 4; p++)
                  for (let q = 0; q < 4; q++)
                    value -= along[p]! * f[at + p * down + q * right]! * v[gap + q * (cols + at) + j]!;
                set(at + i * stride + j, value);
              }
            }
          },
        );
      }),
    );
  });
});
