// Draws the icons of the installed app from public/icon.svg into public/icons. Run after the mark has changed.
import { mkdirSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, ensureChromium } from "./chromium.mjs";

const PAPER = "#faf8f4";
const ICONS = [
  { file: "icon-192.png", side: 192, mark: 1, paper: "transparent" },
  { file: "icon-512.png", side: 512, mark: 1, paper: "transparent" },
  // A launcher cuts its own shape out of it, of which only the inner four fifths are safe.
  { file: "maskable-512.png", side: 512, mark: 0.8, paper: PAPER },
  { file: "apple-touch-icon.png", side: 180, mark: 0.8, paper: PAPER },
];

const svg = readFileSync("public/icon.svg").toString("base64");
mkdirSync("public/icons", { recursive: true });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
const page = await browser.newPage();
for (const { file, side, mark, paper } of ICONS) {
  await page.setViewportSize({ width: side, height: side });
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${paper}">
      <img src="data:image/svg+xml;base64,${svg}" width="${side * mark}" height="${side * mark}">`,
  );
  await page.locator("img").evaluate((image) => image.decode());
  await page.screenshot({ path: `public/icons/${file}`, omitBackground: true });
}
await browser.close();
