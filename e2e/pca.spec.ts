import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { zlibSync } from "fflate";
import { boxOf, expect, expectAccessible, test } from "./app";

const LINE = "Line turned by hand";
const line = (page: Page) => page.getByRole("slider", { name: LINE });
const stage = (page: Page) => page.getByRole("group", { name: "The points and their principal components" });
/** A number with all its digits, by the table and the row that it stands in. */
const exact = async (page: Page, table: string, row: string, column = 0) =>
  Number(
    await page
      .getByRole("table", { name: table, exact: true })
      .getByRole("row", { name: new RegExp(`^${row}`) })
      .locator("data")
      .nth(column)
      .getAttribute("value"),
  );
const lambda = (page: Page, k: number) => exact(page, "Explained variance", `PC${k}`);
const keeps = (page: Page) => page.getByRole("row", { name: /^keeps/ }).getByRole("cell");
const undo = (page: Page) => page.getByRole("button", { name: "Undo" }).click();
/** The address of a state: what differs from the defaults. */
const link = (changed: object) =>
  `./#s=${Buffer.from(zlibSync(new TextEncoder().encode(JSON.stringify({ v: 1, ...changed })))).toString("base64url")}`;
/** scikit-learn's PCA().fit(iris).explained_variance_, divisor n − 1, and with standardised columns. */
const IRIS = [4.228241706034863, 0.24267074792863352, 0.07820950004291946, 0.023835092973449087];

test.beforeEach(async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: /PCA/ }).click();
  await expect(page.getByRole("heading", { name: "Find the direction that says the most" })).toBeVisible();
  await expect(stage(page)).toHaveAccessibleDescription(/^Iris, 150 rows and 4 features: PC1 keeps 92\.5 %/);
});

test("opens on Iris, whose explained variances are scikit-learn's to 10 digits, by either divisor", async ({
  page,
}) => {
  for (let k = 1; k <= 4; k++)
    expect(Math.abs((await lambda(page, k)) / ((IRIS[k - 1] as number) * (149 / 150)) - 1)).toBeLessThan(1e-10);
  await page.getByRole("button", { name: "1/(n − 1)" }).click();
  for (let k = 1; k <= 4; k++)
    expect(Math.abs((await lambda(page, k)) / (IRIS[k - 1] as number) - 1)).toBeLessThan(1e-10);
  expect(await exact(page, "Explained variance", "PC1", 1)).toBeCloseTo(0.9246187232017271, 10);
  await expect(page.getByRole("math")).toHaveAccessibleName(/one over n minus 1.*C times v1 is 4\.23 times v1/);
  await undo(page);
  await expect(page.getByRole("math")).toHaveAccessibleName(/one over n times.*C times v1 is 4\.20 times v1/);
  await expect(page.getByText("The components use all 150 rows, and all are drawn.")).toBeVisible();
});

test("standardising, centring and keeping components change the numbers, and undo brings them back", async ({
  page,
}) => {
  const before = await lambda(page, 1);
  await page.getByRole("switch", { name: "Standardise" }).click();
  await expect.poll(() => lambda(page, 1)).toBeCloseTo(2.9184978165319957, 10);
  await expect(stage(page)).toHaveAccessibleDescription(/petal length, in standard deviations from its mean across/);
  await undo(page);
  await expect.poll(() => lambda(page, 1)).toBe(before);
  await page.getByRole("switch", { name: "Centre" }).click();
  await expect.poll(() => lambda(page, 1)).toBeGreaterThan(60);
  await expect(page.getByText(/second moments about the origin/)).toBeVisible();
  await expect(page.getByText("Break it (done)")).toBeVisible();
  await undo(page);
  const keptSlider = page.getByRole("slider", { name: "Components kept", exact: true });
  await keptSlider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("3 keep 99.5 %")).toBeVisible();
  await expect(page.getByText("Lose less than 1 % (done)")).toBeVisible();
  await expect(page.getByRole("table", { name: "Loadings of each feature" }).getByRole("columnheader")).toHaveCount(4);
});

test("features are chosen: by chip, by the two on the axes, and all again", async ({ page }) => {
  const chip = (name: string) => page.getByRole("group", { name: "Columns that are X" }).getByRole("button", { name });
  await chip("petal width").click();
  await expect(stage(page)).toHaveAccessibleDescription(/3 features/);
  await undo(page);
  await expect(stage(page)).toHaveAccessibleDescription(/4 features.*shadow of its arrow in 4 dimensions/);
  await page.getByRole("button", { name: "petal length × sepal length" }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/2 features/);
  await expect(stage(page)).not.toHaveAccessibleDescription(/shadow/);
  await expect(page.getByRole("row", { name: /^best, λ₁/ })).toBeVisible();
  await chip("sepal length").click();
  await expect(chip("petal length")).toBeDisabled();
  await expect(page.getByText("With one feature there is nothing to turn.")).toBeVisible();
  await page.getByRole("button", { name: "Choose all 4" }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/4 features/);
  await page.getByRole("combobox", { name: "Up" }).click();
  await page.getByRole("option", { name: "sepal width" }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/petal length across and sepal width up/);
});

