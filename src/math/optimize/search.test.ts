import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix, orthonormal } from "../../../tests/support/arbitraryMatrix";
import {
  BETA_RULES,
  beale,
  conjugateGradientSteps,
  diagonal,
  fromRows,
  himmelblau,
  lbfgsSteps,
  leastSquares,
  linearConjugateGradientSteps,
  logistic,
  type Matrix,
  matmul,
  matvec,
  newtonStep,
  newtonSteps,
  type Objective,
  quadratic,
  rosenbrock,
  runSearch,
  ShapeError,
  saddle,
  solve,
  transpose,
} from "..";
import { twoLoop } from "./lbfgs";

const at = (...x: number[]) => Float64Array.from(x);
const distance = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (v, i) => Math.abs(v - b[i]!)));
const spd = (n: number, seed: number, values = Array.from({ length: n }, (_, i) => 1 + 3 * i)): Matrix => {
  const q = orthonormal(n, n, seed);
  const h = matmul(matmul(q, diagonal(values)), transpose(q));
  return { ...h, data: h.data.map((v, k) => (v + transpose(h).data[k]!) / 2) };
};
const counted = (f: Objective) => {
  let [values, gradients] = [0, 0];
  return {
    objective: {
      value(x: Float64Array) {
        values++;
        return f.value(x);
      },
      gradient(x: Float64Array) {
        gradients++;
        return f.gradient(x);
      },
    },
    count: () => [values, gradients],
  };
};
const METHODS: Record<string, (f: Objective, x0: Float64Array, options?: object) => ReturnType<typeof lbfgsSteps>> = {
  lbfgs: lbfgsSteps,
  polakRibiere: (f, x0, options) => conjugateGradientSteps(f, x0, { ...options, beta: "polakRibiere" }),
  fletcherReeves: (f, x0, options) =>
    conjugateGradientSteps(f, x0, { steps: 2000, ...options, beta: "fletcherReeves" }),
};

describe("linearConjugateGradientSteps", () => {
  it("ends in n steps at the solution of Hx = b, for any symmetric positive definite H", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(1e6), (n, seed) => {
        const h = spd(n, seed);
        const b = normalMatrix(1, n, seed + 1).data;
        const { path, outcome } = runSearch(
          linearConjugateGradientSteps(h, b, normalMatrix(1, n, seed + 2).data, { tolerance: 1e-9 }),
        );
        expect(outcome).toBe("converged");
        expect(path.length - 1).toBeLessThanOrEqual(n);
        expect(distance(path.at(-1)!.x, solve(h, b)!)).toBeLessThan(1e-8);
        const f = quadratic(h, b);
        path.forEach(({ step, x, loss, gradient, evaluations }, k) => {
          expect([step, evaluations]).toEqual([k, k + 1]);
          expect(Math.abs(loss - f.value(x))).toBeLessThan(1e-10 * (1 + Math.abs(loss)));
          expect(distance(gradient, f.gradient(x))).toBeLessThan(1e-10);
          if (k > 0) expect(loss).toBeLessThan(path[k - 1]!.loss);
        });
      }),
      { numRuns: 60 },
    );
  });
  it("needs as many steps as there are different eigenvalues, and its first is the exact line search", () => {
    const h = spd(9, 3, [1, 1, 1, 4, 4, 4, 9, 9, 9]);
    const b = normalMatrix(1, 9, 4).data;
    expect(runSearch(linearConjugateGradientSteps(h, b, new Float64Array(9))).path).toHaveLength(4);
    // H = diag(1, 10) from (10, 1): g = (10, 10), length gᵀg/gᵀHg = 200/1100.
    const { path } = runSearch(linearConjugateGradientSteps(diagonal([1, 10]), at(0, 0), at(10, 1)));
    expect(path[1]!.length).toBeCloseTo(2 / 11, 15);
    expect(distance(path[1]!.x, [10 - 20 / 11, 1 - 20 / 11])).toBeLessThan(1e-14);
    expect(path).toHaveLength(3);
    expect(distance(path[2]!.x, [0, 0])).toBeLessThan(1e-14);
  });
  it("says where H has no minimum, stops at its limit, at once at the solution, and before what is not finite", () => {
    const run = (h: Matrix, b: Float64Array, x: Float64Array, options = {}) =>
      runSearch(linearConjugateGradientSteps(h, b, x, options));
    const climbs = run(diagonal([1, -1]), at(0, 0), at(0, 1));
    expect([climbs.outcome, climbs.path.length]).toEqual(["negativeCurvature", 1]);
    expect(run(diagonal([0, 0]), at(1, 1), at(0, 0)).outcome).toBe("negativeCurvature");
    const capped = run(spd(9, 1), new Float64Array(9).fill(1), new Float64Array(9), { steps: 2 });
    expect([capped.outcome, capped.path.length]).toEqual(["stepLimit", 3]);
    const there = run(diagonal([2, 4]), at(2, 4), at(1, 1));
    expect([there.outcome, there.path.length, there.path[0]!.loss]).toEqual(["converged", 1, -3]);
    expect(run(diagonal([1, 1]), at(0, 0), at(Number.NaN, 0))).toEqual({ path: [], outcome: "notFinite" });
  });
  it("refuses shapes that do not fit, naming both", () => {
    const run = (h: Matrix, b: Float64Array, x: Float64Array) => () => runSearch(linearConjugateGradientSteps(h, b, x));
    expect(run(fromRows([[1, 2]]), at(1), at(1))).toThrow(ShapeError);
    expect(run(diagonal([1, 2]), at(1), at(1, 1))).toThrow(/2 entries.*1 and 2/);
    expect(run(diagonal([1, 2]), at(1, 1), at(1))).toThrow(/2 entries.*2 and 1/);
  });
});

