import type { Page } from "@playwright/test";
import { atRest, boxOf, expect, expectAccessible, test } from "./app";

const handle = (page: Page, name: RegExp) => page.getByRole("slider", { name });
const I = /Image of î/;
const J = /Image of ĵ/;
const X = /Vector x/;
const entry = (page: Page, row: number, column: number) =>
  page.getByRole("textbox", { name: `A row ${row} column ${column}` });
const number = (page: Page, name: RegExp) => page.getByRole("row", { name }).getByRole("cell");

/** Where a handle's point is, in page pixels. */
async function centre(page: Page, name: RegExp) {
  const { cx, cy } = await boxOf(handle(page, name));
  return { x: cx, y: cy };
}

async function dragBy(page: Page, name: RegExp, dx: number, dy: number) {
  const from = await centre(page, name);
  // Not at the middle: the grab offset must be kept.
  await page.mouse.move(from.x + 5, from.y + 4);
  await page.mouse.down();
  await page.mouse.move(from.x + 5 + dx / 2, from.y + 4 + dy / 2, { steps: 6 });
  await page.mouse.move(from.x + 5 + dx, from.y + 4 + dy, { steps: 6 });
  await page.mouse.up();
}

/** Types A's entries, row by row. */
async function type(page: Page, values: readonly string[]) {
  for (const [k, value] of values.entries()) {
    const field = entry(page, 1 + Math.floor(k / 2), 1 + (k % 2));
    await field.fill(value);
    await field.press("Enter");
  }
}

test("opens on a matrix whose eigenvectors and singular directions differ", async ({ page, open }) => {
  await open();
  await expect(number(page, /^det A/)).toHaveText("1.00");
  await expect(number(page, /^eigenvalues/)).toHaveText("2.00, 0.500");
  await expect(number(page, /^singular values/)).toHaveText("2.07, 0.484");
  await expect(page.getByRole("group", { name: /The plane/ })).toHaveAccessibleDescription(/stretches most, ×2\.07/);
  await expectAccessible(page);
});

test("dragging Aî by mouse moves the matrix, the determinant, the formula and the picture", async ({ page, open }) => {
  await open();
  const ellipse = page.locator("[data-mark=ellipse]").last();
  const before = await ellipse.getAttribute("d");
  const unit = (await centre(page, J)).y - (await centre(page, I)).y;
  // Aĵ stands one world unit above Aî when the app opens, so that is how long a unit is on screen.
  await dragBy(page, I, -unit, 0);
  await expect(entry(page, 1, 1)).toHaveValue("2.00");
  await expect(entry(page, 2, 1)).toHaveValue("0.50");
  await expect(number(page, /^det A/)).toHaveText("2.50");
  await expect(page.getByRole("math")).toHaveAccessibleName(/rows 2\.00, 1\.00 and 0\.50, 1\.50/);
  expect(await ellipse.getAttribute("d")).not.toBe(before);
});

test("one drag is one undo step, by button and by key", async ({ page, open }) => {
  await open();
  await dragBy(page, J, 40, 60);
  const moved = await entry(page, 1, 2).inputValue();
  expect(moved).not.toBe("1.00");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(entry(page, 1, 2)).toHaveValue("1.00");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await page.keyboard.press("Control+Shift+Z");
  await expect(entry(page, 1, 2)).toHaveValue(moved);
});

test("arrow keys move a handle by 1/50, Shift 1/10 and Alt 1/200 of the span; Escape takes it back", async ({
  page,
  open,
}) => {
  await open();
  await handle(page, I).focus();
  // Nine world units span the shorter side.
  await page.keyboard.press("ArrowRight");
  await expect(entry(page, 1, 1)).toHaveValue("1.18");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(entry(page, 2, 1)).toHaveValue("1.40");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "1.14, 1.40");
  await page.keyboard.down("ArrowRight");
  await expect(entry(page, 1, 1)).toHaveValue(/1\.3/);
  await page.keyboard.press("Escape");
  await page.keyboard.up("ArrowRight");
  await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "1.14, 1.40");
});

test("Enter on a handle types its exact place, in one undo step, and the focus comes back", async ({ page, open }) => {
  await open();
  await handle(page, I).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /Image of î/ });
  await dialog.getByRole("textbox", { name: /across/ }).fill("2.125");
  await dialog.getByRole("textbox", { name: /upwards/ }).fill("x");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("not a number");
  await dialog.getByRole("textbox", { name: /upwards/ }).fill("-0.75");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "2.13, −0.750");
  await expect(handle(page, I)).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "1.00, 0.500");
});

test("x snaps to an eigenline and the equation grows", async ({ page, open }) => {
  await open();
  const origin = await centre(page, I);
  const unit = origin.y - (await centre(page, J)).y;
  const zero = { x: origin.x - unit, y: origin.y + unit / 2 };
  const from = await centre(page, X);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // Two degrees off the eigenvector (1, 1) of λ = 2.
  await page.mouse.move(zero.x + 2 * unit, zero.y - 1.9 * unit, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByRole("math")).toHaveAccessibleName(/which is 2\.00 times x/);
});

