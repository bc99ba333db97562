import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { det2, det3, eig2, eig3, type Mat2, type Mat3 } from "../../math";
import { collapseWords, flatPlaces } from "./collapse";
import { interpolate } from "./model";
import { interpolate3 } from "./space/motion";

const entry = fc.integer({ min: -300, max: 300 }).map((k) => k / 100);
const mat2: fc.Arbitrary<Mat2> = fc.tuple(entry, entry, entry, entry);
const mat3: fc.Arbitrary<Mat3> = fc.tuple(entry, entry, entry, entry, entry, entry, entry, entry, entry);
const REFLECT: Mat2 = [1, 0, 0, -1];
const ROUND: Mat2 = [-1, 0, 0, -1];

describe("where the straight way is flat", () => {
  it("is half-way to −I and to a reflection, a quarter of the way to −3, and nowhere on the way to a rotation", () => {
    expect(flatPlaces(eig2(ROUND))).toEqual([0.5]);
    expect(flatPlaces(eig2(REFLECT))).toEqual([0.5]);
    expect(flatPlaces(eig2([-3, 0, 0, -1]))).toEqual([0.25, 0.5]);
    expect(flatPlaces(eig3([-3, 0, 0, 0, 1, 0, 0, 0, 2]))).toEqual([0.25]);
    expect(flatPlaces(eig2([0, -1, 1, 0]))).toEqual([]);
    expect(flatPlaces(eig3([0, -1, 0, 1, 0, 0, 0, 0, -1]))).toEqual([0.5]);
  });

  it("has det 0 there, and every change of sign of det is one of them", () => {
    fc.assert(
      fc.property(mat2, mat3, (a, b) => {
        for (const t of flatPlaces(eig2(a))) expect(det2(interpolate(a, t, "straight"))).toBeCloseTo(0, 6);
        const places = flatPlaces(eig3(b));
        for (const t of places) expect(det3(interpolate3("3x3", b, t, "straight"))).toBeCloseTo(0, 6);
        fc.pre(Math.abs(det3(b)) > 1e-6);
        if (det3(b) < 0) expect(places.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("its words", () => {
  const say = (a: Mat2, t: number, way: "straight" | "polar" = "straight") =>
    collapseWords(det2(a), eig2(a), t, way, "area");
  it("come where it is flat and after, and not before", () => {
    expect(say(ROUND, 0.4)).toBe("");
    expect(say(ROUND, 0.5)).toMatch(/^It is flat here.*polar way and U Σ Vᵀ turn instead/);
    expect(say(ROUND, 0.8)).toMatch(/was flat at 50\.0 %.*stay whole\.$/);
    expect(say(REFLECT, 0.6)).toMatch(/no way to a reflection is without area zero/);
  });
  it("say of another way only that a reflection has none around it", () => {
    expect(say(ROUND, 0.5, "polar")).toBe("");
    expect(say(REFLECT, 0.2, "polar")).toMatch(/on no way without passing through area zero/);
    expect(say([2, 1, 0, 1], 0.5)).toBe("");
  });
});