test("the line is turned by mouse: what it keeps follows, and the challenge is met", async ({ page }) => {
  await expect(keeps(page)).toHaveText(/37\.0 %/);
  const threads = page.locator("[data-mark=threads]");
  const before = await threads.getAttribute("d");
  const box = await boxOf(line(page));
  const from = { x: box.cx, y: box.cy };
  // Not at the middle: the grab offset must be kept.
  await page.mouse.move(from.x + 4, from.y + 3);
  await page.mouse.down();
  await page.mouse.move(from.x + 80, from.y - 120, { steps: 6 });
  await page.mouse.move(from.x + 120, from.y - 250, { steps: 6 });
  await page.mouse.up();
  await expect(keeps(page)).toHaveText(/9\d\.\d %/);
  await expect(threads).not.toHaveAttribute("d", before ?? "");
  await expect(page.getByText("Keep more than 90 % (done)")).toBeVisible();
  await undo(page);
  await expect(keeps(page)).toHaveText(/37\.0 %/);
  await expect(threads).toHaveAttribute("d", before ?? "");
  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
});

test("the line is turned by keys, in any position, and Escape gives the turn back", async ({ page }) => {
  await line(page).focus();
  await expect(line(page)).toHaveAttribute("aria-valuetext", /at −30\.0° keeps 37\.0 %/);
  for (const key of ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"]) {
    const before = await line(page).getAttribute("aria-valuetext");
    await page.keyboard.press(key);
    await expect(line(page)).not.toHaveAttribute("aria-valuetext", before ?? "");
    await undo(page);
    await expect(line(page)).toHaveAttribute("aria-valuetext", before ?? "");
    await line(page).focus();
  }
  await page.keyboard.down("ArrowUp");
  await expect(line(page)).not.toHaveAttribute("aria-valuetext", /at −30\.0°/);
  await page.keyboard.press("Escape");
  await expect(line(page)).toHaveAttribute("aria-valuetext", /at −30\.0°/);
  await page.keyboard.up("ArrowUp");
  const angle = page.getByRole("slider", { name: "Angle" });
  await angle.focus();
  await page.keyboard.press("ArrowRight");
  await expect(line(page)).toHaveAttribute("aria-valuetext", /at −29\.0°/);
});

test("a point says what it is: under the pointer, pressed, and by its row from the keyboard", async ({ page }) => {
  const card = page.getByRole("note");
  await page.getByRole("textbox", { name: "Row of the point" }).fill("119");
  await page.keyboard.press("Enter");
  await expect(card).toContainText(/Row 119.*virginica.*petal length6\.90.*PC1 score3\.80/s);
  const ring = await boxOf(page.locator("[data-mark=ring]"));
  await page.getByRole("button", { name: "Close the point" }).click();
  await expect(card).toHaveCount(0);
  await page.mouse.move(ring.cx, ring.cy);
  await expect(card).toHaveAccessibleName("Row 119");
  await page.mouse.move(ring.x + 200, ring.y + 300);
  await expect(card).toHaveCount(0);
  await page.mouse.click(ring.cx, ring.cy);
  await page.mouse.move(5, 5);
  await expect(card).toHaveAccessibleName("Row 119");
  await expect(page.getByRole("table", { name: "Values and scores of row 119" })).toContainText("2.60");
  await undo(page);
  await expect(card).toHaveCount(0);
});

test("a press on the stage that moves nothing leaves the view and the history alone", async ({ page }) => {
  const grid = page.locator("[data-mark=grid]");
  await undo(page);
  await page.getByRole("button", { name: /PCA/ }).click();
  await expect(stage(page)).toBeVisible();
  // The notes below take their line once they are read; from then on the grid reaches the foot of the stage that stays.
  let before = "";
  await expect
    .poll(async () => {
      const last = before;
      before = (await grid.getAttribute("d")) ?? "";
      const height = await stage(page).evaluate((node) => node.parentElement?.clientHeight ?? 0);
      return before === last && before.includes(`${height}.00`);
    })
    .toBe(true);
  const area = await boxOf(stage(page));
  await page.mouse.click(area.x + 60, area.y + area.height - 60);
  await expect(grid).toHaveAttribute("d", before);
  await page.mouse.move(area.x + 60, area.y + area.height - 60);
  await page.mouse.down();
  await page.mouse.move(area.x + 120, area.y + area.height - 90, { steps: 4 });
  await page.mouse.up();
  await expect(grid).not.toHaveAttribute("d", before);
  await stage(page).focus();
  await page.keyboard.press("0");
  await expect(grid).toHaveAttribute("d", before);
});

