import { describe, expect, it } from "vitest";
import type { Dataset, NumberColumn } from "../../../data/dataset";
import { type Mat3, momentsOf, multiply3, transpose3 } from "../../../math";
import { cloudCovariance, covarianceRoot, unitSpaceCloud, whiteningEntries } from "./cloud3";
import { tripleOf } from "./sources";

const rows = 200;
const column = (name: string, value: (i: number) => number): NumberColumn => ({
  kind: "number",
  name,
  values: Float64Array.from({ length: rows }, (_, i) => value(i)),
});
const columns = [
  column("a", (i) => 5 + 2 * Math.sin(i)),
  column("b", (i) => 10 * Math.cos(2 * i) + 3 * Math.sin(i)),
  column("c", (i) => Math.sin(3 * i) - 40),
  column("d", (i) => 100 * Math.cos(i * i)),
];
const near = (a: Mat3, b: Mat3) => Math.max(...a.map((x, k) => Math.abs(x - (b[k] ?? 0))));

describe("the points of space", () => {
  const cloud = unitSpaceCloud(columns.slice(0, 3), null);
  const c = cloudCovariance(cloud);
  const asMat = Array.from(c.data) as unknown as Mat3;

  it("stand about the origin, the widest column with a spread of 1", () => {
    for (let k = 0; k < 3; k++) {
      let mean = 0;
      for (let i = 0; i < rows; i++) mean += (cloud.xyz[3 * i + k] ?? 0) / rows;
      expect(mean).toBeCloseTo(0, 6);
    }
    expect(Math.max(asMat[0], asMat[4], asMat[8])).toBeCloseTo(1, 5);
  });

  it("have an ellipsoid whose matrix squared is their covariance", () => {
    const root = covarianceRoot(c);
    expect(near(multiply3(root, transpose3(root)), asMat)).toBeLessThan(1e-12);
  });

  it("are whitened by the preset", () => {
    const w = whiteningEntries(c) as unknown as Mat3;
    expect(near(multiply3(w, multiply3(asMat, transpose3(w))), [1, 0, 0, 0, 1, 0, 0, 0, 1])).toBeLessThan(1e-4);
  });

  it("lie flat where there are fewer than three columns", () => {
    const flat = unitSpaceCloud(columns.slice(0, 2), null);
    expect(Array.from(flat.xyz.filter((_, k) => k % 3 === 2)).every((z) => z === 0)).toBe(true);
  });
});

describe("tripleOf", () => {
  const x = Float64Array.from({ length: rows * 4 }, (_, k) => columns[k % 4]?.values[Math.floor(k / 4)] ?? 0);
  const data = { columns, moments: momentsOf({ rows, cols: 4, data: x }) } as unknown as Dataset;
  const names = columns.map(({ name }) => name);
  const of = (...wanted: string[]) => tripleOf(data, names, wanted).map(({ name }) => name);

  it("takes the columns of largest variance, and where one is asked for, that one in its place", () => {
    expect(of("", "", "")).toEqual(["d", "b", "a"]);
    expect(of("", "d", "")).toEqual(["b", "d", "a"]);
    expect(of("a", "b", "c")).toEqual(["a", "b", "c"]);
    expect(of("gone", "", "c")).toEqual(["d", "b", "c"]);
  });
});
