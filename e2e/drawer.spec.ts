import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { atRest, boxOf, expect, expectAccessible, test } from "./app";

const drawer = (page: Page) => page.getByRole("dialog", { name: "Data", exact: true });
const grid = (page: Page) => drawer(page).getByRole("grid");
const act = (page: Page, name: string) => drawer(page).getByRole("button", { name, exact: true });
/** A cell by what stands beside its column's name and its row, both counted from 1; column 0 is the row's head. */
const cellAt = (page: Page, row: number, column: number) =>
  grid(page).locator(`tr[aria-rowindex="${row + 1}"] > [aria-colindex="${column + 1}"]`);
const rowAt = (page: Page, row: number) => grid(page).locator(`tr[aria-rowindex="${row + 1}"]`);
const chosen = (page: Page, words: string | RegExp) => expect(drawer(page)).toContainText(words);
const undo = (page: Page) => page.keyboard.press("Control+z");
const openDrawer = async (page: Page) => {
  await page.getByRole("button", { name: /Open the data drawer/ }).click();
  await expect(grid(page)).toBeVisible();
  await atRest(page);
};
const saved = async (page: Page, press: Locator) => {
  const coming = page.waitForEvent("download");
  await press.click();
  return readFileSync(await (await coming).path(), "utf8")
    .trim()
    .split("\n");
};

test.beforeEach(async ({ page, open }) => {
  await open();
  await expect(page.getByRole("button", { name: /Iris, 150 × 4/ })).toBeVisible();
  await openDrawer(page);
});

test("rows are chosen by mouse, singly, as a range and all at once, each in one undo step, and chapters show them", async ({
  page,
}) => {
  await page.getByRole("checkbox", { name: "Row 2", exact: true }).check();
  await chosen(page, "1 of 150 rows is selected");
  await cellAt(page, 5, 2).click({ modifiers: ["Shift"] });
  await chosen(page, "4 of 150 rows are selected");
  await expect(rowAt(page, 3)).toHaveAttribute("aria-selected", "true");
  await expect(rowAt(page, 6)).toHaveAttribute("aria-selected", "false");
  await act(page, "Invert").click();
  await chosen(page, "146 of 150 rows are selected");
  await act(page, "Select all").click();
  await chosen(page, "150 of 150 rows are selected");
  await act(page, "Clear").click();
  await chosen(page, "Selected rows stand out in every chapter");
  for (const words of ["150 of 150", "146 of 150", "4 of 150", "1 of 150"]) {
    await undo(page);
    await chosen(page, words);
  }
  const packed = await page.evaluate(() => location.hash);
  await page.goto("about:blank");
  await page.goto(`./${packed}`);
  await openDrawer(page);
  await chosen(page, "1 of 150 rows is selected");
});

test("the grid is walked by keys: arrows, Home, End, pages and the head, and rows are chosen on the way", async ({
  page,
}) => {
  await cellAt(page, 1, 1).click();
  await page.keyboard.press("ArrowRight");
  await expect(cellAt(page, 1, 2)).toBeFocused();
  await page.keyboard.press("End");
  await expect(cellAt(page, 1, 5)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(cellAt(page, 1, 0)).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(cellAt(page, 150, 5)).toBeFocused();
  await expect(cellAt(page, 150, 5)).toBeInViewport();
  await page.keyboard.press("PageUp");
  await expect(cellAt(page, 141, 5)).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(cellAt(page, 1, 0)).toBeFocused();
  await page.keyboard.press("Space");
  await chosen(page, "1 of 150 rows is selected");
  for (let k = 0; k < 3; k++) await page.keyboard.press("Shift+ArrowDown");
  await chosen(page, "4 of 150 rows are selected");
  await page.keyboard.press("Shift+ArrowUp");
  await chosen(page, "3 of 150 rows are selected");
  await page.keyboard.press("Control+a");
  await chosen(page, "150 of 150 rows are selected");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const head = grid(page).getByRole("columnheader", { name: /sepal length/ });
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(cellAt(page, 1, 1)).toHaveText("4.3");
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(cellAt(page, 1, 1)).toHaveText("7.9");
  // Exactly one cell is in the order of Tab.
  await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(drawer(page)).toBeHidden();
});

test("a key between a render and its effects takes the focus along", async ({ page }) => {
  await page.addInitScript(() => {
    const heard = globalThis as unknown as { onCommit?: () => void; __REACT_DEVTOOLS_GLOBAL_HOOK__: unknown };
    heard.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount() {},
      onCommitFiberRoot: () => heard.onCommit?.(),
    };
  });
  await page.reload();
  await openDrawer(page);
  await cellAt(page, 2, 1).click();
  await drawer(page)
    .getByRole("region", { name: "Rows of the dataset" })
    .evaluate((box) => {
      const heard = globalThis as unknown as { onCommit: (() => void) | undefined };
      return new Promise<void>((pressed) => {
        heard.onCommit = () => {
          heard.onCommit = undefined;
          document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
          pressed();
        };
        // What follows a change of size is rendered without haste, its effects later still.
        box.style.height = "150px";
      });
    });
  await expect(cellAt(page, 3, 1)).toBeFocused();
});

