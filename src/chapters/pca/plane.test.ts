import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnMoments, createRandom, type Matrix, type PcaOptions, pca, type Vec2 } from "../../math";
import { biplotOf, reachOf } from "./biplot";
import { boundsOf, fitted } from "./fit";
import { chooseAxes, ellipseOf, guessAt, isBest, planeOf, planePoints, shadow, wrap } from "./plane";
import { feetOnFirst, feetOnLine } from "./threads";

const NAMES = ["a", "b", "c"];
/** Three features with a common part, at any place and any size. */
const clouds = fc
  .record({
    seed: fc.nat(),
    offset: fc.double({ min: -100, max: 100, noNaN: true }),
    size: fc.double({ min: 0.01, max: 100, noNaN: true }),
  })
  .map(({ seed, offset, size }): Matrix => {
    const random = createRandom(seed);
    const data = Float64Array.from({ length: 40 * 3 }, () => 0);
    for (let i = 0; i < 40; i++) {
      const common = random.normal();
      for (let j = 0; j < 3; j++) data[3 * i + j] = offset + size * (common * (3 - j) + random.normal());
    }
    return { rows: 40, cols: 3, data };
  });
const preparations = fc.record({
  centre: fc.boolean(),
  standardise: fc.boolean(),
  divisor: fc.constantFrom("n" as const, "n-1" as const),
});
function planeFor(x: Matrix, options: PcaOptions & { centre: boolean; standardise: boolean }, wanted = ["", ""]) {
  const model = pca(x, options);
  return { model, plane: planeOf(model, columnMoments(x), NAMES, [wanted[0] ?? "", wanted[1] ?? ""], options) };
}
const angles = fc.double({ min: -180, max: 180, noNaN: true });

describe("the line turned by hand", () => {
  it("keeps what the points' shadows on it vary by, and loses their mean squared distance", () => {
    fc.assert(
      fc.property(clouds, preparations, angles, (x, options, degrees) => {
        const { model, plane } = planeFor(x, options);
        const xy = planePoints(plane, model, x);
        const { direction, kept, total } = guessAt(plane, degrees);
        const feet = feetOnLine(xy, plane.anchor, direction);
        let along = 0;
        let away = 0;
        for (let i = 0; i < xy.length; i += 2) {
          const [px, py, fx, fy] = [xy[i]!, xy[i + 1]!, feet[i]!, feet[i + 1]!];
          along += (fx - plane.anchor[0]) ** 2 + (fy - plane.anchor[1]) ** 2;
          away += (px - fx) ** 2 + (py - fy) ** 2;
        }
        const by = options.divisor === "n" ? x.rows : x.rows - 1;
        // The points are held in single precision; far from zero that is most of what is left of them.
        const bound = 1e-5 * total + 1e-6 * Math.sqrt(total) * (Math.abs(plane.mean[0]) + Math.abs(plane.mean[1]));
        expect(Math.abs(along / by - kept)).toBeLessThan(bound);
        expect(Math.abs(away / by - (total - kept))).toBeLessThan(bound);
      }),
    );
  });

  it("never keeps more than the best, and keeps it exactly along the ellipse's long axis", () => {
    fc.assert(
      fc.property(clouds, preparations, angles, (x, options, degrees) => {
        const { plane } = planeFor(x, options);
        const guess = guessAt(plane, degrees);
        expect(guess.kept).toBeLessThanOrEqual(guess.best * (1 + 1e-12));
        const [a, , c] = ellipseOf(plane);
        const best = guessAt(plane, (Math.atan2(c, a) * 180) / Math.PI);
        expect(Math.abs(best.kept / best.best - 1)).toBeLessThan(1e-12);
        expect(isBest(best)).toBe(true);
        expect(isBest(guessAt(plane, (Math.atan2(c, a) * 180) / Math.PI + 90))).toBe(false);
      }),
    );
  });

  it("wraps its angle into (−180, 180]", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (degrees) => {
        const inside = wrap(degrees);
        expect(inside).toBeGreaterThan(-180);
        expect(inside).toBeLessThanOrEqual(180);
        expect((((degrees - inside) % 360) + 360) % 360).toBe(0);
      }),
    );
  });
});

