import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apply3,
  det3,
  dot3,
  IDENTITY3,
  type Mat3,
  multiply3,
  norm3,
  rotation3,
  transpose3,
  type Vec3,
} from "../../../math";
import { camera3d } from "../../../scene/camera3d";
import { shownMatrix } from "./compose3";
import { embed, entriesOf, type SpaceShape, stillOf } from "./embedded";
import { errorReading3 } from "./error3";
import { columnWay, interpolate3, outerSum, type ReadingName } from "./motion";
import { SPACE_PRESETS } from "./presets";
import { columnSpaceOf, eigenspacesOf, nullSpaceOf, read3 } from "./reading";
import { spaceShapes } from "./scene";
import { eigenvalueAt3, snapToEigenspace } from "./snap3";
import { eigenNote, spaceSentenceOf, turnWords } from "./words";

const SHAPES: readonly SpaceShape[] = ["3x3", "3x2", "2x3"];
const entry = fc.integer({ min: -300, max: 300 }).map((k) => k / 100);
const matrixOf = (shape: SpaceShape) =>
  fc.array(entry, { minLength: 9, maxLength: 9 }).map((entries) => embed(shape, entries));
const distance = (a: Mat3, b: Mat3) => Math.max(...a.map((x, k) => Math.abs(x - (b[k] ?? 0))));
const preset = (name: string) => embed("3x3", SPACE_PRESETS["3x3"].find((p) => p.name === name)?.entries ?? []);

