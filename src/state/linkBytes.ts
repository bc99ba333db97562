/** Text deflated into URL-safe base64, and back: what links are made of. */
import { strFromU8, strToU8, unzlibSync, zlibSync } from "fflate";

/** A size cap on what comes out, since a short link can inflate to anything. */
const LARGEST_TEXT = 1_000_000;

export function packText(text: string): string {
  let binary = "";
  for (const byte of zlibSync(strToU8(text), { level: 9 })) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The inverse of `packText`. Throws on anything else, and on a text over a million bytes. */
export function unpackText(packed: string): string {
  const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return strFromU8(unzlibSync(bytes, { out: new Uint8Array(LARGEST_TEXT) }));
}