describe("the arrows on two of the features", () => {
  it("are exact for two features: at right angles, their tips on the ellipse", () => {
    fc.assert(
      fc.property(clouds, (whole) => {
        const x: Matrix = {
          rows: 40,
          cols: 2,
          data: whole.data.filter((_, k) => k % 3 !== 2),
        };
        const { model, plane } = planeFor(x, { centre: true, standardise: false });
        const tips = [shadow(plane, model, 0), shadow(plane, model, 1)] as const;
        const ellipse = ellipseOf(plane);
        expect(Math.abs(tips[0][0] * tips[1][0] + tips[0][1] * tips[1][1])).toBeLessThan(
          1e-9 * Math.hypot(...tips[0]) * Math.hypot(...tips[1]),
        );
        expect(Math.hypot(...tips[0]) / Math.hypot(ellipse[0], ellipse[2])).toBeCloseTo(1, 9);
        expect(Math.hypot(...tips[1]) / Math.hypot(ellipse[1], ellipse[3])).toBeCloseTo(1, 9);
      }),
    );
  });

  it("are shadows for more: together they make the ellipse, Σ of their outer products", () => {
    fc.assert(
      fc.property(clouds, preparations, (x, options) => {
        const { model, plane } = planeFor(x, options);
        const sum = [0, 0, 0];
        for (let k = 0; k < 3; k++) {
          const [a, b] = shadow(plane, model, k);
          sum[0]! += a * a;
          sum[1]! += a * b;
          sum[2]! += b * b;
        }
        const [p, q, , t] = plane.block;
        const scale = p + t;
        for (const [got, want] of [
          [sum[0]!, 4 * p],
          [sum[1]!, 4 * q],
          [sum[2]!, 4 * t],
        ] as const)
          expect(Math.abs(got - want)).toBeLessThan(1e-10 * scale);
      }),
    );
  });

  it("end threads where v₁ keeps the points, which are on its arrow's line", () => {
    fc.assert(
      fc.property(clouds, preparations, (x, options) => {
        const { model, plane } = planeFor(x, options);
        const feet = feetOnFirst(plane, model, x);
        const [vx, vy] = shadow(plane, model, 0);
        const size = Math.hypot(vx, vy) * Math.max(1, reachOf(feet), ...plane.anchor.map(Math.abs));
        for (let i = 0; i < feet.length; i += 2) {
          const off = (feet[i]! - plane.anchor[0]) * vy - (feet[i + 1]! - plane.anchor[1]) * vx;
          expect(Math.abs(off)).toBeLessThan(1e-5 * size);
        }
      }),
    );
  });
});

