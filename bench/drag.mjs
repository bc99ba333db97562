// What a frame costs while a handle is dragged over a dataset of 1,000, 10,000 and 100,000 points, and how long a move waits for it.
import { link, openBrowser } from "./browser.mjs";
import { median, percentile, printTable } from "./statistics.mjs";

const REPEATS = Number(process.env.REPEATS ?? 3);
const MOVES = 120;
const CHAPTERS = {
  transform: { number: 1, handle: '[role=slider][aria-label^="Image of î"]' },
  pca: { number: 2, handle: '[role=slider][aria-label="Line turned by hand"]' },
  layer: { number: 3, handle: '[role=slider][aria-label^="Image of î"]' },
};

const { address, browser, close } = await openBrowser();

async function drag(chapter, { number, handle }, n) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const state = { data: { dataset: `gaussian?n=${n}` }, pca: { showGuess: true } };
  await page.goto(link(address, { app: { chapter }, ...state }));
  await page.getByRole("button", { name: new RegExp(`${n.toLocaleString("en")} × 2`) }).waitFor();
  // Chapter 1 stands until another has come, and has handles of the same name.
  await page.getByText(`Chapter ${number}`, { exact: true }).waitFor();
  const box = await page.locator(handle).boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    globalThis.stamps = [];
    globalThis.waits = [];
    // From the oldest waiting move's own time to the end of the frame that shows it on the main thread; the compositor's share is not in it.
    let oldest = null;
    addEventListener(
      "pointermove",
      ({ timeStamp }) => {
        if (oldest !== null) return;
        oldest = timeStamp;
        requestAnimationFrame(() => {
          const from = oldest;
          oldest = null;
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => globalThis.waits.push(performance.now() - from);
          port2.postMessage(null);
        });
      },
      true,
    );
    const tick = (now) => {
      globalThis.stamps.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const metric = async () =>
    Object.fromEntries((await session.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
  const before = await metric();
  for (let k = 0; k < MOVES; k++) await page.mouse.move(x + 60 * Math.sin(k / 9), y + 60 * (1 - Math.cos(k / 9)));
  const after = await metric();
  const { stamps, waits } = await page.evaluate(() => ({ stamps: globalThis.stamps, waits: globalThis.waits }));
  await page.mouse.up();
  await context.close();
  const gaps = stamps.slice(1).map((t, k) => t - stamps[k]);
  return {
    task: ((after.TaskDuration - before.TaskDuration) * 1000) / gaps.length,
    gap: median(gaps),
    slow: percentile(gaps, 0.95),
    latency: percentile(waits, 0.95),
  };
}

const rows = [];
const only = process.argv[2];
for (const [chapter, where] of Object.entries(CHAPTERS))
  if (!only || only === chapter)
    for (const n of [1000, 10_000, 100_000]) {
      const runs = [];
      for (let k = 0; k < REPEATS; k++) runs.push(await drag(chapter, where, n));
      const of = (what) => runs.map((run) => run[what]);
      rows.push([
        chapter,
        n,
        Math.min(...of("task")),
        median(of("task")),
        median(of("gap")),
        median(of("slow")),
        median(of("latency")),
      ]);
    }
await close();
printTable(
  [
    "chapter",
    "points",
    "main-thread ms a frame, min",
    "median",
    "frame ms, median",
    "frame ms, p95",
    "input to painted ms, p95",
  ],
  rows,
);
