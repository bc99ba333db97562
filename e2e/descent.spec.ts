import type { Page } from "@playwright/test";
import { boxOf, expect, expectAccessible, test } from "./app";

const number = (page: Page, name: string) => page.getByRole("row", { name }).getByRole("cell");
const rate = (page: Page) => page.getByRole("textbox", { name: "Learning rate α" });
const dial = (page: Page) => page.getByRole("slider", { name: "Learning rate in units of 1 over lambda 1" });
const start = (page: Page) => page.getByRole("slider", { name: "Start w₀" });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const undo = (page: Page) => press(page, "Undo");
const NO_NUMBER = /NaN|Infinity|undefined|not defined/;

test.beforeEach(async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: /Descent/ }).click();
  await expect(page.getByRole("heading", { name: "How fast may you walk downhill?" })).toBeVisible({ timeout: 20_000 });
});

test("opens on the tilted quadratic at α = 0.17, zig-zagging and converging", async ({ page }) => {
  await expect(number(page, "State")).toHaveText("zig-zag, converging");
  await expect(number(page, "κ")).toHaveText("10.0");
  await expect(number(page, "λ₁")).toHaveText("10.0");
  await expect(rate(page)).toHaveValue("0.170");
  await expectAccessible(page);
});

for (const loss of ["Quadratic", "Dataset"])
  test(`ten steps forward and ten back end where they began: ${loss}`, async ({ page }) => {
    await press(page, loss);
    const value = number(page, "L(w)");
    const w = page.getByRole("row", { name: /^w[ :]/ }).getByRole("cell");
    const before = [await value.textContent(), await w.textContent()] as const;
    expect(before[0]).toMatch(/\d/);
    for (let k = 0; k < 10; k++) await press(page, "Step");
    await expect(page.getByText("16 / 60")).toBeVisible();
    await expect(value).not.toHaveText(before[0] ?? "");
    for (let k = 0; k < 10; k++) await press(page, "Back");
    await expect(value).toHaveText(before[0] ?? "");
    await expect(w).toHaveText(before[1] ?? "");
    await undo(page);
    await expect(page.getByText("7 / 60")).toBeVisible();
  });

test("the whole path follows α, and past 2/λ₁ the chapter says that it diverges, when, and what to do", async ({
  page,
}) => {
  const path = page.locator("[data-mark=whole]");
  const before = await path.getAttribute("d");
  await rate(page).fill("0.21");
  await rate(page).press("Enter");
  await expect(number(page, "State")).toHaveText("diverging: α is above 2/λ₁ = 0.200");
  await expect(path).not.toHaveAttribute("d", before ?? "");
  await expect(page.getByText(/It left at step \d+.*Bring α below 2\/λ₁ = 0\.200/).last()).toBeVisible();
  await undo(page);
  await expect(number(page, "State")).toHaveText("zig-zag, converging");
  for (const loss of ["Quadratic", "Dataset"]) {
    await press(page, loss);
    await rate(page).fill("1e6");
    await rate(page).press("Enter");
    await expect(page.getByText(/stopped at step \d+, before the numbers overflow/).last()).toBeVisible();
    for (let k = 0; k < 3; k++) await page.keyboard.press("]");
    await expect(page.locator("body")).not.toContainText(NO_NUMBER);
  }
});

test("the dial is moved by keys, by a press on its track, and says the zone it is in", async ({ page }) => {
  await dial(page).focus();
  await expect(dial(page)).toHaveAttribute("aria-valuetext", "1.70, zig-zag");
  await page.keyboard.press("ArrowRight");
  await expect(rate(page)).toHaveValue("0.171");
  await page.keyboard.press("End");
  await expect(number(page, "State")).toContainText("diverging");
  await page.keyboard.press("Home");
  await expect(number(page, "State")).toHaveText("standing still: α is 0");
  for (let k = 0; k < 3; k++) await undo(page);
  await expect(rate(page)).toHaveValue("0.170");
  const track = page.locator("[class*=zones]");
  const box = await boxOf(track);
  await page.mouse.click(box.x + box.width * 0.4, box.cy);
  await expect(dial(page)).toHaveAttribute("aria-valuetext", /, monotone$/);
  await expect(page.getByRole("listitem").filter({ hasText: "Glide without ringing" })).toHaveAttribute("data-done");
  await undo(page);
  await expect(dial(page)).toHaveAttribute("aria-valuetext", "1.70, zig-zag");
});

