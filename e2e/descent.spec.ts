import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";

const number = (page: Page, name: string) => page.getByRole("row", { name }).getByRole("cell");
const rate = (page: Page) => page.getByRole("textbox", { name: "Learning rate α" });

test.beforeEach(async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: /Descent/ }).click();
  await expect(page.getByRole("heading", { name: "How fast may you walk downhill?" })).toBeVisible();
});

test("opens on the tilted quadratic at α = 0.17, zig-zagging and converging", async ({ page }) => {
  await expect(number(page, "State")).toHaveText("zig-zag, converging");
  await expect(number(page, "κ")).toHaveText("10.0");
  await expect(rate(page)).toHaveValue("0.170");
  await expectAccessible(page);
});

test("ten steps forward and ten back end where they began", async ({ page }) => {
  const loss = number(page, "L(w)");
  const before = await loss.textContent();
  for (let k = 0; k < 10; k++) await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByText("16 / 60")).toBeVisible();
  await expect(loss).not.toHaveText(before ?? "");
  for (let k = 0; k < 10; k++) await page.getByRole("button", { name: "Back" }).click();
  await expect(loss).toHaveText(before ?? "");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("7 / 60")).toBeVisible();
});

test("the whole path follows α, and past 2/λ₁ the chapter says that it diverges", async ({ page }) => {
  const path = page.locator("svg path[class*=whole]");
  const before = await path.getAttribute("d");
  await rate(page).fill("0.21");
  await rate(page).press("Enter");
  await expect(number(page, "State")).toHaveText("diverging: α is above 2/λ₁ = 0.200");
  await expect(path).not.toHaveAttribute("d", before ?? "");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(number(page, "State")).toHaveText("zig-zag, converging");
  await rate(page).fill("1e6");
  await rate(page).press("Enter");
  await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
});

test("the start is dragged by key, each optimiser runs, and a link carries it all", async ({
  page,
  browser,
  baseURL,
}) => {
  const start = page.getByRole("slider", { name: "Start w₀" });
  await start.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(start).toHaveAttribute("aria-valuetext", "−2.20, 2.50");
  for (const name of ["Momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam", "Gradient"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await expect(number(page, "L(w)")).toHaveText(/\d/);
  }
  await page.getByRole("button", { name: "Adam", exact: true }).click();
  const loss = (await number(page, "L(w)").textContent()) ?? "";
  const hash = await page.evaluate(() => location.hash);
  const context = await browser.newContext({ baseURL });
  const fresh = await context.newPage();
  await fresh.goto(`./${hash}`);
  await expect(number(fresh, "L(w)")).toHaveText(loss);
  await context.close();
});

test("fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("tab", { name: "Lesson" })).toBeVisible();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});
