/** Tables of which something must be said before their components mean anything. */
import type { Page } from "@playwright/test";
import { expect, test } from "./app";

const stage = (page: Page) => page.getByRole("group", { name: "The points and their principal components" });
const inspector = (page: Page) => page.getByRole("complementary", { name: "Inspector" });
const give = async (page: Page, text: string) => {
  await page.getByRole("button", { name: /^Dataset/ }).click();
  await page.getByLabel("CSV file").setInputFiles({ name: "few.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
};

/** What is said beside the bars; for tables that have components, on the stage as well. Lines and equal eigenvalues: pca-rank1. */
const CASES: readonly { readonly name: string; readonly text: string; readonly said: RegExp; readonly none?: true }[] =
  [
    {
      name: "n < d",
      text: "a,b,c,d\n1,2,0,4\n2,5,1,0\n3,6,5,1\n",
      said: /3 rows can vary in no more than 2 dimensions/,
    },
    { name: "d = 1", text: "a\n1\n4\n2\n", said: /a is the only feature, so PC1 is that feature/ },
    { name: "rows all alike", text: "a,b\n3,4\n3,4\n3,4\n", said: /Nothing varies: every row is the same/, none: true },
  ];
const REFUSED = [
  { name: "n = 1", text: "a,b\n1,2\n", said: /has 1 row and needs at least two/ },
  { name: "no numbers", text: "a,b\nred,x\nblue,y\nred,z\n", said: /No column holds numbers \(found: a and b\)/ },
];
test("few rows, few columns and rows all alike are said in words, and nothing shows NaN; one row, or no number, is refused", async ({
  page,
  open,
}) => {
  await open();
  await page.getByRole("button", { name: /PCA/ }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/^Iris/);
  for (const { name, text, said } of REFUSED)
    await test.step(name, async () => {
      await give(page, text);
      await expect(page.getByRole("region", { name: "Notices" })).toContainText(said);
      await page.keyboard.press("Escape");
      await expect(stage(page)).toHaveAccessibleDescription(/^Iris, 150 rows and 4 features: PC1 keeps 92\.5 %/);
    });
  for (const { name, text, said, none } of CASES)
    await test.step(name, async () => {
      await give(page, text);
      await expect(inspector(page)).toContainText(said);
      if (!none) await expect(stage(page)).toHaveAccessibleDescription(said);
      for (const view of none
        ? []
        : ["Scores", "Biplot", "Loadings", "Strips", "Rebuilt", "Outliers", "C", "Original"]) {
        const button = page.getByRole("group", { name: "View" }).getByRole("button", { name: view, exact: true });
        await button.click();
        await expect(button).toHaveAttribute("aria-pressed", "true");
        await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
      }
      await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
    });
});

test("a constant column and one without any value are named, with and without standardising", async ({
  page,
  open,
}) => {
  await open();
  await page.getByRole("button", { name: /PCA/ }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/^Iris/);
  await give(page, "a,still,empty,c\n1,7,,3\n4,7,,1\n2,7,,2\n3,7,,9\n");
  await expect(page.getByRole("region", { name: "Notices" })).toContainText(
    /Left out, with no value in any row: .*empty/,
  );
  await page.keyboard.press("Escape");
  await expect(inspector(page)).toContainText(/still is the same in every row, and has no part in any component/);
  await page.getByRole("switch", { name: "Standardise" }).click();
  await expect(inspector(page)).toContainText(/Left out: still\./);
  await expect(stage(page)).toHaveAccessibleDescription(/4 rows and 2 features/);
});

test("a table of more than 600 features is decomposed by a worker, from fewer rows by their products", async ({
  page,
  open,
}) => {
  const columns = Array.from({ length: 700 }, (_, j) => j);
  const header = columns.map((j) => `p${j}`).join(",");
  // Rank two by construction: λ₁ and λ₂ are those of two waves at right angles, with means 0.
  const rows = Array.from({ length: 400 }, (_, i) => {
    const [s, t] = [Math.sin((2 * Math.PI * i) / 400), Math.cos((2 * Math.PI * i) / 400)];
    return columns.map((j) => (j % 2 === 0 ? 2 * s : t)).join(",");
  });
  await open();
  await page.getByRole("button", { name: /PCA/ }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/^Iris/);
  await give(page, `${header}\n${rows.join("\n")}\n`);
  await page.getByRole("button", { name: "Read the table" }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/^few\.csv, 400 rows and 700 features: PC1 keeps 80\.0 %/);
  await expect(stage(page)).toHaveAccessibleDescription(/The rows vary in 2 of 700 dimensions/);
  await expect(page.getByText(/by the eigenvectors of XXᵀ/)).toBeVisible();
  const lambda = page
    .getByRole("table", { name: "Explained variance", exact: true })
    .getByRole("row", { name: /^PC1 / });
  // 350 columns of variance 2² / 2, all in step.
  expect(Number(await lambda.locator("data").first().getAttribute("value"))).toBeCloseTo(700, 9);
  const search = page.getByRole("searchbox", { name: "Find a column by its name" });
  await search.fill("p69");
  await expect(page.getByRole("group", { name: "Columns that are X" }).getByRole("button")).toHaveCount(11);
  await page.getByRole("button", { name: "Choose only these 11" }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/^few\.csv, 400 rows and 11 features/);
  await search.press("Escape");
  await expect(search).toHaveValue("");
});
