/** The numbers that the chapter gives away, out of its own menu, against true ones. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import {
  type OracleCase,
  oracleCases,
  oracleTable,
  preparationOf,
  type SklearnCase,
  sklearnCases,
  statedRows,
} from "../tests/support/pcaTruth";
import { expect, test } from "./app";

const stage = (page: Page) => page.getByRole("group", { name: "The points and their principal components" });

/** A table that the chapter exports, the header first. */
async function exported(page: Page, name: string): Promise<string[][]> {
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name }).click();
  const text = readFileSync(await (await download).path(), "utf8");
  expect(text).not.toMatch(/NaN|Infinity/);
  return Papa.parse<string[]>(text.trimEnd()).data;
}
async function components(page: Page) {
  const [header = [], lambda = [], ratio = [], ...features] = await exported(page, "Components as CSV");
  expect(header.slice(0, 4)).toEqual(["name", "mean", "scale", "PC1"]);
  expect([lambda[0], ratio[0]]).toEqual(["explained variance", "explained variance ratio"]);
  return {
    explainedVariance: lambda.slice(3).map(Number),
    explainedVarianceRatio: ratio.slice(3).map(Number),
    names: features.map(([name]) => name ?? ""),
    mean: features.map((row) => Number(row[1])),
    /** One row for each feature. */
    loadings: features.map((row) => row.slice(3).map(Number)),
  };
}
async function scores(page: Page): Promise<number[][]> {
  const [header = [], ...rows] = await exported(page, "Scores as CSV");
  const first = header.indexOf("PC1");
  return rows.map((row) => row.slice(first).map(Number));
}

test.beforeEach(async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: /PCA/ }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/^Iris, 150 rows and 4 features/);
});

async function holds(page: Page, { name, input, expected, tol }: OracleCase): Promise<void> {
  const { shape, data } = oracleTable(input.X);
  const [n, d] = shape;
  const file = `${name.replaceAll("/", "-")}.csv`;
  const row = (i: number) => data.slice(i * d, (i + 1) * d);
  const header = Array.from({ length: d }, (_, j) => `c${j}`);
  const text = [header, ...Array.from({ length: n }, (_, i) => row(i))].map((line) => line.join(",")).join("\n");
  await page.getByRole("button", { name: /^Dataset/ }).click();
  await page.getByLabel("CSV file").setInputFiles({ name: file, mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(stage(page)).toHaveAccessibleDescription(new RegExp(`^${file}, `));
  const { standardise: correlation, divisor } = preparationOf(input.mode);
  await page.getByRole("switch", { name: "Standardise" }).setChecked(correlation);
  await page.getByRole("button", { name: divisor === "n" ? "1/n" : "1/(n − 1)", exact: true }).click();

  const got = await components(page);
  const used = correlation ? expected.nonConstantColumns : header.map((_, j) => j);
  expect(got.names).toEqual(used.map((j) => `c${j}`));
  used.forEach((column, j) => {
    const size = Math.max(...Array.from({ length: n }, (_, i) => Math.abs(row(i)[column] as number)));
    expect(Math.abs((got.mean[j] as number) - (expected.mean[column] as number))).toBeLessThanOrEqual(
      tol.mean.value * size,
    );
  });
  expect(got.explainedVariance).toHaveLength(Math.min(n, used.length));
  got.explainedVariance.forEach((value, k) => {
    const gap = Math.abs(value - (expected.explainedVariance[k] ?? 0));
    expect(gap).toBeLessThanOrEqual(tol.explainedVariance.value);
    expect(got.explainedVarianceRatio[k]).toBeCloseTo(expected.explainedVarianceRatio[k] ?? 0, 10);
  });
  expected.components.forEach((want, k) => {
    const bound = tol.components.value[k];
    if (bound === undefined || k >= got.explainedVariance.length) return;
    const distance = (sign: number) => Math.hypot(...want.map((v, j) => v - sign * (got.loadings[j]?.[k] as number)));
    expect(Math.min(distance(1), distance(-1))).toBeLessThanOrEqual(bound);
  });
  const { scoreRows, scores: stored } = expected;
  if (!stored || !scoreRows || !tol.scores) return;
  const want = statedRows(stored);
  const size = Math.max(...want.map((line) => Math.max(...line.map(Math.abs))));
  const mine = await scores(page);
  expect(mine).toHaveLength(n);
  tol.scores.value.forEach((bound, k) => {
    if (k >= got.explainedVariance.length) return;
    const off = (sign: number) =>
      Math.max(...scoreRows.map((at, i) => Math.abs((want[i]?.[k] as number) - sign * (mine[at]?.[k] as number))));
    expect(Math.min(off(1), off(-1))).toBeLessThanOrEqual(bound * size);
  });
}

test("the oracle's 14 cases hold through the interface", async ({ page }) => {
  test.setTimeout(180_000);
  expect(oracleCases).toHaveLength(14);
  for (const one of oracleCases) await test.step(one.name, () => holds(page, one));
});

const NAMES: Readonly<Record<string, string>> = {
  iris: "Iris",
  wine: "Wine",
  "breast-cancer": "Breast cancer",
  digits: "Digits 8×8",
};
async function equals(page: Page, truth: SklearnCase): Promise<void> {
  const name = NAMES[truth.dataset] ?? "";
  await page.getByRole("button", { name: /^Dataset/ }).click();
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await page.keyboard.press("Escape");
  await expect(stage(page)).toHaveAccessibleDescription(new RegExp(`^${name}, `));
  const got = await components(page);
  const largest = truth.explainedVariance[0] as number;
  truth.explainedVariance.forEach((value, k) => {
    expect(Math.abs((got.explainedVariance[k] as number) - value)).toBeLessThan(1e-9 * largest);
    expect(got.explainedVarianceRatio[k]).toBeCloseTo(truth.explainedVarianceRatio[k] as number, 9);
  });
  truth.loadings.forEach((line, j) => {
    for (const [k, value] of line.entries()) expect(got.loadings[j]?.[k]).toBeCloseTo(value, 9);
  });
  const mine = await scores(page);
  const scale = Math.sqrt(largest);
  truth.rows.forEach((at, i) => {
    for (const [k, value] of (truth.scores[i] ?? []).entries())
      expect(Math.abs((mine[at]?.[k] as number) - value)).toBeLessThan(1e-9 * Math.max(scale, Math.abs(value)));
  });
}

test("Iris, Wine, Breast cancer and Digits are scikit-learn's to 1e-9 through the interface", async ({ page }) => {
  await page.getByRole("button", { name: "1/(n − 1)" }).click();
  expect(sklearnCases).toHaveLength(4);
  for (const one of sklearnCases) await test.step(one.dataset, () => equals(page, one));
});

test("the formula is taken along as LaTeX with the numbers that are shown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Copy as LaTeX" }).click();
  await expect(page.getByText("Copied to the clipboard.")).toBeVisible();
  const tex = await page.evaluate(() => navigator.clipboard.readText());
  expect(tex).toMatch(/^C = \\tfrac\{1\}\{n\} X\^\{\\top\} X, \\quad V = \\begin\{bmatrix\} 0\.3613\d+ & /);
  expect(tex).toMatch(/\\lambda = \\begin\{bmatrix\} 4\.2000\d+ & 0\.2410\d+ \\end\{bmatrix\}$/);
});