test("a cell that is scrolled away keeps its keys", async ({ page }) => {
  await cellAt(page, 2, 1).click();
  await drawer(page)
    .getByRole("region", { name: "Rows of the dataset" })
    .evaluate((box) => box.scrollTo(0, 3000));
  await expect(cellAt(page, 2, 1)).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(cellAt(page, 3, 1)).toBeFocused();
});

test("a cell is changed in place: text is refused in a number, Escape gives up, and all edits go at once", async ({
  page,
}) => {
  await cellAt(page, 1, 1).dblclick();
  const field = grid(page).getByRole("textbox", { name: "sepal length of row 1" });
  await field.fill("wide");
  await field.press("Enter");
  await expect(field).toHaveAccessibleDescription(
    "“wide” is not a number. Type a number such as 2.5, or press Escape to keep what was there.",
  );
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await field.press("Escape");
  await expect(drawer(page)).toBeVisible();
  await expect(cellAt(page, 1, 1)).toHaveText("5.1");
  await expect(cellAt(page, 1, 1)).toBeFocused();
  await page.keyboard.press("Enter");
  await field.fill("9,25");
  await field.press("Enter");
  await expect(cellAt(page, 1, 1)).toHaveText("9.25");
  await expect(cellAt(page, 1, 1)).toHaveAttribute("aria-description", "changed by you");
  await expect(cellAt(page, 2, 1)).toBeFocused();
  await page.keyboard.press("F2");
  await page.keyboard.type("1.5");
  await page.keyboard.press("Tab");
  await expect(cellAt(page, 2, 2)).toBeFocused();
  await cellAt(page, 1, 5).dblclick();
  await grid(page).getByRole("textbox", { name: "species of row 1" }).fill("giant");
  await page.keyboard.press("Enter");
  await expect(cellAt(page, 1, 5)).toHaveText("giant");
  const lines = await saved(page, act(page, "Export CSV"));
  expect(lines.slice(0, 3)).toEqual([
    "sepal length,sepal width,petal length,petal width,species",
    "9.25,3.5,1.4,0.2,giant",
    "1.5,3,1.4,0.2,setosa",
  ]);
  await act(page, "Undo all edits").click();
  await expect(cellAt(page, 1, 1)).toHaveText("5.1");
  await undo(page);
  await expect(cellAt(page, 1, 1)).toHaveText("9.25");
  await undo(page);
  await expect(cellAt(page, 1, 5)).toHaveText("setosa");
});

test("a row whose cell is changed in the column that sorts stays where it is until the next sort", async ({ page }) => {
  const names = grid(page).getByRole("rowheader");
  await grid(page).getByRole("button", { name: "Sort by sepal length" }).click();
  await expect(names.first()).toContainText("14");
  await cellAt(page, 1, 1).dblclick();
  await grid(page).getByRole("textbox", { name: "sepal length of row 14" }).fill("9.5");
  await page.keyboard.press("Enter");
  await expect(cellAt(page, 1, 1)).toHaveText("9.5");
  await expect(cellAt(page, 2, 1)).toBeFocused();
  await grid(page).getByRole("button", { name: "Sort by sepal length" }).click();
  await expect(cellAt(page, 1, 1)).toHaveText("9.5");
  await expect(cellAt(page, 2, 1)).toHaveText("7.9");
  await act(page, "Undo all edits").click();
  await expect(cellAt(page, 1, 1)).toHaveText("4.3");
});

