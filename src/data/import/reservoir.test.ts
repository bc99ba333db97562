import { expect, it } from "vitest";
import { createRandom } from "../../math";
import { createReservoir } from "./reservoir";

it("keeps all rows, in order, while they fit", () => {
  const reservoir = createReservoir(5, createRandom(1));
  expect([0, 1, 2].map(() => reservoir.offer())).toEqual([0, 1, 2]);
  expect(reservoir.order()).toEqual([0, 1, 2]);
});

it("keeps every row equally often, and orders places by row", () => {
  const [rows, capacity, rounds] = [40, 10, 4000];
  const kept = new Float64Array(rows);
  const random = createRandom(3);
  for (let round = 0; round < rounds; round++) {
    const reservoir = createReservoir(capacity, random);
    const rowAt: number[] = [];
    for (let row = 0; row < rows; row++) {
      const place = reservoir.offer();
      if (place >= 0) rowAt[place] = row;
    }
    const inOrder = reservoir.order().map((place) => rowAt[place]!);
    expect(inOrder).toEqual([...rowAt].sort((a, b) => a - b));
    for (const row of rowAt) kept[row]! += 1;
  }
  const mean = (rounds * capacity) / rows;
  // Five standard deviations of a binomial count.
  for (const count of kept) expect(Math.abs(count - mean)).toBeLessThan(5 * Math.sqrt(mean * (1 - capacity / rows)));
});
