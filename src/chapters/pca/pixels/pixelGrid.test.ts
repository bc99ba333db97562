import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { zeros } from "../../../math";
import { pixelGrid } from "./pixelGrid";

const NOTHING = zeros(0, 0);
const numbered = (stem: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, k) => `${stem}${k + from}`);

test("the columns of Digits are its pixels, row by row", () => {
  const names = (readFileSync("public/data/digits.csv", "utf8").split("\n")[0] as string).split(",").slice(0, 64);
  const grid = pixelGrid(names, NOTHING);
  expect(grid?.side).toBe(8);
  expect(grid?.place).toEqual(Array.from({ length: 64 }, (_, k) => k));
});

test("names say which pixel a column is, in whatever order they come", () => {
  const names = Array.from({ length: 16 }, (_, k) => `${(k % 4) + 1}x${Math.floor(k / 4) + 1}`);
  expect(pixelGrid(names, NOTHING)?.place.slice(0, 5)).toEqual([0, 4, 8, 12, 1]);
});

test("numbered columns are pixels where they say so or all have one range", () => {
  expect(pixelGrid(numbered("pixel", 784), NOTHING)?.side).toBe(28);
  expect(pixelGrid(numbered("px_", 16, 1), NOTHING)?.place[0]).toBe(0);
  const names = numbered("v", 16);
  const even = { rows: 2, cols: 16, data: Float64Array.from({ length: 32 }, (_, k) => (k < 16 ? 0 : 255)) };
  expect(pixelGrid(names, even)?.side).toBe(4);
  const uneven = { ...even, data: even.data.map((x, k) => (k === 20 ? 254 : x)) };
  expect(pixelGrid(names, uneven)).toBeNull();
});

test("what is no square, too small, doubled or of mixed names is no picture", () => {
  expect(pixelGrid(numbered("pixel", 15), NOTHING)).toBeNull();
  expect(pixelGrid(numbered("pixel", 9), NOTHING)).toBeNull();
  expect(pixelGrid([...numbered("pixel", 15), "pixel3"], NOTHING)).toBeNull();
  expect(pixelGrid([...numbered("pixel", 15), "hue"], NOTHING)).toBeNull();
  expect(pixelGrid(["sepal length", "sepal width", "petal length", "petal width"], NOTHING)).toBeNull();
  // A column left out leaves a gap.
  expect(
    pixelGrid(
      numbered("pixel", 17)
        .slice(1)
        .map((n) => (n === "pixel5" ? "pixel0" : n)),
      NOTHING,
    ),
  ).toBeNull();
});
