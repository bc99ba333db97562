// A file of 1,000,000 × 6 (50 MB) from the drop to its components on screen: time, the longest main-thread task, memory.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { link, openBrowser } from "./browser.mjs";
import { rendererMemory, watchMemory } from "./memory.mjs";
import { median, printTable } from "./statistics.mjs";

const REPEATS = 3;
const FILE = "bench/.cache/rows1m.csv";
mkdirSync("bench/.cache", { recursive: true });
if (!existsSync(FILE)) spawnSync("node", ["scripts/gen-big.mjs", FILE], { stdio: "inherit" });

const { address, browser, close } = await openBrowser();

async function load() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(link(address, { app: { chapter: "pca" } }));
  await page.getByRole("button", { name: /Iris, 150/ }).waitFor();
  await page
    .getByRole("table", { name: /variance/i })
    .first()
    .waitFor();
  const idle = rendererMemory();
  await page.getByRole("button", { name: /Open the data drawer/ }).click();
  await page.getByLabel("CSV file").waitFor({ state: "attached" });
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: "longtask" });
  });
  const peakOf = watchMemory();
  const start = performance.now();
  await page.getByLabel("CSV file").setInputFiles(FILE);
  // A file of this size is looked at first; pressing on is part of the way.
  await page.getByRole("button", { name: "Read the table" }).click();
  await page.locator('button[aria-label*="1,000,000 × 6"]').waitFor({ state: "attached", timeout: 120_000 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const seconds = (performance.now() - start) / 1000;
  const peak = peakOf();
  const longest = await page.evaluate(() => globalThis.longest);
  await context.close();
  return { seconds, longest, peak, idle };
}

const runs = [];
for (let k = 0; k < REPEATS; k++) runs.push(await load());
await close();
const of = (what) => runs.map((run) => run[what]);
printTable(
  ["1,000,000 × 6, 50 MB", "min", "median", "max"],
  [
    ["drop to components on screen, s", "seconds"],
    ["longest main-thread task, ms (limit 200)", "longest"],
    ["renderer and its workers, peak MB resident", "peak"],
    ["the same before the drop, MB", "idle"],
  ].map(([label, what]) => [label, Math.min(...of(what)), median(of(what)), Math.max(...of(what))]),
);
console.log(`\n${execFileSync("sh", ["-c", "nproc"]).toString().trim()} cores; Chromium ${browser.version()}`);
