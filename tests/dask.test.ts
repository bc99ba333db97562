import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { categoryColumns, numberColumns } from "../src/data/columns";
import type { Dataset } from "../src/data/dataset";
import { importTable } from "../src/data/importTable";
import { daskScript } from "../src/data/summary/daskScript";
import { importSummary } from "../src/data/summary/importSummary";
import { momentsOf, pcaOfMoments } from "../src/math";
import { createRandom } from "../src/math/random/random";
import { hasDask, hasParquet, runDask, startCluster } from "./support/dask";

const folder = mkdtempSync(join(tmpdir(), "eigenscope-dask-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A name that would end a careless string or line of Python, and one that would end its docstring. */
const NAMES = ["a", 'b"\nc', "far", 'd"""\\'];
const HEADER = 'a,"b""\nc",far,"d""""""\\",kind\n';
const COUNTS = [700, 1, 1300, 400, 2];

/** Files of unequal length, the last without a whole row; `far` has mean 1e8 and variance 1; every 97th row lacks a number. */
function writeFiles(): string {
  const random = createRandom(7);
  let all = HEADER;
  COUNTS.forEach((count, f) => {
    let text = "";
    for (let i = 0; i < count; i++) {
      const a = random.normal();
      const b = 0.8 * a + 0.3 * random.normal();
      // Correlated unequally, so that the components are far from one another's place.
      const far = 1e8 + 0.5 * a + 0.8 * random.normal();
      const small = 1e-5 * (0.3 * a + random.normal());
      const gap = count === 2 || i % 97 === 96 ? ["", "NA", "inf", "-"][i % 4] : a;
      text += `${gap},${b},${far},${small},${["x", "y", ""][i % 3]}\n`;
    }
    writeFileSync(join(folder, `part${f}.csv`), HEADER + text);
    all += text;
  });
  return all;
}

const rowsOf = (of: Dataset) =>
  Array.from({ length: of.held }, (_, i) => {
    const numbers = numberColumns(of).map(({ values }) => values[i]);
    const kinds = categoryColumns(of).map(({ levels, codes }) => levels[codes[i] as number] ?? "");
    return [...numbers, ...kinds].join();
  });

const summaryIn = (file: string) => importSummary(readFileSync(join(folder, file), "utf8"), { name: file });

describe.skipIf(!hasDask)("the script on a LocalCluster of three processes over five files", () => {
  it("gives what one pass over the same rows gives, and a sample of those rows", async () => {
    const whole = await importTable(writeFiles(), { name: "all.csv" });
    expect(numberColumns(whole).map(({ name }) => name)).toEqual(NAMES);
    writeFileSync(join(folder, "summarise.py"), daskScript(whole, NAMES));
    const args = ["summarise.py", "part*.csv", "--workers", "3", "--sample", "500"];
    const { status, stdout, stderr } = runDask(args, folder);
    expect(status, stderr).toBe(0);
    const total = COUNTS.reduce((sum, count) => sum + count, 0);
    expect(stdout).toContain(`${whole.rows} rows used, ${total - whole.rows} left out, by 3 workers`);
    const found = await summaryIn("summary.json");

    expect([found.rows, found.held, found.colour]).toEqual([whole.rows, 500, "kind"]);
    const d = NAMES.length;
    const { mean, comoment } = whole.moments;
    for (let i = 0; i < d; i++) {
      const deviation = Math.sqrt((comoment[i * (d + 1)] as number) / whole.rows);
      const size = Math.max(deviation, Math.abs(mean[i] as number));
      expect(Math.abs((found.moments.mean[i] as number) - (mean[i] as number)) / size).toBeLessThan(1e-14);
      for (let j = 0; j < d; j++) {
        const scale = Math.sqrt((comoment[i * (d + 1)] as number) * (comoment[j * (d + 1)] as number));
        const error = (found.moments.comoment[i * d + j] as number) - (comoment[i * d + j] as number);
        expect(Math.abs(error) / scale).toBeLessThan(1e-10);
      }
    }
    const options = { standardise: true };
    const [ours, theirs] = [pcaOfMoments(whole.moments, options), pcaOfMoments(found.moments, options)];
    theirs.explainedVariance.forEach((value, k) => {
      expect(Math.abs(value / (ours.explainedVariance[k] as number) - 1)).toBeLessThan(1e-10);
    });
    theirs.components.data.forEach((value, k) => {
      expect(Math.abs(value - (ours.components.data[k] as number))).toBeLessThan(1e-10);
    });
    const all = rowsOf(whole);
    const known = new Set(all);
    const drawn = rowsOf(found);
    expect(drawn.filter((row) => !known.has(row))).toEqual([]);
    expect(new Set(drawn).size).toBe(500);
    // By tenths of all rows; 27.88 is passed by chance once in a thousand seeds, and the seed is fixed.
    const tenths = new Array<number>(10).fill(0);
    const place = new Map(all.map((row, i) => [row, Math.floor((10 * i) / all.length)]));
    for (const row of drawn) tenths[place.get(row) as number]! += 1;
    expect(tenths.reduce((sum, count) => sum + (count - 50) ** 2 / 50, 0)).toBeLessThan(27.88);
  });

  it("keeps the digits of a column of mean 1e8 and variance 1", async () => {
    const whole = await importTable(writeFiles(), { name: "all.csv" });
    const far = numberColumns(whole)[2]?.values ?? new Float64Array();
    // Exact differences, so that these moments have no large mean to lose digits to.
    const near = momentsOf({ rows: far.length, cols: 1, data: far.map((x) => x - 1e8) });
    const { mean, comoment } = (await summaryIn("summary.json")).moments;
    expect(Math.abs((mean[2] as number) - (1e8 + (near.mean[0] as number)))).toBeLessThanOrEqual(2 ** -26);
    const [found, truth] = [comoment[10] as number, near.comoment[0] as number];
    expect(Math.abs(found / truth - 1)).toBeLessThan(1e-13);
  });

  it("gives the same file again whatever the workers, and every row where the sample may hold them", async () => {
    const args = ["summarise.py", "part*.csv", "--workers", "1", "--sample", "500", "--out", "again.json"];
    expect(runDask(args, folder).status).toBe(0);
    expect(readFileSync(join(folder, "again.json"), "utf8")).toBe(readFileSync(join(folder, "summary.json"), "utf8"));
    expect(runDask(["summarise.py", "part*.csv", "--workers", "2"], folder).status).toBe(0);
    const found = await summaryIn("summary.json");
    const whole = await importTable(writeFiles(), { name: "all.csv" });
    expect(found.notes[0]?.text).toMatch(/the points are all of them/);
    expect(rowsOf(found).sort()).toEqual(rowsOf(whole).sort());
  });

  it("says in a sentence which column is missing, and that no row is whole", () => {
    writeFileSync(join(folder, "other.csv"), "a,far\n1,2\n");
    const missing = runDask(["summarise.py", "other.csv", "--workers", "1"], folder);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toMatch(/^These columns are not in the files: .*The files have \['a', 'far'\]/m);
    const none = runDask(["summarise.py", "part4.csv", "--workers", "1", "--out", "none.json"], folder);
    expect(none.status).toBe(1);
    expect(none.stderr).toMatch(/^Only 0 rows have a number in each of /m);
  });
});

describe.skipIf(!hasDask)("the script on a cluster elsewhere", () => {
  it("takes a scheduler's address, and its workers, who know nothing of the script, give the same file", async () => {
    writeFileSync(
      join(folder, "summarise.py"),
      daskScript(await importTable(writeFiles(), { name: "all.csv" }), NAMES),
    );
    const elsewhere = join(folder, "elsewhere");
    mkdirSync(elsewhere);
    const { address, end } = await startCluster(2, elsewhere);
    try {
      expect(address).toMatch(/^tcp:\/\/127\.0\.0\.1:\d+$/);
      const args = ["summarise.py", "part*.csv", "--sample", "500", "--out", "remote.json"];
      const { status, stdout, stderr } = runDask([...args, "--address", address], folder);
      expect(status, stderr).toBe(0);
      expect(stdout).toMatch(/by 2 workers; remote\.json is written\.$/m);
    } finally {
      end();
    }
    const here = ["summarise.py", "part*.csv", "--sample", "500", "--workers", "2", "--out", "here.json"];
    expect(runDask(here, folder).status).toBe(0);
    expect(readFileSync(join(folder, "remote.json"), "utf8")).toBe(readFileSync(join(folder, "here.json"), "utf8"));
  });
});

/** The CSV files as Parquet: numbers, where the cells are some, of other widths and with gaps; words as a dictionary. */
const AS_PARQUET = `
import glob, math
import pandas as pd
def number(text):
    try:
        return float(text)
    except ValueError:
        return math.nan
for file in glob.glob("part*.csv"):
    frame = pd.read_csv(file, dtype=str)
    for name in frame.columns.drop("kind"):
        frame[name] = frame[name].map(number)
    frame["kind"] = frame["kind"].astype("category")
    frame.to_parquet(file.replace(".csv", ".parquet"))
whole = pd.DataFrame({"i": pd.array([1, None, 3, 5], dtype="Int64"), "s": pd.array([1, 2, 4, 6], dtype="int8")})
whole.to_parquet("whole.parquet")
`;

describe.skipIf(!hasParquet)("the script over Parquet", () => {
  it("gives of the same rows what it gives of CSV, to the bit", async () => {
    writeFileSync(
      join(folder, "summarise.py"),
      daskScript(await importTable(writeFiles(), { name: "all.csv" }), NAMES),
    );
    const made = runDask(["-c", AS_PARQUET], folder);
    expect(made.status, made.stderr).toBe(0);
    for (const kind of ["csv", "parquet"]) {
      const args = ["summarise.py", `part*.${kind}`, "--sample", "500", "--workers", "2", "--out", `${kind}.json`];
      const { status, stderr } = runDask(args, folder);
      expect(status, stderr).toBe(0);
    }
    const [csv, parquet] = ["csv", "parquet"].map((kind) => readFileSync(join(folder, `${kind}.json`), "utf8"));
    expect(parquet?.replace("part*.parquet", "part*.csv")).toBe(csv);
    expect((await summaryIn("parquet.json")).held).toBe(500);
  });

  it("counts whole numbers of any width, and leaves out the row of a null", async () => {
    const table = await importTable("i,s\n1,2\n3,4\n", { name: "whole" });
    writeFileSync(join(folder, "whole.py"), daskScript(table, ["i", "s"]));
    const { status, stdout, stderr } = runDask(
      ["whole.py", "whole.parquet", "--workers", "1", "--out", "whole.json"],
      folder,
    );
    expect(status, stderr).toBe(0);
    expect(stdout).toContain("3 rows used, 1 left out");
    const { moments } = await summaryIn("whole.json");
    expect([[...moments.mean], [...moments.comoment].map((value) => Math.round(value * 1e12) / 1e12)]).toEqual([
      [3, 11 / 3],
      [8, 10, 10, 12.666666666667],
    ]);
  });
});

/** How often each of 20 rows, in partitions of 5, 1, 0 and 14, is among the 6 sampled, over seeds 0 to T − 1; no categories. */
const COUNTING = `
import json, runpy
import pandas as pd
script = runpy.run_path("counted.py")
frame = pd.DataFrame({"x": [str(i) for i in range(20)]})
parts = [frame[0:5], frame[5:6], frame[6:6], frame[6:20]]
counts = [0] * 20
for seed in range(600):
    done = [script["summarise"](part, i, 6, seed) for i, part in enumerate(parts)]
    for x in script["merge"]([script["merge"](done[:2], 6), script["merge"](done[2:], 6)], 6)["rows"]["x"]:
        counts[int(x)] += 1
print(json.dumps(counts))
`;

describe.skipIf(!hasDask)("the sample", () => {
  it("is uniform: no row is drawn more often than chance allows, whatever its partition", async () => {
    const table = await importTable("x\n1\n2\n3\n", { name: "x" });
    writeFileSync(join(folder, "counted.py"), daskScript(table, ["x"]));
    const { status, stdout, stderr } = runDask(["-c", COUNTING], folder);
    expect(status, stderr).toBe(0);
    const counts = JSON.parse(stdout) as readonly number[];
    const [N, k, T] = [20, 6, 600];
    expect(counts.reduce((sum, c) => sum + c, 0)).toBe(k * T);
    // Without replacement the counts are correlated: scaled so, the statistic is χ² with N − 1 degrees of freedom.
    const share = k / N;
    const chi = counts.reduce((sum, c) => sum + (c - T * share) ** 2, 0) / (T * share * (1 - share) * (N / (N - 1)));
    // 99.9 % and 0.1 % points of χ² with 19 degrees of freedom.
    expect(chi).toBeLessThan(43.82);
    expect(chi).toBeGreaterThan(5.41);
  });
});