describe.each(Object.entries(METHODS))("%s", (_, steps) => {
  it.each([
    ["rosenbrock", rosenbrock, at(-1.2, 1), [1, 1]],
    ["himmelblau", himmelblau, at(2, 1), [3, 2]],
    ["beale", beale, at(1, 1), [3, 0.5]],
    [
      "a quadratic",
      quadratic(spd(6, 1), [1, 2, 3, 4, 5, 6]),
      new Float64Array(6),
      solve(spd(6, 1), [1, 2, 3, 4, 5, 6])!,
    ],
  ] as const)("reaches the minimum of %s, falling at every step, and counts what it asks for", (_, f, x0, minimum) => {
    const { objective, count } = counted(f);
    const { path, outcome } = runSearch(steps(objective, x0, { tolerance: 1e-9 }));
    expect(outcome).toBe("converged");
    expect(distance(path.at(-1)!.x, minimum)).toBeLessThan(1e-7);
    const { evaluations } = path.at(-1)!;
    expect(count()).toEqual([evaluations, evaluations]);
    path.forEach(({ step, x, loss, gradient, length }, k) => {
      expect(step).toBe(k);
      expect(loss).toBe(f.value(x));
      expect(gradient).toEqual(f.gradient(x));
      if (k === 0) expect([length, ...x]).toEqual([0, ...x0]);
      else {
        expect(length).toBeGreaterThan(0);
        expect(loss).toBeLessThanOrEqual(path[k - 1]!.loss + 1e-14 * Math.abs(path[k - 1]!.loss));
      }
    });
  });
  it("reaches the same minimum of a logistic regression as Newton's method", () => {
    const x = normalMatrix(60, 3, 5);
    const f = logistic(
      x,
      Array.from({ length: 60 }, (_, i) => (x.data[3 * i]! + Math.sin(i) > 0 ? 1 : 0)),
      0.01,
    );
    const want = runSearch(newtonSteps(f, new Float64Array(4))).path.at(-1)!.x;
    const { path, outcome } = runSearch(steps(f, new Float64Array(4)));
    expect(outcome).toBe("converged");
    expect(distance(path.at(-1)!.x, want)).toBeLessThan(1e-8);
  });
  it("ends at once at a minimum, at its limit, and without a snapshot where it cannot start", () => {
    const there = runSearch(steps(rosenbrock, at(1, 1)));
    expect([there.outcome, there.path.length]).toEqual(["converged", 1]);
    const capped = runSearch(steps(rosenbrock, at(-1.2, 1), { steps: 3 }));
    expect([capped.outcome, capped.path.length]).toEqual(["stepLimit", 4]);
    expect(runSearch(steps(rosenbrock, at(Number.NaN, 1)))).toEqual({ path: [], outcome: "notFinite" });
    expect(runSearch(steps(rosenbrock, at(1e200, 1)))).toEqual({ path: [], outcome: "notFinite" });
  });
  it("says that a function has no lower bound, its last snapshot finite", () => {
    for (const f of [saddle, { value: ([x = 0]: Float64Array) => x, gradient: () => at(1, 0) }]) {
      const { path, outcome } = runSearch(steps(f, at(1, 0.5)));
      expect(["unbounded", "lineSearchFailed"]).toContain(outcome);
      expect(path.at(-1)!.loss).toSatisfy(Number.isFinite);
    }
  });
  it("says that no length helps where the gradient is wrong", () => {
    const wrong: Objective = {
      value: (x) => rosenbrock.value(x),
      gradient: (x) => rosenbrock.gradient(x).map((v) => -v),
    };
    const { path, outcome } = runSearch(steps(wrong, at(-1.2, 1)));
    expect([outcome, path.length]).toEqual(["lineSearchFailed", 1]);
  });
  it("steps back from where the function is not defined", () => {
    const well: Objective = { value: ([x = 0]) => x - Math.log(x), gradient: ([x = 0]) => at(1 - 1 / x) };
    const { path, outcome } = runSearch(steps(well, at(50)));
    expect(outcome).toBe("converged");
    expect(path.at(-1)!.x[0]).toBeCloseTo(1, 9);
  });
});

