const narrow = new Set([".", ",", " ", "|", "\u2009"]);

/**
 * The width in em that KaTeX's roman face needs for a number's text: digits are 0.5, a point 0.278, signs and the rest 0.778.
 * Source: the advance widths in KaTeX's font metrics for Main-Regular.
 */
export function slotWidth(text: string): number {
  let width = 0;
  for (const c of text) width += c >= "0" && c <= "9" ? 0.5 : narrow.has(c) ? 0.278 : 0.778;
  return Number(width.toFixed(3));
}
