import { expect, test } from "vitest";
import { columnMoments, createRandom, type Matrix, pca, scores } from "../../../math";
import { componentImage, inkRange, rowOfScores, valuesImage } from "./pixelImage";

const draw = createRandom(5);
/** 30 pictures of 4 × 4, one pixel of which never changes. */
const x: Matrix = {
  rows: 30,
  cols: 16,
  data: Float64Array.from({ length: 480 }, (_, at) => (at % 16 === 6 ? 3 : draw.int(17))),
};
/** The first feature is the last pixel. */
const grid = { side: 4, place: Array.from({ length: 16 }, (_, j) => 15 - j) };

test("with all scores of a row the probe stands for that row, standardised or not", () => {
  for (const standardise of [false, true]) {
    const model = pca(x, { standardise });
    const y = scores(model, x);
    const ks = Array.from({ length: y.cols }, (_, k) => k);
    const row = rowOfScores(model, columnMoments(x), ks, Array.from(y.data.subarray(2 * y.cols, 3 * y.cols)));
    row.forEach((value, j) => {
      expect(value).toBeCloseTo(x.data[32 + j]!, 10);
    });
  }
});

test("at the origin it stands for the mean", () => {
  const { mean } = columnMoments(x);
  expect(Array.from(rowOfScores(pca(x), columnMoments(x), [0, 1], [0, 0]))).toEqual(Array.from(mean));
});

test("a component is drawn pixel by pixel, its largest loading in full; what X leaves out is nothing", () => {
  const model = pca(x, { standardise: true });
  const image = componentImage(grid, model, 0);
  expect(image.values[15 - 6]).toBe(0);
  expect(Math.max(...image.values.map(Math.abs))).toBe(image.high);
  model.columns.forEach((column, feature) => {
    expect(image.values[15 - column]).toBe(model.components.data[feature * model.components.cols]);
  });
});

test("a row is drawn between the least and the largest value of all pixels", () => {
  expect(inkRange(x)).toEqual([0, 16]);
  const image = valuesImage(grid, x.data.subarray(0, 16), [0, 16]);
  expect(image.values[15]).toBe(x.data[0]);
  expect(image.values[0]).toBe(x.data[15]);
});