describe("embed", () => {
  it("is undone by entriesOf, and fills up with zeros", () => {
    expect(embed("3x2", [1, 2, 3, 4, 5, 6])).toEqual([1, 2, 0, 3, 4, 0, 5, 6, 0]);
    expect(embed("2x3", [1, 2, 3, 4, 5, 6])).toEqual([1, 2, 3, 4, 5, 6, 0, 0, 0]);
    for (const shape of ["3x2", "2x3"] as const)
      expect(entriesOf(shape, embed(shape, [1, 2, 3, 4, 5, 6]))).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("the ways to A", () => {
  it("begin where nothing has moved, end on A and never jump, whatever A", () => {
    for (const shape of SHAPES)
      fc.assert(
        fc.property(matrixOf(shape), fc.constantFrom("straight", "polar", "svd"), (a, kind) => {
          expect(interpolate3(shape, a, 0, kind)).toEqual(stillOf(shape));
          expect(distance(interpolate3(shape, a, 1 - 1e-9, kind), a)).toBeLessThan(1e-6);
          expect(distance(interpolate3(shape, a, 1e-9, kind), stillOf(shape))).toBeLessThan(1e-6);
          let last = interpolate3(shape, a, 0, kind);
          for (let k = 1; k <= 240; k++) {
            const next = interpolate3(shape, a, k / 240, kind);
            // Three acts turn by up to π each over 80 steps, of a matrix of norm up to 9.
            expect(distance(next, last)).toBeLessThan(0.5);
            last = next;
          }
        }),
        { numRuns: 20, endOnFailure: true },
      );
  });

  it("turn a rotation evenly about its axis, by a half turn too", () => {
    for (const angle of [0.5, 2, Math.PI]) {
      const axis: Vec3 = [2 / 3, 1 / 3, 2 / 3];
      const half = interpolate3("3x3", rotation3(axis, angle), 0.5, "polar");
      // A half turn goes either way round; which one is for rounding to say.
      const ways = angle === Math.PI ? [angle / 2, -angle / 2] : [angle / 2];
      expect(Math.min(...ways.map((turn) => distance(half, rotation3(axis, turn))))).toBeLessThan(1e-7);
    }
  });

  it("keep the volume's sign on one side of zero but for a single crossing", () => {
    const mirror = preset("Reflect");
    const signs = Array.from({ length: 101 }, (_, k) => Math.sign(det3(interpolate3("3x3", mirror, k / 100, "polar"))));
    expect(
      signs.filter((s, k) => k > 0 && s !== 0 && s !== signs[k - 1] && signs[k - 1] !== 0).length,
    ).toBeLessThanOrEqual(1);
    expect(signs[0]).toBe(1);
    expect(signs[100]).toBe(-1);
  });

  it("sum outer products by rank 1, 2, 3 up to A", () => {
    const a = preset("Non-normal");
    expect([1 / 3, 2 / 3, 1].map((t) => read3("3x3", outerSum(a, t, 3)).rank)).toEqual([1, 2, 3]);
    expect(distance(outerSum(a, 1 - 1e-12, 3), a)).toBeLessThan(1e-9);
  });

  it("add x's columns up to Ax", () => {
    const a = preset("Non-normal");
    const x: Vec3 = [-1, 1, 0.8];
    const end = columnWay(a, x, 1, 3).at(-1) ?? [0, 0, 0];
    apply3(a, x).forEach((value, k) => {
      expect(end[k]).toBeCloseTo(value, 12);
    });
  });
});

describe("read3", () => {
  it("knows each preset", () => {
    const square = (name: string) => read3("3x3", preset(name)).square;
    expect(square("Rotate")).toMatchObject({ orthogonal: true, symmetric: false, normal: true });
    expect(square("Reflect")).toMatchObject({ orthogonal: true, symmetric: true, normal: true });
    expect(square("Reflect")?.det).toBeCloseTo(-1, 12);
    expect(square("Non-normal")?.eig.kind).toBe("complex");
    expect(square("Complex")?.eig.kind).toBe("complex");
    expect(square("Defective")?.eig.kind).toBe("defective");
    expect(square("Shear")).toMatchObject({ orthogonal: false, normal: false });
    expect(["Onto a plane", "Onto a line", "Singular"].map((name) => read3("3x3", preset(name)).rank)).toEqual([
      2, 1, 2,
    ]);
    expect(read3("3x3", preset("Singular")).cond).toBe(Number.POSITIVE_INFINITY);
  });

  it("finds subspaces that A keeps: columns lie in the column space, the null space goes to the origin", () => {
    for (const shape of SHAPES)
      for (const { entries } of SPACE_PRESETS[shape]) {
        const a = embed(shape, entries);
        const reading = read3(shape, a);
        const reached = columnSpaceOf(reading);
        const lost = nullSpaceOf(reading);
        const ax = apply3(a, [0.3, -0.7, 1.1]);
        if (reached.kind === "plane") expect(dot3(ax, reached.normal)).toBeCloseTo(0, 10);
        if (reached.kind === "line") expect(Math.abs(dot3(ax, reached.direction))).toBeCloseTo(norm3(ax), 10);
        if (lost.kind === "line") expect(norm3(apply3(a, lost.direction))).toBeLessThan(1e-12);
      }
    expect(nullSpaceOf(read3("2x3", embed("2x3", [1, 0, 0, 0, 1, 0])))).toEqual({ kind: "line", direction: [0, 0, 1] });
    expect(nullSpaceOf(read3("3x2", embed("3x2", [1, 0, 0, 1, 0, 0]))).kind).toBe("origin");
  });

  it("has rank, σ and norm of NumPy's, and no det, of matrices that are not square", () => {
    // np.linalg.svd([[1, 0], [0.5, 1], [0.5, -0.5]])
    const { singular, rank, norm, square } = read3("3x2", embed("3x2", [1, 0, 0.5, 1, 0.5, -0.5]));
    expect(singular).toHaveLength(2);
    expect(singular[0]).toBeCloseTo(1.2862769908489669, 12);
    expect(singular[1]).toBeCloseTo(1.0466572996031351, 12);
    expect(norm ** 2).toBeCloseTo(2.75, 12);
    expect([rank, square]).toEqual([2, null]);
  });
});

describe("eigenspaces", () => {
  it("join equal values to a plane, to which x snaps as to a line", () => {
    const { square } = read3("3x3", [2, 0, 0, 0, 2, 0, 0, 0, 1]);
    if (!square) throw new Error("3 × 3 is square");
    const [first, second] = eigenspacesOf(square.eig);
    expect(first).toMatchObject({ value: 2, space: { kind: "plane" } });
    expect(second).toMatchObject({ value: 1, space: { kind: "line" } });
    const near = snapToEigenspace([1, 1, 0.03], square.eig);
    expect(near).toEqual([1, 1, 0]);
    expect(eigenvalueAt3(near, square.eig)).toBe(2);
    expect(eigenvalueAt3([1, 1, 1], square.eig)).toBeNull();
    expect(snapToEigenspace([1, 1, 1], square.eig)).toEqual([1, 1, 1]);
  });

  it("hold Av = λv", () => {
    fc.assert(
      fc.property(matrixOf("3x3"), (a) => {
        const { square, scale } = read3("3x3", a);
        if (!square) return;
        for (const { value, space } of eigenspacesOf(square.eig)) {
          if (space.kind !== "line" || square.eig.kind === "defective") continue;
          const image = apply3(a, space.direction);
          const off = space.direction.map((x, k) => Math.abs((image[k] ?? 0) - value * x));
          expect(Math.max(...off)).toBeLessThan(1e-6 * Math.max(1, scale));
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});

describe("words", () => {
  it("say what a matrix does, and what it has not", () => {
    const say = (name: string) => spaceSentenceOf(read3("3x3", preset(name)));
    expect(say("Scale")).toBe("A stretches most, ×2.00, along (1.00, 0, 0); volume ×1.00; no reflection.");
    expect(say("Reflect")).toContain("space is reflected");
    expect(say("Singular")).toMatch(/flattens space onto the plane across .*rank 2, volume 0, not invertible/);
    expect(say("Onto a line")).toMatch(/onto the line along \(0\.577, 0\.577, 0\.577\): rank 1/);
    expect(spaceSentenceOf(read3("3x3", embed("3x3", [0, 0, 0, 0, 0, 0, 0, 0, 0])))).toMatch(
      /every vector to the origin/,
    );
    expect(turnWords(read3("3x3", preset("Rotate")))).toBe("A rotation by 72.0° about (0.577, 0.577, 0.577).");
    expect(eigenNote(read3("3x3", preset("Rotate")))).toMatch(
      /λ = 1\.00 along .* turned by 72\.0° and stretched ×1\.00/,
    );
    expect(eigenNote(read3("3x3", preset("Defective")))).toMatch(/one direction/);
    expect(eigenNote(read3("3x3", [2, 0, 0, 0, 2, 0, 0, 0, 1]))).toMatch(/λ = 2\.00 twice/);
  });
});

describe("the picture", () => {
  const show = { grid: true, circle: true, eigen: true, area: true, inverse: true, covariance: true, fibres: true };
  const shapesOf = (shape: SpaceShape, a: Mat3, x: Vec3, readingName: ReadingName, span = 6.5) =>
    spaceShapes(
      camera3d({ width: 800, height: 600 }, { azimuth: 30, elevation: 22, span, projection: "perspective" }),
      {
        shape,
        name: "A",
        now: shownMatrix(shape, a, [], 0.7, "straight", readingName),
        x,
        reading: read3(shape, a),
        readingName,
        progress: 0.7,
        lambda: null,
        way: readingName === "columns" ? columnWay(a, x, 0.7, 3) : null,
        iterates: [],
        dataRoot: IDENTITY3,
        wrong: shape === "3x3" ? errorReading3(a, x, [0.3, -0.2, 0.1]) : null,
        spacing: 0.5,
        show,
      },
    );

  it("never draws what is not a number: zero, singular, equal columns, 1e−12 and 1e12", () => {
    const extremes: readonly (readonly number[])[] = [
      [0, 0, 0, 0, 0, 0, 0, 0, 0],
      [1, 1, 1, 2, 2, 2, 3, 3, 3],
      [1e12, 0, 0, 0, 1e-12, 0, 0, 0, 1],
      [1e-12, 0, 0, 0, 1e-12, 0, 0, 0, 1e-12],
      [1e12, -1e12, 1e12, 1e12, 1e12, 1e12, -1e12, 1e12, 1e12],
      [5e-324, 0, 0, 0, 5e-324, 0, 0, 0, 5e-324],
      [0, -1, 0, 1, 0, 0, 0, 0, 0],
    ];
    for (const shape of SHAPES)
      for (const entries of extremes)
        for (const readingName of ["grid", "columns", "rows", "outer", "turns"] as const)
          for (const x of [
            [0, 0, 0],
            [1e12, -1e-12, 1],
            [-1, 1, 0.8],
          ] as const) {
            const shapes = shapesOf(shape, embed(shape, entries), x, readingName);
            expect(JSON.stringify(shapes)).not.toMatch(/NaN|Infinity|:null|undefined/);
            expect(shapes.length).toBeGreaterThan(5);
          }
  });

  it("costs less than half a frame", () => {
    const a = preset("Non-normal");
    for (let k = 0; k < 20; k++) shapesOf("3x3", a, [-1, 1, 0.8], "grid");
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now();
      shapesOf("3x3", a, [-1, 1, 0.8], "grid");
      return performance.now() - start;
    });
    console.info(`shapes of chapter 1 in space: ${Math.min(...times).toFixed(2)} ms`);
    expect(Math.min(...times)).toBeLessThan(8);
  });

  it("reflects in the look of the cube, not in colour alone", () => {
    const cube = (name: string) => {
      const shapes = shapesOf("3x3", multiply3(preset(name), transpose3(IDENTITY3)), [-1, 1, 0.8], "columns");
      return shapes.filter((s) => s.name === "cube" && s.kind === "path" && s.stroke !== undefined);
    };
    expect(cube("Reflect").every((s) => s.kind === "path" && s.dash !== undefined)).toBe(true);
    expect(cube("Shear").every((s) => s.kind === "path" && s.dash === undefined)).toBe(true);
  });
});
