import { describe, expect, it } from "vitest";
import { createRandom, momentsOf } from "../../math";
import { createMomentBlocks } from "./momentBlocks";

const moments = (data: Float64Array, d: number) => {
  const blocks = createMomentBlocks(d);
  for (let k = 0; k < data.length; k += d) blocks.add(data.subarray(k, k + d));
  return blocks.finish();
};

describe("moments of rows one by one", () => {
  const random = createRandom(4);
  // 2¹⁵ numbers are a block: two columns make one of 16,384 rows.
  it.each([1, 16_383, 16_384, 16_385, 40_000])("are those of all at once: %i rows of 2", (rows) => {
    const data = Float64Array.from({ length: 2 * rows }, (_, k) => random.normal() + 1e3 * (k % 2));
    const [found, whole] = [moments(data, 2).moments, momentsOf({ rows, cols: 2, data })];
    expect(found.n).toBe(rows);
    for (const j of [0, 1]) expect(Math.abs(found.mean[j]! - whole.mean[j]!)).toBeLessThan(1e-12);
    for (const k of [0, 1, 2, 3]) expect(Math.abs(found.comoment[k]! - whole.comoment[k]!)).toBeLessThan(1e-9 * rows);
  });

  it("hold none of the rows that they were given: the caller may use one array for all", () => {
    const blocks = createMomentBlocks(1);
    const row = new Float64Array(1);
    for (let i = 1; i <= 9; i++) {
      row[0] = i;
      blocks.add(row);
    }
    expect(blocks.finish().moments).toEqual({ n: 9, mean: Float64Array.of(5), comoment: Float64Array.of(60) });
  });

  it("have a mean of 1e8 to its last digit over a million rows", () => {
    const blocks = createMomentBlocks(1);
    const row = new Float64Array(1);
    let sum = 0;
    for (let i = 0; i < 1e6; i++) {
      // Multiples of 2⁻²⁰, whose sum of deviations is exact.
      const off = Math.round(random.normal() * 2 ** 20) / 2 ** 20;
      sum += off;
      row[0] = 1e8 + off;
      blocks.add(row);
    }
    expect(Math.abs(blocks.finish().moments.mean[0]! - (1e8 + sum / 1e6))).toBeLessThanOrEqual(2 ** -26);
  });

  it("know a column that never varies, though it differ in a later block alone", () => {
    const data = new Float64Array(2 * 20_000).fill(0.1);
    data[2 * 19_999] = 0.2;
    expect(moments(data, 2).constant).toEqual([false, true]);
  });
});

it("of more than 1,024 columns are means alone, and know what is constant", () => {
  const d = 1025;
  const { moments: found, constant } = moments(
    Float64Array.from({ length: 3 * d }, (_, k) => (k % d === 7 ? 2 : k)),
    d,
  );
  expect([found.n, found.comoment.length, found.mean[7], found.mean[0]]).toEqual([3, 0, 2, d]);
  expect(constant.flatMap((same, j) => (same ? [j] : []))).toEqual([7]);
});
