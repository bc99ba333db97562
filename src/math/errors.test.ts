/** What is refused, in the words that a reader sees: which routine, what it wanted, what it got. */
import { describe, expect, it } from "vitest";
import * as core from "./index";
import {
  ConvergenceError,
  createRandom,
  DomainError,
  fromRows,
  identity,
  type Matrix,
  ShapeError,
  zeros,
} from "./index";

/** By name, for the tables. */
const byName: Readonly<Record<string, unknown>> = { ...core };
const call = (name: string, argument: unknown) => (byName[name] as (argument: unknown) => unknown)(argument);

const wide = zeros(2, 3);
const tall = zeros(3, 2);
const square = identity(2);
const random = createRandom(1);
const model = core.pca(
  fromRows([
    [1, 2],
    [3, 5],
    [4, 1],
  ]),
);
const net = core.initialNetwork([2, 1], "tanh", "identity", random);
const ratings = fromRows([
  [1, Number.NaN],
  [2, 3],
]);

const shapes: readonly [string, () => unknown][] = [
  ["matrix: expected 6 entries for 2 × 3, got 5", () => core.matrix(2, 3, new Float64Array(5))],
  ["fromRows: expected 2 entries in row 1, got 1", () => fromRows([[1, 2], [3]])],
  ["matmul: expected 3 rows in B for A 2 × 3, got 2", () => core.matmul(wide, wide)],
  ["matmulTransposed: expected 3 columns in B, got 2", () => core.matmulTransposed(wide, tall)],
  ["transposedMatmul: expected 2 rows in B, got 3", () => core.transposedMatmul(wide, tall)],
  ["matvec: expected 3 entries in x, got 2", () => core.matvec(wide, [1, 2])],
  ...(["lu", "inverse", "det", "cholesky", "eigh", "eig", "schur", "expm"] as const).map(
    (name): [string, () => unknown] => [`${name}: expected a square matrix, got 2 × 3`, () => call(name, wide)],
  ),
  ["solve: expected a square matrix, got 2 × 3", () => core.solve(wide, [1, 2])],
  ["rotationPower: expected a square matrix, got 2 × 3", () => core.rotationPower(wide, 0.5)],
  [
    "interpolateRotation: expected 2 × 2, as the first, got 3 × 3",
    () => core.interpolateRotation(square, identity(3), 0.5),
  ],
  ["solve: expected 2 entries in b, got 3", () => core.solve(square, [1, 2, 3])],
  ["solve: expected 2 rows in b, got 3", () => core.solve(square, tall)],
  ["solveLu: expected 2 entries in b, got 1", () => core.solveLu(core.lu(square), [1])],
  ["solveCholesky: expected 2 entries in b, got 1", () => core.solveCholesky(square, [1])],
  ["solveCholesky: expected a square L, got 2 × 3", () => core.solveCholesky(wide, [1, 2])],
  ["lstsq: expected 3 entries in b, got 2", () => core.lstsq(tall, [1, 2])],
  ["powerSteps: expected a square matrix, got 2 × 3", () => [...core.powerSteps(wide, Float64Array.of(1, 2), 1)]],
  ["powerSteps: expected 2 entries in x0, got 1", () => [...core.powerSteps(square, Float64Array.of(1), 1)]],
  ["qrSteps: expected a square matrix, got 2 × 3", () => [...core.qrSteps(wide, "none", 1)]],
  [
    "lanczosSteps: expected 2 entries in the product, got 1",
    () => [...core.lanczosSteps((v) => v.slice(1), 2, random)],
  ],
  ["pca: expected at least two rows, got 1", () => core.pca(zeros(1, 2))],
  ["pca: expected at least one column, got none", () => core.pca(zeros(2, 0))],
  ["mergeMoments: expected 2 columns, got 3", () => core.mergeMoments(core.noMoments(2), core.noMoments(3))],
  ["inverseTransform: expected at most 2 kept scores, got 3", () => core.inverseTransform(model, tall, 3)],
  ["hotellingT2: expected 0 to 2 components kept, got 3", () => core.hotellingT2(model, tall, 3)],
  ["qResiduals: expected 0 to 2 components kept, got 3", () => core.qResiduals(model, tall, 3)],
  ["forward: expected 2 inputs, got 3", () => core.forward(net, wide)],
  ["lossOf: expected targets 2 × 3, got 3 × 2", () => core.lossOf("mse", wide, tall)],
  ["lossCurvature: expected a direction 2 × 3, got 3 × 2", () => core.lossCurvature("mse", wide, tall)],
  [
    "hessianVectorProduct: expected 3 parameters in the direction, got 2",
    () => core.hessianVectorProduct(net, zeros(4, 2), zeros(4, 1), "mse", new Float64Array(2)),
  ],
  ["newtonStep: expected a Hessian 3 × 3, got 2 × 2", () => core.newtonStep(square, new Float64Array(3))],
  [
    "linearConjugateGradientSteps: expected a square matrix, got 2 × 3",
    () => [...core.linearConjugateGradientSteps(wide, Float64Array.of(1, 2), Float64Array.of(1, 2), { steps: 3 })],
  ],
  [
    "linearConjugateGradientSteps: expected 2 entries in b and x, got 2 and 1",
    () => [...core.linearConjugateGradientSteps(square, Float64Array.of(1, 2), Float64Array.of(1), { steps: 3 })],
  ],
  [
    "updateStep: expected 2 entries, got 1 and 2",
    () =>
      core.updateStep("adam", new Float64Array(2), new Float64Array(1), core.initialState(2), { learningRate: 0.1 }),
  ],
  [
    "updateStep: expected 2 entries, got 2 and 3",
    () =>
      core.updateStep("adam", new Float64Array(2), new Float64Array(2), core.initialState(3), { learningRate: 0.1 }),
  ],
  [
    "ratingsObjective: expected 4 parameters, got 1",
    () => core.ratingsObjective(ratings, 1, 0.1).value(new Float64Array(1)),
  ],
  [
    "foldIn: expected 2 ratings, got 1",
    () => core.foldIn({ people: square, items: square, baseline: new Float64Array(2) }, [1], { lambda: 0.1 }),
  ],
];

