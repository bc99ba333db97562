import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply2, det2, type Mat2, multiply2 } from "../../math";
import { alongStack, firstFactor, product } from "./compose";
import { factorName, productName } from "./stack";

const entry = fc.integer({ min: -300, max: 300 }).map((k) => k / 100);
const mat2: fc.Arbitrary<Mat2> = fc.tuple(entry, entry, entry, entry);
const far = (a: Mat2, b: Mat2) => Math.max(...a.map((v, i) => Math.abs(v - (b[i] as number))));
const TURN: Mat2 = [0, -1, 1, 0];
const SHEAR: Mat2 = [1, 1, 0, 1];

describe("a stack of matrices", () => {
  it("applies A first: the product sends x where the factors send it one by one", () => {
    fc.assert(
      fc.property(mat2, mat2, mat2, (a, b, c) => {
        const one = apply2(c, apply2(b, apply2(a, [1.3, -0.7])));
        const whole = apply2(product(a, [b, c]), [1.3, -0.7]);
        expect(whole[0]).toBeCloseTo(one[0], 9);
        expect(whole[1]).toBeCloseTo(one[1], 9);
      }),
    );
  });

  it("knows that order matters", () => {
    expect(product(TURN, [SHEAR])).toEqual(multiply2(SHEAR, TURN));
    expect(product(TURN, [SHEAR])).not.toEqual(product(SHEAR, [TURN]));
    expect(productName([SHEAR, TURN])).toBe("CBA");
    expect(factorName(0)).toBe("A");
  });

  it("is walked factor by factor: A stands alone after its part of the way", () => {
    expect(far(alongStack(TURN, [SHEAR], 0.5, "polar"), TURN)).toBeLessThan(1e-12);
    expect(
      far(alongStack(TURN, [SHEAR], 0.25, "polar"), [Math.SQRT1_2, -Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2]),
    ).toBeLessThan(1e-12);
    expect(alongStack(TURN, [SHEAR], 1, "polar")).toEqual(product(TURN, [SHEAR]));
    expect(alongStack(TURN, [SHEAR], 0, "straight")).toEqual([1, 0, 0, 1]);
  });

  it("changes A so that the product is what was asked for, where what follows can be undone", () => {
    fc.assert(
      fc.property(mat2, mat2, (wanted, b) => {
        fc.pre(Math.abs(det2(b)) > 0.05);
        expect(far(product(firstFactor([b], wanted), [b]), wanted)).toBeLessThan(1e-9);
      }),
    );
  });

  it("comes as near as it can where what follows flattens", () => {
    const flat: Mat2 = [1, 0, 0, 0];
    expect(product(firstFactor([flat], [2, 3, 4, 5]), [flat])).toEqual([2, 3, 0, 0]);
  });
});
