import type { Page } from "@playwright/test";
import { atRest, boxOf, expect, expectAccessible, test } from "./app";

const code = (page: Page) => page.getByRole("region", { name: "NumPy for what is shown" });
const toggle = (page: Page) => page.getByRole("button", { name: "Show NumPy" });
const line = (page: Page, text: string | RegExp) => code(page).locator("span").filter({ hasText: text }).first();
const lit = (page: Page) => code(page).locator("[data-lit]");
const ellipse = (page: Page) => page.locator('[data-mark="ellipse"][stroke="var(--singular)"]');
const width = async (page: Page) => Number.parseFloat((await ellipse(page).getAttribute("stroke-width")) ?? "0");

async function show(page: Page): Promise<void> {
  await toggle(page).click();
  await expect(code(page)).toBeVisible();
}

test("the code is shown and put away by a button that says which", async ({ page, open }) => {
  await open();
  await expect(toggle(page)).toHaveAttribute("aria-expanded", "false");
  await show(page);
  await expect(toggle(page)).toHaveAttribute("aria-expanded", "true");
  await expect(line(page, "np.linalg.svd(A)")).toBeVisible();
  await expectAccessible(page);
  await toggle(page).press("Enter");
  await expect(code(page)).toBeHidden();
});

test("what is shown is what is copied", async ({ page, open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  await show(page);
  await page.getByRole("button", { name: "Copy as NumPy" }).click();
  const shown = await code(page)
    .locator("span")
    .evaluateAll((rows) => rows.map((row) => row.textContent).join("\n"));
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${shown}\n`);
});

test("by mouse: a line lights its picture and its symbol, and symbol and number light the line", async ({
  page,
  open,
}) => {
  await open();
  await expect(page.locator(".katex")).toBeVisible();
  await show(page);
  const plain = await width(page);
  await line(page, "np.linalg.svd(A)").hover();
  await expect.poll(() => width(page)).toBe(1.5 * plain);
  await line(page, "where ĵ goes").hover();
  await expect(page.locator(".katex .sym-j.lit").first()).toBeVisible();
  await expect.poll(() => width(page)).toBe(plain);
  await page.locator(".katex .sym-i").first().hover();
  await expect(lit(page)).toHaveText([/where î goes/]);
  await page.getByRole("row", { name: /^eigenvalues/ }).hover();
  await expect(lit(page)).toHaveText([/np\.linalg\.eig\(A\)/]);
  await page.mouse.move(2, 2);
  await expect(lit(page)).toHaveCount(0);
});

test("by keyboard: Tab comes to the lines, arrows go through them, and each lights what it makes", async ({
  page,
  open,
}) => {
  await open();
  await show(page);
  const plain = await width(page);
  await code(page).focus();
  await page.keyboard.press("Tab");
  await expect(line(page, "where î goes")).toBeFocused();
  await expect(lit(page)).toHaveText([/where î goes/]);
  await page.keyboard.press("ArrowDown");
  await expect(line(page, "where ĵ goes")).toBeFocused();
  for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowDown");
  await expect(line(page, "np.linalg.svd(A)")).toBeFocused();
  await expect.poll(() => width(page)).toBe(1.5 * plain);
  await page.keyboard.press("Shift+Tab");
  await expect(lit(page)).toHaveCount(0);
  await expect.poll(() => width(page)).toBe(plain);
  await page.keyboard.press("Tab");
  await expect(line(page, "np.linalg.svd(A)")).toBeFocused();
});

test("in a drag the lines follow, and no node of theirs is made or taken away", async ({ page, open }) => {
  await open();
  await show(page);
  const column = line(page, "where î goes");
  await expect(column).toHaveText("    [1, 0.5],  # where î goes");
  await atRest(page);
  await code(page).evaluate((node) => {
    const record = globalThis as unknown as { changed: number };
    record.changed = 0;
    new MutationObserver((changes) => {
      record.changed += changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((n) => n.nodeType === 1).length;
    }).observe(node, { childList: true, subtree: true });
  });
  const box = await boxOf(page.getByRole("slider", { name: /Image of î/ }));
  await page.mouse.move(box.cx, box.cy);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y - 40, { steps: 8 });
  await expect(column).not.toHaveText("    [1, 0.5],  # where î goes");
  await expect(column).toHaveAttribute("data-lit");
  await page.mouse.up();
  expect(await page.evaluate(() => (globalThis as unknown as { changed: number }).changed)).toBe(0);
});

test("in space a line lights its solid", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "3 × 3", exact: true }).click();
  await expect(page.locator(".katex")).toBeVisible();
  await show(page);
  await line(page, "where k̂ goes").hover();
  await expect(page.locator(".katex .sym-k.lit").first()).toBeVisible();
  await page.getByRole("row", { name: /^det A/ }).hover();
  await expect(lit(page)).toHaveText([/^det = /, /isclose\(det/]);
});

for (const [name, number, text] of [
  ["PCA", 2, "np.linalg.eigh(C)"],
  ["Layer", 3, "z = W @ x + b"],
  ["Descent", 4, "def gradient(w)"],
  ["SVD", 5, "np.linalg.svd(A, full_matrices=False)"],
] as const)
  test(`${name} shows its snippet, line by line`, async ({ page, open }) => {
    test.setTimeout(120_000);
    await open();
    await page.getByRole("navigation", { name: "Chapters" }).getByRole("button", { name }).click();
    // Until the chapter has come, the former one's button is still there to be pressed.
    await expect(page.getByText(`Chapter ${number}`, { exact: true })).toBeVisible();
    await show(page);
    await expect(line(page, text)).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
  });
