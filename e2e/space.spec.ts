import type { Page } from "@playwright/test";
import { atRest, boxOf, expect, expectAccessible, test } from "./app";

const handle = (page: Page, name: RegExp) => page.getByRole("slider", { name });
const I = /Image of î/;
const K = /Image of k̂/;
const X = /Vector x/;
const RESULT = /Result Ax/;
const entry = (page: Page, row: number, column: number) =>
  page.getByRole("textbox", { name: `A row ${row} column ${column}` });
const number = (page: Page, name: RegExp) => page.getByRole("row", { name }).getByRole("cell");
const space = (page: Page) => page.getByRole("group", { name: /^Space/ });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" });

async function choose(page: Page, shape: "3 × 3" | "3 × 2" | "2 × 3") {
  await page.getByRole("button", { name: shape, exact: true }).click();
  await expect(space(page)).toBeVisible();
}

async function centre(page: Page, name: RegExp) {
  const { cx, cy } = await boxOf(handle(page, name));
  return { x: cx, y: cy };
}

async function dragBy(page: Page, from: { x: number; y: number }, dx: number, dy: number) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y + dy / 2, { steps: 4 });
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 4 });
  await page.mouse.up();
}

const place = async (page: Page, name: RegExp) =>
  ((await handle(page, name).getAttribute("aria-valuetext")) ?? "")
    .replaceAll("−", "-")
    .split(", ")
    .map((text) => Number(text.replace("≈ ", "")));
const grounds = (page: Page) =>
  space(page)
    .locator("path")
    .evaluateAll((paths) => paths.filter((p) => /NaN|Infinity/.test(p.getAttribute("d") ?? "")).length);

test("3 × 3 opens in space with its numbers, its words and three columns to take hold of", async ({ page, open }) => {
  await open();
  await choose(page, "3 × 3");
  await expect(number(page, /^det A/)).toHaveText("1.13");
  await expect(number(page, /^trace/)).toHaveText("3.00");
  await expect(number(page, /^eigenvalues/)).toHaveText("1.50, 0.750 ± 0.433i");
  await expect(
    page
      .getByRole("complementary", { name: "Inspector" })
      .getByText(/The plane across .* is turned by 30\.0° and stretched ×0\.866 each time/),
  ).toBeVisible();
  await expect(space(page)).toHaveAccessibleDescription(/stretches most, ×1\.50, .* volume ×1\.13; no reflection/);
  for (const name of [I, /Image of ĵ/, K, X]) await expect(handle(page, name)).toBeVisible();
  await expect(page.getByRole("math")).toHaveAccessibleName(/x −1\.00, 1\.00, 0\.80, is −0\.50, 1\.40, 0\.30/);
});

test("dragging Ak̂ by mouse moves it in the plane of the view, with Shift along one axis; each drag is one undo step", async ({
  page,
  open,
}) => {
  await open();
  await choose(page, "3 × 3");
  const before = await place(page, K);
  await dragBy(page, await centre(page, K), 60, -40);
  const after = await place(page, K);
  const moved = after.map((value, k) => value - (before[k] ?? 0));
  // The eye stands at 30° and 22°: what moves in its plane has no part toward it.
  const [a, e] = [(30 * Math.PI) / 180, (22 * Math.PI) / 180];
  const toward = [Math.cos(e) * Math.cos(a), Math.cos(e) * Math.sin(a), Math.sin(e)];
  expect(Math.hypot(...moved)).toBeGreaterThan(0.4);
  expect(Math.abs(moved.reduce((sum, value, k) => sum + value * (toward[k] ?? 0), 0))).toBeLessThan(0.03);
  await expect(entry(page, 3, 3)).not.toHaveValue("1.00");
  await undo(page).click();
  await expect(entry(page, 3, 3)).toHaveValue("1.00");
  await expect(entry(page, 1, 3)).toHaveValue("0.00");
  await page.keyboard.down("Shift");
  await dragBy(page, await centre(page, K), 3, -70);
  await page.keyboard.up("Shift");
  const along = await place(page, K);
  expect(along[0]).toBeCloseTo(0, 6);
  expect(along[1]).toBeCloseTo(0.5, 6);
  expect(along[2]).toBeGreaterThan(1.4);
});