test("sing-2d, zero-2d, rot-2d, shear-2d: singular, zero, complex and defective matrices are said in words, and nothing shows NaN", async ({
  page,
  open,
}) => {
  await open();
  await type(page, ["1", "2", "2", "4"]);
  await expect(number(page, /^det A/)).toHaveText("0");
  await expect(number(page, /^eigenvalues/)).toHaveText("5.00, 0");
  await expect(number(page, /^condition/)).toHaveText("infinite: singular");
  await expect(page.getByRole("switch", { name: "Inverse" })).toBeDisabled();
  await expect(page.getByText(/A is singular: what it flattens/)).toBeVisible();
  await expect(page.getByRole("group", { name: /The plane/ })).toHaveAccessibleDescription(
    /not invertible|onto the line/,
  );
  await expect(number(page, /^rank/)).toHaveText("1");
  await type(page, ["0", "-1", "1", "0"]);
  await expect(number(page, /^eigenvalues/)).toHaveText("0 ± 1.00i");
  const eigenlines = page.locator("path[data-mark=eigen][stroke-dasharray]");
  await expect(eigenlines).toHaveCount(0);
  await expect(
    page.getByText("No real eigenvectors: every vector is turned. Modulus 1.00, angle 90.0°.", { exact: true }),
  ).toBeVisible();
  await type(page, ["1", "1", "0", "1"]);
  await expect(number(page, /^eigenvalues/)).toHaveText(/defective/);
  await expect(eigenlines).toHaveCount(1);
  await type(page, ["0", "0", "0", "0"]);
  await expect(number(page, /^rank/)).toHaveText("0");
  await expect(page.getByRole("group", { name: /The plane/ })).toHaveAccessibleDescription(
    /every vector to the origin/,
  );
  await type(page, ["1e12", "1e-12", "-1e12", "5e-324"]);
  await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
  expect(
    await page
      .locator("svg path")
      .evaluateAll((paths) => paths.filter((p) => /NaN|Infinity/.test(p.getAttribute("d") ?? "")).length),
  ).toBe(0);
});

test("num-nan: what is not a number is refused with a reason, and the old value stays", async ({ page, open }) => {
  await open();
  const field = entry(page, 1, 1);
  for (const text of ["abc", "--3", "1e", "1e999", "<b>1</b>"]) {
    await field.fill(text);
    await field.press("Enter");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(number(page, /^det A/)).toHaveText("1.00");
    await field.press("Escape");
    await expect(field).toHaveValue("1.00");
  }
});

test("I → A is played and scrubbed three ways, and ends on A", async ({ page, open }) => {
  await open();
  for (const way of ["Straight", "Polar", "U Σ Vᵀ"]) {
    await page.getByRole("button", { name: way }).click();
    const scrubber = page.getByRole("slider", { name: "From I to A" });
    await scrubber.focus();
    await page.keyboard.press("Home");
    await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "1.00, 0");
    await page.getByRole("button", { name: "Play" }).click();
    await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "1.00, 0.500");
    await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  }
});

test("a link opened in a fresh browser gives the same state, and Back returns to the one before", async ({
  page,
  open,
  browser,
  baseURL,
}) => {
  await open();
  await page.getByRole("button", { name: "Shear", exact: true }).click();
  await handle(page, X).focus();
  await page.keyboard.press("ArrowUp");
  const words = "−1.20, 1.28";
  await expect(handle(page, X)).toHaveAttribute("aria-valuetext", words);
  const hash = await page.evaluate(() => location.hash);
  const context = await browser.newContext({ baseURL });
  const fresh = await context.newPage();
  await fresh.goto(`./${hash}`);
  await expect(entry(fresh, 1, 2)).toHaveValue("1.00");
  await expect(entry(fresh, 2, 1)).toHaveValue("0.00");
  await expect(handle(fresh, X)).toHaveAttribute("aria-valuetext", words);
  await context.close();
  await page.goBack();
  await page.goBack();
  await expect(entry(page, 2, 1)).toHaveValue("0.50");
});

test("reload brings the state back without a link", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "Reflect" }).click();
  await expect(entry(page, 2, 1)).toHaveValue("1.00");
  // The write to IndexedDB has no sign on screen; it is awaited where it happens.
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise((done) => {
            const request = indexedDB.open("keyval-store");
            request.onsuccess = () => {
              const get = request.result.transaction("keyval").objectStore("keyval").get("eigenscope-state");
              get.onsuccess = () => done(typeof get.result === "string" && get.result.length > 2);
            };
          }),
      ),
    )
    .toBe(true);
  await open("");
  await expect(entry(page, 2, 1)).toHaveValue("1.00");
  await expect(number(page, /^det A/)).toHaveText("−1.00");
});

test("url-garbage: a link that cannot be read opens the default with a notice", async ({ page, open }) => {
  await open("#s=%%%E0%A4%A");
  await expect(page.getByText(/This link could not be read/)).toBeVisible();
  await expect(entry(page, 1, 1)).toHaveValue("1.00");
  expect(new URL(page.url()).hash).toBe("");
});

