import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply2, eigh2, type Optimiser, type Vec2 } from "../../math";
import { factor, left, path, pointOf, STEPS, verdict } from "./model";
import { along, contour, excess, quadraticValley, transplant, type Valley } from "./valley";

const point = fc.tuple(
  fc.double({ min: -5, max: 5, noNaN: true }),
  fc.double({ min: -5, max: 5, noNaN: true }),
) as fc.Arbitrary<Vec2>;
const bowls: fc.Arbitrary<Valley> = fc
  .record({
    small: fc.double({ min: 0.1, max: 5, noNaN: true }),
    kappa: fc.double({ min: 1.5, max: 50, noNaN: true }),
    tilt: fc.double({ min: -90, max: 90, noNaN: true }),
    minimum: point,
    floor: fc.double({ min: 0, max: 10, noNaN: true }),
  })
  .map(({ small, kappa, tilt, ...rest }) => ({ ...quadraticValley([small * kappa, small], tilt), ...rest }));
const START: Vec2 = [-3, 2.5];
const dials = (max: number) => fc.double({ min: 0.05, max, noNaN: true });

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

  it("has contours about its lowest point on which the loss is the level", () => {
    fc.assert(
      fc.property(
        bowls,
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.double({ min: 0, max: 7, noNaN: true }),
        (bowl, level, angle) => {
          const [x, y] = apply2(contour(bowl, level), [Math.cos(angle), Math.sin(angle)]);
          expect(excess(bowl, [bowl.minimum[0] + x, bowl.minimum[1] + y]) / level).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it("gives a point of another valley its place, and back", () => {
    fc.assert(
      fc.property(bowls, bowls, point, (a, b, w) => {
        const there = transplant(a, b, w);
        along(b, there).forEach((part, k) => {
          expect(part).toBeCloseTo(along(a, w)[k as 0 | 1], 9);
        });
        transplant(b, a, there).forEach((entry, k) => {
          expect(entry).toBeCloseTo(w[k as 0 | 1], 9);
        });
      }),
    );
  });

  it("is drawn for whatever a link asks", () => {
    for (const lambda of [
      [0, 0],
      [-5, 1],
      [1, 10],
    ] as Vec2[]) {
      const { lambda: got } = quadraticValley(lambda, 30);
      expect(got[1]).toBeGreaterThan(0);
      expect(got[0]).toBeGreaterThanOrEqual(got[1]);
    }
  });
});

describe("path", () => {
  it("is (I − αH)^k (w₀ − w*) from the lowest point, at every step", () => {
    fc.assert(
      fc.property(bowls, dials(2.4), point, (bowl, dial, start) => {
        const alpha = dial / bowl.lambda[0];
        const from = along(bowl, start);
        path(bowl, "gradientDescent", start, alpha, 0).forEach((at, k) => {
          along(bowl, pointOf(at)).forEach((part, j) => {
            const closed = (1 - alpha * bowl.lambda[j as 0 | 1]) ** k * from[j as 0 | 1];
            // Rounding along one eigenvector leaks into the other, where it grows by the larger factor.
            const growth = Math.max(1, Math.abs(1 - dial)) ** k;
            expect(Math.abs(part - closed)).toBeLessThan(1e-11 * growth * (1 + Math.abs(closed)));
          });
        });
      }),
    );
  });

  it("with momentum shrinks in the long run by the spectral radius of the step", () => {
    const cases: [Optimiser, number, number][] = [
      ["momentum", 0.3, 0.9],
      ["momentum", 0.05, 0.3],
      ["momentum", 3.9, 0.9],
      ["nesterov", 0.3, 0.8],
      ["nesterov", 1.2, 0.5],
      ["nesterov", 1.7, 0.5],
    ];
    for (const [rule, dial, beta] of cases) {
      // One curvature, so that the error is one sequence; its root mean square over a window hides the turning.
      const bowl = quadraticValley([1, 1], 0);
      const run = path(bowl, rule, [1, 1], dial, beta);
      const size = (from: number) => Math.hypot(...run.slice(from, from + 20).map(({ x }) => x[0] ?? 0));
      const measured = (size(STEPS - 20) / size(STEPS - 40)) ** (1 / 20);
      expect(measured / factor(rule, 1, dial, beta), `${rule} ${dial} ${beta}`).toBeCloseTo(1, 1);
    }
  });

  it("stops before a number that is not finite", () => {
    const run = path(quadraticValley([10, 1], 30), "gradientDescent", START, 1e6, 0);
    expect(run.length).toBeLessThan(STEPS);
    expect(run.every(({ loss, x }) => Number.isFinite(loss) && x.every(Number.isFinite))).toBe(true);
  });
});

describe("verdict", () => {
  it.each([
    ["gradientDescent", (beta: number) => 2 + 0 * beta],
    ["momentum", (beta: number) => 2 * (1 + beta)],
    ["nesterov", (beta: number) => (2 * (1 + beta)) / (1 + 2 * beta)],
  ] as const)("says that %s diverges just when its error grows", (rule, limitAt) => {
    fc.assert(
      fc.property(
        bowls,
        fc.double({ min: 0.2, max: 4, noNaN: true }),
        fc.double({ min: 0.1, max: 0.8, noNaN: true }),
        (bowl, dial, beta) => {
          fc.pre(Math.abs(dial / limitAt(beta) - 1) > 0.15);
          const alpha = dial / bowl.lambda[0];
          const start: Vec2 = [bowl.minimum[0] + bowl.directions[0][0], bowl.minimum[1] + bowl.directions[0][1]];
          const run = path(bowl, rule, start, alpha, beta);
          const end = run.at(-1);
          const grown = end !== undefined && Math.abs(along(bowl, pointOf(end))[0]) > 1;
          const { word, advice } = verdict(bowl, rule, alpha, beta, run);
          expect(word.startsWith("diverging")).toBe(grown);
          expect(advice !== "").toBe(grown);
          expect(factor(rule, bowl.lambda[0], alpha, beta) > 1).toBe(grown);
        },
      ),
    );
  });

  it("says at which step a run left, where it was stopped, and what to do", () => {
    const bowl = quadraticValley([10, 1], 30);
    const run = path(bowl, "gradientDescent", START, 1, 0);
    const { advice } = verdict(bowl, "gradientDescent", 1, 0, run);
    // The steep error grows ninefold a step: past ten starts' distance at the second.
    expect(advice).toMatch(/^It left at step 2, .*Bring α below 2\/λ₁ = 0\.200\.$/);
    expect(verdict(bowl, "gradientDescent", 1e6, 0, path(bowl, "gradientDescent", START, 1e6, 0)).advice).toMatch(
      /stopped at step \d+, before the numbers overflow/,
    );
  });

  it("reads the word for an adaptive optimiser from its path", () => {
    const bowl = quadraticValley([10, 1], 30);
    const run = path(bowl, "rmsProp", START, 1, 0);
    expect(verdict(bowl, "rmsProp", 1, 0, run).word).toBe("oscillating about the lowest point");
    const fine = path(bowl, "adam", START, 0.2, 0);
    expect(verdict(bowl, "adam", 0.2, 0, fine).word).toBe("oscillating, converging");
    const slow = path(bowl, "adam", START, 0.05, 0);
    expect(verdict(bowl, "adam", 0.05, 0, slow).word).toBe("converging, slowly");
  });

  it("has words for α = 0 and for a start on the lowest point", () => {
    const bowl = quadraticValley([10, 1], 30);
    expect(verdict(bowl, "gradientDescent", 0, 0, path(bowl, "gradientDescent", START, 0, 0)).word).toMatch(
      /^standing/,
    );
    expect(verdict(bowl, "adam", 0.1, 0, path(bowl, "adam", [0, 0], 0.1, 0)).word).toMatch(/^at the lowest/);
  });
});

describe("left", () => {
  it("is |1 − αλ| for gradient descent, and for Adam the part of the way that is left", () => {
    const bowl = quadraticValley([10, 1], 30);
    const run = path(bowl, "gradientDescent", START, 0.17, 0);
    left(bowl, "gradientDescent", 0.17, 0, run, 6).forEach((part, k) => {
      expect(part).toBeCloseTo([0.7, 0.83][k] ?? 0, 12);
    });
    expect(left(bowl, "adam", 0.17, 0, path(bowl, "adam", START, 0.17, 0), 0)).toEqual([1, 1]);
  });
});
