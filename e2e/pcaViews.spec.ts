import type { Page } from "@playwright/test";
import { boxOf, expect, expectAccessible, test } from "./app";
import { view } from "./pcaPage";

const openDrawer = (page: Page) => page.getByRole("button", { name: /Open the data drawer/ }).click();
const dataset = async (page: Page, name: RegExp) => {
  await openDrawer(page);
  await page.getByRole("dialog", { name: "Data", exact: true }).getByRole("button", { name }).click();
  await page.keyboard.press("Escape");
};

test.beforeEach(async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: /PCA/ }).click();
  await expect(page.getByRole("button", { name: /Iris, 150 × 4/ })).toBeVisible();
});

test("strips: the components have the variance of the features in order, a row is joined through all, and rows are chosen", async ({
  page,
}) => {
  await view(page, "Strips");
  const stage = page.getByRole("group", { name: "Features and components, strip by strip" });
  // Parts of the variance of Iris: petal length 68.1 %, and of the components 92.5, 5.3, 1.7, 0.5 %.
  await expect(stage).toHaveAccessibleDescription(
    /petal length 68\.1 %, sepal length 15\.0 %.*PC1 92\.5 %, PC2 5\.3 %/,
  );
  await stage.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("[data-mark=joined]")).toBeAttached();
  await expect(stage).toHaveAccessibleDescription(/Row 2:/);
  await page.getByRole("button", { name: "Each its own" }).click();
  await expect(page.getByText(/Each strip in its own standard deviations/)).toBeVisible();
  await page.getByRole("button", { name: "Select by a box" }).click();
  // The left of PC1's strip is setosa, whatever the features say.
  const box = await boxOf(stage);
  const pc1 = await boxOf(page.locator("[data-mark=stripName]", { hasText: "PC1" }));
  await page.mouse.move(box.x + 132, pc1.cy - 28);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.42 * box.width, pc1.cy + 28, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByText(/^50 of 150 rows stand out/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^50 of 150 rows stand out/)).toBeVisible();
  await expectAccessible(page);
});

test("C is built row by row: stepped, scrubbed, played, and at the last row it is C", async ({ page }) => {
  await view(page, "C");
  const stage = page.getByRole("group", { name: "C, row by row" });
  const rows = page.getByRole("slider", { name: "Rows in the average" });
  await expect(page.getByText(/^No row is in the average yet/)).toBeVisible();
  await page.getByRole("button", { name: "Step" }).click();
  await expect(page.getByText(/^1 of 150 rows: the average is/)).toBeVisible();
  await expect(page.locator("[data-mark=entry]").first()).toBeAttached();
  await stage.focus();
  await page.keyboard.press("ArrowRight");
  await expect(rows).toHaveAttribute("aria-valuetext", "2 of 150 rows");
  await rows.focus();
  await page.keyboard.press("End");
  await expect(page.getByText("All 150 rows: the average is C.", { exact: true })).toBeVisible();
  // The variance of sepal length by 1/n is 0.6811.
  await expect(stage).toHaveAccessibleDescription(/C begins with 0\.681, the variance of sepal length/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveAttribute("aria-valuetext", "2 of 150 rows");
  await page.reload();
  await expect(rows).toHaveAttribute("aria-valuetext", "2 of 150 rows");
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.getByText(/^([3-9]|\d\d+) of 150 rows|^All 150/)).toBeVisible();
  await expectAccessible(page);
});

test("loadings as bars in either order and in the circle of correlations", async ({ page }) => {
  await view(page, "Loadings");
  const stage = page.getByRole("group", { name: /loadings|features/i }).first();
  await expect(stage).toHaveAccessibleDescription(/petal length/);
  await page.getByRole("button", { name: "By size" }).click();
  await page.getByRole("button", { name: "Circle" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "Circle" })).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(page);
});

test("both preparations side by side: the column that outweighs the others is named, and a row is met in both", async ({
  page,
}) => {
  await dataset(page, /^Wine/);
  await page.getByRole("switch", { name: "Both side by side" }).click();
  const [raw, fair] = [
    page.getByRole("region", { name: "As measured" }),
    page.getByRole("region", { name: "Standardised" }),
  ];
  await expect(raw).toContainText("PC1 keeps 99.8 % and is made of proline 1.00");
  await expect(fair).toContainText("PC1 keeps 36.2 %");
  await expect(page.getByText(/^As measured, PC1 is proline to 100\.0 %/)).toBeVisible();
  const left = await boxOf(raw.getByRole("group"));
  await page.mouse.move(left.cx, left.cy);
  await raw.getByRole("group").focus();
  await page.keyboard.press("ArrowRight");
  await expect(raw.locator("[data-mark=ring]")).toBeAttached();
  await expect(fair.locator("[data-mark=ring]")).toBeAttached();
  await expectAccessible(page);
  await page.reload();
  await expect(fair.locator("[data-mark=ring]")).toBeAttached();
  await page.getByRole("switch", { name: "Both side by side" }).click();
  await expect(raw).toHaveCount(0);
});

for (const name of ["Strips", "C", "Loadings"])
  test(`${name} is taken along as a picture, and fits a phone`, async ({ page }) => {
    await view(page, name);
    await page.getByRole("button", { name: "Export" }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "SVG" }).click();
    expect((await coming).suggestedFilename()).toMatch(/\.svg$/);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
