// The components alone, in Node, and that they are the same to nine digits.

import { PCA } from "ml-pca";
import { build } from "vite";
import { median } from "../statistics.mjs";
import { rowsOf } from "./table.mjs";

const SIZES = [150, 10_000, 100_000, 1_000_000];
const ROUNDS = 5;
const TOLERANCE = 1e-9;

export async function components({ rounds }) {
  const core = await bundled();
  const rows = [];
  for (const n of SIZES) {
    const table = [...rowsOf(n)];
    const x = core.fromRows(table);
    const methods = {
      ours: () => ownComponents(core, x),
      covariance: () => peerComponents(table, "covarianceMatrix"),
      svd: () => peerComponents(table, "SVD"),
    };
    const times = Object.fromEntries(Object.keys(methods).map((name) => [name, []]));
    const found = {};
    // Short calls are repeated, since the clock is coarse and the runtime compiles what has run for a while.
    const calls = Math.max(1, Math.round(20_000 / n));
    for (let k = 0; k < rounds(ROUNDS); k++)
      for (const [name, method] of Object.entries(methods)) {
        if (k === 0) for (let i = 1; i < calls; i++) method();
        const start = performance.now();
        for (let i = 0; i < calls; i++) found[name] = method();
        times[name].push((performance.now() - start) / calls);
      }
    const apart = Math.max(differing(found.ours, found.covariance), differing(found.ours, found.svd));
    if (!(apart < TOLERANCE)) throw new Error(`${n} rows: the components differ by ${apart}`);
    process.stderr.write(`${n}: apart by ${apart.toExponential(1)}\n`);
    rows.push([n.toLocaleString("en"), ...Object.values(times).map(cell), apart.toExponential(0)]);
  }
  return {
    words: `All six components and their variances, from numbers in memory, in the form that each takes; milliseconds, min / median of ${ROUNDS} rounds. Beside them what differs most between any two: an entry of a component, or a variance as a part of itself.`,
    head: ["rows × 6", "**ours**", "ml-pca, covariance", "ml-pca, SVD (its default)", "apart"],
    rows,
  };
}

/** The core as one module, as the app's build makes it. */
async function bundled() {
  const outDir = new URL("../.cache/plot-math", import.meta.url).pathname;
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

function ownComponents(core, x) {
  const { explainedVariance, components: v } = core.pca(x, { divisor: "n-1" });
  return {
    variances: [...explainedVariance],
    columns: [...explainedVariance.keys()].map((k) => Array.from({ length: v.rows }, (_, j) => v.data[j * v.cols + k])),
  };
}

function peerComponents(table, method) {
  const pca = new PCA(table, { method });
  return { variances: pca.getEigenvalues(), columns: pca.getEigenvectors().transpose().to2DArray() };
}

/** The largest difference of an entry, whichever way round a component is, or of a variance relative to itself. */
function differing(a, b) {
  const apart = a.columns.flatMap((column, k) => {
    const other = b.columns[k];
    const sign = Math.sign(column.reduce((sum, value, j) => sum + value * other[j], 0));
    return column.map((value, j) => Math.abs(value - sign * other[j]));
  });
  return Math.max(...apart, ...a.variances.map((value, k) => Math.abs(1 - b.variances[k] / value)));
}

const cell = (times) => [Math.min(...times), median(times)].map((ms) => Number(ms.toPrecision(3))).join(" / ");