test("challenges tick themselves", async ({ page, open }) => {
  await open();
  const challenge = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  await expect(challenge("Make it a shear")).toContainText("(open)");
  await page.getByRole("button", { name: "Shear", exact: true }).click();
  await expect(challenge("Make it a shear")).toContainText("(done)");
  await page.getByRole("button", { name: "Singular", exact: true }).click();
  await expect(challenge("Flatten the plane")).toContainText("(done)");
});

test("a challenge is not met by a link that opens on it, nor by a word of the lesson, but by the reader's own change", async ({
  page,
  open,
}) => {
  await open();
  await page.getByRole("button", { name: "Singular", exact: true }).click();
  const link = new URL(page.url()).hash;
  expect(link).not.toBe("");
  await page.goto("about:blank");
  await open(link);
  const flatten = page.getByRole("listitem").filter({ hasText: "Flatten the plane" });
  await dragBy(page, X, 30, 20);
  await expect(flatten).toContainText("(open)");
  await page.getByRole("button", { name: "Identity", exact: true }).click();
  await page.getByRole("button", { name: "singular one" }).click();
  await dragBy(page, X, 30, 20);
  await expect(flatten).toContainText("(open)");
  await page.getByRole("button", { name: "Identity", exact: true }).click();
  await page.getByRole("button", { name: "Singular", exact: true }).click();
  await expect(flatten).toContainText("(done)");
  // It stays so in other chapters and on the way back.
  await page.getByRole("button", { name: "Identity", exact: true }).click();
  const chapters = page.getByRole("navigation", { name: "Chapters" });
  await chapters.getByRole("button", { name: "PCA" }).click();
  await expect(page.getByRole("heading", { name: "Find the direction that says the most" })).toBeVisible();
  await chapters.getByRole("button", { name: "Transform" }).click();
  await expect(flatten).toContainText("(done)");
});

test("a number that is not zero never reads as zero, and nothing is cut off", async ({ page, open }) => {
  await open();
  await type(page, ["1e12", "1e-12", "-1.23e11", "-9999.99"]);
  await expect(entry(page, 1, 2)).toHaveValue("1e−12");
  await expect(page.getByRole("math")).toHaveAccessibleName(/rows 1e12, 1e−12 and −1\.23e11, −9999\.99/);
  const group = page.getByRole("group", { name: /^(A|x), [123] by [123]$/ });
  const cut = () =>
    group
      .getByRole("textbox")
      .evaluateAll((all) =>
        (all as HTMLInputElement[]).filter((f) => f.scrollWidth > f.clientWidth).map((f) => f.value),
      );
  const LONG = ["-9999.99", "-1e12", "-1.23e-12", "-123456", "1.23e11", "12345.67"];
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    if (width < 900) await page.getByRole("tab", { name: "Controls and numbers" }).click();
    for (const shape of ["2 × 2", "3 × 3"]) {
      await page.getByRole("button", { name: shape, exact: true }).click();
      await expect(group.first()).toHaveAccessibleName(`A, ${shape.replace("×", "by")}`);
      const fields = await group.getByRole("textbox").all();
      for (const [k, field] of fields.entries()) {
        await field.fill(LONG[k % LONG.length] ?? "");
        await field.press("Enter");
        await field.blur();
      }
      expect([width, shape, fields.length, await cut()]).toEqual([width, shape, shape === "2 × 2" ? 6 : 12, []]);
    }
  }
});

test("steps by 0.1 there and back leave no dust", async ({ page, open }) => {
  await open();
  const field = entry(page, 1, 2);
  await field.fill("0.3");
  for (const shown of ["0.2", "0.1", "0", "−0.1"]) {
    await field.press("ArrowDown");
    await expect(field).toHaveValue(Number(shown.replace("−", "-")).toFixed(2).replace("-", "−"));
  }
});

test("a drag renders React nothing: the same nodes stay, only their numbers and paths change", async ({
  page,
  open,
}) => {
  await open();
  await expect(page.locator(".katex")).toBeVisible();
  await atRest(page);
  await page.evaluate(() => {
    const record = globalThis as unknown as { added: number };
    record.added = 0;
    const watched = document.querySelector("main");
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        record.added += [...addedNodes].filter((node) => node.nodeType === 1).length;
    }).observe(watched as Element, { childList: true, subtree: true });
  });
  await dragBy(page, I, 90, -40);
  expect(await page.evaluate(() => (globalThis as unknown as { added: number }).added)).toBe(0);
});

for (const [width, height, colorScheme] of [
  [1440, 900, "light"],
  [820, 1180, "dark"],
  [390, 844, "dark"],
  [320, 568, "light"],
] as const)
  test(`fits ${width} × ${height}, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, baseURL });
    const page = await context.newPage();
    await page.goto("./");
    await expect(page.locator(".katex")).toBeVisible();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    const stage = await boxOf(page.getByRole("group", { name: /The plane/ }));
    expect(stage.height).toBeGreaterThan(150);
    await expectAccessible(page);
    await context.close();
  });
