import { describe, expect, it } from "vitest";
import { createRandom, type Matrix, pca, zeros } from "../../../math";
import { stripsOf, stripValues } from "./strips";

function cloud(n: number, d: number): Matrix {
  const random = createRandom(11);
  const x = zeros(n, d);
  for (let k = 0; k < x.data.length; k++) x.data[k] = 3 + (1 + (k % d)) * random.normal();
  return x;
}
const power = ({ rows, cols, data }: Matrix, s: number) =>
  Array.from({ length: rows }, (_, i) => (data[i * cols + s] as number) ** 2).reduce((sum, v) => sum + v, 0) / rows;

describe("strips", () => {
  it.each([true, false])(
    "have variances with one sum above and below, which are those of their values (standardised: %s)",
    (z) => {
      const x = cloud(40, 5);
      const model = pca(x, { standardise: z });
      const all = stripsOf(model, 99);
      const sum = (kind: string) => all.filter((s) => s.kind === kind).reduce((total, s) => total + s.variance, 0);
      expect(all).toHaveLength(10);
      expect(sum("feature")).toBeCloseTo(sum("component"), 10);
      const plain = stripValues(model, x, all, false);
      const own = stripValues(model, x, all, true);
      all.forEach(({ variance }, s) => {
        expect(power(plain, s)).toBeCloseTo(variance, 10);
        expect(power(own, s)).toBeCloseTo(1, 10);
      });
    },
  );

  it("that have no room are the features of least variance and the last components", () => {
    const model = pca(cloud(40, 9));
    const some = stripsOf(model, 7);
    expect(some).toHaveLength(7);
    const above = some.filter(({ kind }) => kind === "feature");
    const others = stripsOf(model, 99).filter((s) => s.kind === "feature" && !above.some((a) => a.index === s.index));
    expect(Math.min(...above.map((s) => s.variance))).toBeGreaterThan(Math.max(...others.map((s) => s.variance)));
    expect(some.filter(({ kind }) => kind === "component").map(({ index }) => index)).toEqual([0, 1, 2]);
  });
});