test("Space plays and pauses, the brackets step, and none of them while a field is typed in", async ({ page }) => {
  await page.getByRole("group", { name: "Contours of the loss and the path" }).focus();
  await page.keyboard.press("]");
  await expect(page.getByText("7 / 60")).toBeVisible();
  await page.keyboard.press("[");
  await page.keyboard.press("[");
  await expect(page.getByText("5 / 60")).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(page.getByText("5 / 60")).toBeHidden();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  await undo(page);
  await expect(page.getByText("5 / 60")).toBeVisible();
  await rate(page).click();
  await page.keyboard.press("]");
  await page.keyboard.press("Space");
  await expect(page.getByText("5 / 60")).toBeVisible();
  await page.keyboard.press("Escape");
});

test("a run plays to its end, and an act in the middle leaves one step, not one for each frame", async ({ page }) => {
  await press(page, "Play");
  await expect(page.getByText("6 / 60")).toBeHidden();
  await press(page, "Momentum");
  await expect(page.getByText("60 / 60")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  await undo(page);
  await expect(page.getByRole("button", { name: "Momentum", exact: true })).toHaveAttribute("aria-pressed", "true");
  await undo(page);
  await expect(page.getByText("6 / 60")).toBeVisible();
  await expect(page.getByRole("button", { name: "Gradient", exact: true })).toHaveAttribute("aria-pressed", "true");
});

test("the scrubber goes to a step, and undo brings it back", async ({ page }) => {
  await page.getByRole("slider", { name: "Step" }).focus();
  await page.keyboard.press("End");
  await expect(page.getByText("60 / 60")).toBeVisible();
  await undo(page);
  await expect(page.getByText("6 / 60")).toBeVisible();
});

test("reduced motion jumps to the end", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await press(page, "Play");
  await expect(page.getByText("60 / 60")).toBeVisible();
});

test("each optimiser runs and shows what it remembers; a link carries it all", async ({ page, browser, baseURL }) => {
  await start(page).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(start(page)).toHaveAttribute("aria-valuetext", "−2.20, 2.50");
  for (const name of ["Momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam", "Gradient"]) {
    await press(page, name);
    await expect(number(page, "L(w)")).toHaveText(/\d/);
    await expect(page.getByRole("table", { name: "What the optimiser remembers" })).toHaveCount(
      name === "Gradient" ? 0 : 1,
    );
  }
  await press(page, "Adam");
  const loss = (await number(page, "L(w)").textContent()) ?? "";
  const hash = await page.evaluate(() => location.hash);
  const context = await browser.newContext({ baseURL });
  const fresh = await context.newPage();
  await fresh.goto(`./${hash}`);
  await expect(number(fresh, "L(w)")).toHaveText(loss, { timeout: 20_000 });
  await context.close();
});

test("the start is dragged by mouse, the view holds still meanwhile, and undo takes it back", async ({ page }) => {
  const contour = page.locator("[data-mark=contour]").first();
  const before = { start: await start(page).getAttribute("aria-valuetext"), contour: await contour.getAttribute("d") };
  const box = await boxOf(start(page));
  await page.mouse.move(box.cx, box.cy);
  await page.mouse.down();
  await page.mouse.move(box.x + 150, box.y + 220, { steps: 6 });
  await expect(start(page)).not.toHaveAttribute("aria-valuetext", before.start ?? "");
  await expect(contour).toHaveAttribute("d", before.contour ?? "");
  await page.mouse.up();
  await undo(page);
  await expect(start(page)).toHaveAttribute("aria-valuetext", before.start ?? "");
});

