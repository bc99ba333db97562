import type { Locator, Page } from "@playwright/test";
import { atRest, boxOf, expect, expectAccessible, test } from "./app";

const chip = (page: Page) => page.getByRole("button", { name: /Open the data drawer/ });
const drawer = (page: Page) => page.getByRole("dialog", { name: "Data", exact: true });
const preview = (page: Page) => page.getByRole("dialog", { name: /^How to read/ });
const grid = (page: Page) => drawer(page).getByRole("grid");
const act = (page: Page, name: string) => drawer(page).getByRole("button", { name, exact: true });
/** A cell, rows and columns counted from 1; row 0 is the head and column 0 the row's own head. */
const cellAt = (page: Page, row: number, column: number) =>
  grid(page).locator(`tr[aria-rowindex="${row + 1}"] > [aria-colindex="${column + 1}"]`);
const says = (page: Page, words: string | RegExp) => expect(drawer(page)).toContainText(words);
const plants = {
  name: "plants.csv",
  mimeType: "text/csv",
  buffer: Buffer.from("height;width;kind\n1,5;2;oak\n2,5;7;elm\n4,0;1;oak\n"),
};

test.beforeEach(async ({ open, page }) => {
  await open();
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  const tap = async (page: Page, on: Locator) => {
    await on.scrollIntoViewIfNeeded();
    const { cx, cy } = await boxOf(on);
    await page.touchscreen.tap(cx, cy);
  };

  test("rows are chosen, sorted, brought to the top and added", async ({ page }) => {
    await tap(page, chip(page));
    await expect(grid(page)).toBeVisible();
    await atRest(page);
    await tap(page, act(page, "Sort by petal width"));
    await expect(cellAt(page, 0, 4)).toHaveAttribute("aria-sort", "ascending");
    await tap(page, act(page, "Sort by petal width"));
    await expect(cellAt(page, 0, 4)).toHaveAttribute("aria-sort", "descending");
    await tap(page, act(page, "Sort by petal width"));
    await expect(cellAt(page, 0, 4)).not.toHaveAttribute("aria-sort");
    await tap(page, cellAt(page, 6, 0));
    await says(page, "1 of 150 rows is selected");
    await tap(page, act(page, "Selected first"));
    await grid(page)
      .locator("..")
      .evaluate((box) => box.scrollTo(0, 0));
    await expect(cellAt(page, 1, 0)).toHaveText("6");
    await tap(page, act(page, "Invert"));
    await says(page, "149 of 150 rows are selected");
    await tap(page, act(page, "Select all"));
    await says(page, "150 of 150 rows are selected");
    await tap(page, act(page, "Clear"));
    await says(page, "Selected rows stand out in every chapter");
    await tap(page, act(page, "Add a row"));
    await says(page, "151 rows × 4 number columns");
    await tap(page, act(page, "Undo all edits"));
    await says(page, "150 rows × 4 number columns");
  });

  test("of a column's words nothing is cut off on a phone, also of narrow numbers with long names", async ({
    page,
  }) => {
    await tap(page, chip(page));
    await tap(page, drawer(page).getByRole("button", { name: /^Breast cancer/ }));
    await says(page, "569 rows × 30 number columns");
    const columns = drawer(page).getByRole("list", { name: "Columns of the dataset" });
    // a.mean(0), a.std(0), a.min(0) and a.max(0) in NumPy, of "mean fractal dimension".
    await columns.evaluate((list) => list.scrollTo(0, 7 * 56));
    await expect(columns).toContainText("569 rows, mean 0.0628, σ 0.0071, 0.0500 to 0.0974");
    for (const top of [0, 10 * 56, 20 * 56, 26 * 56]) {
      await columns.evaluate((list, to) => list.scrollTo(0, to), top);
      await atRest(page);
      const cut = await columns
        .locator("li:not([aria-hidden]) :is(p, strong)")
        .evaluateAll((all) =>
          all.flatMap((node) =>
            node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth ? [node.textContent] : [],
          ),
        );
      expect(cut).toEqual([]);
    }
    await expectAccessible(page);
  });

  test("how a file was read is changed by touch, and given up by touch", async ({ page }) => {
    await tap(page, chip(page));
    await page.getByLabel("CSV file").setInputFiles(plants);
    await expect(chip(page)).toHaveAccessibleName(/plants\.csv, 3 × 2/);
    if (!(await drawer(page).isVisible())) await tap(page, chip(page));
    await tap(page, act(page, "How this file was read"));
    await tap(page, preview(page).getByRole("combobox", { name: "Role of width" }));
    await tap(page, page.getByRole("option", { name: "left out" }));
    await tap(page, preview(page).getByRole("button", { name: "Cancel" }));
    await expect(preview(page)).toBeHidden();
    await says(page, "3 rows × 2 number columns");
    await tap(page, act(page, "How this file was read"));
    await tap(page, preview(page).getByRole("combobox", { name: "Role of width" }));
    await tap(page, page.getByRole("option", { name: "left out" }));
    await tap(page, preview(page).getByRole("button", { name: "Read the table" }));
    await expect(chip(page)).toHaveAccessibleName(/plants\.csv, 3 × 1/);
  });
});

