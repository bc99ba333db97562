/** A number with its digits as they are given, such as 1.5e-7, its power of ten set. */
export const latexNumber = (text: string): string =>
  text.replaceAll("−", "-").replace(/e\+?(-?\d+)$/, " \\cdot 10^{$1}");

/** Rows of numbers as a matrix, for LaTeX with amsmath. */
export const bmatrix = (rows: readonly (readonly number[])[], format: (value: number) => string = String): string =>
  `\\begin{bmatrix} ${rows.map((row) => row.map((value) => latexNumber(format(value))).join(" & ")).join(" \\\\ ")} \\end{bmatrix}`;