describe("a shape that does not fit", () => {
  it.each(shapes)("%s", (message, act) => {
    expect(act).toThrow(new ShapeError(...partsOf(message)));
    expect(act).toThrow(ShapeError);
  });
});

/** The message is put together from the parts it was made of. */
function partsOf(message: string): [string, string, string] {
  const [, routine, expected, actual] = /^(\w+): expected (.*), got (.*)$/.exec(message) as RegExpExecArray;
  return [routine as string, expected as string, actual as string];
}

const hole: Matrix = { rows: 2, cols: 2, data: Float64Array.of(1, 2, Number.NaN, 4) };
const peak: Matrix = { rows: 2, cols: 2, data: Float64Array.of(1, Number.NEGATIVE_INFINITY, 3, 4) };
const takers: readonly [string, (a: Matrix) => unknown][] = [
  ...(
    [
      "lu",
      "inverse",
      "det",
      "cholesky",
      "qr",
      "qrPivoted",
      "eigh",
      "eig",
      "schur",
      "svd",
      "singularValues",
      "polar",
      "expm",
      "pca",
    ] as const
  ).map((name): [string, (a: Matrix) => unknown] => [name, (a) => call(name, a)]),
  ["solve", (a) => core.solve(a, [1, 2])],
  ["lstsq", (a) => core.lstsq(a, [1, 2])],
  ["truncatedSvd", (a) => core.truncatedSvd(a, 1, { random })],
  ["rotationPower", (a) => core.rotationPower(a, 1)],
  ["powerSteps", (a) => [...core.powerSteps(a, Float64Array.of(1, 0), 1)]],
  ["qrSteps", (a) => [...core.qrSteps(a, "none", 1)]],
];

