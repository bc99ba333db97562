/** `value` with a fixed count of decimals and U+2212 for minus; a rounded zero has no sign. Beyond ±1e6 in exponent form. */
export function formatFixed(value: number, decimals = 2): string {
  const text = Math.abs(value) >= 1e6 ? value.toExponential(decimals).replace("e+", "e") : value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace("-", "") : text).replaceAll("-", "\u2212");
}

/** Every digit of `value` (the shortest text that reads back as the same number), with U+2212 for minus. */
export function formatExact(value: number): string {
  return String(value === 0 ? 0 : value).replaceAll("-", "\u2212");
}
