// What a frame costs while a handle is dragged over a dataset of 1,000, 10,000 and 100,000 points, and how long a move waits for its frame; of a million on the stage alone.
import { link, openBrowser } from "./browser.mjs";
import { measureDrag } from "./latency.mjs";
import { openPages } from "./pages.mjs";
import { median, percentile, printTable } from "./statistics.mjs";

const REPEATS = Number(process.env.REPEATS ?? 3);
const MOVES = 120;
const CHAPTERS = {
  transform: { number: 1, handle: /^Image of î/ },
  pca: { number: 2, handle: "Line turned by hand" },
  layer: { number: 3, handle: /^Image of î/ },
};
const SIZES = [1000, 10_000, 100_000];
const only = process.argv[2];
const rows = [];

async function measured(name, n, drag) {
  const runs = [];
  for (let k = 0; k < REPEATS; k++) runs.push(await drag());
  const of = (what) => runs.map(what);
  const tasks = of(({ task }) => task);
  rows.push([
    name,
    n,
    Math.min(...tasks),
    median(tasks),
    median(of(({ gaps }) => median(gaps))),
    median(of(({ gaps }) => percentile(gaps, 0.95))),
    median(of(({ painted }) => painted)),
    median(of(({ screen }) => screen)),
  ]);
}

const app = await openBrowser();
for (const [chapter, { number, handle }] of Object.entries(CHAPTERS))
  if (!only || only === chapter)
    for (const n of SIZES)
      await measured(chapter, n, async () => {
        const page = await app.browser.newPage({ viewport: { width: 1440, height: 900 } });
        const state = { data: { dataset: `gaussian?n=${n}` }, pca: { showGuess: true } };
        await page.goto(link(app.address, { app: { chapter }, ...state }));
        await page.getByRole("button", { name: new RegExp(`${n.toLocaleString("en")} × 2`) }).waitFor();
        // Chapter 1 stands until another has come, and has handles of the same name.
        await page.getByText(`Chapter ${number}`, { exact: true }).waitFor();
        const result = await measureDrag(app.browser, page, page.getByRole("slider", { name: handle }), MOVES);
        await page.close();
        return result;
      });
await app.close();

// The app's own generators stop at 100,000 points, and of a larger file it draws a sample.
const stages = await openPages("render");
for (const dimension of [2, 3])
  if (!only || only === "stage")
    for (const n of [...SIZES, 1_000_000])
      await measured(`stage, ${dimension}D`, n, async () => {
        const page = await stages.browser.newPage({ viewport: { width: 800, height: 600 } });
        await page.goto(`${stages.address}?method=ours&dimension=${dimension}&n=${n}&handle`);
        await page.waitForFunction(() => globalThis.bench?.steps() === 0);
        const result = await measureDrag(stages.browser, page, page.getByRole("slider"), MOVES);
        await page.close();
        return result;
      });
await stages.close();

printTable(
  [
    "what",
    "points",
    "main-thread ms a frame, min",
    "median",
    "frame ms, median",
    "frame ms, p95",
    "input to painted ms, p95",
    "to the screen",
  ],
  rows,
);
