/** What became of a typed number: its value, or the sentence that says why it was refused. */
export type ParsedNumber = { ok: true; value: number } | { ok: false; message: string };

const shape = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Reads a number as people type it: a point or one decimal comma, ASCII or U+2212 minus, an exponent.
 * Thousands separators are refused, since '1,234' and '1.234' mean different things in different countries.
 * Never throws and never yields NaN or an infinity.
 */
export function parseNumber(text: string): ParsedNumber {
  const typed = text.trim();
  if (typed === "") return { ok: false, message: "Type a number." };
  const plain = typed.replaceAll("\u2212", "-");
  const commas = plain.split(",").length - 1;
  const dotted = commas === 1 && !plain.includes(".") ? plain.replace(",", ".") : plain;
  if (!shape.test(dotted)) return { ok: false, message: `“${typed}” is not a number.` };
  const value = Number(dotted);
  if (!Number.isFinite(value)) return { ok: false, message: `“${typed}” is too large.` };
  return { ok: true, value: value === 0 ? 0 : value };
}
