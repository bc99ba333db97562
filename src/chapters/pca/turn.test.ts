import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom, fromRows, identity, leadingColumns, type Matrix, matmul, qr, transpose } from "../../math";
import { turning } from "./turn";

const far = (a: Matrix, b: Matrix) => Math.max(...a.data.map((x, i) => Math.abs(x - (b.data[i] as number))));
const distance = (a: Matrix, b: Matrix) => Math.hypot(...a.data.map((x, i) => x - (b.data[i] as number)));
const departure = (f: Matrix) => far(matmul(transpose(f), f), identity(f.cols));

/** A random orthonormal frame, d × k. */
const frame = (d: number, k: number, seed: number): Matrix => {
  const draw = createRandom(seed);
  return qr({ rows: d, cols: k, data: Float64Array.from({ length: d * k }, () => draw.normal()) }).q;
};
/** Frames that meet: some columns of the first are, turned within, columns of the second. */
const frames = fc
  .record({
    k: fc.constantFrom(2, 3),
    more: fc.integer({ min: 0, max: 5 }),
    shared: fc.integer({ min: 0, max: 3 }),
    seed: fc.nat(1e6),
    mirror: fc.boolean(),
  })
  .map(({ k, more, shared, seed, mirror }) => {
    const d = k + more;
    const a = frame(d, k, seed);
    const b = { ...frame(d, k, seed + 1) };
    const mixed = { rows: d, cols: k, data: b.data.map((x, i) => (i % k < shared ? (a.data[i] as number) : x)) };
    const q = matmul(qr(mixed).q, frame(k, k, seed + 2));
    return { a, z: { ...q, data: q.data.map((x, i) => (mirror && i % k === 0 ? -x : x)) } };
  });

test("frames stay orthonormal, end where they should, and never jump", () => {
  fc.assert(
    fc.property(frames, fc.double({ min: 0, max: 1, noNaN: true }), ({ a, z }, t) => {
      const way = turning(a, z);
      expect(way.at(0)).toBe(a);
      expect(departure(way.at(t))).toBeLessThan(1e-12);
      if (!way.mirrored) expect(way.at(1)).toBe(z);
      // Both ends are returned as they were given: what comes just before them must be them too.
      expect(far(way.at(1e-14), a)).toBeLessThan(1e-12);
      expect(far(way.at(1 - 1e-14), way.to)).toBeLessThan(1e-12);
    }),
    { numRuns: RUNS },
  );
});

test("the speed is even: equal steps in t are equal chords", () => {
  fc.assert(
    fc.property(frames, fc.double({ min: 0.05, max: 0.9, noNaN: true }), ({ a, z }, t) => {
      const way = turning(a, z);
      const chord = (from: number) => distance(way.at(from), way.at(from + 0.05));
      expect(Math.abs(chord(t) - chord(0.02))).toBeLessThan(1e-10);
    }),
    { numRuns: RUNS },
  );
});

test("a reflection is needed only where there is no room to turn, and takes the last column the other way", () => {
  fc.assert(
    fc.property(frames, ({ a, z }) => {
      const { mirrored, to } = turning(a, z);
      if (a.rows > a.cols) expect(mirrored).toBe(false);
      const k = z.cols;
      to.data.forEach((x, i) => {
        expect(x).toBe(mirrored && i % k === k - 1 ? -(z.data[i] as number) : z.data[i]);
      });
    }),
    { numRuns: RUNS },
  );
});

test("two of two features: the rotation by the angle of v₁", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3.1, max: 3.1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      (angle, t, flip) => {
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        const v = fromRows([
          [c, flip ? s : -s],
          [s, flip ? -c : c],
        ]);
        const way = turning(identity(2), v);
        expect(way.mirrored).toBe(flip);
        const [ct, st] = [Math.cos(t * angle), Math.sin(t * angle)];
        expect(
          far(
            way.at(t),
            fromRows([
              [ct, -st],
              [st, ct],
            ]),
          ),
        ).toBeLessThan(1e-12);
      },
    ),
    { numRuns: RUNS },
  );
});

test("planes at right angles: both directions turn by 90°", () => {
  const a = leadingColumns(identity(4), 2);
  const z = fromRows([
    [0, 0],
    [0, 0],
    [1, 0],
    [0, 1],
  ]);
  const half = turning(a, z).at(0.5);
  const h = Math.SQRT1_2;
  expect(
    far(
      half,
      fromRows([
        [h, 0],
        [0, h],
        [h, 0],
        [0, h],
      ]),
    ),
  ).toBeLessThan(1e-14);
});

test("the same plane seen from behind is reached by turning it over", () => {
  const a = leadingColumns(identity(3), 2);
  const z = fromRows([
    [1, 0],
    [0, -1],
    [0, 0],
  ]);
  const half = turning(a, z).at(0.5);
  expect(Math.abs(half.data[0] as number)).toBeCloseTo(1, 12);
  expect(Math.abs(half.data[5] as number)).toBeCloseTo(1, 12);
});

/** 20,000 were run once. */
const RUNS = 150;