describe("lbfgsSteps", () => {
  it("has for its direction the inverse BFGS update applied to g, by the formula with matrices", () => {
    const n = 4;
    const h = spd(n, 2);
    const steps = [1, 2, 3].map((seed) => normalMatrix(1, n, seed).data);
    const pairs = steps.map((s) => {
      const y = matvec(h, s);
      return { s, y, rho: 1 / s.reduce((sum, v, i) => sum + v * y[i]!, 0) };
    });
    const newest = pairs[2]!;
    const gamma = 1 / (newest.rho * newest.y.reduce((sum, v) => sum + v * v, 0));
    let inverse = diagonal(new Float64Array(n).fill(gamma));
    for (const { s, y, rho } of pairs) {
      const v = diagonal(new Float64Array(n).fill(1));
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) v.data[i * n + j]! -= rho * y[i]! * s[j]!;
      inverse = matmul(matmul(transpose(v), inverse), v);
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) inverse.data[i * n + j]! += rho * s[i]! * s[j]!;
    }
    const g = normalMatrix(1, n, 9).data;
    expect(distance(twoLoop(pairs, g), matvec(inverse, g))).toBeLessThan(1e-12);
    // The newest pair is a secant: Hy = s.
    expect(distance(twoLoop(pairs, newest.y), newest.s)).toBeLessThan(1e-13);
    expect([...twoLoop([], g)]).toEqual([...g]);
  });
  it("is far faster with a memory than without", () => {
    const long = (memory: number) =>
      runSearch(lbfgsSteps(rosenbrock, at(-1.2, 1), { memory, steps: 20_000, tolerance: 1e-6 }));
    expect(long(10).path.length).toBeLessThan(60);
    expect(long(1).path.length).toBeLessThan(150);
    expect(long(10).outcome).toBe("converged");
  });
  it("starts with a step of at most 1 in its largest entry", () => {
    const first = runSearch(lbfgsSteps(quadratic(diagonal([1e-3, 1e3])), at(1, 5), { steps: 1 })).path[1]!;
    expect(distance(first.x, [1, 5])).toBeLessThanOrEqual(1 + 1e-12);
  });
});

