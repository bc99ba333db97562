import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cell, constant } from "../../scene/source";
import { entry, formsOf } from "./slots";

const at = (value: number) => {
  const forms = formsOf("a", entry(constant([value]), 0, constant(0)));
  return Object.fromEntries(Object.entries(forms).map(([key, text]) => [key, text.get()]));
};

describe("the forms of a number in a formula", () => {
  it("is a term with its sign apart, and a factor in brackets where it is negative", () => {
    expect(at(-1.2)).toEqual({ a: "−1.20", "a-sign": "−", "a-size": "1.20", "a-factor": "(−1.20)" });
    expect(at(0.5)).toEqual({ a: "0.50", "a-sign": "+", "a-size": "0.50", "a-factor": "0.50" });
    expect(at(-1e-12)).toMatchObject({ "a-sign": "−", "a-size": "1e−12", "a-factor": "(−1e−12)" });
    expect(at(-0)).toMatchObject({ "a-sign": "+", "a-size": "0.00" });
  });

  it("says the same number in each form, without two signs in a row", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99999, max: 99999 }), (hundredths) => {
        const forms = at(hundredths / 100);
        expect(`${forms["a-sign"]}${forms["a-size"]}`.replace("+", "")).toBe(forms.a);
        expect(forms["a-size"]).not.toMatch(/^−/);
        expect(`1.00·${forms["a-factor"]}`).not.toMatch(/·−/);
      }),
    );
  });

  it("takes for zero what is rounding beside the numbers that it was computed from", () => {
    const scale = cell(1);
    const text = entry(constant([2.8e-17]), 0, scale);
    expect(text.get()).toBe("0.00");
    scale.set(1e-17);
    expect(text.get()).toBe("2.8e−17");
  });
});
