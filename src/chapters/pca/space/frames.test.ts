import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnMoments, createRandom, type Matrix, momentsOf, type Pca, pca, scores } from "../../../math";
import { turning } from "../turn";
import { biplot3 } from "./biplot3";
import { between, extentOf, spanOf } from "./fit3";
import {
  arrowIn,
  componentFrame,
  covarianceIn,
  featureFrame,
  longestFeatures,
  projectInto,
  thirdAxis,
  thirdComponent,
} from "./frames";
import { keptArray } from "./keptArray";

const cloud = (n: number, d: number, seed: number): Matrix => {
  const draw = createRandom(seed);
  const mix = Array.from({ length: d * d }, () => draw.normal());
  const data = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    const e = Array.from({ length: d }, () => draw.normal());
    for (let j = 0; j < d; j++) data[i * d + j] = 5 * j + e.reduce((sum, x, k) => sum + x * mix[k * d + j]!, 0);
  }
  return { rows: n, cols: d, data };
};
const given = fc.record({
  n: fc.integer({ min: 5, max: 30 }),
  d: fc.integer({ min: 2, max: 7 }),
  seed: fc.nat(1e6),
  standardise: fc.boolean(),
  centre: fc.boolean(),
});
const most = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(0, ...Array.from(a, (x, i) => Math.abs(x - (b[i] as number))));

test("a picture's ends: the features as they are prepared at 0, the scores at 1, to 1e-9", () => {
  fc.assert(
    fc.property(given, ({ n, d, seed, standardise, centre }) => {
      const x = cloud(n, d, seed);
      const model = pca(x, { standardise, centre });
      const k = Math.min(3, d, model.explainedVariance.length);
      const axes = Array.from({ length: k }, (_, j) => d - 1 - j);
      const way = turning(featureFrame(d, axes), componentFrame(model, [0, 1, 2].slice(0, k)));
      const into = () => new Float64Array(n * k);
      const start = projectInto(into(), model, x, way.at(0));
      const prepared = Array.from({ length: n * k }, (_, at) => {
        const j = axes[at % k]!;
        return (x.data[Math.floor(at / k) * d + j]! - model.mean[j]!) / model.scale[j]!;
      });
      expect(most(start, prepared)).toBeLessThan(1e-9);
      const y = scores(model, x);
      const expected = Array.from({ length: n * k }, (_, at) => {
        const sign = way.mirrored && at % k === k - 1 ? -1 : 1;
        return sign * y.data[Math.floor(at / k) * y.cols + (at % k)]!;
      });
      expect(most(projectInto(into(), model, x, way.at(1)), expected)).toBeLessThan(1e-9);
    }),
    { numRuns: 150 },
  );
});

test("what is drawn has the covariance FᵀCF, and the arrows' squares sum to it", () => {
  fc.assert(
    fc.property(given, fc.double({ min: 0, max: 1, noNaN: true }), ({ n, d, seed, standardise }, t) => {
      const x = cloud(n, d, seed);
      const model = pca(x, { standardise });
      const way = turning(featureFrame(d, [0, 1]), componentFrame(model, [0, 1]));
      const frame = way.at(t);
      const { comoment } = momentsOf({
        rows: n,
        cols: 2,
        data: projectInto(new Float64Array(2 * n), model, x, frame),
      });
      const c = covarianceIn(model, frame);
      const size = Math.max(1, model.explainedVariance[0]!);
      expect(
        most(
          c,
          Array.from(comoment, (v) => v / n),
        ) / size,
      ).toBeLessThan(1e-10);
    }),
    { numRuns: 150 },
  );
});

describe("axes", () => {
  const model: Pca = pca(cloud(20, 4, 7));
  const names = ["a", "b", "c", "d"];
  const spread = columnMoments(cloud(20, 4, 7));

  test("the third feature is the one asked for, unless it is taken; else the widest that is free", () => {
    expect(thirdAxis(model, spread, names, [0, 1], "d")).toBe(3);
    const widest = [2, 3].sort((i, j) => spread.squares[j]! - spread.squares[i]!)[0];
    expect(thirdAxis(model, spread, names, [0, 1], "a")).toBe(widest);
    expect(thirdAxis(model, spread, names, [0, 1], "gone")).toBe(widest);
    expect(thirdAxis(model, spread, names, [0, null], "d")).toBeNull();
    expect(thirdAxis(pca(cloud(9, 2, 1)), columnMoments(cloud(9, 2, 1)), ["a", "b"], [1, 0], "")).toBeNull();
  });

  test("the third component likewise", () => {
    expect(thirdComponent(4, [0, 1], 3)).toBe(3);
    expect(thirdComponent(4, [0, 2], 2)).toBe(1);
    expect(thirdComponent(3, [0, 1], 4999)).toBe(2);
    expect(thirdComponent(2, [0, 1], 2)).toBeNull();
  });

  test("at the end every component's arrow lies on its axis, as long as 2√λ", () => {
    const frame = componentFrame(model, [0, 1, 2]);
    for (const k of [0, 1, 2]) {
      const expected = [0, 0, 0];
      expected[k] = 2 * Math.sqrt(model.explainedVariance[k]!);
      expect(most(arrowIn(model, frame, k), expected)).toBeLessThan(1e-12);
    }
  });

  test("the features on the axes are among those that are drawn on the way", () => {
    const from = featureFrame(4, [3, 1]);
    expect(
      longestFeatures(from, componentFrame(model, [0, 1]), 3)
        .slice(0, 2)
        .sort(),
    ).toEqual([1, 3]);
  });
});

test("the ball holds every point and mark, and the way between two extents stays within both", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -50, max: 50 })))), (points) => {
      const all = extentOf(points.flat(), [[1, 0, 0]]);
      const middle = all.low.map((x, k) => (x + all.high[k]!) / 2);
      for (const p of [...points, [1, 0, 0], [0, 0, 0]])
        expect(Math.hypot(...p.map((x, k) => x - middle[k]!))).toBeLessThanOrEqual(all.radius + 1e-9);
      expect(spanOf(all)).toBeGreaterThan(2 * all.radius);
      expect(between(all, all, 0.4).radius).toBeCloseTo(all.radius, 9);
    }),
    { numRuns: 100 },
  );
});

test("the longest loading arrow is four fifths of the farthest score, to two digits", () => {
  const x = cloud(25, 5, 3);
  const model = pca(x);
  const frame = componentFrame(model, [0, 1, 2]);
  const xyz = projectInto(new Float32Array(75), model, x, frame);
  const { arrows, factor } = biplot3(model, frame, xyz);
  const far = Math.max(
    ...Array.from({ length: 25 }, (_, i) => Math.hypot(xyz[3 * i]!, xyz[3 * i + 1]!, xyz[3 * i + 2]!)),
  );
  expect(Math.hypot(...arrows[0]!.tip) / far).toBeCloseTo(0.8, 1);
  expect(arrows[0]!.tip.map((v) => v / factor)[0]).toBeCloseTo(frame.data[3 * arrows[0]!.feature]!, 12);
});

test("a kept array is one memory seen anew", () => {
  const room = keptArray();
  const [a, b] = [room(6), room(6)];
  expect(a).not.toBe(b);
  expect(a.buffer).toBe(b.buffer);
  expect(room(3).length).toBe(3);
});