test("scores and biplot: per cent in the titles, the scaling in words, other components by choice", async ({
  page,
}) => {
  await page.getByRole("button", { name: "Scores" }).click();
  await expect(stage(page)).toContainText("PC1 (92.5 %)");
  await expect(stage(page)).toContainText("PC2 (5.3 %)");
  await page.getByRole("combobox", { name: "Up" }).click();
  await page.getByRole("option", { name: /PC3/ }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/scores, PC1 across and PC3 up/);
  await page.getByRole("button", { name: "Biplot" }).click();
  await expect(page.getByText(/^Arrows are loadings × [\d.]+; points are scores, as they are\.$/)).toBeVisible();
  await expect(stage(page)).toContainText("sepal width");
  await expectAccessible(page);
  await undo(page);
  await undo(page);
  await undo(page);
  await expect(stage(page)).toHaveAccessibleDescription(/petal length across/);
});

test("classes are named beside their colours, and the colour can be taken away", async ({ page }) => {
  const legend = page.getByRole("list", { name: "Classes of species" });
  await expect(legend.getByRole("listitem")).toHaveText(["setosa", "versicolor", "virginica"]);
  await page.getByRole("combobox", { name: "Colour by" }).click();
  await page.getByRole("option", { name: "One colour" }).click();
  await expect(legend).toHaveCount(0);
  await undo(page);
  await expect(legend).toBeVisible();
});

test("a link opens the same picture and the same numbers in a fresh browser", async ({ page, browser, baseURL }) => {
  await page.getByRole("switch", { name: "Standardise" }).click();
  await page.getByRole("button", { name: "1/(n − 1)" }).click();
  await page.getByRole("button", { name: "Biplot" }).click();
  await page.getByRole("textbox", { name: "Row of the point" }).fill("42");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("note")).toBeVisible();
  const words = await stage(page).locator("desc").textContent();
  const value = await lambda(page, 1);
  const hash = await page.evaluate(() => location.hash);
  const context = await browser.newContext({ baseURL });
  const fresh = await context.newPage();
  await fresh.goto(`./${hash}`);
  await expect(stage(fresh).locator("desc")).toHaveText(words ?? "");
  await expect(fresh.getByRole("note")).toHaveAccessibleName("Row 42");
  expect(await lambda(fresh, 1)).toBe(value);
  await context.close();
});

for (const theme of ["light", "dark"] as const)
  test(`is accessible in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.getByRole("textbox", { name: "Row of the point" }).fill("1");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("note")).toBeVisible();
    await expectAccessible(page);
  });

test("sixty-four features: lists scroll, the stage still answers, constant columns are named", async ({ page }) => {
  await page.goto(link({ app: { chapter: "pca" }, data: { dataset: "digits" } }));
  await expect(stage(page)).toHaveAccessibleDescription(/1,797 rows and 64 features: PC1 keeps 14\.9 %/);
  await page.getByRole("switch", { name: "Standardise" }).click();
  await expect(page.getByText(/^Left out: pixel 0 0, pixel 4 0, pixel 4 7\./)).toBeVisible();
  await expect(stage(page)).toHaveAccessibleDescription(/61 features/);
  await expectAccessible(page);
});

for (const width of [390, 320])
  test(`fits a phone of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await expect(page.getByRole("tab", { name: "Lesson" })).toBeVisible();
    await expect(page.getByRole("list", { name: "Classes of species" })).toBeVisible();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    await page.getByRole("tab", { name: "Controls and numbers" }).click();
    await expect(page.getByRole("switch", { name: "Standardise" })).toBeVisible();
    await expectAccessible(page);
  });

test("the stage is taken along as PNG and as SVG, with its words in both", async ({ page }) => {
  const save = async (item: string) => {
    await page.getByRole("button", { name: "Export" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: item }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const svg = await save("SVG");
  expect(svg.name).toBe("eigenscope-principal-components-of-iris.svg");
  const text = svg.bytes.toString("utf8");
  expect(text).toMatch(/<desc id="description">Iris, 150 rows and 4 features: PC1 keeps 92\.5 %/);
  expect(text).toContain(">petal length</text>");
  expect(text).toContain('href="data:image/png;base64,');
  expect(text).not.toMatch(/var\(|NaN|undefined/);
  const area = await boxOf(stage(page));
  const png = await save("PNG, 2×");
  expect(png.name).toBe("eigenscope-principal-components-of-iris.png");
  // The header chunk begins at byte 8; width and height stand in its data.
  expect(png.bytes.readUInt32BE(16)).toBe(2 * Math.round(area.width));
  expect(png.bytes.readUInt32BE(20)).toBeGreaterThan(2 * area.height);
  expect(png.bytes.includes(Buffer.from("iTXtDescription\0\0\0\0\0Iris, 150 rows"))).toBe(true);
});
