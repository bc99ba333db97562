import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { numberColumns } from "../src/data/columns";
import type { Dataset } from "../src/data/dataset";
import { importTable } from "../src/data/importTable";
import { daskScript } from "../src/data/summary/daskScript";
import { importSummary } from "../src/data/summary/importSummary";
import { pcaOfMoments } from "../src/math";
import { createRandom } from "../src/math/random/random";

const interpreter = ["python3", "/usr/bin/python3"].find(
  (name) => spawnSync(name, ["-c", "import dask.dataframe, dask.distributed"]).status === 0,
);
if (!interpreter)
  process.stderr.write(
    "SKIPPED: no Dask cluster is started, for want of python3 with dask (apt-get install python3-dask python3-distributed)\n",
  );

const folder = mkdtempSync(join(tmpdir(), "eigenscope-dask-"));
afterAll(() => rmSync(folder, { recursive: true }));

const NAMES = ["a", 'b"c', "far"];
const HEADER = 'a,"b""c",far,kind\n';

/** Four files of unequal length; `far` has mean 1e8 and variance 1; every 97th row lacks a number. */
function writeFiles(): string {
  const random = createRandom(7);
  let all = HEADER;
  [700, 1, 1300, 400].forEach((count, f) => {
    let text = "";
    for (let i = 0; i < count; i++) {
      const a = random.normal();
      const b = 0.8 * a + 0.3 * random.normal();
      const gap = i % 97 === 96;
      text += `${gap ? "" : a},${b},${1e8 + random.normal()},${i % 3 === 0 ? "x" : "y"}\n`;
    }
    writeFileSync(join(folder, `part${f}.csv`), HEADER + text);
    all += text;
  });
  return all;
}

const rowsOf = (of: Dataset) =>
  Array.from({ length: of.held }, (_, i) =>
    numberColumns(of)
      .map((c) => c.values[i])
      .join(),
  );

describe.skipIf(!interpreter)("the script on a LocalCluster of three processes over four files", () => {
  it("gives what one pass over the same rows gives", async () => {
    const whole = await importTable(writeFiles(), { name: "all.csv" });
    writeFileSync(join(folder, "summarise.py"), daskScript(whole, NAMES));
    const args = ["summarise.py", "part*.csv", "--workers", "3", "--sample", "500"];
    const { status, stderr } = spawnSync(interpreter as string, args, { cwd: folder, encoding: "utf8" });
    expect(status, stderr).toBe(0);
    const found = await importSummary(readFileSync(join(folder, "summary.json"), "utf8"), { name: "summary.json" });

    expect(found.rows).toBe(whole.rows);
    expect(found.held).toBe(500);
    const d = NAMES.length;
    const { mean, comoment } = whole.moments;
    for (let i = 0; i < d; i++) {
      expect(Math.abs((found.moments.mean[i] as number) - (mean[i] as number))).toBeLessThan(
        1e-10 * Math.max(1, Math.abs(mean[i] as number)),
      );
      for (let j = 0; j < d; j++) {
        const scale = Math.sqrt((comoment[i * d + i] as number) * (comoment[j * d + j] as number));
        expect(Math.abs((found.moments.comoment[i * d + j] as number) - (comoment[i * d + j] as number))).toBeLessThan(
          1e-10 * scale,
        );
      }
    }
    const [ours, theirs] = [pcaOfMoments(whole.moments), pcaOfMoments(found.moments)];
    theirs.components.data.forEach((v, i) => {
      expect(Math.abs(v - (ours.components.data[i] as number))).toBeLessThan(1e-10);
    });
    const known = new Set(rowsOf(whole));
    const drawn = rowsOf(found);
    expect(drawn.filter((row) => !known.has(row))).toEqual([]);
    expect(new Set(drawn).size).toBe(500);
  });
});
