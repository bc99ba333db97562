import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply2, eigh2, type Vec2 } from "../../math";
import { contour, left, path, STEPS, valley, verdict } from "./model";

const bowls = fc
  .record({
    small: fc.double({ min: 0.1, max: 5, noNaN: true }),
    kappa: fc.double({ min: 1.5, max: 50, noNaN: true }),
    tilt: fc.double({ min: -90, max: 90, noNaN: true }),
  })
  .map(({ small, kappa, tilt }) => valley([small * kappa, small], tilt));
const START: Vec2 = [-3, 2.5];

describe("valley", () => {
  it("has the curvatures it was given, along the directions it names", () => {
    fc.assert(
      fc.property(bowls, ({ hessian, lambda, directions }) => {
        eigh2(hessian).values.forEach((value, k) => {
          expect(Math.abs(value / lambda[k as 0 | 1] - 1)).toBeLessThan(1e-12);
        });
        directions.forEach((v, k) => {
          const [x, y] = apply2(hessian, v);
          expect(Math.hypot(x - lambda[k as 0 | 1] * v[0], y - lambda[k as 0 | 1] * v[1])).toBeLessThan(
            1e-12 * lambda[0],
          );
        });
      }),
    );
  });

  it("has contours on which the loss is the level", () => {
    fc.assert(
      fc.property(
        bowls,
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.double({ min: 0, max: 7, noNaN: true }),
        (bowl, level, angle) => {
          const w = apply2(contour(bowl, level), [Math.cos(angle), Math.sin(angle)]);
          const [x, y] = apply2(bowl.hessian, w);
          expect((w[0] * x + w[1] * y) / 2 / level).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

describe("path", () => {
  it("shrinks along each eigenvector by |1 − αλ| a step", () => {
    fc.assert(
      fc.property(bowls, fc.double({ min: 0.05, max: 2.4, noNaN: true }), (bowl, dial) => {
        const alpha = dial / bowl.lambda[0];
        const [first, second] = path(bowl, "gradientDescent", START, alpha, 0);
        bowl.directions.forEach((v, k) => {
          const along = (x: ArrayLike<number> | undefined) => Math.abs((x?.[0] ?? 0) * v[0] + (x?.[1] ?? 0) * v[1]);
          const want = left(bowl.lambda, alpha)[k as 0 | 1] * along(first?.x);
          expect(Math.abs(along(second?.x) - want)).toBeLessThan(1e-12);
        });
      }),
    );
  });

  it("converges below 2/λ₁ and diverges above, as the verdict says", () => {
    fc.assert(
      fc.property(bowls, fc.double({ min: 0.2, max: 3, noNaN: true }), (bowl, dial) => {
        fc.pre(Math.abs(dial - 2) > 0.05);
        const alpha = dial / bowl.lambda[0];
        const run = path(bowl, "gradientDescent", START, alpha, 0);
        const steep = bowl.directions[0];
        const along = (k: number) => Math.abs((run[k]?.x[0] ?? 0) * steep[0] + (run[k]?.x[1] ?? 0) * steep[1]);
        fc.pre(along(0) > 1e-6);
        expect(along(STEPS) > along(0)).toBe(dial > 2);
        expect(verdict(bowl, "gradientDescent", alpha, run).word.startsWith("diverging")).toBe(dial > 2);
      }),
    );
  });

  it("stops before a number that is not finite", () => {
    const run = path(valley([10, 1], 30), "gradientDescent", START, 1e6, 0);
    expect(run.length).toBeLessThan(STEPS);
    expect(run.every(({ loss, x }) => Number.isFinite(loss) && x.every(Number.isFinite))).toBe(true);
  });
});
