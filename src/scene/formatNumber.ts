const WORDS: Readonly<Record<string, string>> = {
  NaN: "not defined",
  Infinity: "infinite",
  "-Infinity": "minus infinite",
};

/**
 * A number as the app shows it: 3 significant digits, with an exponent from 1e5 on and below 1e-3, U+2212 for minus, '≈ 0' below 1e-10 of
 * `scale`, and words where there is no number.
 */
export function formatNumber(value: number, scale = 1): string {
  if (!Number.isFinite(value)) return WORDS[String(value)] ?? "not defined";
  if (value === 0) return "0";
  if (Math.abs(value) < 1e-10 * scale) return "≈ 0";
  const size = Math.abs(value);
  const text = size >= 1e5 || size < 1e-3 ? value.toExponential(2).replace("e+", "e") : trimmed(value, size);
  return text.replaceAll("-", "\u2212");
}

/** Three significant digits, but never fewer than the whole part has. */
function trimmed(value: number, size: number): string {
  if (size >= 1000) return value.toFixed(0);
  // Rounded first: 9.9996 has two digits before the point once it is 10.0.
  const rounded = Number(value.toPrecision(3));
  return rounded.toFixed(Math.max(0, 2 - Math.floor(Math.log10(Math.abs(rounded)))));
}
