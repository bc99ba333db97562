import { textWidth } from "../scene/textWidth";

/** A name of the plain face as far as it fits into so many pixels, with … where it does not; '' where not even that has room. */
export function clipText(text: string, size: number, most: number): string {
  if (textWidth(text, "ui", size) <= most) return text;
  const letters = [...text];
  while (letters.length > 0 && textWidth(`${letters.join("").trimEnd()}…`, "ui", size) > most) letters.pop();
  return letters.length === 0 ? "" : `${letters.join("").trimEnd()}…`;
}