test("keys move a handle along x₁, x₂ and x₃ by 1/50, 1/10 and 1/200 of the span; Escape takes it back, Enter types it", async ({
  page,
  open,
}) => {
  await open();
  await choose(page, "3 × 3");
  await handle(page, I).focus();
  // 5 world units across the shorter side.
  await page.keyboard.press("ArrowRight");
  await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "1.10, 0, 0.500");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "1.10, 0.500, 0.500");
  await page.keyboard.press("Alt+PageUp");
  await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "1.10, 0.500, 0.525");
  await page.keyboard.down("PageDown");
  await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "1.10, 0.500, 0.425");
  await page.keyboard.press("Escape");
  await page.keyboard.up("PageDown");
  await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "1.10, 0.500, 0.525");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: I });
  await dialog.getByRole("textbox", { name: /, x₁$/ }).fill("2");
  await dialog.getByRole("textbox", { name: /, x₃$/ }).fill("-0.25");
  await page.keyboard.press("Enter");
  await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "2.00, 0.500, −0.250");
  await expect(handle(page, I)).toBeFocused();
  await undo(page).click();
  await expect(handle(page, I)).toHaveAttribute("aria-valuetext", "1.10, 0.500, 0.525");
});

test("the background turns the camera by mouse, wheel and key, and Home brings it back, each in one undo step", async ({
  page,
  open,
}) => {
  await open();
  await choose(page, "3 × 3");
  // The third row of the formula makes the stage lower, and comes when it comes.
  await atRest(page);
  const home = await centre(page, X);
  const box = await boxOf(space(page));
  await dragBy(page, { x: box.x + 40, y: box.y + box.height - 40 }, 160, -60);
  expect(Math.abs((await centre(page, X)).x - home.x)).toBeGreaterThan(20);
  await expect(handle(page, X)).toHaveAttribute("aria-valuetext", "−1.00, 1.00, 0.800");
  await undo(page).click();
  await expect.poll(async () => Math.round((await centre(page, X)).x)).toBe(Math.round(home.x));
  await space(page).focus();
  await page.keyboard.press("+");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  expect(Math.abs((await centre(page, X)).x - home.x)).toBeGreaterThan(10);
  await page.keyboard.press("Home");
  await expect.poll(async () => Math.round((await centre(page, X)).x)).toBe(Math.round(home.x));
  await expect.poll(async () => Math.round((await centre(page, X)).y)).toBe(Math.round(home.y));
  await undo(page).click();
  await expect.poll(async () => Math.abs((await centre(page, X)).x - home.x)).toBeGreaterThan(10);
  await page.getByRole("button", { name: "Orthographic" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "Orthographic" })).toHaveAttribute("aria-pressed", "true");
});

test("x snaps to an eigenline, the card says so and the equation grows", async ({ page, open }) => {
  await open();
  await choose(page, "3 × 3");
  await page.getByRole("button", { name: "Scale", exact: true }).click();
  await handle(page, X).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: X });
  for (const [name, value] of [
    ["x₁", "1.6"],
    ["x₂", "0"],
    ["x₃", "0"],
  ] as const)
    await dialog.getByRole("textbox", { name: new RegExp(`, ${name}$`) }).fill(value);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("math")).toHaveAccessibleName(/which is 2\.00 times x/);
  await expect(page.getByText(/x is an eigenvector: Ax = 2\.00 x/)).toBeVisible();
  // A few pixels off the line it is pulled back, with Alt it is not.
  const from = await centre(page, X);
  await dragBy(page, from, 1, 2);
  await expect(page.getByRole("math")).toHaveAccessibleName(/which is 2\.00 times x/);
  await page.keyboard.down("Alt");
  await dragBy(page, await centre(page, X), 1, 3);
  await page.keyboard.up("Alt");
  await expect(page.getByRole("math")).not.toHaveAccessibleName(/times x/);
});

