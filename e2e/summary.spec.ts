import type { Page } from "@playwright/test";
import { expect, test } from "./app";

const chip = (page: Page) => page.getByRole("button", { name: /Open the data drawer/ });
/** Lets a file fall on the page, as from the desktop. */
const drop = (page: Page, name: string, content: string) =>
  page.evaluate(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName, { type: "application/json" }));
      for (const kind of ["dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    [name, content] as const,
  );

const NAME = 'a"b\n';
/** C = [[5, 3], [3, 5]] by n, whose eigenvalues are 8 and 2; the sample has other ones. */
const summary = (comoment: readonly number[]) =>
  JSON.stringify({
    format: "eigenscope-summary",
    version: 1,
    name: "far rows",
    rows: 5_000_000,
    columns: [
      { name: NAME, kind: "number" },
      { name: "y", kind: "number" },
    ],
    mean: [0, 0],
    comoment,
    sample: {
      rows: 3,
      columns: [
        [1, 2, 3],
        [3, 1, 2],
      ],
    },
  });
const GOOD = summary([25e6, 15e6, 15e6, 25e6]);

test.beforeEach(async ({ page, open }) => {
  await open();
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
});

test("a summary dropped on the page opens with the components of all its rows", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await drop(page, "summary.json", GOOD);
  await expect(chip(page)).toHaveAccessibleName(/far rows, 5[,\s]?000[,\s]?000 × 2/);
  await chip(page).click();
  const drawer = page.getByRole("dialog", { name: "Data", exact: true });
  await expect(drawer).toContainText("Made by Copy as Dask from 5,000,000 rows; the points are a sample of 3.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "2 PCA" }).click();
  const value = async (row: string) =>
    Number(
      await page
        .getByRole("table", { name: "Explained variance", exact: true })
        .getByRole("row", { name: new RegExp(`^${row}`) })
        .locator("data")
        .first()
        .getAttribute("value"),
    );
  await expect.poll(() => value("PC1")).toBeCloseTo(8, 10);
  await expect.poll(() => value("PC2")).toBeCloseTo(2, 10);

  await page.getByRole("button", { name: "Export" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Copy as Dask" })).toBeVisible();
  await page.getByRole("menuitem", { name: "Copy as Dask" }).press("Enter");
  await expect(page.getByRole("region", { name: "Notices" })).toContainText("drop the summary.json it writes");
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain(`\nFEATURES = ["a\\"b\\n", "y"]\n`);
});

test("a damaged summary is refused in a sentence and changes nothing", async ({ page }) => {
  await drop(page, "summary.json", summary([25e6, 26e6, 26e6, 25e6]));
  await expect(page.getByRole("region", { name: "Notices" })).toContainText("no larger than the root of the product");
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
});
