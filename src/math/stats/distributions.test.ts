import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError } from "../errors";
import { betaCdf, betaQuantile, normalQuantile } from "./distributions";

/** SciPy 1.10.1: scipy.special.betainc, scipy.stats.beta.ppf and norm.ppf. */
const CDF = [
  [0.5, 0.5, 0.3, 0.3690101195655454],
  [2, 3, 0.4, 0.5248],
  [50, 60, 0.5, 0.8309072939016694],
  [1000, 1000, 0.52, 0.9632205167213664],
  [0.1, 20, 0.001, 0.7079970084234188],
  [5, 0.2, 0.999, 0.628890079026613],
] as const;
const BETA = [
  [0.95, 1, 73.5, 0.03993881504706243],
  [0.99, 1, 73.5, 0.0607328887304494],
  [0.95, 0.5, 0.5, 0.9938441702975689],
  [0.99, 2.5, 40, 0.1690491282266535],
  [0.95, 10, 2, 0.9666807823157701],
  [0.99, 32, 866, 0.0515071208962606],
  [0.99, 50, 0.5, 0.9999984212487381],
  [0.01, 3, 4, 0.08472995251690867],
] as const;
const NORMAL = [
  [0.95, 1.6448536269514722],
  [0.99, 2.3263478740408408],
  [0.975, 1.959963984540054],
  [0.999999, 4.753424308817087],
  [1e-10, -6.361340902404056],
  [0.2, -0.8416212335729142],
  [0.5, 0],
] as const;

describe("distributions", () => {
  it.each(CDF)("I of Beta(%d, %d) at %d is SciPy's", (a, b, x, want) => {
    expect(betaCdf(x, a, b) / want).toBeCloseTo(1, 11);
  });
  it.each(BETA)("the %d quantile of Beta(%d, %d) is SciPy's", (p, a, b, want) => {
    expect(betaQuantile(p, a, b) / want).toBeCloseTo(1, 11);
  });
  it.each(NORMAL)("the %d quantile of the normal distribution is SciPy's", (p, want) => {
    expect(Math.abs(normalQuantile(p) - want)).toBeLessThanOrEqual(
      1e-13 * Math.max(1, Math.abs(want)) * (p > 0.9999 ? 1e3 : 1),
    );
  });

  it("holds I_x(a, b) + I_(1−x)(b, a) = 1, grows with x, and is undone by its quantile", () => {
    const shape = fc.double({ min: 0.5, max: 300, noNaN: true });
    const inside = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    fc.assert(
      fc.property(shape, shape, inside, inside, (a, b, x, y) => {
        const [at, there] = [betaCdf(x, a, b), betaCdf(y, a, b)];
        expect(at + betaCdf(1 - x, b, a)).toBeCloseTo(1, 11);
        if (x < y) expect(there).toBeGreaterThanOrEqual(at - 1e-12);
        // Beside 1 the numbers stand so far apart that a density without bound jumps by 1e−8 from one to the next.
        expect(betaCdf(betaQuantile(x, a, b), a, b)).toBeCloseTo(x, 7);
      }),
    );
  });

  it("knows Beta(1, b) and Beta(a, 1) in closed form", () => {
    for (const [p, s] of [
      [0.95, 3],
      [0.5, 0.25],
      [0.01, 700],
    ] as const) {
      expect(betaQuantile(p, 1, s)).toBeCloseTo(1 - (1 - p) ** (1 / s), 13);
      expect(betaQuantile(p, s, 1)).toBeCloseTo(p ** (1 / s), 13);
    }
  });

  it("refuses what is no probability and no shape", () => {
    expect(() => betaCdf(1.1, 1, 1)).toThrow(DomainError);
    expect(() => betaCdf(0.5, 0, 1)).toThrow(DomainError);
    expect(() => betaQuantile(Number.NaN, 1, 1)).toThrow(DomainError);
    expect(() => normalQuantile(1)).toThrow(DomainError);
    expect([betaCdf(0, 2, 2), betaCdf(1, 2, 2)]).toEqual([0, 1]);
  });
});
