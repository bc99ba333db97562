import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BINARY,
  beale,
  compileExpression,
  createRandom,
  DomainError,
  differentiate,
  type Evaluation,
  type Expression,
  evaluate,
  FUNCTIONS,
  type FunctionName,
  gradientOf,
  hessianOf,
  himmelblau,
  newtonSteps,
  printExpression,
  rosenbrock,
  runSearch,
  toObjective,
} from "..";

const num = (value: number): Expression => ({ kind: "number", value });
const [x, y] = ["x", "y"].map((name): Expression => ({ kind: "variable", name })) as [Expression, Expression];
const op =
  (kind: (typeof BINARY)[number]) =>
  (left: Expression, right: Expression): Expression => ({ kind, left, right });
const [add, subtract, multiply, divide, power, min, max] = BINARY.map(op) as [
  ReturnType<typeof op>,
  ReturnType<typeof op>,
  ReturnType<typeof op>,
  ReturnType<typeof op>,
  ReturnType<typeof op>,
  ReturnType<typeof op>,
  ReturnType<typeof op>,
];
const call = (name: FunctionName, of: Expression): Expression => ({ kind: "call", name, of });
const negate = (of: Expression): Expression => ({ kind: "negate", of });
const square = (e: Expression) => power(e, num(2));
const print = printExpression;
const d = (e: Expression, by = "x") => print(differentiate(e, by));
const valueAt = (e: Expression, at: Record<string, number>) => {
  const result = evaluate(e, at);
  return result.defined ? result.value : result.reason;
};

describe("printExpression", () => {
  it.each([
    [add(x, multiply(num(2), y)), "x + 2 * y"],
    [multiply(add(x, num(2)), y), "(x + 2) * y"],
    [subtract(x, subtract(y, num(1))), "x - (y - 1)"],
    [subtract(subtract(x, y), num(1)), "x - y - 1"],
    [divide(x, multiply(y, num(3))), "x / (y * 3)"],
    [power(power(x, num(2)), num(3)), "(x^2)^3"],
    [power(x, power(num(2), num(3))), "x^2^3"],
    [power(num(-2), num(2)), "(-2)^2"],
    [power(negate(x), num(2)), "(-x)^2"],
    [negate(power(x, num(2))), "-x^2"],
    [multiply(num(-2), x), "-2 * x"],
    [negate(add(x, y)), "-(x + y)"],
    [call("sin", add(x, y)), "sin(x + y)"],
    [max(x, min(y, num(0.5))), "max(x, min(y, 0.5))"],
    [{ kind: "choose", left: x, right: y, above: num(1), below: num(2) } as Expression, "(x > y ? 1 : 2)"],
  ])("%#: %s", (e, text) => expect(print(e)).toBe(text));
});