test("a row that is added stands at the columns' means, in sight, and counts everywhere", async ({ page }) => {
  await act(page, "Add a row").click();
  await expect(cellAt(page, 151, 1)).toBeFocused();
  await expect(cellAt(page, 151, 1)).toBeInViewport();
  await expect(cellAt(page, 151, 1)).toHaveText(/^5\.843333/);
  await expect(drawer(page)).toContainText("151 rows × 4 number columns");
  await undo(page);
  await expect(drawer(page)).toContainText("150 rows × 4 number columns");
  await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1);
});

test("a range grows over what is meant now, and not over what was let go", async ({ page }) => {
  await page.getByRole("checkbox", { name: "Row 9", exact: true }).check();
  await cellAt(page, 2, 1).click();
  await act(page, "Clear").click();
  await cellAt(page, 4, 1).click({ modifiers: ["Shift"] });
  await chosen(page, "3 of 150 rows are selected");
});

test("chosen rows come to the top and can be exported by themselves", async ({ page }) => {
  await cellAt(page, 1, 1).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowUp");
  await chosen(page, "2 of 150 rows are selected");
  await act(page, "Selected first").click();
  await drawer(page)
    .getByRole("region", { name: "Rows of the dataset" })
    .evaluate((box) => box.scrollTo(0, 0));
  await expect(cellAt(page, 1, 0)).toHaveText("149");
  await expect(cellAt(page, 3, 0)).toHaveText("1");
  const lines = await saved(page, act(page, "Export selected rows only"));
  expect(lines).toEqual([
    "sepal length,sepal width,petal length,petal width,species",
    "6.2,3.4,5.4,2.3,virginica",
    "5.9,3,5.1,1.8,virginica",
  ]);
});

test("each column is told in a few numbers that agree with NumPy's, and the selected rows are part of its bars", async ({
  page,
}) => {
  const columns = drawer(page).getByRole("list", { name: "Columns of the dataset" });
  const card = (name: string) => columns.getByRole("listitem").filter({ hasText: name });
  // a.mean(0), a.std(0), a.min(0) and a.max(0) in NumPy.
  await expect(card("sepal length")).toContainText("150 rows, mean 5.84, σ 0.83, 4.30 to 7.90");
  await expect(card("petal width")).toContainText("mean 1.20, σ 0.76, 0.10 to 2.50");
  await expect(card("species")).toContainText("setosa 50, versicolor 50, virginica 50");
  const paths = (name: string) =>
    card(name)
      .locator("path")
      .evaluateAll((all) => all.map((path) => path.getAttribute("d")));
  expect((await paths("petal width"))[1]).toBe("");
  await act(page, "Select all").click();
  await chosen(page, "The strong part of each bar is the selected rows.");
  const [all, meant] = await paths("petal width");
  expect(meant).toBe(all);
  await act(page, "Clear").click();
  await page.getByRole("checkbox", { name: "Row 1", exact: true }).check();
  await expect(columns).toBeVisible();
  const one = (await paths("petal width"))[1] ?? "";
  expect(one.match(/M/g)).toHaveLength(1);
  await act(page, "Clear").click();
  await cellAt(page, 1, 4).dblclick();
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await expect(card("petal width")).toContainText("0.10 to 9.00");
});

test("of many columns only those in sight are in the page", async ({ page }) => {
  const names = Array.from({ length: 3000 }, (_, j) => `c${j}`);
  const row = (i: number) => names.map((_, j) => (j < 900 ? (i * 7 + j) % 13 : `w${(i + j) % 3}`)).join(",");
  await page.getByLabel("CSV file").setInputFiles({
    name: "wide.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${names.join(",")}\n${Array.from({ length: 40 }, (_, i) => row(i)).join("\n")}\n`),
  });
  const preview = page.getByRole("dialog", { name: /^How to read/ });
  const chip = page.getByRole("button", { name: /wide\.csv, 40 × 900/ });
  await expect(preview.getByRole("combobox", { name: "Role of c0", exact: true })).toBeVisible();
  expect(await preview.getByRole("combobox", { name: /^Role of/ }).count()).toBeLessThan(20);
  await preview.getByRole("region", { name: "First rows" }).evaluate((box) => box.scrollTo(box.scrollWidth, 0));
  await expect(preview.getByRole("combobox", { name: "Role of c2999" })).toBeVisible();
  await preview.getByRole("button", { name: "Read the table" }).click();
  await chip.click();
  const columns = drawer(page).getByRole("list", { name: "Columns of the dataset" });
  expect(await columns.getByRole("listitem").count()).toBeLessThan(20);
  expect(await grid(page).getByRole("columnheader").count()).toBeLessThan(20);
  await columns.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(columns).toContainText("c2999");
  await cellAt(page, 1, 1).click();
  await page.keyboard.press("End");
  await expect(cellAt(page, 1, 3000)).toBeFocused();
});