for (const shape of ["3 × 3", "3 × 2", "2 × 3"] as const)
  test(`the result of a ${shape} is dragged, and x or A gives, each in one undo step`, async ({ page, open }) => {
    await open();
    await choose(page, shape);
    const [x, column] = [await place(page, X), await place(page, I)];
    const result = await place(page, RESULT);
    await dragBy(page, await centre(page, RESULT), 40, -30);
    const reached = await place(page, RESULT);
    expect(Math.hypot(...reached.map((v, k) => v - (result[k] ?? 0)))).toBeGreaterThan(0.2);
    await expect.poll(() => place(page, X)).not.toEqual(x);
    await expect.poll(() => place(page, I)).toEqual(column);
    await undo(page).click();
    await expect.poll(() => place(page, X)).toEqual(x);
    await page.getByRole("button", { name: "A gives" }).click();
    await dragBy(page, await centre(page, RESULT), 40, -30);
    await expect.poll(() => place(page, X)).toEqual(x);
    await expect.poll(() => place(page, I)).not.toEqual(column);
    await expect.poll(() => place(page, RESULT)).not.toEqual(result);
    await undo(page).click();
    await expect.poll(() => place(page, I)).toEqual(column);
    await handle(page, RESULT).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => (await place(page, RESULT))[0]).toBeGreaterThan(result[0] ?? 0);
  });

test("fibres are drawn where A loses something, and refused with the reason where it does not", async ({
  page,
  open,
}) => {
  await open();
  await choose(page, "3 × 3");
  const fibres = page.getByRole("switch", { name: "Fibres: points with one image" });
  await expect(fibres).toBeDisabled();
  await expect(page.getByText("A loses nothing: every image has exactly one point.")).toBeVisible();
  await page.getByRole("button", { name: "Onto a plane", exact: true }).click();
  const paths = space(page).locator("path:not([d=''])");
  const before = await paths.count();
  await fibres.click();
  await expect.poll(() => paths.count()).toBeGreaterThan(before + 15);
  await choose(page, "2 × 3");
  await expect(fibres).toBeChecked();
  expect(await grounds(page)).toBe(0);
  await undo(page).click();
  await undo(page).click();
  await expect(fibres).not.toBeChecked();
});

test("a symbol, a number's row and a handle light each other", async ({ page, open }) => {
  await open();
  await choose(page, "3 × 3");
  await expect(page.locator(".katex")).toBeVisible();
  // The ellipsoid's outline is 1.8 pixels wide, and lit half as much again.
  const lit = () =>
    space(page)
      .locator("path")
      .evaluateAll(
        (paths) =>
          paths.filter((path) => Math.abs(Number.parseFloat(getComputedStyle(path).strokeWidth) - 2.7) < 0.01).length,
      );
  expect(await lit()).toBe(0);
  await page.getByRole("row", { name: /^singular values/ }).hover();
  await expect.poll(lit).toBeGreaterThan(0);
  await page.mouse.move(2, 2);
  await expect.poll(lit).toBe(0);
  await handle(page, K).hover();
  await expect(page.locator(".katex .sym-k.lit").first()).toBeVisible();
  await expect(page.locator(".katex .sym-i.lit")).toHaveCount(0);
  await page.locator(".katex .sym-i").first().hover();
  await expect(page.locator(".katex .sym-i.lit").first()).toBeVisible();
});

