import type { Page } from "@playwright/test";
import { zlibSync } from "fflate";
import { boxOf, expectAccessible, expect as expectNow, test } from "./app";

// The dataset comes from a worker and the run is trained before a test begins: on a busy machine both take their time.
test.describe.configure({ timeout: 180_000 });
const expect = expectNow.configure({ timeout: 30_000 });

const number = (page: Page, name: string) => page.getByRole("row", { name }).getByRole("cell");
const weight = (page: Page, row: number, column: number) =>
  page.getByRole("textbox", { name: `W row ${row} column ${column}` });
const tipI = (page: Page) => page.getByRole("slider", { name: "Image of î, first column of W" });
const acts = (page: Page) => page.getByRole("slider", { name: "Acts of the layer" });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" });

/** The address of a state: what differs from the defaults. */
function link(changed: object): string {
  const bytes = zlibSync(new TextEncoder().encode(JSON.stringify({ v: 1, app: { chapter: "layer" }, ...changed })));
  return `#s=${Buffer.from(bytes).toString("base64url")}`;
}
const MOONS = { data: { dataset: "moons?n=200&noise=0.1&seed=1" }, layer: { mode: "network" } };

test.describe("one layer", () => {
  test.beforeEach(async ({ page, open }) => {
    await open(link({}));
    await expect(page.getByRole("heading", { name: "Bend space until a line can cut it" })).toBeVisible();
  });

  test("opens with the dataset's points, bent by tanh, and says so", async ({ page }) => {
    await expect(
      page.getByRole("group", { name: "The plane and the points under one layer" }),
    ).toHaveAccessibleDescription(
      /Shown: σ\(Wx \+ b\)\. W multiplies areas by 1\.00, b slides by 0\.500, −0\.500\. tanh is flat for .* % of the points/,
    );
    await expect(number(page, "unit 1 flat for")).toHaveText(/^\d+(\.\d+)? %$/);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Use the dark theme" }).click();
    await expectAccessible(page);
  });

  test("the image of î is dragged by mouse: W, formula and numbers follow, and it is one undo step", async ({
    page,
  }) => {
    const box = await boxOf(tipI(page).locator("circle").last());
    const [x, y] = [box.cx, box.cy];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let k = 1; k <= 10; k++) await page.mouse.move(x + 8 * k, y - 10 * k);
    await page.mouse.up();
    await expect(weight(page, 1, 1)).not.toHaveValue("1.00");
    await expect(weight(page, 1, 2)).toHaveValue("1.00");
    await expect(number(page, "det W")).not.toHaveText("1.00");
    await undo(page).click();
    await expect(weight(page, 1, 1)).toHaveValue("1.00");
    await expect(weight(page, 2, 1)).toHaveValue("0.50");
  });

  test("the image of the origin is moved by key, and Escape takes it back", async ({ page }) => {
    const origin = page.getByRole("slider", { name: "Image of the origin, b" });
    const b = page.getByRole("textbox", { name: "b entry 1" });
    await origin.focus();
    await page.keyboard.press("Shift+ArrowRight");
    await expect(b).toHaveValue("1.12");
    await expect(page.getByRole("textbox", { name: "b entry 2" })).toHaveValue("−0.50");
    await page.keyboard.down("ArrowRight");
    await page.keyboard.press("Escape");
    await page.keyboard.up("ArrowRight");
    await expect(b).toHaveValue("1.12");
    await undo(page).click();
    await expect(b).toHaveValue("0.50");
  });

  test("the acts are scrubbed and played; a basis vector moved before W is on shows W", async ({ page }) => {
    await acts(page).focus();
    await page.keyboard.press("Home");
    await expect(acts(page)).toHaveAttribute("aria-valuetext", "x");
    await expect(tipI(page)).toHaveAttribute("aria-valuetext", "1.00, 0");
    await expect(page.getByText("sepal length, standardised")).toBeVisible();
    for (const words of ["Wx", "Wx + b", "σ(Wx + b)"]) {
      await page.getByRole("button", { name: "Step", exact: true }).click();
      await expect(acts(page)).toHaveAttribute("aria-valuetext", words);
    }
    await acts(page).focus();
    await page.keyboard.press("Home");
    await page.getByRole("button", { name: "Play" }).click();
    await expect(acts(page)).toHaveAttribute("aria-valuetext", "σ(Wx + b)", { timeout: 15_000 });
    await acts(page).focus();
    await page.keyboard.press("Home");
    await tipI(page).focus();
    await page.keyboard.press("ArrowUp");
    await expect(acts(page)).toHaveAttribute("aria-valuetext", "Wx");
  });

  test("ReLU drops points and folds the plane along two lines", async ({ page }) => {
    const fold = page.locator("[data-mark=fold]");
    await expect(fold).toHaveAttribute("d", "");
    await page.getByRole("combobox", { name: "σ" }).click();
    await page.getByRole("option", { name: "ReLU", exact: true }).click();
    await expect(fold).toHaveAttribute("d", /^M.*L/);
    await page.getByRole("button", { name: "Identity" }).click();
    // Standardised columns lie around 0: about half of them are dropped.
    await expect(number(page, "unit 1 flat for")).toHaveText(/^[3-6]\d(\.\d)? %$/);
  });

  test("a typed weight that is no number is refused in words, and an enormous one breaks nothing", async ({ page }) => {
    await weight(page, 1, 1).fill("one");
    await weight(page, 1, 1).press("Enter");
    await expect(page.getByRole("alert")).toContainText("not a number");
    await weight(page, 1, 1).fill("1e12");
    await weight(page, 1, 1).press("Enter");
    await expect(number(page, "Wx + b")).toHaveText(/e\+?1\d/);
    await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
  });
});

