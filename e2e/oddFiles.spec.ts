import type { Page } from "@playwright/test";
import { expect, test } from "./app";
import { asUpload, CSV_CASES } from "./csvCases";

/** Those that give no dataset are `prev-dataset` in behaviourData. */
const READ = CSV_CASES.filter(({ status }) => status !== "error");

/** What the reader is told for each of the manifest's warnings. */
const SENTENCES: Readonly<Record<string, RegExp>> = {
  DECIMAL_COMMA: /A comma was read as the decimal mark/,
  NO_HEADER: /The first row looks like data, so no row was taken for names/,
  DUPLICATE_HEADER: /More than one column is called/,
  MISSING_VALUES: /Cells without a value/,
  RAGGED_ROWS: /left out for not having 3 cells/,
  CONSTANT_COLUMN: /The same in every row, so standardising leaves it out: k\./,
  ONE_COLUMN: /Only v holds numbers, so there is one component/,
  NON_FINITE: /Cells that are infinite or too large, counted as missing/,
  UNCLOSED_QUOTE: /The quote on line 4 is never closed/,
  COMMENTS_SKIPPED: /Comments and titles were skipped/,
  ENCODING_GUESSED: /does not say its encoding and is not UTF-8/,
};

const chip = (page: Page) => page.getByRole("button", { name: /Open the data drawer/ });
/** How far the mean that a column's card says is from the true one, in units of its last digit; infinite where it says none of so many rows. */
const meanMissedBy = (card: string, rows: number, mean: number): number => {
  const [, whole = "", decimals = "", power = "0"] =
    new RegExp(`^${rows} rows, mean\\s(−?\\d+)(?:\\.(\\d+))?(?:e(−?\\d+))?, `).exec(card) ?? [];
  if (whole === "") return Number.POSITIVE_INFINITY;
  const unit = 10 ** (Number(power.replace("−", "-")) - decimals.length);
  return Math.abs(Number(`${whole}${decimals}`.replace("−", "-")) - mean / unit);
};
const drawer = (page: Page) => page.getByRole("dialog", { name: "Data", exact: true });
test("each of the 29 odd files that hold a table is read as the manifest says", async ({ page, open }) => {
  expect([READ.length, CSV_CASES.length]).toEqual([29, 34]);
  await open();
  await page.getByRole("button", { name: "2 PCA" }).click();
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
  for (const { file, status, expect: wanted } of READ)
    await test.step(file, async () => {
      await chip(page).click();
      await page.getByLabel("CSV file").setInputFiles(asUpload(file));
      const { numericColumns = wanted.sums?.length ?? 0 } = wanted;
      const numbers = typeof numericColumns === "number" ? numericColumns : numericColumns.length;
      const rows = wanted.rows ?? wanted.rowsUsed ?? 0;
      await expect(chip(page)).toHaveAttribute(
        "aria-label",
        `Dataset: ${file}, ${rows} × ${numbers}. Open the data drawer`,
      );
      await chip(page).click();
      const notes = drawer(page).getByRole("list", { name: "What was done with the file" });
      if (status === "ok") await expect(notes.locator('[data-kind="warn"]')).toHaveCount(0);
      for (const code of wanted.warnings ?? []) await expect(notes).toContainText(SENTENCES[code] ?? /no such code/);
      for (const line of wanted.warnLines ?? [])
        await expect(notes).toContainText(new RegExp(`lines? [\\d, and]*\\b${line}\\b`));
      if (wanted.rowsDropped !== undefined)
        await expect(notes).toContainText(
          new RegExp(`${wanted.rowsDropped} of ${wanted.rowsRead} rows (was|were) dropped`),
        );
      const cards = drawer(page).getByRole("list", { name: "Columns of the dataset" }).getByText(/mean/);
      for (const [j, sum] of (wanted.sums ?? []).entries())
        await expect
          .poll(async () => meanMissedBy((await cards.nth(j).textContent()) ?? "", rows, sum / rows))
          .toBeLessThan(0.501);
      await page.keyboard.press("Escape");
      await expect(drawer(page)).toBeHidden();
    });
  await expect(page.locator("body")).not.toContainText(/NaN|undefined/);
});