describe("the axes", () => {
  const x: Matrix = { rows: 4, cols: 3, data: Float64Array.from([1, 10, 5, 2, 30, 5, 3, 20, 5, 5, 70, 5]) };

  it("are the two of largest variance unless they are named, and never one twice", () => {
    const model = pca(x);
    expect(chooseAxes(model, columnMoments(x), NAMES, ["", ""])).toEqual([1, 0]);
    expect(chooseAxes(model, columnMoments(x), NAMES, ["c", ""])).toEqual([2, 1]);
    expect(chooseAxes(model, columnMoments(x), NAMES, ["a", "a"])).toEqual([0, 1]);
    expect(chooseAxes(model, columnMoments(x), NAMES, ["gone", "b"])).toEqual([0, 1]);
  });

  it("stay when standardised, say so, and skip a constant column", () => {
    const { plane } = planeFor(x, { centre: true, standardise: true }, ["c", "a"]);
    expect(plane.names).toEqual(["b", "a"]);
    expect(plane.titles[0]).toBe("b, in standard deviations from its mean");
    expect(plane.anchor).toEqual([0, 0]);
    expect(plane.block[0]).toBeCloseTo(1, 12);
  });

  it("have one axis for one feature", () => {
    const one: Matrix = { rows: 3, cols: 1, data: Float64Array.from([1, 2, 4]) };
    const { plane, model } = planeFor(one, { centre: true, standardise: false });
    expect(plane.axes).toEqual([0, null]);
    expect([...planePoints(plane, model, one)]).toEqual([1, 0, 2, 0, 4, 0]);
  });

  it("count from a round number when the data stand at 1e9, so that points stay apart", () => {
    const random = createRandom(1);
    const far: Matrix = {
      rows: 50,
      cols: 2,
      data: Float64Array.from({ length: 100 }, (_, k) => (k % 2 ? 0 : 1e9) + random.normal()),
    };
    const { plane, model } = planeFor(far, { centre: true, standardise: false }, ["a", "b"]);
    expect(plane.titles[0]).toMatch(/^a − 1000000000$/);
    const xy = planePoints(plane, model, far);
    for (let i = 0; i < 50; i++) expect(xy[2 * i]).toBeCloseTo((far.data[2 * i] as number) - 1e9, 5);
  });

  it("put the arrows at the mean, or at the origin when X is not centred", () => {
    const centred = planeFor(x, { centre: true, standardise: false }).plane;
    expect(centred.anchor[0]).toBeCloseTo(32.5, 12);
    expect(centred.anchor).toEqual(centred.mean);
    const { anchor, mean } = planeFor(x, { centre: false, standardise: false }).plane;
    expect(anchor).toEqual([0, 0]);
    expect(mean[0]).toBeCloseTo(32.5, 12);
  });
});

describe("fitted", () => {
  it("shows every point and mark, whatever the stage", () => {
    const size = fc.record({ width: fc.integer({ min: 200, max: 2000 }), height: fc.integer({ min: 200, max: 2000 }) });
    const xs = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(size, xs, (box, values) => {
        const xy = Float32Array.from(values.length % 2 ? values.slice(1) : values);
        const view = fitted(box, boundsOf(xy, [[0, 0]]));
        for (let i = 0; i < xy.length; i += 2) {
          const px = box.width / 2 + (xy[i]! - view.centre[0]) * view.unit;
          const py = box.height / 2 - (xy[i + 1]! - view.centre[1]) * view.unit;
          expect(px).toBeGreaterThanOrEqual(-0.5);
          expect(px).toBeLessThanOrEqual(box.width + 0.5);
          expect(py).toBeGreaterThanOrEqual(-0.5);
          expect(py).toBeLessThanOrEqual(box.height + 0.5);
        }
      }),
    );
  });

  it("has a finite view of nothing, of one point, and of points that are not numbers", () => {
    for (const xy of [[], [3, 4], [Number.NaN, Number.NaN]]) {
      const { unit, centre } = fitted({ width: 500, height: 400 }, boundsOf(Float32Array.from(xy), []));
      expect(Number.isFinite(unit) && unit > 0).toBe(true);
      expect(centre.every(Number.isFinite)).toBe(true);
    }
  });
});

describe("biplotOf", () => {
  it("multiplies all loadings by one number, so that the longest reaches as far as asked", () => {
    fc.assert(
      fc.property(clouds, fc.double({ min: 0.1, max: 1000, noNaN: true }), (x, reach) => {
        const model = pca(x);
        const { factor, arrows } = biplotOf(model, [0, 1], reach);
        const lengths = arrows.map(({ tip }: { tip: Vec2 }) => Math.hypot(...tip));
        expect(lengths[0]! / reach).toBeGreaterThan(0.94);
        expect(lengths[0]! / reach).toBeLessThan(1.06);
        for (const { feature, tip } of arrows)
          expect(Math.abs(tip[0] - factor * (model.components.data[feature * 3] as number))).toBeLessThan(
            1e-12 * reach,
          );
      }),
    );
  });
});