describe("evaluate", () => {
  it.each([
    [add(x, y), 5],
    [subtract(x, y), -1],
    [multiply(x, y), 6],
    [divide(x, y), 2 / 3],
    [power(x, y), 8],
    [power(num(-2), num(3)), -8],
    [min(x, y), 2],
    [max(x, y), 3],
    [negate(x), -2],
    [{ kind: "choose", left: x, right: y, above: num(1), below: num(7) } as Expression, 7],
    [{ kind: "choose", left: y, right: x, above: num(1), below: num(7) } as Expression, 1],
    [{ kind: "choose", left: x, right: x, above: num(1), below: num(7) } as Expression, 7],
    ...FUNCTIONS.filter((name) => name !== "asin" && name !== "acos" && name !== "sign").map(
      (name): [Expression, number] => [call(name, x), Math[name as "exp"](2)],
    ),
    [call("asin", num(0.5)), Math.asin(0.5)],
    [call("acos", num(0.5)), Math.acos(0.5)],
    [call("sign", num(-3)), -1],
  ])("%#: the value at x = 2, y = 3", (e, value) => {
    expect(evaluate(e, { x: 2, y: 3 })).toEqual({ defined: true, value });
    expect(compileExpression(e, ["x", "y"])([2, 3])).toBe(value);
  });
  it.each([
    [call("log", negate(x)), "log(-2) is not defined"],
    [call("log", num(0)), "log(0) is not defined"],
    [call("sqrt", subtract(x, y)), "sqrt(-1) is not defined"],
    [call("asin", x), "asin(2) is not defined"],
    [divide(x, num(0)), "2 / 0 is not defined"],
    [divide(num(0), num(0)), "0 / 0 is not defined"],
    [power(num(-2), num(0.5)), "-2 ^ 0.5 is not defined"],
    [power(num(0), num(-1)), "0 ^ -1 is not defined"],
    [call("exp", num(1000)), "exp(1000) is too large"],
    [multiply(num(1e200), num(1e200)), "1e+200 * 1e+200 is too large"],
    [divide(num(1e200), num(1e-200)), "1e+200 / 1e-200 is too large"],
    [power(num(10), num(400)), "10 ^ 400 is too large"],
    [num(Number.POSITIVE_INFINITY), "Infinity is not a finite number"],
    // The innermost part is named, also where what stands around it would hide it.
    [power(call("log", num(-1)), num(0)), "log(-1) is not defined"],
    [add(num(1), call("sin", divide(num(1), num(0)))), "1 / 0 is not defined"],
    [multiply(call("sqrt", num(-1)), num(0)), "sqrt(-1) is not defined"],
    [divide(num(1), call("exp", num(1000))), "exp(1000) is too large"],
    [negate(call("sqrt", num(-1))), "sqrt(-1) is not defined"],
    [
      { kind: "choose", left: call("log", num(-1)), right: x, above: x, below: y } as Expression,
      "log(-1) is not defined",
    ],
    [
      { kind: "choose", left: x, right: call("log", num(-1)), above: x, below: y } as Expression,
      "log(-1) is not defined",
    ],
  ])("%#: has no value, and says why: %s", (e, reason) => {
    expect(evaluate(e, { x: 2, y: 3 })).toEqual({ defined: false, reason });
  });
  it("is NaN when compiled where a comparison or a power would hide that a part is not defined", () => {
    const hidden = [
      power(call("log", x), num(0)),
      { kind: "choose", left: call("log", x), right: y, above: x, below: y } as Expression,
    ];
    for (const e of hidden) expect(compileExpression(e, ["x", "y"])([-1, 2])).toBeNaN();
    expect(compileExpression(max(call("log", x), y), ["x", "y"])([-1, 2])).toBeNaN();
  });
  it("refuses a variable that is not given, naming it and those that are", () => {
    expect(() => evaluate(y, { x: 1 })).toThrow(DomainError);
    expect(() => evaluate(y, { x: 1 })).toThrow("evaluate: the variable y must be one of x");
    expect(() => compileExpression(add(x, y), ["x"])).toThrow("compileExpression: the variable y must be one of x");
    expect(() => compileExpression(x, [])).toThrow("one of none");
    expect(() => evaluate({ kind: "variable", name: "toString" }, {})).toThrow(DomainError);
    expect(valueAt(x, { x: Number.NaN })).toBe("x is not a finite number");
  });
});

