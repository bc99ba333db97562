import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { atRest, expect, test } from "./app";

interface Case {
  readonly file: string;
  readonly status: "ok" | "warn" | "error";
  readonly expect: {
    readonly rows?: number;
    readonly rowsRead?: number;
    readonly rowsUsed?: number;
    readonly rowsDropped?: number;
    readonly numericColumns?: readonly string[] | number;
    readonly sums?: readonly number[];
    readonly warnings?: readonly string[];
    readonly warnLines?: readonly number[];
    readonly code?: string;
  };
}

const FOLDER = "fixtures/csv";
const { cases } = JSON.parse(readFileSync(`${FOLDER}/manifest.json`, "utf8")) as { cases: readonly Case[] };

/** What the reader is told for each of the manifest's codes. */
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
  NO_NUMERIC_COLUMNS: /No column holds numbers \(found: .*\)\. .*choose a file with at least one column of numbers/,
  TOO_FEW_ROWS: /needs at least two\b/,
  NO_ROWS: /has a header and no rows under it\. Choose a file with at least two rows/,
  EMPTY_FILE: /The file is empty\. Choose a CSV file/,
  NOT_TEXT: /not a CSV file|not text/i,
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
/** All that is drawn: the marks' geometry and words, and the pixels of each canvas. */
const drawn = (page: Page) =>
  page.evaluate(() => {
    const marks = document.querySelectorAll("main svg :is(path, text, circle)");
    const canvases = document.querySelectorAll<HTMLCanvasElement>("main canvas");
    return [
      ...[...marks].map((mark) => `${mark.getAttribute("d")} ${mark.textContent}`),
      ...[...canvases].map((canvas) => canvas.toDataURL()),
    ].join("\n");
  });

test("each of the 34 odd files is read as the manifest says, or refused while everything stays as it was", async ({
  page,
  open,
}) => {
  expect(cases).toHaveLength(34);
  await open();
  await page.getByRole("button", { name: "2 PCA" }).click();
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
  for (const { file, status, expect: wanted } of cases)
    await test.step(file, async () => {
      const before = status === "error" ? await atRest(page).then(() => drawn(page)) : "";
      const [name, hash] = [await chip(page).getAttribute("aria-label"), await page.evaluate(() => location.hash)];
      await chip(page).click();
      // In memory, since a name may end in what the chooser would not offer.
      const buffer = readFileSync(`${FOLDER}/${file}`);
      await page.getByLabel("CSV file").setInputFiles({ name: file, mimeType: "text/csv", buffer });
      if (status === "error") {
        const notice = page.getByRole("region", { name: "Notices" });
        await expect(notice).toContainText(`${file} was not loaded`);
        await expect(notice).toContainText(SENTENCES[wanted.code ?? ""] ?? /no such code/);
        await expect(notice).toContainText("The former dataset stays.");
        await expect(chip(page)).toHaveAttribute("aria-label", name ?? "");
        expect(await page.evaluate(() => location.hash)).toBe(hash);
        expect(before.length).toBeGreaterThan(1000);
        expect(await drawn(page)).toBe(before);
        return;
      }
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
