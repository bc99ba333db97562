import { expect, it } from "vitest";
import { levelBars, numberBars } from "./smallBars";

const numbers = (...values: number[]) => ({ kind: "number", name: "x", values: Float64Array.from(values) }) as const;
const summary = (min: number, max: number) => ({ mean: 0, deviation: 1, min, max });
const heights = (d: string) => [...d.matchAll(/V([\d.]+)H/g)].map(([, top]) => 36 - Number(top));

it("the highest bar is named with its rows, which need not be most of them", () => {
  const { words } = numberBars(numbers(0, 0, 5, 12, 24), summary(0, 24), null, String);
  expect(words).toBe("The highest bar of x is from 0 to 1, with 2 of 5 rows.");
  expect(numberBars(numbers(7, 7), summary(7, 7), null, String).words).toBe("x is 7 in every row.");
});

it("the bars of the rows that are meant are a part of the others, on the same scale", () => {
  const { all, meant } = numberBars(numbers(0, 0, 0, 0, 24), summary(0, 24), Uint8Array.of(1, 0, 0, 0, 1), String);
  expect(heights(all)).toEqual([36, 9]);
  expect(heights(meant)).toEqual([9, 9]);
});

it("levels are counted, and a column without any is said to be empty", () => {
  const column = { kind: "category", name: "k", levels: ["a", "b"], codes: Int32Array.of(0, 1, 1, -1) } as const;
  const levels = [
    { text: "b", count: 2, code: 1 },
    { text: "a", count: 1, code: 0 },
  ];
  const { words, meant } = levelBars(column, { missing: 1, levels }, Uint8Array.of(0, 1, 0, 1));
  expect(words).toBe("k is most often b, in 2 of 4 rows.");
  expect(heights(meant)).toEqual([18]);
  expect(levelBars(column, { missing: 4, levels: [] }, null).words).toBe("k is empty.");
});
