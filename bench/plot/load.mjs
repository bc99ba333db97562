// From a file in the chooser to its components and points on the screen.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { watchMemory } from "../memory.mjs";
import { median } from "../statistics.mjs";
import { dropOurs, openOurs } from "./ours.mjs";
import { tableFile } from "./table.mjs";

export const SIZES = [150, 10_000, 100_000, 1_000_000];
const ROUNDS = { 150: 5, 10000: 5, 100000: 3, 1000000: 3 };
/** What the app draws at most. */
const DRAWN = 50_000;
const PATIENCE_MS = 120_000;
const PIXELS = { width: 1000, height: 700 };

/** The peer's page. */
export async function openPeer({ browser, address }, most) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: "longtask" });
  });
  const query = new URLSearchParams({ ...PIXELS, ...(most ? { most } : {}) });
  await page.goto(`${address}?${query}`);
  await page.waitForFunction(() => globalThis.ready);
  return page;
}

/** Chooses a file in the peer's page. Throws where it fails, crashes or takes more than two minutes. */
export async function dropPeer(page, path) {
  const crashed = new Promise((_, reject) => page.once("crash", () => reject(new Error("the page ran out of memory"))));
  const run = async () => {
    await page.evaluate(() => {
      globalThis.longest = 0;
    });
    await page.locator("#file").setInputFiles(path);
    await page.waitForFunction(() => globalThis.outcome, null, { polling: 100 });
    const { marks, error } = await page.evaluate(() => globalThis.outcome);
    if (error) throw new Error(error);
    const longest = await page.evaluate(() => new Promise((done) => setTimeout(() => done(globalThis.longest), 300)));
    return { ms: marks.at(-1), marks, longest };
  };
  return Promise.race([run(), crashed]);
}

/** Who takes part at a size: the peer draws all rows, and where the app draws fewer, as few as it does in a column of its own. */
const METHODS = {
  ours: async ({ ours }, path, n) => {
    const page = await openOurs(ours, { view: "scores", space: true });
    const peakOf = watchMemory();
    const result = await dropOurs(page, path, n);
    await page.close();
    return { ...result, peak: peakOf() };
  },
  peer: ({ peer }, path) => peerRun(peer, path),
  fewer: ({ peer }, path, n) => (n > DRAWN ? peerRun(peer, path, DRAWN) : null),
};

async function peerRun(peer, path, most) {
  const page = await openPeer(peer, most);
  const peakOf = watchMemory();
  try {
    return { ...(await dropPeer(page, path)), peak: peakOf() };
  } finally {
    peakOf();
    await page.close();
  }
}

const digits = (x) => String(Number(x.toPrecision(3)));
const time = (ms) => (ms < 1000 ? `${digits(ms)} ms` : `${digits(ms / 1000)} s`);
const task = (ms) => (ms === 0 ? "< 50" : digits(ms));

function cell(runs) {
  if (typeof runs === "string") return runs;
  const of = (what) => runs.map((run) => run[what]);
  return `${time(Math.min(...of("ms")))} / ${time(median(of("ms")))}; ${task(median(of("longest")))} ms; ${digits(median(of("peak")))} MB`;
}

export async function load({ ours, peer, rounds }) {
  const rows = [];
  for (const n of SIZES) {
    const path = tableFile(n);
    const results = Object.fromEntries(Object.keys(METHODS).map((name) => [name, []]));
    for (let k = 0; k < rounds(ROUNDS[n]); k++)
      for (const [name, method] of Object.entries(METHODS)) {
        if (!Array.isArray(results[name])) continue;
        try {
          const run = await method({ ours, peer }, path, n);
          if (run === null) results[name] = "all are drawn";
          else results[name].push(run);
          if (run)
            process.stderr.write(
              `${n} ${name}: ${time(run.ms)}${run.marks ? ` (${run.marks.map(time).join(", ")})` : ""}, longest ${task(run.longest)}, ${digits(run.peak)} MB\n`,
            );
        } catch (error) {
          const [reason] = error.message.split("\n");
          process.stderr.write(`${n} ${name}: ${reason}\n`);
          if (name === "ours") throw error;
          results[name] = /Timeout/.test(reason) ? "not done in 120 s" : reason;
        }
      }
    const size = `${digits(statSync(path).size / 1e6)} MB`;
    rows.push([n.toLocaleString("en"), size, ...Object.values(results).map(cell)]);
  }
  return {
    words: `Each cell: time from the file to its plot, min / median; longest main-thread task; peak of the renderer, resident. ${ROUNDS[150]} rounds, ${ROUNDS[100_000]} from 100,000 rows on, all in turn in each.`,
    head: ["rows", "file", "**ours**", "Papa Parse, ml-pca, scatter3d", "the same, 50,000 rows drawn"],
    rows,
  };
}

const BIG_ROWS = 4_000_000;

export async function big({ ours }) {
  const path = "bench/.cache/rows4m.csv";
  mkdirSync("bench/.cache", { recursive: true });
  if (!existsSync(path)) spawnSync("node", ["scripts/gen-big.mjs", path, String(BIG_ROWS)], { stdio: "inherit" });
  const { ms, longest, peak } = await METHODS.ours({ ours }, path, BIG_ROWS);
  return {
    words: "Once.",
    head: ["file", "file to plot, s", "longest main-thread task, ms", "peak of the renderer and its workers, MB"],
    rows: [[`4,000,000 × 6, ${digits(statSync(path).size / 1e6)} MB`, digits(ms / 1000), task(longest), digits(peak)]],
  };
}
