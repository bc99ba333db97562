// The finished stage beside its peers, in Chromium without a GPU, all in turn inside each repetition: `npm run bench:render`. Writes bench/README.md. `node bench/render/run.mjs 3D-1000000` does one row again.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { openPages } from "../pages.mjs";
import { median } from "../statistics.mjs";

const REPETITIONS = Number(process.env.REPETITIONS ?? 5);
const WARM_MS = 500;
const MEASURED_MS = 1500;
/** Who needs longer than this for one frame, or to come up, is left out. */
const PATIENCE_MS = 20_000;
/** More of the 480,000 pixels must differ between two moments. */
const LEAST_MOVED = 500;

/** Who draws what: each is asked for every size, and left out of one after the first time it is too slow. */
const METHODS = {
  2: ["ours", "mafs", "d3", "scattergl", "echarts", "three.js"],
  3: ["ours", "scatter3d", "echarts-gl", "three.js"],
};
const ROWS = [2, 3].flatMap((dimension) => [1000, 10_000, 100_000, 1_000_000].map((n) => [dimension, n]));
const PEERS = [...new Set(Object.values(METHODS).flat())];

const only = process.argv[2];
const { browser, address, close } = await openPages("render");
const results = [];
for (const [dimension, n] of ROWS) {
  if (only && only !== `${dimension}D-${n}`) continue;
  const methods = METHODS[dimension];
  const samples = new Map(methods.map((method) => [method, []]));
  for (let k = 0; k < REPETITIONS; k++)
    for (const method of methods) {
      const so = samples.get(method);
      if (so === null) continue;
      const sample = await measure(method, dimension, n);
      if (sample) so.push(sample);
      else samples.set(method, null);
      process.stderr.write(`${dimension}D ${n} ${method}: ${sample ? `${sample.fps.toFixed(1)} fps` : "too slow"}\n`);
    }
  results.push({ dimension, n, samples });
}
await close();
const README = "bench/README.md";
const text = only ? withRowAgain(readFileSync(README, "utf8")) : withTable(readFileSync(README, "utf8"));
writeFileSync(README, text);
process.stdout.write(`${rows().join("\n")}\n`);

/** Painted frames a second and main-thread ms a frame of one page; null where it is too slow. Throws where nothing moves. */
async function measure(method, dimension, n) {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  page.setDefaultTimeout(2 * PATIENCE_MS);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  try {
    await page.goto(`${address}?method=${encodeURIComponent(method)}&dimension=${dimension}&n=${n}`);
    try {
      await page.waitForFunction(() => globalThis.bench?.steps() === 0, null, { timeout: PATIENCE_MS });
    } catch {
      if (errors.length > 0) throw new Error(`${method}: ${errors.join("; ")}`);
      return null;
    }
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const task = async () =>
      (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
    const now = () => page.evaluate(() => ({ steps: globalThis.bench.steps(), ms: performance.now() }));
    await page.evaluate(() => globalThis.bench.start());
    await page.waitForTimeout(WARM_MS);
    await browser.startTracing(page, {
      categories: ["disabled-by-default-devtools.timeline.frame", "devtools.timeline.frame"],
    });
    const [from, taskFrom] = [await now(), await task()];
    let to = from;
    while (to.ms - from.ms < MEASURED_MS || to.steps - from.steps < 3) {
      if (to.ms - from.ms > PATIENCE_MS) return null;
      await page.waitForTimeout(Math.min(MEASURED_MS, Math.max(50, MEASURED_MS - (to.ms - from.ms))));
      to = await now();
    }
    const taskTo = await task();
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
    const painted = traceEvents.filter(({ name }) => name === "DrawFrame").length;
    const steps = to.steps - from.steps;
    if (painted < 0.9 * steps - 2) throw new Error(`${method} counts ${steps} steps and painted ${painted} frames`);
    await mustMove(page, method);
    if (errors.length > 0) throw new Error(`${method}: ${errors.join("; ")}`);
    return { fps: (steps * 1000) / (to.ms - from.ms), task: (taskTo - taskFrom) / steps };
  } finally {
    await browser.stopTracing().catch(() => {});
    await page.close();
  }
}

/** Compares the pixels of two moments. */
async function mustMove(page, method) {
  const before = (await page.screenshot()).toString("base64");
  const from = await page.evaluate(() => globalThis.bench.steps());
  await page.waitForFunction((k) => globalThis.bench.steps() > k + 1, from);
  await page.evaluate(() => globalThis.bench.stop());
  const after = (await page.screenshot()).toString("base64");
  const blank = await browser.newPage();
  const differing = await blank.evaluate(
    async (shots) => {
      const [a, b] = await Promise.all(
        shots.map(async (shot) => {
          const image = new Image();
          image.src = `data:image/png;base64,${shot}`;
          await image.decode();
          const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
          context.drawImage(image, 0, 0);
          return new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
        }),
      );
      return a.reduce((count, word, k) => count + (word === b[k] ? 0 : 1), 0);
    },
    [before, after],
  );
  await blank.close();
  if (differing < LEAST_MOVED) throw new Error(`${method} does not move: ${differing} pixels differ`);
}

function line(cells) {
  return `| ${cells.join(" | ")} |`;
}

function rows() {
  return results.map(({ dimension, n, samples }) =>
    line([`${dimension}D`, n.toLocaleString("en"), ...PEERS.map((peer) => cell(samples.get(peer), dimension, peer))]),
  );
}

function report() {
  const head = ["", "points", ...PEERS.map((peer) => (peer === "ours" ? "**ours**" : peer))];
  const day = new Date().toISOString().slice(0, 10);
  const place = `${cpus().length} cores (${cpus()[0].model.trim()}), load ${loadavg()[1].toFixed(1)}, Chromium ${browser.version().split(".")[0]}`;
  const table = [line(head), line(head.map(() => "---")), ...rows()].join("\n");
  return `Made by \`npm run bench:render\` on ${day}, ${place}; no GPU, software WebGL. Each cell: painted frames a second / main-thread ms a frame, medians of ${REPETITIONS} repetitions.\n\n${table}`;
}

function cell(samples, dimension, peer) {
  if (!METHODS[dimension].includes(peer)) return "–";
  if (samples === null || samples.length === 0) return "left out: too slow";
  const of = (what) => String(Number(median(samples.map((sample) => sample[what])).toPrecision(3)));
  return `${of("fps")} / ${of("task")}`;
}

function withTable(page) {
  const [begin, end] = ["<!-- bench/render begins -->", "<!-- bench/render ends -->"];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${README} has no place for the table`);
  return `${page.slice(0, from + begin.length)}\n\n${report()}\n\n${page.slice(to)}`;
}

/** All of a row's methods were measured again, in turn as before: it takes the old row's place. */
function withRowAgain(page) {
  const [dimension, n] = only.split("-");
  const old = new RegExp(`^\\| ${dimension} +\\| ${Number(n).toLocaleString("en")} .*$`, "m");
  if (!old.test(page)) throw new Error(`${README} has no row ${only}`);
  return page.replace(old, rows()[0]);
}