describe("differentiate", () => {
  it.each([
    [num(3), "0"],
    [y, "0"],
    [x, "1"],
    [negate(x), "-1"],
    [add(x, y), "1"],
    [subtract(y, x), "-1"],
    [multiply(num(3), x), "3"],
    [multiply(x, y), "y"],
    [divide(x, y), "1 / y"],
    [divide(y, x), "-(y / x / x)"],
    [square(x), "2 * x"],
    [power(x, num(3)), "3 * x^2"],
    [power(x, num(-1)), "-x^(-2)"],
    [power(x, y), "y * x^(y - 1)"],
    [power(num(2), x), "2^x * log(2)"],
    [power(x, x), "x^x * (log(x) + x * (1 / x))"],
    [call("exp", multiply(num(2), x)), "2 * exp(2 * x)"],
    [call("log", x), "1 / x"],
    [call("sqrt", x), "0.5 / sqrt(x)"],
    [call("sin", x), "cos(x)"],
    [call("cos", x), "-sin(x)"],
    [call("tan", x), "1 + tan(x)^2"],
    [call("tanh", x), "1 - tanh(x)^2"],
    [call("atan", x), "1 / (1 + x^2)"],
    [call("abs", x), "sign(x)"],
    [call("sign", x), "0"],
    [max(x, y), "(x > y ? 1 : 0)"],
    [min(x, y), "(x > y ? 0 : 1)"],
    [max(x, add(x, y)), "1"],
  ] as const)("%#: by x is %s", (e, text) => expect(d(e)).toBe(text));
  it("by another variable sees x as a constant", () => {
    expect(d(multiply(x, y), "y")).toBe("x");
    expect(d(power(x, y), "y")).toBe("x^y * log(x)");
    expect(d(square(x), "y")).toBe("0");
  });
  it("has second derivatives that neither overflow nor lose their sign far out", () => {
    const bend = (e: Expression) => compileExpression(differentiate(differentiate(e, "x"), "x"), ["x"]);
    expect(bend(call("tanh", x))([400])).toBe(-0);
    expect(bend(divide(num(1), x))([1e-80]) / 2e240).toBeCloseTo(1, 12);
    expect(bend(max(square(x), num(1)))([3])).toBe(2);
    expect(bend(max(square(x), num(1)))([0.5])).toBe(0);
  });
});

/** Formulas that are smooth and of moderate size on −1.5 … 1.5. */
const smooth: fc.Arbitrary<Expression> = fc.letrec<{ e: Expression }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constantFrom(x, y),
    fc.integer({ min: -3, max: 3 }).map(num),
    fc.tuple(fc.constantFrom(add, subtract, multiply), tie("e"), tie("e")).map(([f, a, b]) => f(a, b)),
    // Denominators and bases of at least 1.
    fc.tuple(tie("e"), tie("e")).map(([a, b]) => divide(a, add(num(1), square(call("sin", b))))),
    fc.tuple(tie("e"), tie("e")).map(([a, b]) => power(add(num(1.5), call("sin", a)), call("cos", b))),
    fc.tuple(tie("e"), fc.constantFrom(0, 1, 2, 3)).map(([a, k]) => power(call("sin", a), num(k))),
    fc.tuple(fc.constantFrom("sin", "cos", "tanh", "atan"), tie("e")).map(([f, a]) => call(f as FunctionName, a)),
    fc
      .tuple(fc.constantFrom("exp", "sinh", "cosh", "tan", "asin", "acos"), tie("e"))
      .map(([f, a]) => call(f as FunctionName, multiply(num(0.5), call("sin", a)))),
    fc
      .tuple(fc.constantFrom("log", "sqrt", "abs"), tie("e"))
      .map(([f, a]) => call(f as FunctionName, add(num(2), call("cos", a)))),
    tie("e").map(negate),
  ),
})).e;

