import type { Page } from "@playwright/test";
import { boxOf, expect, expectAccessible, test } from "./app";
import { numbers, view } from "./pcaPage";

const kept = (page: Page) => page.getByRole("slider", { name: "Components kept", exact: true });

test.beforeEach(async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: /PCA/ }).click();
  await expect(page.getByRole("button", { name: /Iris, 150 × 4/ })).toBeVisible();
});

test("outliers: T² and Q have the averages of theory, a row is met by pointer, by key and by name, and stays in a link", async ({
  page,
}) => {
  await view(page, "Outliers");
  const stage = page.getByRole("group", { name: "Distance of each row from the components" });
  // Two components are kept of Iris: T² is 2 on average, and Q what they leave: 0.0777 + 0.0237 by 1/n.
  await expect(stage).toHaveAccessibleDescription(/On average T² is 2\.00 and Q 0\.101\./);
  // The quantile of Beta(1, 73.5) that SciPy gives, 0.0399388, times n − 1 = 149 is 5.95.
  await expect(stage).toHaveAccessibleDescription(
    /Of 150 rows: \d+ beyond T² 5\.95, \d+ beyond Q 0\.3\d\d\. Were they normal, 5 % would be/,
  );
  await page.getByRole("group", { name: "Control limits" }).getByRole("button", { name: "99 %" }).click();
  await expect(stage).toHaveAccessibleDescription(/beyond T² 9\.05, .* Were they normal, 1 % would be/);
  await expect(page.locator("[data-mark=limit]").first()).toBeAttached();
  const far = await numbers(page, "Farthest rows");
  expect(far).toHaveLength(16);
  const rows = page.getByRole("table", { name: "Farthest rows" }).getByRole("button");
  await rows.first().click();
  const ring = page.locator("[data-mark=ring]");
  await expect(ring).toBeAttached();
  const name = (await rows.first().textContent()) ?? "";
  await expect(page.getByRole("note", { name: new RegExp(name, "i") })).toBeVisible();
  await expectAccessible(page);
  await stage.focus();
  await page.keyboard.press("ArrowRight");
  await expect(rows.nth(1)).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(rows.nth(1)).toHaveAttribute("aria-pressed", "true");
  const box = await boxOf(stage);
  await page.getByRole("button", { name: "Select by a box" }).click();
  await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.1 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.99 * box.width, box.y + 0.99 * box.height, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByText(/^\d+ of 150 rows stand out/)).toBeVisible();
  // All four kept: nothing is off them.
  await kept(page).focus();
  await page.keyboard.press("End");
  await expect(page.getByText("All components are kept, so no row is off them: Q is 0.")).toBeVisible();
});

test("reconstruction: what is lost is Σλ left out, R² follows the components kept, and the worst rows can be met", async ({
  page,
}) => {
  await view(page, "Rebuilt");
  const stage = page.getByRole("group", { name: "The table and its reconstruction" });
  await expect(stage).toHaveAccessibleDescription(/Lost on average in a row: 0\.101, 2\.2 % of the variance/);
  const r2 = () => numbers(page, "Part of each feature's variance that is kept");
  const two = await r2();
  await kept(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await r2()).every((value, j) => value >= (two[j] ?? 0) - 1e-12)).toBe(true);
  await expect(stage).toHaveAccessibleDescription(/0\.5 % of the variance/);
  await page.keyboard.press("End");
  await expect.poll(async () => (await r2()).map((value) => Number(value.toFixed(12)))).toEqual([1, 1, 1, 1]);
  await page.keyboard.press("Home");
  const q = (await numbers(page, "Worst rows")).filter((_, k) => k % 2 === 1);
  expect([...q].sort((a, b) => b - a)).toEqual(q);
  const box = await boxOf(stage);
  // The first strip of pixels is the worst row's.
  await page.mouse.click(box.x + 40, box.y + 77.5);
  await expect(page.getByRole("table", { name: "Worst rows" }).getByRole("button").first()).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.getByRole("button", { name: "In the table’s order" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "In the table’s order" })).toHaveAttribute("aria-pressed", "true");
  await stage.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText(/^Row \d+: Q .* in what the components miss/)).toBeVisible();
  await expectAccessible(page);
});

for (const [name, title] of [
  ["Rebuilt", "The table and its reconstruction"],
  ["Outliers", "Distance of each row from the components"],
] as const)
  test(`${name} is taken along as a picture, and fits a phone`, async ({ page }) => {
    await view(page, name);
    await expect(page.getByRole("group", { name: title })).toBeVisible();
    await page.getByRole("button", { name: "Export" }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "SVG" }).click();
    expect((await coming).suggestedFilename()).toMatch(/\.svg$/);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole("group", { name: title })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

test("stage and table point at the same row: hovered in the table it is ringed, chosen on the stage it is marked in the table", async ({
  page,
}) => {
  const drawer = page.getByRole("dialog", { name: "Data", exact: true });
  const row = (n: number) =>
    drawer.getByRole("row").filter({ has: page.getByRole("checkbox", { name: `Row ${n}`, exact: true }) });
  const ring = page.locator("[data-mark=ring]");
  await page.getByRole("button", { name: /Open the data drawer/ }).click();
  await row(4).hover();
  await expect(ring).toBeAttached();
  const there = await ring.getAttribute("d");
  await row(9).hover();
  await expect(ring).not.toHaveAttribute("d", there ?? "");
  await page.keyboard.press("Escape");
  await expect(ring).toHaveCount(0);
  const field = page.getByRole("textbox", { name: "Row of the point" });
  await field.fill("119");
  await field.press("Enter");
  await page.getByRole("button", { name: /Open the data drawer/ }).click();
  await expect(row(119)).toHaveAttribute("aria-current", "true");
});