describe("conjugateGradientSteps", () => {
  it("starts along −g, then by its rule", () => {
    const dot2 = (a: Float64Array, b: Float64Array) => a[0]! * b[0]! + a[1]! * b[1]!;
    let restarts = 0;
    for (const beta of BETA_RULES)
      for (const [f, x0] of [
        [rosenbrock, at(-1.2, 1)],
        [himmelblau, at(0, 0)],
        [beale, at(1, 1)],
      ] as const) {
        const { path } = runSearch(conjugateGradientSteps(f, x0, { beta, steps: 2 }));
        const [a, b, c] = path as [(typeof path)[0], (typeof path)[0], (typeof path)[0]];
        const p0 = a.gradient.map((v) => -v);
        expect(
          distance(
            b.x,
            a.x.map((v, i) => v + b.length * p0[i]!),
          ),
        ).toBeLessThan(1e-14);
        const square = dot2(b.gradient, b.gradient);
        const change = beta === "fletcherReeves" ? square : Math.max(0, square - dot2(a.gradient, b.gradient));
        let p1 = b.gradient.map((v, i) => (change / dot2(a.gradient, a.gradient)) * p0[i]! - v);
        // Polak and Ribière's direction may climb; then the run starts again.
        if (dot2(p1, b.gradient) >= 0) {
          p1 = b.gradient.map((v) => -v);
          restarts++;
        }
        expect(
          distance(
            c.x,
            b.x.map((v, i) => v + c.length * p1[i]!),
          ),
        ).toBeLessThan(1e-14);
      }
    expect(restarts).toBeGreaterThan(0);
    expect(restarts).toBeLessThan(6);
  });
  it("is Polak and Ribière's unless said otherwise", () => {
    const run = (options: object) => runSearch(conjugateGradientSteps(beale, at(1, 1), { ...options, steps: 5 })).path;
    expect(run({})).toEqual(run({ beta: "polakRibiere" }));
    expect(run({})).not.toEqual(run({ beta: "fletcherReeves" }));
  });
});

describe("newtonStep", () => {
  it("solves Hp = −g, and says what H is", () => {
    const h = fromRows([
      [2, 1],
      [1, 3],
    ]);
    const { step, eigenvalues, curvature, descends } = newtonStep(h, at(3, 4));
    expect(distance(step!, [-1, -1])).toBeLessThan(1e-14);
    expect(distance(eigenvalues, [2.5 + Math.sqrt(5) / 2, 2.5 - Math.sqrt(5) / 2])).toBeLessThan(1e-14);
    expect([curvature, descends]).toEqual(["definite", true]);
  });
  it("climbs where H is negative, plain; falls, modified", () => {
    const h = diagonal([2, -4]);
    const plain = newtonStep(h, at(0, 4));
    expect([[...plain.step!], plain.curvature, plain.descends]).toEqual([[0, 1], "indefinite", false]);
    const modified = newtonStep(h, at(0, 4), true);
    expect([[...modified.step!], modified.curvature, modified.descends]).toEqual([[0, -1], "indefinite", true]);
  });
  it("has no plain step where H is singular, a long but finite one modified, −g where H is zero", () => {
    const plain = newtonStep(diagonal([2, 0]), at(1, 1));
    expect([plain.step, plain.curvature, plain.descends]).toEqual([null, "singular", false]);
    const { step, curvature, descends } = newtonStep(diagonal([2, 0]), at(1, 1), true);
    expect([curvature, descends, step![0]]).toEqual(["singular", true, -0.5]);
    expect(step![1]).toBe(-1 / (2 ** -26 * 2));
    expect([...newtonStep(diagonal([0, 0]), at(3, -1), true).step!]).toEqual([-3, 1]);
    expect(newtonStep(diagonal([2, 1e-17]), at(1, 1)).curvature).toBe("singular");
    expect(newtonStep(diagonal([2, 1e-14]), at(1, 1)).curvature).toBe("definite");
  });
  it("refuses shapes that do not fit, naming both", () => {
    expect(() => newtonStep(diagonal([1, 2, 3]), at(1, 2))).toThrow(/2 × 2.*3 × 3/);
  });
});