test("I → A is played three ways and the other readings are scrubbed", async ({ page, open }) => {
  await open();
  await choose(page, "3 × 3");
  const scrubber = page.getByRole("slider", { name: "From I to A" });
  for (const way of ["Straight", "Polar", "U Σ Vᵀ"]) {
    await page.getByRole("button", { name: way }).click();
    await scrubber.focus();
    await page.keyboard.press("Home");
    await expect(handle(page, K)).toHaveAttribute("aria-valuetext", "0, 0, 1.00");
    await page.getByRole("button", { name: "Play" }).click();
    await expect(handle(page, K)).toHaveAttribute("aria-valuetext", "0, 0.500, 1.00");
    await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  }
  await page.getByRole("button", { name: "Rows", exact: true }).click();
  await expect(space(page).getByText(/^row 3: 0\.300$/)).toBeVisible();
  await page.getByRole("button", { name: "σuvᵀ", exact: true }).click();
  await expect(space(page).getByText("σ₃u₃")).toBeVisible();
  await scrubber.focus();
  await page.keyboard.press("Home");
  await expect(space(page).getByText("σ₁u₁")).toBeHidden();
});

test("singular, zero, equal columns and extreme entries are said in words, and nothing shows NaN", async ({
  page,
  open,
}) => {
  await open();
  await choose(page, "3 × 3");
  const type = async (values: readonly string[]) => {
    for (const [k, value] of values.entries()) {
      const field = entry(page, 1 + Math.floor(k / 3), 1 + (k % 3));
      await field.fill(value);
      await field.press("Enter");
    }
  };
  await page.getByRole("button", { name: "Onto a plane", exact: true }).click();
  await expect(number(page, /^rank/)).toHaveText("2");
  await expect(number(page, /^condition/)).toHaveText("infinite: rank is lost");
  await expect(space(page).getByText("null space, λ = 0")).toBeVisible();
  await expect(page.getByRole("switch", { name: "Inverse" })).toBeDisabled();
  await expect(space(page)).toHaveAccessibleDescription(/flattens space onto the plane across .* not invertible/);
  await page.getByRole("button", { name: "Reflect" }).click();
  await expect(space(page)).toHaveAccessibleDescription(/space is reflected/);
  await type(["1", "1", "1", "2", "2", "2", "3", "3", "3"]);
  await expect(number(page, /^rank/)).toHaveText("1");
  await dragBy(page, await centre(page, K), 30, 30);
  await expect(number(page, /^rank/)).toHaveText("2");
  await type(["0", "0", "0", "0", "0", "0", "0", "0", "0"]);
  await expect(space(page)).toHaveAccessibleDescription(/every vector to the origin/);
  await dragBy(page, await centre(page, K), 40, -20);
  await expect(number(page, /^rank/)).toHaveText("1");
  await type(["1e12", "1e-12", "-1e12", "5e-324", "1e12", "1", "1e-12", "0", "1e12"]);
  await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
  expect(await grounds(page)).toBe(0);
  const stage = await boxOf(space(page));
  const far = await centre(page, I);
  expect(far.x).toBeGreaterThan(stage.x);
  expect(far.x).toBeLessThan(stage.x + stage.width);
});

test("3 × 2 lays the plane into space: x moves in the input, the columns in the output", async ({ page, open }) => {
  await open();
  await choose(page, "3 × 2");
  await expect(page.getByRole("group", { name: /The plane, before A/ })).toBeVisible();
  await expect(number(page, /^det A/)).toHaveText("only square matrices have one");
  await expect(number(page, /^eigenvalues/)).toHaveText("only square matrices have them");
  await expect(number(page, /^rank/)).toHaveText("2");
  await expect(space(page)).toHaveAccessibleDescription(/lays the plane into space as the plane across/);
  const math = page.getByRole("math");
  const before = await math.getAttribute("aria-label");
  await dragBy(page, await centre(page, X), 40, 30);
  await expect(math).not.toHaveAttribute("aria-label", before ?? "");
  const column = await handle(page, I).getAttribute("aria-valuetext");
  await dragBy(page, await centre(page, I), 30, -30);
  await expect(handle(page, I)).not.toHaveAttribute("aria-valuetext", column ?? "");
  await page.getByRole("button", { name: "Onto a line", exact: true }).click();
  await expect(number(page, /^rank/)).toHaveText("1");
  await expect(page.getByRole("group", { name: /The plane, before A/ }).getByText("null space")).toBeVisible();
});