describe("random formulas", () => {
  const place = fc.tuple(
    fc.double({ min: -1.5, max: 1.5, noNaN: true }),
    fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  );
  it("compiled, are what evaluate finds", () => {
    fc.assert(
      fc.property(smooth, place, (e, [a, b]) => {
        const want: Evaluation = evaluate(e, { x: a, y: b });
        const got = compileExpression(e, ["x", "y"])([a, b]);
        if (want.defined) expect(Math.abs(got - want.value)).toBeLessThanOrEqual(1e-14 * Math.abs(want.value));
        // The generator keeps within range, so what has no value here is not a number.
        else expect(got).toBeNaN();
      }),
      { numRuns: 300 },
    );
  });
  it("have the gradient and the Hessian that central differences show, and a symmetric one", () => {
    fc.assert(
      fc.property(smooth, place, (e, at) => {
        const f = toObjective(e, ["x", "y"]);
        const point = Float64Array.from(at);
        const [g, h] = [f.gradient(point), f.hessian(point)];
        expect(h.data[1]).toBe(h.data[2]);
        const step = 1e-3;
        const slope = (of: (p: Float64Array) => number, i: number) => {
          const moved = (t: number) => of(point.map((v, k) => (k === i ? v + t * step : v)));
          return [(8 * (moved(1) - moved(-1)) - (moved(2) - moved(-2))) / (12 * step), Math.abs(moved(0))] as const;
        };
        // Nested products and sines of products can be steep; the differences' own error then grows with the higher derivatives.
        fc.pre(Math.abs(f.value(point)) < 100 && Math.max(...g.map(Math.abs), ...h.data.map(Math.abs)) < 100);
        for (let i = 0; i < 2; i++) {
          const half = (of: (p: Float64Array) => number) => {
            const moved = (t: number) => of(point.map((v, k) => (k === i ? v + (t * step) / 2 : v)));
            return (8 * (moved(1) - moved(-1)) - (moved(2) - moved(-2))) / (6 * step);
          };
          const check = (of: (p: Float64Array) => number, exact: number) => {
            const [coarse] = slope(of, i);
            const fine = half(of);
            // What halving the step changes is fifteen times the error that is left.
            expect(Math.abs(fine - exact)).toBeLessThan(1e-8 * (1 + Math.abs(exact)) + Math.abs(coarse - fine));
          };
          check(f.value, g[i]!);
          for (let j = 0; j < 2; j++) check((p) => f.gradient(p)[j]!, h.data[i * 2 + j]!);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const known: readonly (readonly [string, Expression, typeof rosenbrock])[] = [
  ["rosenbrock", add(square(subtract(num(1), x)), multiply(num(100), square(subtract(y, square(x))))), rosenbrock],
  [
    "himmelblau",
    add(square(subtract(add(square(x), y), num(11))), square(subtract(add(x, square(y)), num(7)))),
    himmelblau,
  ],
  [
    "beale",
    [1.5, 2.25, 2.625].map((c, k) => square(add(subtract(num(c), x), multiply(x, power(y, num(k + 1)))))).reduce(add),
    beale,
  ],
];
describe.each(known)("%s as a formula", (_, formula, want) => {
  const f = toObjective(formula, ["x", "y"]);
  it("has the value, gradient and Hessian written by hand", () => {
    const random = createRandom(1);
    for (let k = 0; k < 200; k++) {
      const at = Float64Array.of(3 * random.normal(), 3 * random.normal());
      const near = (a: ArrayLike<number>, b: ArrayLike<number>) => {
        const size = 1 + Math.max(...Array.from(b, Math.abs));
        Array.from(b, (v, i) => expect(Math.abs(a[i]! - v) / size).toBeLessThan(1e-13));
      };
      near([f.value(at)], [want.value(at)]);
      near(f.gradient(at), want.gradient(at));
      near(f.hessian(at).data, want.hessian(at).data);
    }
  });
  it("is descended like it", () => {
    const start = Float64Array.of(2.9, 0.6);
    expect(runSearch(newtonSteps(f, start, { modified: true })).outcome).toBe("converged");
  });
});

it("gradients and Hessians come in the order of the variables", () => {
  const e = multiply(square(x), y);
  expect(gradientOf(e, ["y", "x"]).map(print)).toEqual(["x^2", "2 * x * y"]);
  expect(hessianOf(e, ["y", "x"]).map((row) => row.map(print))).toEqual([
    ["0", "2 * x"],
    ["2 * x", "2 * y"],
  ]);
  expect(toObjective(e, ["y", "x"]).hessian(Float64Array.of(5, 3)).data).toEqual(Float64Array.of(0, 6, 6, 10));
  expect(() => toObjective(e, ["x"])).toThrow(DomainError);
});

it("a stepper ends before the formula stops having a value", () => {
  const f = toObjective(add(x, call("log", x)), ["x"]);
  const { path, outcome } = runSearch(newtonSteps(f, Float64Array.of(-1)));
  expect([path.length, outcome]).toEqual([0, "notFinite"]);
});