describe("newtonSteps", () => {
  it("needs one step on a quadratic", () => {
    const f = quadratic(spd(5, 8), [1, 2, 3, 4, 5]);
    for (const modified of [false, true]) {
      const { path, outcome } = runSearch(newtonSteps(f, new Float64Array(5).fill(7), { modified }));
      expect([outcome, path.length, path[1]!.length, path[1]!.evaluations]).toEqual(["converged", 2, 1, 2]);
    }
    const x = normalMatrix(20, 3, 1);
    const y = normalMatrix(1, 20, 2).data;
    expect(runSearch(newtonSteps(leastSquares(x, y), at(9, -9, 9))).path).toHaveLength(2);
  });
  it("converges quadratically on a logistic regression: the digits double at every step", () => {
    const x = normalMatrix(80, 2, 3);
    const f = logistic(
      x,
      Array.from({ length: 80 }, (_, i) => (x.data[2 * i]! > Math.sin(i) ? 1 : 0)),
      0.02,
    );
    const { path } = runSearch(newtonSteps(f, new Float64Array(3), { tolerance: 1e-15, steps: 12 }));
    const errors = path.map(({ x: w }) => distance(w, path.at(-1)!.x)).filter((e) => e > 1e-8 && e < 0.5);
    expect(errors.length).toBeGreaterThan(2);
    for (let k = 1; k < errors.length; k++) expect(errors[k]!).toBeLessThan(3 * errors[k - 1]! ** 2);
  });
  it("reaches the known minima", () => {
    for (const [f, x0, minimum] of [
      [rosenbrock, at(-1.2, 1), [1, 1]],
      [himmelblau, at(2.5, 2.5), [3, 2]],
      [beale, at(2.9, 0.48), [3, 0.5]],
    ] as const)
      for (const modified of [false, true]) {
        const { path, outcome } = runSearch(newtonSteps(f, x0, { modified }));
        expect(outcome).toBe("converged");
        expect(distance(path.at(-1)!.x, minimum)).toBeLessThan(1e-9);
        expect(path.at(-1)!.newton.curvature).toBe("definite");
      }
  });
  it("plain, goes to the saddle and says so; modified, falls away from it", () => {
    const plain = runSearch(newtonSteps(saddle, at(3, 1)));
    expect([plain.outcome, plain.path.length]).toEqual(["converged", 2]);
    expect(plain.path[1]!.newton.curvature).toBe("indefinite");
    expect(distance(plain.path[1]!.x, [0, 0])).toBe(0);
    const modified = runSearch(newtonSteps(saddle, at(3, 1), { modified: true, steps: 20 })).path;
    for (let k = 1; k < modified.length; k++) expect(modified[k]!.loss).toBeLessThan(modified[k - 1]!.loss);
    expect(modified).toHaveLength(21);
  });
  it("modified, backtracks until the value falls: √(1 + x²) from 2, where the plain step goes to −8", () => {
    const f = {
      value: ([x = 0]: Float64Array) => Math.sqrt(1 + x * x),
      gradient: ([x = 0]: Float64Array) => at(x / Math.sqrt(1 + x * x)),
      hessian: ([x = 0]: Float64Array) => fromRows([[(1 + x * x) ** -1.5]]),
    };
    const plain = runSearch(newtonSteps(f, at(2)));
    expect(plain.path[1]!.x[0]).toBeCloseTo(-8, 12);
    expect(["notFinite", "singular"]).toContain(plain.outcome);
    expect(plain.path.at(-1)!.loss).toSatisfy(Number.isFinite);
    const { path, outcome } = runSearch(newtonSteps(f, at(2), { modified: true }));
    expect(outcome).toBe("converged");
    expect(path[1]!.length).toBe(0.25);
    expect(path[1]!.evaluations).toBe(4);
  });
  it("ends at a singular Hessian, at its limit, and before what is not finite", () => {
    const flat = { value: ([x = 0]: Float64Array) => x, gradient: () => at(1), hessian: () => diagonal([0]) };
    expect(runSearch(newtonSteps(flat, at(0))).outcome).toBe("singular");
    expect(runSearch(newtonSteps(rosenbrock, at(-1.2, 1), { steps: 1 })).outcome).toBe("stepLimit");
    expect(runSearch(newtonSteps(rosenbrock, at(-1.2, 1), { steps: 1 })).path).toHaveLength(2);
    expect(runSearch(newtonSteps(rosenbrock, at(Number.NaN, 0)))).toEqual({ path: [], outcome: "notFinite" });
    const broken = { ...rosenbrock, hessian: () => diagonal([Number.NaN, 1]) };
    expect(runSearch(newtonSteps(broken, at(0, 0)))).toEqual({ path: [], outcome: "notFinite" });
    const wrong = { ...rosenbrock, gradient: (x: Float64Array) => rosenbrock.gradient(x).map((v) => -v) };
    expect(runSearch(newtonSteps(wrong, at(-1.2, 1), { modified: true })).outcome).toBe("lineSearchFailed");
  });
});