describe("an entry that is not finite is named", () => {
  it.each(takers)("%s", (name, act) => {
    const said = (entry: string, value: string) => `${name}: entry ${entry} of A must be a finite number, not ${value}`;
    expect(() => act(hole)).toThrow(said("(1, 0)", "NaN"));
    expect(() => act(peak)).toThrow(said("(0, 1)", "-Infinity"));
    expect(() => act(hole)).toThrow(DomainError);
  });

  it("in b, too", () => {
    expect(() => core.solve(square, [1, Number.NaN])).toThrow(
      "solve: entry (1, 0) of b must be a finite number, not NaN",
    );
  });
});

const domains: readonly [string, () => unknown][] = [
  ["truncatedSvd: k must be a whole number ≥ 0", () => core.truncatedSvd(square, -1, { random })],
  ["truncatedSvd: k must be a whole number ≥ 0", () => core.truncatedSvd(square, 1.5, { random })],
  ["powerSteps: x0 must be finite and other than zero", () => [...core.powerSteps(square, Float64Array.of(0, 0), 1)]],
  [
    "lanczosSteps: the product of step 0 must be finite",
    () => [...core.lanczosSteps((v) => v.map(() => Number.NaN), 2, random)],
  ],
  [
    "expm: the exponential of A must be in the range of a double: A has norm 1000",
    () => core.expm({ ...square, data: square.data.map((v) => 1000 * v) }),
  ],
  ["rotation3: axis must be a direction, neither zero nor infinite", () => core.rotation3([0, 0, 0], 1)],
  [
    "rotationPower: R must be orthogonal: its columns unit vectors at right angles",
    () =>
      core.rotationPower(
        fromRows([
          [1, 1],
          [0, 1],
        ]),
        0.5,
      ),
  ],
  [
    "rotationPower2: R must be orthogonal: its columns unit vectors at right angles",
    () => core.rotationPower2([1, 1, 0, 1], 0.5),
  ],
  [
    "axisAngle3: R must be orthogonal: its columns unit vectors at right angles",
    () => core.axisAngle3([1, 1, 0, 0, 1, 0, 0, 0, 1]),
  ],
  [
    "alsSteps: the rank must be a whole number of 1 or more",
    () => [...core.alsSteps(ratings, { rank: 0, lambda: 1 }, random)],
  ],
  [
    "alsSteps: λ must be a finite number of 0 or more",
    () => [...core.alsSteps(ratings, { rank: 1, lambda: -1 }, random)],
  ],
  [
    "alsSteps: rating (0, 1) must be a finite number, or NaN for a blank",
    () => [...core.alsSteps(fromRows([[1, Number.POSITIVE_INFINITY]]), { rank: 1, lambda: 1 }, random)],
  ],
  ...(["svd2", "eigh2", "eig2", "polar2", "inverse2", "rank2"] as const).map((name): [string, () => unknown] => [
    `${name}: every entry of A must be a finite number, not NaN`,
    () => call(name, [1, Number.NaN, 0, 1]),
  ]),
  ...(["svd3", "eigh3", "eig3", "polar3", "inverse3", "rank3"] as const).map((name): [string, () => unknown] => [
    `${name}: every entry of A must be a finite number, not Infinity`,
    () => call(name, [1, 0, Number.POSITIVE_INFINITY, 0, 1, 0, 0, 0, 1]),
  ]),
];

describe("an argument outside the domain", () => {
  it.each(domains)("%s", (message, act) => {
    expect(act).toThrow(message);
    expect(act).toThrow(DomainError);
  });
});

describe("errors", () => {
  it("carry what they say in fields", () => {
    const { routine, iterations, residual, name, message } = new ConvergenceError("svd", 30, 0.0125);
    expect({ routine, iterations, residual, name }).toEqual({
      routine: "svd",
      iterations: 30,
      residual: 0.0125,
      name: "ConvergenceError",
    });
    expect(message).toBe("svd: no convergence after 30 iterations (residual 1.25e-2)");
    expect(new ShapeError("f", "a", "b")).toMatchObject({
      name: "ShapeError",
      routine: "f",
      expected: "a",
      actual: "b",
    });
    expect(new DomainError("f", "x", "y")).toMatchObject({ name: "DomainError", argument: "x", requirement: "y" });
  });
});
