import { strToU8, zlibSync } from "fflate";

/** Text deflated into URL-safe base64: what links are made of. */
export function packText(text: string): string {
  let binary = "";
  for (const byte of zlibSync(strToU8(text), { level: 9 })) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
