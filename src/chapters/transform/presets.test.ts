import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Mat2, multiply2, transpose2 } from "../../math";
import { deviationEllipse } from "./deviationEllipse";
import { whiteningMatrix } from "./presets";
import { randomMatrix } from "./randomMatrix";

const entry = fc.integer({ min: -300, max: 300 }).map((k) => k / 100);
const covariance = fc.tuple(entry, entry, entry, entry).map((a: Mat2) => multiply2(a, transpose2(a)));

describe("whitening", () => {
  it("makes the covariance the identity: W C Wᵀ = I", () => {
    fc.assert(
      fc.property(covariance, (c) => {
        fc.pre(c[0] * c[3] - c[1] * c[2] > 1e-3);
        const w = whiteningMatrix(c) as Mat2;
        multiply2(multiply2(w, c), transpose2(w)).forEach((v, i) => {
          expect(v).toBeCloseTo(i % 3 === 0 ? 1 : 0, 6);
        });
        expect(w[1]).toBe(w[2]);
      }),
    );
  });

  it("is refused where some direction has no spread", () => {
    expect(whiteningMatrix([4, 2, 2, 1])).toBeNull();
    expect(whiteningMatrix([0, 0, 0, 0])).toBeNull();
  });
});

describe("the covariance ellipse", () => {
  it("is the image of the unit circle under a root of C: R Rᵀ = C", () => {
    fc.assert(
      fc.property(covariance, (c) => {
        const r = deviationEllipse(c);
        multiply2(r, transpose2(r)).forEach((v, i) => {
          expect(v).toBeCloseTo(c[i] as number, 9);
        });
      }),
    );
  });
});

describe("a random matrix", () => {
  it("is the same for the same seed, and has two decimals", () => {
    expect(randomMatrix(7)).toEqual(randomMatrix(7));
    expect(randomMatrix(7)).not.toEqual(randomMatrix(8));
    for (const v of randomMatrix(7)) expect(Math.round(v * 100) / 100).toBe(v);
  });
});