test("2 × 3 brings space down to the plane and says what it loses", async ({ page, open }) => {
  await open();
  await choose(page, "2 × 3");
  const plane = page.getByRole("group", { name: /The plane, where A brings space/ });
  await expect(plane).toBeVisible();
  await expect(space(page).getByText("null space")).toBeVisible();
  await expect(number(page, /^null space/)).toHaveText(/the line along/);
  await handle(page, K).focus();
  await page.keyboard.press("ArrowRight");
  await expect(entry(page, 1, 3)).toHaveValue("0.60");
  const math = page.getByRole("math");
  const before = await math.getAttribute("aria-label");
  await dragBy(page, await centre(page, X), 30, 20);
  await expect(math).not.toHaveAttribute("aria-label", before ?? "");
  await page.getByRole("button", { name: "Onto a line", exact: true }).click();
  await expect(plane.getByText("column space")).toBeVisible();
});

test("the export of a matrix that is not square has both stages with their titles, and one caption", async ({
  page,
  open,
}) => {
  await open();
  for (const shape of ["3 × 2", "2 × 3"] as const) {
    await choose(page, shape);
    const saved = async (item: string) => {
      await page.getByRole("button", { name: "Export" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: item }).click(),
      ]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    };
    // Three letters in a row say nothing in the pixels' base 64.
    const svg = (await saved("SVG")).toString("utf8").replace(/base64,[^"]+/g, "");
    for (const title of [
      />Input: (the plane|space)<\/text>/,
      />Output: (the plane|space)<\/text>/,
      />Aĵ<\/text>/,
      />ĵ<\/text>/,
    ])
      expect(svg).toMatch(title);
    expect(svg.match(/<image /g)).toHaveLength(2);
    expect(svg.match(/<desc /g)).toHaveLength(1);
    expect(svg).not.toMatch(/var\(--|NaN/);
    const boxes = await Promise.all(
      [space(page), page.getByRole("group", { name: /^The plane, / })].map((stage) => boxOf(stage)),
    );
    const wide = boxes.reduce((sum, box) => sum + box.width, 0);
    const png = await saved("PNG, 2×");
    expect(png.readUInt32BE(16) / 2).toBeGreaterThan(wide);
    expect(png.readUInt32BE(16) / 2).toBeLessThan(wide + 40);
  }
});

test("a stack in space: another is applied, the product is named and dragged, reordered, undone by the inverse, and linked", async ({
  page,
  open,
  browser,
  baseURL,
}) => {
  await open();
  await choose(page, "3 × 3");
  const before = await place(page, RESULT);
  await page.getByText("Compose", { exact: true }).click();
  await page.getByRole("button", { name: "Then apply another" }).click();
  // A quarter turn about the vertical: (x, y, z) becomes (−y, x, z).
  await expect(number(page, /^det BA/)).toHaveText("1.13");
  const turned = await place(page, RESULT);
  expect(turned[0]).toBeCloseTo(-(before[1] ?? 0), 2);
  expect(turned[1]).toBeCloseTo(before[0] ?? 0, 2);
  expect(turned[2]).toBeCloseTo(before[2] ?? 0, 2);
  await expect(page.getByRole("math")).toHaveAccessibleName(/BA x, with BA the rows 0\.00, −1\.00, −0\.50/);
  await expect(space(page)).toHaveAccessibleDescription(/^BA stretches most/);
  await expect(space(page).getByText("BAk̂")).toBeVisible();
  await expect(page.getByText(/BA = .* AB = .* is another matrix: order matters\./)).toBeVisible();
  // The drag moves BA's column by changing A; B stays.
  const step = page.getByRole("button", { name: "Undo", exact: true });
  const [entryA, entryB] = [entry(page, 3, 3), page.getByRole("textbox", { name: "B row 1 column 2" })];
  await handle(page, K).focus();
  await page.keyboard.press("PageUp");
  await expect(entryA).toHaveValue("1.10");
  await expect(entryB).toHaveValue("−1.00");
  const column = await place(page, K);
  await dragBy(page, await centre(page, K), 40, -20);
  await expect.poll(() => place(page, K)).not.toEqual(column);
  await expect(entryB).toHaveValue("−1.00");
  await step.click();
  await step.click();
  await expect(entryA).toHaveValue("1.00");
  // Half of the way is A whole.
  const scrubber = page.getByRole("slider", { name: "From I to A" });
  await scrubber.focus();
  await page.keyboard.press("Home");
  await expect(handle(page, K)).toHaveAttribute("aria-valuetext", "0, 0, 1.00");
  for (let k = 0; k < 5; k++) await page.keyboard.press("PageUp");
  await expect(scrubber).toHaveAttribute("aria-valuetext", "50 % of the way");
  await expect(handle(page, K)).toHaveAttribute("aria-valuetext", "0, 0.500, 1.00");
  await page.getByRole("button", { name: "Apply A later" }).click();
  await expect(entry(page, 1, 2)).toHaveValue("−1.00");
  await page.getByRole("button", { name: "Undo with B⁻¹" }).click();
  await expect(number(page, /^det CBA/)).toHaveText("1.00");
  await expect(space(page)).toHaveAccessibleDescription(/^CBA .*A rotation by 90\.0° about \(0, 0, 1\.00\)/);
  const context = await browser.newContext({ baseURL, viewport: page.viewportSize() });
  const fresh = await context.newPage();
  await fresh.goto(`./${await page.evaluate(() => location.hash)}`);
  await expect(number(fresh, /^det CBA/)).toHaveText("1.00");
  await context.close();
  await page.getByRole("button", { name: "Remove C" }).click();
  await page.getByRole("button", { name: "Remove B" }).click();
  await expect(number(page, /^det A/)).toHaveText("1.00");
  // A matrix that is not square has no stack.
  await choose(page, "3 × 2");
  await expect(page.getByText("Compose", { exact: true })).toHaveCount(0);
});

test("an error of b in space: the ball, the ellipsoid and δ, dragged by mouse and by keys, and refused where A is singular", async ({
  page,
  open,
}) => {
  await open();
  await choose(page, "3 × 3");
  await page.getByText("Solve Ax = b with an error").click();
  const ball = page.getByRole("switch", { name: "Error ball around b" });
  await ball.click();
  const words = page.getByText(/An error of .* in b is one of .* in x: ×.*, at most κ = 1\.73/);
  await expect(words).toBeVisible();
  await expect(space(page).getByText("b + δ", { exact: true })).toBeVisible();
  await expect(space(page).getByText("x + δx", { exact: true })).toBeVisible();
  const WRONG = /b with its error/;
  const [from, said] = [await place(page, WRONG), await words.textContent()];
  await dragBy(page, await centre(page, WRONG), 25, 30);
  await expect.poll(() => place(page, WRONG)).not.toEqual(from);
  await expect(words).not.toHaveText(said ?? "");
  await undo(page).click();
  await expect.poll(() => place(page, WRONG)).toEqual(from);
  await handle(page, WRONG).focus();
  await page.keyboard.press("PageUp");
  await expect.poll(async () => (await place(page, WRONG))[2]).toBeCloseTo((from[2] ?? 0) + 0.1, 6);
  await page.getByRole("button", { name: "Onto a plane", exact: true }).click();
  await expect(ball).toBeDisabled();
  await expect(handle(page, WRONG)).toHaveCount(0);
  await expect(page.getByText("A is singular: Ax = b has no solution, or more than one.")).toBeVisible();
});

test("in words: where iterates go, and where a reflection's picture is flat on its way", async ({ page, open }) => {
  await open();
  await choose(page, "3 × 3");
  await page.getByText("Iterate x, Ax, A²x …").click();
  await expect(page.getByText(/spiral towards the eigenline of λ = 1\.50: each step turns by 30\.0°/)).toBeVisible();
  await page.getByRole("button", { name: "Reflect", exact: true }).click();
  const scrubber = page.getByRole("slider", { name: "From I to A" });
  await scrubber.focus();
  await page.keyboard.press("Home");
  await expect(space(page)).toHaveAccessibleDescription(/at 0 % of its way\.$/);
  for (let k = 0; k < 5; k++) await page.keyboard.press("PageUp");
  await expect(space(page)).toHaveAccessibleDescription(
    /at 50 % of its way\. It is flat here: .* no way to a reflection/,
  );
  for (const axis of ["x₁", "x₂", "x₃"]) await expect(space(page).getByText(axis, { exact: true })).toBeVisible();
});

test("says that space is loading while it is", async ({ page, open }) => {
  await open();
  let arrive = () => {};
  const waits = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/assets\/space-[^/]*\.js$/, async (route) => {
    await waits;
    await route.continue();
  });
  await page.getByRole("button", { name: "3 × 3", exact: true }).click();
  const coming = page.getByRole("status").filter({ hasText: "Loading space …" });
  await expect(coming).toBeVisible();
  const room = await boxOf(coming);
  arrive();
  await expect(space(page)).toBeVisible();
  await expect(coming).toHaveCount(0);
  const stage = await boxOf(space(page));
  // Its upper edge goes with the formula, which has a third row then.
  const edges = (box: typeof room) => [box.x, box.x + box.width, box.y + box.height];
  for (const [k, edge] of edges(stage).entries()) expect(Math.abs(edge - (edges(room)[k] ?? 0))).toBeLessThan(2);
  expect(Math.abs(stage.y - room.y)).toBeLessThan(24);
});

test("a link gives the same space in a fresh browser", async ({ page, open, browser, baseURL }) => {
  await open();
  await choose(page, "3 × 3");
  await page.getByRole("button", { name: "Complex", exact: true }).click();
  await space(page).focus();
  await page.keyboard.press("ArrowLeft");
  const at = await centre(page, K);
  const context = await browser.newContext({ baseURL, viewport: page.viewportSize() });
  const fresh = await context.newPage();
  await fresh.goto(`./${await page.evaluate(() => location.hash)}`);
  await expect(number(fresh, /^eigenvalues/)).toHaveText("1.30, 0.700 ± 0.700i");
  await expect.poll(async () => Math.round((await centre(fresh, K)).x)).toBe(Math.round(at.x));
  await context.close();
});

test("a drag in space renders React nothing", async ({ page, open }) => {
  await open();
  await choose(page, "3 × 3");
  await expect(page.locator(".katex")).toBeVisible();
  await atRest(page);
  await page.evaluate(() => {
    const record = globalThis as unknown as { added: number };
    record.added = 0;
    new MutationObserver((changes) => {
      // The painter's own shapes come and go inside its group.
      for (const { addedNodes, target } of changes)
        if (!(target instanceof SVGGElement))
          record.added += [...addedNodes].filter((node) => node.nodeType === 1).length;
    }).observe(document.querySelector("main") as Element, { childList: true, subtree: true });
  });
  await dragBy(page, await centre(page, K), 90, -40);
  expect(await page.evaluate(() => (globalThis as unknown as { added: number }).added)).toBe(0);
});

/** Sizes in turn with themes; axe once in each theme, on a wide and on a narrow window. */
for (const [width, height, colorScheme, axe] of [
  [1440, 900, "light", true],
  [820, 1180, "dark", false],
  [390, 844, "dark", true],
  [320, 568, "light", false],
] as const)
  test(`space fits ${width} × ${height}, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, baseURL });
    const page = await context.newPage();
    await page.goto("./");
    if (width < 900) await page.getByRole("tab", { name: /Controls/ }).click();
    for (const shape of ["3 × 3", "3 × 2", "2 × 3"] as const) {
      await choose(page, shape);
      await expect(page.locator(".katex")).toBeVisible();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBeLessThanOrEqual(0);
      expect((await boxOf(space(page))).height).toBeGreaterThan(150);
      if (axe) await expectAccessible(page);
    }
    await context.close();
  });
