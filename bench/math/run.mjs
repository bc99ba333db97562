// The core beside its peers, interleaved in one run: `npm run bench:math`. Writes the table into bench/README.md and src/math/README.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { median } from "../statistics.mjs";
import { numpys } from "./numpy.mjs";
import { operations } from "./operations.mjs";

const REPETITIONS = 7;
/** A contender that has had this long for one operation is not asked again; its count is shown. */
const PATIENCE = 6_000;
const TARGETS = ["bench/README.md", "src/math/README.md"];

const core = await bundled();
const scratch = mkdtempSync(join(tmpdir(), "bench-math-"));
const pythons = await numpys();
const only = process.argv[2];
const results = [];
for (const operation of operations(core)) {
  if (only && !`${operation.name} ${operation.size}`.includes(only)) continue;
  results.push(await measure(operation));
}
for (const python of pythons) python.stop();
rmSync(scratch, { recursive: true });
const text = report(results);
process.stdout.write(`${text}\n`);
if (!only) for (const target of TARGETS) insert(target, text);

/** The core as one module, as the app's build makes it. */
async function bundled() {
  const outDir = new URL("../.cache/math", import.meta.url).pathname;
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      lib: { entry: "src/math/index.ts", formats: ["es"], fileName: "math" },
    },
  });
  return import(`${outDir}/math.js`);
}

/** All contenders in turn, then all again. */
async function measure({ name, size, forms, runs, numpy, calls, tooSlow }) {
  const path = join(scratch, "input");
  writeFileSync(path, forms.a.data);
  for (const python of pythons) await python.ask({ path, shape: [forms.a.rows, forms.a.cols] });
  const asked = Object.entries(runs).filter(([peer]) => !tooSlow.includes(peer));
  const contenders = new Map(asked.map(([peer, run]) => [peer, () => timed(run, forms, calls)]));
  for (const python of pythons) contenders.set(python.name, () => python.ask({ operation: numpy, times: calls }));
  const times = new Map([...contenders.keys()].map((peer) => [peer, []]));
  let truth = null;
  for (let k = 0; k < REPETITIONS; k++)
    for (const [peer, run] of contenders) {
      const so = times.get(peer);
      if (so === null || so.reduce((sum, ms) => sum + ms * calls, 0) > PATIENCE) continue;
      try {
        const { ms, check } = await run();
        truth ??= check;
        if (Math.abs(check - truth) > 1e-6 * Math.max(1, Math.abs(truth))) throw new Error(`${check}, not ${truth}`);
        so.push(ms);
      } catch (error) {
        process.stderr.write(`${name} ${size}: ${peer} failed: ${error.message}\n`);
        times.set(peer, null);
      }
    }
  process.stderr.write(`${name} ${size}\n`);
  return { name, size, times, tooSlow };
}

function timed(run, forms, calls) {
  // Small ones are compiled by the runtime only after many calls, as on a page that has been open for a second.
  if (calls > 1) for (let k = 0; k < 3 * calls; k++) run(forms);
  const start = performance.now();
  let check = 0;
  for (let k = 0; k < calls; k++) check = run(forms);
  return { ms: (performance.now() - start) / calls, check };
}

function report(all) {
  const peers = [...new Set(all.flatMap(({ times }) => [...times.keys()]))];
  const head = ["", "size", ...peers].map((peer) => (peer === "ours" ? "**ours**" : peer));
  const rows = all.map(({ name, size, times, tooSlow }) => [
    name,
    size,
    ...peers.map((peer) => {
      if (tooSlow.includes(peer)) return "left out: too slow";
      const t = times.get(peer);
      if (t === undefined) return "–";
      return t === null || t.length === 0 ? "wrong or failed" : cell(t);
    }),
  ]);
  const day = new Date().toISOString().slice(0, 10);
  const place = `${cpus().length} cores (${cpus()[0].model.trim()}), Node ${process.version}`;
  const lines = [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
  return `Made by \`npm run bench:math\` on ${day}, ${place}; each cell is min / median of ${REPETITIONS} interleaved runs, one thread.\n\n${lines.join("\n")}`;
}

/** Milliseconds, or microseconds where there is less than a tenth of one. */
function cell(times) {
  const [min, mid] = [Math.min(...times), median(times)];
  const [factor, unit] = min < 0.1 ? [1000, "µs"] : [1, "ms"];
  const digits = (value) => String(Number((value * factor).toPrecision(3)));
  const count = times.length < REPETITIONS ? ` (${times.length}×)` : "";
  return `${digits(min)} / ${digits(mid)} ${unit}${count}`;
}

function insert(path, table) {
  const [begin, end] = ["<!-- bench/math begins -->", "<!-- bench/math ends -->"];
  const page = readFileSync(path, "utf8");
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for the table`);
  writeFileSync(path, `${page.slice(0, from + begin.length)}\n\n${table}\n\n${page.slice(to)}`);
}
