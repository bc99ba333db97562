import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { build } from "vite";

const FONTS = "node_modules/@fontsource-variable";
const face = (family: string, file: string, style: string, range: string) =>
  `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: 100 900; unicode-range: ${range};
  src: url(data:font/woff2;base64,${readFileSync(`${FONTS}/${file}`).toString("base64")}) }`;
const LATIN = "U+0000-02FF, U+2000-206F, U+2200-22FF";
const GREEK = "U+0370-03FF";
/** The fonts inside the page, so that a picture does not hang on what the machine has. */
const FACES = [
  face("Inter Variable", "inter/files/inter-latin-wght-normal.woff2", "normal", LATIN),
  face("Inter Variable", "inter/files/inter-greek-wght-normal.woff2", "normal", GREEK),
  face("Source Serif 4 Variable", "source-serif-4/files/source-serif-4-latin-wght-italic.woff2", "italic", LATIN),
  face("Source Serif 4 Variable", "source-serif-4/files/source-serif-4-greek-wght-italic.woff2", "italic", GREEK),
].join("\n");

/** The gallery as one script: the marks, their examples and the painter of SVG, as the app has them. */
async function galleryScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, lib: { entry: "e2e/marks/gallery.ts", formats: ["iife"], name: "gallery" } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && "output" in first ? first.output[0] : null;
  if (chunk?.type !== "chunk") throw new Error("The gallery was not built");
  return chunk.code;
}

declare global {
  // What the script above leaves in the page.
  var gallery: { readonly names: readonly string[]; readonly draw: (name: string) => string };
}

for (const theme of ["light", "dark"] as const)
  test(`every mark looks as its stored picture, ${theme}`, async ({ page }) => {
    const tokens = readFileSync("src/app/tokens.css", "utf8");
    await page.setContent(
      `<html data-theme="${theme}"><style>${FACES}${tokens} body { margin: 0 } svg { display: block }</style><body></body></html>`,
    );
    await page.addScriptTag({ content: await galleryScript() });
    const names = await page.evaluate(() => gallery.names);
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      await page.evaluate(async (of) => {
        document.body.innerHTML = gallery.draw(of);
        await document.fonts.ready;
      }, name);
      // Chromium's versions differ at the edges of lines and letters, which the comparison takes for what they are.
      await expect
        .soft(page.locator("svg"))
        .toHaveScreenshot(`${name}-${theme}.png`, { threshold: 0.2, maxDiffPixelRatio: 0.002 });
    }
  });
