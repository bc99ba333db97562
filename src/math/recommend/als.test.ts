import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix, orthonormal } from "../../../tests/support/arbitraryMatrix";
import {
  type AlsOptions,
  als,
  alsSteps,
  createRandom,
  DomainError,
  foldIn,
  fromRows,
  lbfgsSteps,
  type Matrix,
  matmul,
  matmulTransposed,
  meanFilled,
  predictRatings,
  ratingsObjective,
  ratingsRmse,
  runSearch,
  ShapeError,
  svd,
} from "..";

const _ = Number.NaN;
const holed = (full: Matrix, share: number, seed: number): Matrix => {
  const random = createRandom(seed);
  return { ...full, data: full.data.map((v) => (random.next() < share ? _ : v)) };
};
const lowRank = (n: number, m: number, rank: number, seed: number) =>
  matmulTransposed(normalMatrix(n, rank, seed), normalMatrix(m, rank, seed + 1));
const close = (got: ArrayLike<number>, want: ArrayLike<number>, tolerance: number) => {
  expect(got.length).toBe(want.length);
  Array.from(want, (v, k) => expect(Math.abs(got[k]! - v)).toBeLessThanOrEqual(tolerance));
};
/** The sum that is minimised, from its definition. */
const sumOf = (
  ratings: Matrix,
  { people, items, baseline }: ReturnType<typeof als>,
  { lambda, weighted }: AlsOptions,
) => {
  let sum = 0;
  const [rows, columns] = [new Float64Array(ratings.rows), new Float64Array(ratings.cols)];
  const predicted = predictRatings({ people, items, baseline });
  ratings.data.forEach((value, k) => {
    if (Number.isNaN(value)) return;
    rows[Math.floor(k / ratings.cols)]! += 1;
    columns[k % ratings.cols]! += 1;
    sum += (value - predicted.data[k]!) ** 2;
  });
  const k = people.cols;
  people.data.forEach((v, at) => {
    sum += lambda * (weighted ? rows[Math.floor(at / k)]! : 1) * v * v;
  });
  items.data.forEach((v, at) => {
    sum += lambda * (weighted ? columns[Math.floor(at / k)]! : 1) * v * v;
  });
  return sum;
};
const anyOptions: fc.Arbitrary<AlsOptions> = fc.record({
  rank: fc.integer({ min: 1, max: 4 }),
  lambda: fc.constantFrom(0, 1e-3, 0.1, 2),
  weighted: fc.boolean(),
  baseline: fc.constantFrom("none" as const, "columnMean" as const),
  steps: fc.constant(12),
});