test.describe("by keys alone", () => {
  const press = async (page: Page, on: Locator, key = "Enter") => {
    await on.focus();
    await page.keyboard.press(key);
  };

  test("a column is sorted from the grid's head, a row added and changed, and Escape leaves cell and drawer in turn", async ({
    page,
  }) => {
    await press(page, chip(page));
    await expect(grid(page)).toBeVisible();
    await press(page, act(page, "Add a row"));
    await expect(cellAt(page, 151, 1)).toBeFocused();
    await page.keyboard.press("Enter");
    const field = grid(page).getByRole("textbox", { name: "sepal length of row 151" });
    await expect(field).toBeFocused();
    await page.keyboard.type("99");
    await page.keyboard.press("Tab");
    await expect(cellAt(page, 151, 1)).toHaveText("99");
    await expect(cellAt(page, 151, 2)).toBeFocused();
    await page.keyboard.press("F2");
    await page.keyboard.type("abc");
    await page.keyboard.press("Escape");
    await expect(cellAt(page, 151, 2)).toBeFocused();
    await expect(drawer(page)).toBeVisible();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowUp");
    await expect(act(page, "Sort by sepal length")).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(cellAt(page, 0, 1)).toHaveAttribute("aria-sort", "descending");
    await expect(cellAt(page, 1, 1)).toHaveText("99");
    await page.keyboard.press("Escape");
    await expect(drawer(page)).toBeHidden();
    await expect(chip(page)).toBeFocused();
  });

  test("Enter that ends a word of an input method does not end the cell", async ({ page }) => {
    await press(page, chip(page));
    await cellAt(page, 1, 5).dblclick();
    const field = grid(page).getByRole("textbox", { name: "species of row 1" });
    await field.fill("花");
    await field.evaluate((node) =>
      node.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, isComposing: true })),
    );
    await expect(field).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(cellAt(page, 1, 5)).toHaveText("花");
  });

  test("how a file was read is changed by keys", async ({ page }) => {
    await press(page, chip(page));
    await page.getByLabel("CSV file").setInputFiles(plants);
    await expect(chip(page)).toHaveAccessibleName(/plants\.csv, 3 × 2/);
    if (!(await drawer(page).isVisible())) await press(page, chip(page));
    await press(page, act(page, "How this file was read"));
    await press(page, preview(page).getByRole("combobox", { name: "Role of kind" }));
    const option = page.getByRole("option", { name: "0 and 1 for each value" });
    await expect(option).toBeVisible();
    await press(page, option);
    await press(page, preview(page).getByRole("button", { name: "Read the table" }));
    await expect(chip(page)).toHaveAccessibleName(/plants\.csv, 3 × 4/);
  });
});