test("on the dataset the valley is steep at the same α·λ₁; standardised it is round", async ({ page }) => {
  await press(page, "Dataset");
  await expect(number(page, "State")).toHaveText("zig-zag, converging");
  await expect(dial(page)).toHaveAttribute("aria-valuetext", "1.70, zig-zag");
  await expect(page.getByRole("figure").filter({ hasText: "Model on the dataset" })).toBeVisible();
  const line = page.locator("figure [data-mark=line]");
  const before = await line.getAttribute("d");
  await press(page, "Step");
  await expect(line).not.toHaveAttribute("d", before ?? "");
  await expectAccessible(page);
  await page.getByRole("switch", { name: "Standardise x" }).click();
  await expect(number(page, "κ")).toHaveText("1.00");
  await expect(dial(page)).toHaveAttribute("aria-valuetext", "1.70, zig-zag");
  await expect(page.getByRole("listitem").filter({ hasText: "Round the valley" })).toHaveAttribute("data-done");
  await page.getByRole("button", { name: /^Use the dark/ }).click();
  await expectAccessible(page);
  await undo(page);
  await expect(number(page, "κ")).not.toHaveText("1.00");
});

test("columns are chosen; a run of the reader's own keeps α·λ₁ and its place, in one undo step", async ({
  page,
  browser,
  baseURL,
}) => {
  await press(page, "Dataset");
  await start(page).focus();
  await page.keyboard.press("ArrowLeft");
  await dial(page).focus();
  await page.keyboard.press("PageDown");
  await expect(dial(page)).toHaveAttribute("aria-valuetext", "1.60, zig-zag");
  const alpha = await rate(page).inputValue();
  await page.getByRole("combobox", { name: "from x" }).click();
  await page.getByRole("option", { name: "petal length" }).click();
  await expect(rate(page)).not.toHaveValue(alpha);
  await expect(dial(page)).toHaveAttribute("aria-valuetext", "1.60, zig-zag");
  await page.getByRole("combobox", { name: "Predict y" }).click();
  await page.getByRole("option", { name: "petal length" }).click();
  await expect(page.getByText("the best line is y = x")).toBeVisible();
  await undo(page);
  const shown = [await rate(page).inputValue(), await start(page).getAttribute("aria-valuetext")] as const;
  const context = await browser.newContext({ baseURL });
  const fresh = await context.newPage();
  await fresh.goto(`./${await page.evaluate(() => location.hash)}`);
  await expect(rate(fresh)).toHaveValue(shown[0], { timeout: 20_000 });
  await expect(start(fresh)).toHaveAttribute("aria-valuetext", shown[1] ?? "");
  await context.close();
  await undo(page);
  await expect(rate(page)).toHaveValue(alpha);
});

test("contours and eigenvectors are shown or not", async ({ page }) => {
  for (const [name, mark] of [
    ["Contours", "contour"],
    ["Eigenvectors", "eigen"],
  ] as const) {
    const drawn = page.locator(`path[data-mark^=${mark}]`);
    await expect(drawn.first()).toBeAttached();
    await page.getByRole("switch", { name }).click();
    await expect(drawn).toHaveCount(0);
    await undo(page);
    await expect(drawn.first()).toBeAttached();
  }
});

test("the snippet that is copied names the run", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await press(page, "Dataset");
  await press(page, "Copy as NumPy");
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("np.linalg.lstsq");
  expect(copied).toContain("after 6 steps (gradientDescent)");
  expect(copied).not.toMatch(NO_NUMBER);
});

for (const [width, height] of [
  [390, 844],
  [320, 640],
  [820, 1180],
] as const)
  test(`fits ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await expect(page.getByRole("tab", { name: "Lesson" })).toBeVisible();
    await page.getByRole("tab", { name: "Controls and numbers" }).click();
    await press(page, "Dataset");
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