describe("als", () => {
  it("never raises its sum, which is that of the definition, whatever is blank", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 7 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(1e6),
        anyOptions,
        (n, m, share, seed, options) => {
          const ratings = holed(normalMatrix(n, m, seed), share, seed);
          const steps = [...alsSteps(ratings, options, createRandom(seed))];
          expect(steps).toHaveLength(13);
          steps.forEach((step, k) => {
            expect(step.step).toBe(k);
            const want = sumOf(ratings, { ...step, converged: true }, options);
            expect(Math.abs(step.objective - want)).toBeLessThan(1e-11 * (1 + want));
            expect(step.rmse).toBeCloseTo(ratingsRmse(predictRatings(step), ratings), 12);
            if (k > 0) expect(step.objective).toBeLessThanOrEqual(steps[k - 1]!.objective * (1 + 1e-10) + 1e-12);
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  it("recovers a table of its rank from three cells in four", () => {
    const full = lowRank(30, 20, 2, 5);
    const model = als(holed(full, 0.25, 1), { rank: 2, lambda: 0, steps: 500 }, createRandom(1), 1e-15);
    close(predictRatings(model).data, full.data, 1e-5);
    expect(model.rmse).toBeLessThan(1e-6);
  });

  it("of a full table finds the truncated SVD with λ = 0, and singular values less λ with λ", () => {
    const full = normalMatrix(12, 8, 3);
    const { u, s, vt } = svd(full);
    for (const lambda of [0, 0.5]) {
      const model = als(full, { rank: 2, lambda, steps: 2000 }, createRandom(1), 1e-15);
      const want = matmul(
        {
          rows: 12,
          cols: 2,
          data: Float64Array.from(
            { length: 24 },
            (_, k) => u.data[Math.floor(k / 2) * 8 + (k % 2)]! * (s[k % 2]! - lambda),
          ),
        },
        { rows: 2, cols: 8, data: vt.data.slice(0, 16) },
      );
      close(predictRatings(model).data, want.data, 1e-5);
      expect(model.converged).toBe(true);
    }
  });

  it("of one rating by one factor: p and q share what λ leaves of it", () => {
    // (r − pq)² + λ(p² + q²) is least at p = ±q with pq = r − λ.
    const { people, items, objective } = als(
      fromRows([[3]]),
      { rank: 1, lambda: 0.5, steps: 500 },
      createRandom(1),
      1e-15,
    );
    expect(people.data[0]! * items.data[0]!).toBeCloseTo(2.5, 6);
    expect(people.data[0]! ** 2).toBeCloseTo(2.5, 5);
    expect(objective).toBeCloseTo(0.25 + 0.5 * 5, 10);
  });

  it("weighs λ by the number of cells where asked: a full table is that with λ times its sides", () => {
    const square = normalMatrix(6, 6, 1);
    const weighted = als(square, { rank: 2, lambda: 0.1, weighted: true, steps: 8 }, createRandom(2), 0);
    const plain = als(square, { rank: 2, lambda: 0.6, steps: 8 }, createRandom(2), 0);
    close(weighted.people.data, plain.people.data, 1e-12);
    expect(weighted.objective).toBeCloseTo(plain.objective, 12);
    expect(als(square, { rank: 2, lambda: 0.1, steps: 8 }, createRandom(2), 0).objective).not.toBeCloseTo(
      plain.objective,
      3,
    );
  });

  it("gives a person or item without a rating zero factors: its baseline is what is predicted", () => {
    const ratings = fromRows([
      [5, _, 3],
      [_, _, _],
      [4, _, 1],
    ]);
    for (const options of [
      { rank: 2, lambda: 0 },
      { rank: 2, lambda: 0.1 },
      { rank: 2, lambda: 0.1, weighted: true },
    ]) {
      const model = als(ratings, options, createRandom(1));
      expect([...model.people.data.subarray(2, 4), ...model.items.data.subarray(2, 4)]).toEqual([0, 0, 0, 0]);
      const { data } = predictRatings(model);
      expect([data[1], data[3], data[4], data[5], data[7]]).toEqual([0, 0, 0, 0, 0]);
      const means = predictRatings(als(ratings, { ...options, baseline: "columnMean" }, createRandom(1))).data;
      expect([...means.subarray(3, 6)]).toEqual([4.5, 0, 2]);
    }
  });

  it("has its own table of no rating at all, and of no row", () => {
    const blank = als(fromRows([[_, _]]), { rank: 1, lambda: 0.1 }, createRandom(1));
    expect([blank.rmse, ...predictRatings(blank).data]).toEqual([0, 0, 0]);
    expect(
      als({ rows: 0, cols: 2, data: new Float64Array(0) }, { rank: 1, lambda: 0.1 }, createRandom(1)).people.rows,
    ).toBe(0);
  });

  it("is the same for a seed, and says when its rounds ran out", () => {
    const ratings = holed(normalMatrix(8, 6, 1), 0.3, 2);
    const run = (seed: number, steps: number) => als(ratings, { rank: 2, lambda: 0.1, steps }, createRandom(seed));
    expect(run(1, 5)).toEqual(run(1, 5));
    expect(run(1, 5).people).not.toEqual(run(2, 5).people);
    expect([run(1, 2).converged, run(1, 2).step]).toEqual([false, 2]);
    expect(run(1, 5000).converged).toBe(true);
    expect(ratings).toEqual(holed(normalMatrix(8, 6, 1), 0.3, 2));
  });

  it("predicts the same after both factors are turned by one orthogonal matrix", () => {
    const model = als(holed(normalMatrix(7, 5, 1), 0.2, 1), { rank: 3, lambda: 0.2 }, createRandom(1));
    const turn = orthonormal(3, 3, 9);
    const turned = { ...model, people: matmul(model.people, turn), items: matmul(model.items, turn) };
    close(predictRatings(turned).data, predictRatings(model).data, 1e-13);
  });

  it("refuses what it cannot fit, naming it", () => {
    const run =
      (rank: number, lambda: number, ratings = fromRows([[1]])) =>
      () =>
        als(ratings, { rank, lambda }, createRandom(1));
    expect(run(0, 1)).toThrow(DomainError);
    expect(run(1.5, 1)).toThrow("the rank must be a whole number");
    expect(run(1, -1)).toThrow("λ must be a finite number of 0 or more");
    expect(run(1, _)).toThrow(DomainError);
    expect(
      run(
        1,
        1,
        fromRows([
          [1, 2],
          [3, Number.NEGATIVE_INFINITY],
        ]),
      ),
    ).toThrow("rating (1, 1)");
  });
});

describe("foldIn", () => {
  it("of someone who was there is their row, by every rule", () => {
    fc.assert(
      fc.property(anyOptions, fc.nat(1e6), (options, seed) => {
        const ratings = holed(normalMatrix(6, 5, seed), 0.3, seed);
        const model = als(ratings, options, createRandom(seed));
        for (let i = 0; i < 6; i++) {
          const p = foldIn(model, ratings.data.subarray(i * 5, (i + 1) * 5), options);
          close(
            p,
            model.people.data.subarray(i * options.rank, (i + 1) * options.rank),
            1e-12 * (1 + Math.max(...p.map(Math.abs))),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
  it("is the ridge regression on the rated items: q = (1, 0) and (1, 1), ratings 2 and 3, λ = 1", () => {
    const model = {
      people: fromRows([]),
      items: fromRows([
        [1, 0],
        [1, 1],
        [7, 7],
      ]),
      baseline: Float64Array.of(0, 0, 0),
    };
    // [[3, 1], [1, 2]] p = (5, 3).
    close(foldIn(model, [2, 3, _], { lambda: 1 }), [1.4, 0.8], 1e-14);
    // Twice the weight: [[4, 1], [1, 3]] p = (5, 3).
    close(foldIn(model, [2, 3, _], { lambda: 1, weighted: true }), [12 / 11, 7 / 11], 1e-14);
    // One rating, no λ: the shortest p with p₁ + p₂ = 3.
    close(foldIn(model, [_, 3, _], { lambda: 0 }), [1.5, 1.5], 1e-14);
    close(foldIn({ ...model, baseline: Float64Array.of(0, 1, 0) }, [_, 3, _], { lambda: 0 }), [1, 1], 1e-14);
    expect([...foldIn(model, [_, _, _], { lambda: 0 })]).toEqual([0, 0]);
  });
  it("refuses another number of ratings, naming both, and what als refuses", () => {
    const model = als(fromRows([[1, 2]]), { rank: 1, lambda: 1 }, createRandom(1));
    expect(() => foldIn(model, [1], { lambda: 1 })).toThrow(ShapeError);
    expect(() => foldIn(model, [1], { lambda: 1 })).toThrow(/2 ratings.*1/);
    expect(() => foldIn(model, [1, 1], { lambda: -1 })).toThrow(DomainError);
    expect(() => foldIn(model, [1, Number.POSITIVE_INFINITY], { lambda: 1 })).toThrow("rating (0, 1)");
  });
});

describe("ratingsObjective", () => {
  const ratings = holed(normalMatrix(5, 4, 1), 0.3, 1);
  const f = ratingsObjective(ratings, 2, 0.3);
  it("is the sum that als lowers, with its gradient", () => {
    const model = als(ratings, { rank: 2, lambda: 0.3, steps: 3 }, createRandom(1));
    const theta = Float64Array.of(...model.people.data, ...model.items.data);
    expect(f.value(theta)).toBeCloseTo(model.objective, 12);
    const g = f.gradient(theta);
    // P is the best for Q.
    expect(Math.max(...g.subarray(0, 10).map(Math.abs))).toBeLessThan(1e-12);
    const h = 1e-4;
    g.forEach((slope, k) => {
      const moved = (t: number) => f.value(theta.map((v, i) => (i === k ? v + t : v)));
      expect((moved(h) - moved(-h)) / (2 * h)).toBeCloseTo(slope, 6);
    });
  });
  it("is lowered by L-BFGS to where als ends", () => {
    const model = als(ratings, { rank: 2, lambda: 0.3, steps: 5000 }, createRandom(1), 1e-15);
    const start = als(ratings, { rank: 2, lambda: 0.3, steps: 1 }, createRandom(1));
    const { path } = runSearch(
      lbfgsSteps(f, Float64Array.of(...start.people.data, ...start.items.data), { tolerance: 1e-8 }),
    );
    expect(path.at(-1)!.loss).toBeCloseTo(model.objective, 7);
  });
  it("refuses another number of parameters", () => {
    expect(() => f.value(new Float64Array(3))).toThrow(/18 parameters.*3/);
    expect(() => f.gradient(new Float64Array(3))).toThrow(ShapeError);
  });
});

describe("meanFilled", () => {
  it("fills a column's blanks with its mean, 0 for a column without any rating", () => {
    const { columnMean, predicted, singularValues } = meanFilled(
      fromRows([
        [1, _, 4],
        [3, _, _],
      ]),
      2,
    );
    expect([...columnMean]).toEqual([2, 0, 4]);
    close(predicted.data, [1, 0, 4, 3, 0, 4], 1e-14);
    close(singularValues, [Math.SQRT2, 0], 1e-15);
    close(
      meanFilled(
        fromRows([
          [1, 5],
          [3, 9],
        ]),
        0,
      ).predicted.data,
      [2, 7, 2, 7],
      1e-15,
    );
    close(
      meanFilled(
        fromRows([
          [1, 5],
          [3, 9],
        ]),
        9,
      ).predicted.data,
      [1, 5, 3, 9],
      1e-13,
    );
  });
});

it("ratingsRmse counts only what is rated", () => {
  expect(ratingsRmse(fromRows([[1, 2, 3]]), fromRows([[2, _, 5]]))).toBeCloseTo(Math.sqrt(2.5), 15);
  expect(ratingsRmse(fromRows([[1]]), fromRows([[_]]))).toBe(0);
});
