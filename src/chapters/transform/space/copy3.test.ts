import { describe, expect, it } from "vitest";
import { update } from "../../../state/store";
import { spaceLatex } from "./copy3";

const A = "A\\mathbf{x} = ";
const matrix = (...rows: string[]) => `\\begin{bmatrix} ${rows.join(" \\\\ ")} \\end{bmatrix}`;

describe("spaceLatex", () => {
  it("writes A, x and Ax in the matrix's own shape, with a hyphen for minus, which LaTeX sets as one", () => {
    update("transform", { shape: "3x3", matrix3: [1, 0.5, 0, 0, 1, 0.5, 0.5, 0, 1], x3: [-1, 1, 0.8] });
    expect(spaceLatex()).toBe(
      `${A}${matrix("1.00 & 0.50 & 0.00", "0.00 & 1.00 & 0.50", "0.50 & 0.00 & 1.00")} ${matrix("-1.00", "1.00", "0.80")} = ${matrix("-0.50", "1.40", "0.30")}`,
    );
    update("transform", { shape: "3x2", matrix32: [1, -0.25, 0.25, 1, -0.5, 0.5], x: [-2, 4] });
    expect(spaceLatex()).toBe(
      `${A}${matrix("1.00 & -0.25", "0.25 & 1.00", "-0.50 & 0.50")} ${matrix("-2.00", "4.00")} = ${matrix("-3.00", "3.50", "3.00")}`,
    );
    update("transform", { shape: "2x3", matrix23: [1, 0, 0.5, 0, 1, 0.5], x3: [1, 2, -4] });
    expect(spaceLatex()).toBe(
      `${A}${matrix("1.00 & 0.00 & 0.50", "0.00 & 1.00 & 0.50")} ${matrix("1.00", "2.00", "-4.00")} = ${matrix("-1.00", "0.00")}`,
    );
  });

  it("keeps to text that LaTeX can set at the limits", () => {
    update("transform", { shape: "3x3", matrix3: [1e12, 0, 0, 0, -1e-12, 0, 0, 0, 0], x3: [1e12, 1, 0] });
    expect(spaceLatex()).not.toMatch(/NaN|Infinity|[^\x20-\x7e]/);
    expect(spaceLatex()).toContain(
      matrix("1 \\cdot 10^{12} & 0.00 & 0.00", "0.00 & -1 \\cdot 10^{-12} & 0.00", "0.00 & 0.00 & 0.00"),
    );
  });
});
