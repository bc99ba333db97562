import { describe, expect, it } from "vitest";
import { euclideanNorm } from "./euclideanNorm";

describe("euclideanNorm", () => {
  it("takes a stretch, or every so many entries", () => {
    const x = [9, 3, 9, 4, 9, 12];
    expect(euclideanNorm(x, 1, 3, 2)).toBe(13);
    expect(euclideanNorm(x, 1, 1)).toBe(3);
    expect(euclideanNorm(x, 5)).toBe(12);
    expect(euclideanNorm(x, 6)).toBe(0);
  });

  it("gives the length of a stretch at any scale", () => {
    for (const k of [2 ** 1020, 2 ** 512, 2 ** 500, 1, 2 ** -449, 2 ** -451, 2 ** -500, 2 ** -1070])
      expect(euclideanNorm([Number.NaN, 3 * k, Number.NaN, -4 * k], 1, 2, 2) / k).toBe(5);
  });

  it("passes on what is no number, and what is past the largest", () => {
    expect(euclideanNorm([1, Number.NaN])).toBeNaN();
    expect(euclideanNorm([Number.NaN, 2 ** 600])).toBeNaN();
    expect(euclideanNorm([1, Number.NEGATIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
    expect(euclideanNorm([Number.MAX_VALUE, Number.MAX_VALUE])).toBe(Number.POSITIVE_INFINITY);
  });
});
