// From a file to its plot, and the plot in motion, beside plotly and ml-pca: `npm run bench:plot`. Writes bench/README.md.
// `node bench/plot/run.mjs load` (or components, orbit, hand, turn, big) does one section; QUICK=1 does it once, to see that it runs.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { openBrowser } from "../browser.mjs";
import { openPages } from "../pages.mjs";
import { components } from "./components.mjs";
import { hand, orbit, turn } from "./frames.mjs";
import { big, load } from "./load.mjs";

const README = "bench/README.md";
const SECTIONS = { load, components, orbit, hand, turn, big };
const quick = process.env.QUICK === "1";
const asked = process.argv.slice(2);
if (asked.some((name) => !(name in SECTIONS))) throw new Error(`Sections: ${Object.keys(SECTIONS).join(", ")}`);

for (const [name, section] of Object.entries(SECTIONS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const start = performance.now();
  const ours = await openBrowser();
  const peer = await openPages("plot");
  try {
    const { words, head, rows } = await section({ ours, peer, rounds: (n) => (quick ? 1 : n) });
    const lines = [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
    const text = `${place(name, ours.browser)}${words}\n\n${lines.join("\n")}`;
    process.stdout.write(`${text}\n`);
    process.stderr.write(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
    if (!quick) insert(name, text);
  } finally {
    await ours.close();
    await peer.close();
  }
}

/** Where and when, and what stood in which version. */
function place(name, browser) {
  const version = (of) => JSON.parse(readFileSync(`bench/plot/node_modules/${of}/package.json`, "utf8")).version;
  const peers = ["plotly.js-dist-min", "ml-pca", "papaparse"].map((of) => `${of} ${version(of)}`).join(", ");
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"]).toString().trim();
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} cores (${cpus()[0].model.trim()}), load ${loadavg()[0].toFixed(1)} at the end, Node ${process.version}, Chromium ${browser.version().split(".")[0]}, no GPU`;
  return `\`node bench/plot/run.mjs ${name}\` on ${day} at ${commit}, ${machine}; ${peers}. `;
}

function insert(name, text) {
  const page = readFileSync(README, "utf8");
  const [begin, end] = [`<!-- bench/plot ${name} begins -->`, `<!-- bench/plot ${name} ends -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${README} has no place for ${name}`);
  writeFileSync(README, `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`);
}
