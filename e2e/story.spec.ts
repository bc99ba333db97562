import { readFileSync } from "node:fs";
import { atRest, expect, test } from "./app";

/** scikit-learn's PCA().fit(iris).explained_variance_ with divisor n, as fixtures/pca.json has it to 50 digits. */
const TRUTH = (
  JSON.parse(readFileSync("fixtures/pca.json", "utf8")) as {
    cases: { name: string; expected: { explainedVariance: number[] } }[];
  }
).cases.find(({ name }) => name === "pca/iris/cov0")?.expected.explainedVariance;

test("one CSV from disk goes through the house: its components, ten steps down its valley and back, its network", async ({
  page,
  open,
}) => {
  await open();
  await page.getByRole("button", { name: /Open the data drawer/ }).click();
  await page
    .getByLabel("CSV file")
    .setInputFiles({ name: "flowers.csv", mimeType: "text/csv", buffer: readFileSync("public/data/iris.csv") });
  await expect(page.getByRole("button", { name: /Dataset: flowers.*150 × 4/ })).toBeVisible();

  await page.getByRole("button", { name: "2 PCA" }).click();
  const variances = page.getByRole("table", { name: "Explained variance", exact: true });
  expect(TRUTH).toHaveLength(4);
  for (const [k, truth] of (TRUTH ?? []).entries()) {
    const row = variances.getByRole("row", { name: new RegExp(`^PC${k + 1}`) });
    const shown = Number(await row.locator("data").first().getAttribute("value"));
    expect(Math.abs(shown / truth - 1)).toBeLessThan(1e-10);
  }

  await page.getByRole("button", { name: "4 Descent" }).click();
  await page.getByRole("button", { name: "Dataset", exact: true }).click();
  const cells = ["L(w)", "w: slope, intercept"].map((name) => page.getByRole("row", { name }).getByRole("cell"));
  const numbers = () => Promise.all(cells.map((cell) => cell.textContent()));
  await atRest(page);
  const before = await numbers();
  expect(before.join()).toMatch(/\d.*\d/);
  for (let k = 0; k < 10; k++) await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByText("16 / 60")).toBeVisible();
  await expect.poll(numbers).not.toEqual(before);
  for (let k = 0; k < 10; k++) await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByText("6 / 60")).toBeVisible();
  await expect.poll(numbers).toEqual(before);

  await page.getByRole("button", { name: "3 Layer" }).click();
  await page.getByRole("button", { name: "A network" }).click();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByText("step 1", { exact: true })).toBeVisible();
  await expect(page.getByRole("row", { name: "training accuracy" }).getByRole("cell")).toHaveText(/%/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("step 0", { exact: true })).toBeVisible();
});

test("a chapter that could not be fetched is asked for again", async ({ page }) => {
  // Without `open`: the browser itself writes of a request that failed.
  await page.goto("./");
  await expect(page.getByText("Chapter 1", { exact: true })).toBeVisible();
  await page.route("**/descent-*.js", (route) => route.abort());
  await page
    .getByRole("navigation", { name: "Chapters" })
    .getByRole("button", { name: /Descent/ })
    .click();
  await page.getByText("could not be loaded").waitFor();
  await page.unroute("**/descent-*.js");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Chapter 4", { exact: true })).toBeVisible();
});