for (const [what, text, name] of [
  ["cells of a spreadsheet", "u\tv\n1\t2\n3\t5\n8\t13\n", /Pasted table, 3 × 2/],
  ["records in JSON", '[{"u":1,"v":2},{"u":3,"v":5},{"u":4,"v":1}]', /Pasted table, 3 × 2/],
  ["records in JSON by lines", '{"u":1}\n{"u":3}\n{"u":4}\n{"u":9}\n', /Pasted table, 4 × 1/],
  [
    "a summary of a cluster on one line",
    '{"format":"eigenscope-summary","version":1,"name":"three","source":"by hand","rows":3,"dropped":0,"columns":[{"name":"x","kind":"number"},{"name":"y","kind":"number"},{"name":"kind","kind":"category"}],"mean":[2,5],"comoment":[2,7,7,26],"sample":{"rows":2,"columns":[[1,3],[2,9],["a",null]]},"colour":"kind"}',
    /three, 3 × 2/,
  ],
] as const)
  test(`${what} pasted anywhere outside a field become the dataset`, async ({ page }) => {
    await page.keyboard.press("Escape");
    await page.evaluate((plain) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", plain);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await expect(page.getByRole("button", { name })).toBeVisible();
  });

test("a table that is read in another way keeps the columns, the edits and the rows that are meant", async ({
  page,
}) => {
  const csv = "a,b,where\n1,2,x\n3,5,y\n5,7,x\n8,1,y\n";
  await page.getByLabel("CSV file").setInputFiles({ name: "four.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  const chip = page.getByRole("button", { name: /four\.csv, 4 × 2/ });
  await chip.click();
  await act(page, "a").click();
  await expect(act(page, "a")).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("checkbox", { name: "Row 3", exact: true }).check();
  await cellAt(page, 1, 2).dblclick();
  await page.keyboard.type("40");
  await page.keyboard.press("Enter");
  await expect(cellAt(page, 1, 2)).toHaveText("40");
  await act(page, "How this file was read").click();
  const preview = page.getByRole("dialog", { name: /^How to read/ });
  await preview.getByRole("combobox", { name: "Role of where" }).click();
  await page.getByRole("option", { name: "0 and 1 for each value" }).click();
  await preview.getByRole("button", { name: "Read the table" }).click();
  const again = page.getByRole("button", { name: /four\.csv, 4 × 4/ });
  await again.click();
  await expect(cellAt(page, 1, 2)).toHaveText("40");
  await chosen(page, "1 of 4 rows is selected");
  await expect(act(page, "a")).toHaveAttribute("aria-pressed", "false");
  await expect(act(page, "b")).toHaveAttribute("aria-pressed", "true");
  await undo(page);
  await expect(drawer(page)).toContainText("4 rows × 2 number columns");
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("a tap on a row's head chooses it, a second tap on a cell opens it", async ({ page }) => {
    await rowAt(page, 2).scrollIntoViewIfNeeded();
    const head = await boxOf(cellAt(page, 2, 0));
    expect(head.width * head.height).toBeGreaterThan(24 * 24);
    await page.touchscreen.tap(head.cx, head.cy);
    await chosen(page, "1 of 150 rows is selected");
    const cell = await boxOf(cellAt(page, 1, 1));
    await page.touchscreen.tap(cell.cx, cell.cy);
    await expect(cellAt(page, 1, 1)).toBeFocused();
    await page.touchscreen.tap(cell.cx, cell.cy);
    const field = grid(page).getByRole("textbox", { name: "sepal length of row 1" });
    await field.fill("2");
    await field.press("Enter");
    await expect(cellAt(page, 1, 1)).toHaveText("2");
    await expectAccessible(page);
  });
});