test.describe("a network", () => {
  const training = (page: Page) => number(page, "training accuracy");
  const step = (page: Page) => page.getByRole("slider", { name: "Training step" });
  const share = async (page: Page) => Number.parseFloat((await training(page).textContent()) ?? "");

  test("learns the moons to 95 % by pressing Play, and Reset brings back the same initial weights", async ({
    page,
    open,
  }) => {
    await open(link(MOONS));
    await expect(training(page)).toHaveText(/%/);
    const before = await number(page, "training loss").textContent();
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => share(page), { timeout: 45_000 }).toBeGreaterThanOrEqual(95);
    await expect(
      page.getByRole("group", { name: "What the network answers over the plane" }),
    ).toHaveAccessibleDescription(/After \d+ steps of Adam: training loss .*, .* % right; test loss/);
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Reset" }).click();
    await expect(number(page, "training loss")).toHaveText(before ?? "");
    await expect(page.getByText("step 0")).toBeVisible();
    // Reset is one step of its own; the whole play is another.
    await undo(page).click();
    await expect.poll(() => share(page), { timeout: 15_000 }).toBeGreaterThanOrEqual(95);
    await undo(page).click();
    await expect(number(page, "training loss")).toHaveText(before ?? "");
  });

  test("steps forward and back to the same numbers, and a link brings the same network to another browser", async ({
    page,
    open,
    browser,
    baseURL,
  }) => {
    await open(link({ ...MOONS, layer: { ...MOONS.layer, step: 73 } }));
    await expect(page.getByText("step 73")).toBeVisible();
    const loss = number(page, "training loss");
    const before = (await loss.textContent()) ?? "";
    const digits = await page.getByRole("table", { name: /Weights and bias of hidden layer 1/ }).textContent();
    for (let k = 0; k < 5; k++) await page.getByRole("button", { name: "Step", exact: true }).click();
    await expect(page.getByText("step 78")).toBeVisible();
    await expect(loss).not.toHaveText(before);
    for (let k = 0; k < 5; k++) await page.getByRole("button", { name: "Back" }).click();
    await expect(loss).toHaveText(before);
    const hash = await page.evaluate(() => location.hash);
    const context = await browser.newContext({ baseURL });
    const fresh = await context.newPage();
    await fresh.goto(`./${hash}`);
    await expect(fresh.getByText("step 73")).toBeVisible();
    await expect(number(fresh, "training loss")).toHaveText(before);
    await expect(fresh.getByRole("table", { name: /Weights and bias of hidden layer 1/ })).toHaveText(digits ?? "");
    await context.close();
  });

  test("layers and units are added and removed by named buttons, and undo brings the trained network back", async ({
    page,
    open,
  }) => {
    await open(link({ ...MOONS, layer: { ...MOONS.layer, step: 40 } }));
    await expect(page.getByText("step 40")).toBeVisible();
    const before = (await number(page, "training loss").textContent()) ?? "";
    await expect(number(page, "weights and biases")).toHaveText("74");
    await page.getByRole("button", { name: "Remove layer 2" }).click();
    await page.getByRole("button", { name: "Add a unit to layer 1" }).click();
    await expect(page.getByText("7 units", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Look at hidden layer 1, unit 7" })).toBeVisible();
    await page.getByRole("button", { name: "Add layer" }).click();
    await page.getByRole("button", { name: "Remove layer 1" }).click();
    await page.getByRole("button", { name: "Remove layer 1" }).click();
    // No hidden layer at all: logistic regression.
    await expect(number(page, "weights and biases")).toHaveText("6");
    await expect(page.getByText("step 40")).toBeVisible();
    for (let k = 0; k < 5; k++) await undo(page).click();
    await expect(number(page, "training loss")).toHaveText(before);
  });

  test("a unit looked at by key fills the stage with what it computes", async ({ page, open }) => {
    await open(link({ ...MOONS, layer: { ...MOONS.layer, step: 40 } }));
    await expect(page.getByText("step 40")).toBeVisible();
    const canvas = page.locator("main canvas").first();
    const pixels = () => canvas.evaluate((node: HTMLCanvasElement) => node.toDataURL());
    const whole = await pixels();
    await page.getByRole("button", { name: "Look at hidden layer 1, unit 2" }).focus();
    await expect(page.locator("svg text", { hasText: "hidden layer 1, unit 2" })).toBeVisible();
    await expect.poll(pixels).not.toBe(whole);
    await page.getByRole("button", { name: "Reset" }).focus();
    await expect.poll(pixels).toBe(whole);
  });

  test("an α far too large stops at the last finite step, names the unit, and undo saves the run", async ({
    page,
    open,
  }) => {
    const layer = { ...MOONS.layer, optimiser: "gradientDescent", hiddenActivation: "identity", step: 60 };
    await open(link({ ...MOONS, layer }));
    await expect(page.getByText("step 60")).toBeVisible();
    const before = (await number(page, "training loss").textContent()) ?? "";
    const rate = page.getByRole("textbox", { name: "Learning rate α exactly" });
    await rate.fill("100");
    await rate.press("Enter");
    await expect(
      page.getByText(/^Training stopped at step \d+, .* unit \d+ grew without bound\. Lower α, or undo\.$/),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Step", exact: true })).toBeDisabled();
    await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
    await undo(page).click();
    await expect(number(page, "training loss")).toHaveText(before);
  });

  test("without a category it predicts a number", async ({ page, open }) => {
    await open(link({ data: { colour: "\u0000none" }, layer: { mode: "network", step: 50 } }));
    await expect(page.getByText("step 50")).toBeVisible();
    await expect(number(page, "test R²")).toHaveText(/^[−\d]/);
    await expect(page.getByText(/with mean squared error/)).toBeVisible();
  });

  test("is accessible in both themes", async ({ page, open }) => {
    await open(link(MOONS));
    await expect(training(page)).toHaveText(/%/);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Use the dark theme" }).click();
    await expectAccessible(page);
    await expect(step(page)).toBeVisible();
  });

  test("fits a phone and 320 px, with the stage above Play", async ({ page, open }) => {
    for (const size of [
      { width: 390, height: 844 },
      { width: 320, height: 640 },
    ]) {
      await page.setViewportSize(size);
      await open(link(MOONS));
      await page.getByRole("tab", { name: "Controls" }).click();
      await expect(page.getByRole("button", { name: "Look at input" }).first()).toBeVisible();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
  });
});
