import type { Page } from "@playwright/test";
import { atRest, boxOf, countCommits, expect, expectAccessible, test } from "./app";

const handle = (page: Page, name: RegExp | string) => page.getByRole("slider", { name });
const number = (page: Page, name: RegExp) => page.getByRole("row", { name }).getByRole("cell");
const entry = (page: Page, row: number, column: number, of = "A") =>
  page.getByRole("textbox", { name: `${of} row ${row} column ${column}`, exact: true });
const mark = (page: Page, name: string) => page.locator(`[data-mark="${name}"]`);
const X = "Vector x";
const RESULT = "Result Ax";
const words = (page: Page, name: RegExp | string) => handle(page, name).getAttribute("aria-valuetext");

async function centre(page: Page, name: RegExp | string) {
  const { cx, cy } = await boxOf(handle(page, name));
  return { x: cx, y: cy };
}

async function dragBy(page: Page, name: RegExp | string, dx: number, dy: number) {
  const from = await centre(page, name);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 8 });
  await page.mouse.up();
}

async function place(page: Page, name: string, across: string, upwards: string) {
  await handle(page, name).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name });
  await dialog.getByRole("textbox", { name: /across/ }).fill(across);
  await dialog.getByRole("textbox", { name: /upwards/ }).fill(upwards);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}

async function type(page: Page, values: readonly string[], of = "A") {
  for (const [k, value] of values.entries()) {
    const field = entry(page, 1 + Math.floor(k / 2), 1 + (k % 2), of);
    await field.fill(value);
    await field.press("Enter");
  }
}

test("dragging the result Ax gives x: the solution of Ax = b; the matrix stays", async ({ page, open }) => {
  await open();
  await place(page, RESULT, "2", "2");
  // A⁻¹ = [1.5 −1; −0.5 1], so A⁻¹(2, 2) = (1, 1).
  await expect(handle(page, X)).toHaveAttribute("aria-valuetext", "1.00, 1.00");
  await expect(entry(page, 1, 1)).toHaveValue("1.00");
  await dragBy(page, RESULT, 60, -30);
  await expect(handle(page, X)).not.toHaveAttribute("aria-valuetext", "1.00, 1.00");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(handle(page, X)).toHaveAttribute("aria-valuetext", "1.00, 1.00");
});

test("dragging the result can give A instead: the smallest change that sends x there", async ({ page, open }) => {
  await open();
  await place(page, X, "1", "0");
  await page.getByRole("button", { name: "A gives" }).click();
  await place(page, RESULT, "2", "-1");
  // With x = î only the first column moves.
  await expect(entry(page, 1, 1)).toHaveValue("2.00");
  await expect(entry(page, 2, 1)).toHaveValue("−1.00");
  await expect(entry(page, 1, 2)).toHaveValue("1.00");
  await expect(handle(page, X)).toHaveAttribute("aria-valuetext", "1.00, 0");
});

test("further vectors are added, dragged, typed and removed, each with its image", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "Add a vector" }).click();
  await page.getByRole("button", { name: "Add a vector" }).click();
  await expect(handle(page, "Vector x3")).toBeVisible();
  const before = await words(page, "Vector x2");
  await dragBy(page, "Vector x2", 50, -40);
  await expect.poll(() => words(page, "Vector x2")).not.toBe(before);
  const field = page.getByRole("textbox", { name: "x3 row 1 column 1" });
  await field.fill("0.5");
  await field.press("Enter");
  await expect(handle(page, "Vector x3")).toHaveAttribute("aria-valuetext", /^0\.500, /);
  await page.getByRole("button", { name: "Remove x2" }).click();
  await expect(handle(page, "Vector x2")).toHaveAttribute("aria-valuetext", /^0\.500, /);
  await expect(handle(page, "Vector x3")).toHaveCount(0);
});

test("a card says that x is an eigenvector, and goes when it no longer is", async ({ page, open }) => {
  await open();
  const card = page.getByText(/x is an eigenvector: Ax = 2\.00 x/);
  await expect(card).toBeHidden();
  await place(page, X, "1", "1");
  await expect(card).toBeVisible();
  await handle(page, X).focus();
  await page.keyboard.press("ArrowUp");
  await expect(card).toBeHidden();
});

test("each of the five readings has its words, its formula and its picture, and plays", async ({ page, open }) => {
  await open();
  const formula = page.getByRole("math");
  const scrubber = handle(page, "From I to A");
  for (const [name, said, drawn] of [
    ["Columns", /mixture of A's columns/, "term-2"],
    ["Rows", /Each row measures x/, "row-2"],
    ["σuvᵀ", /sum of rank-one layers/, "term-2"],
    ["UΣVᵀ", /a stretch by Σ/, "grid"],
  ] as const) {
    await page.getByRole("group", { name: "Reading of A" }).getByRole("button", { name }).click();
    await expect(page.getByText(said).last()).toBeVisible();
    await expect(mark(page, drawn).first()).toBeAttached();
    await scrubber.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Space");
    await expect(scrubber).toHaveValue("1");
    await expect(formula).toHaveAccessibleName(/is −0\.10, 1\.05|is -0\.10, 1\.05/);
  }
});

test("rows as level lines: the label says the entry of Ax", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "Rows", exact: true }).click();
  await expect(page.getByText("row 1 · x = −0.100")).toBeVisible();
  await expect(page.getByText("row 2 · x = 1.05")).toBeVisible();
});

test("a singular A: column space and null space are named, fibres can be shown, the inverse not", async ({
  page,
  open,
}) => {
  await open();
  await expect(page.getByRole("switch", { name: /Fibres/ })).toBeDisabled();
  await page.getByRole("button", { name: "Singular", exact: true }).click();
  await expect(page.getByText("column space")).toBeVisible();
  await expect(page.getByText("null space")).toBeVisible();
  await expect(mark(page, "fibre")).toHaveCount(0);
  await page.getByRole("switch", { name: /Fibres/ }).click();
  await expect(mark(page, "fibre").first()).toBeAttached();
  await expect(page.getByRole("switch", { name: "Inverse" })).toBeDisabled();
  await expect(number(page, /^inverse/)).toHaveText("none: rank 1");
  await expectAccessible(page);
});

test("complex eigenvalues: no line is drawn, the turn and the modulus are said", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "Complex" }).click();
  await expect(page.getByText("turns 63.4°, |λ| = 1.12")).toBeVisible();
  await expect(page.locator('[data-mark="eigen"][stroke-dasharray]')).toHaveCount(0);
});

test("the inverse is drawn and written where there is one", async ({ page, open }) => {
  await open();
  await expect(number(page, /^inverse/)).toHaveText(/1\.50\s+−1\.00\s+−0\.500\s+1\.00/);
  await page.getByRole("switch", { name: "Inverse" }).click();
  await expect(mark(page, "inverse")).toBeAttached();
});

test("matrices are stacked, reordered, undone and removed; the product is named and shown", async ({ page, open }) => {
  await open();
  await page.getByText("Compose", { exact: true }).click();
  await page.getByRole("button", { name: "Then apply another" }).click();
  await expect(number(page, /^det BA/)).toHaveText("1.00");
  // B turns by 90°: BA = [−0.5 −1.5; 1 1].
  await expect(page.getByText(/BA = \[−0\.500 −1\.50; 1\.00 1\.00\]/)).toBeVisible();
  await expect(page.getByText(/is another matrix: order matters/)).toBeVisible();
  await expect(page.getByRole("math")).toHaveAccessibleName(/^BA x/);
  await page.getByRole("button", { name: "Apply A later" }).click();
  await expect(entry(page, 1, 1)).toHaveValue("0.00");
  await expect(page.getByText(/BA = \[1\.00 −1\.00; 1\.50 −0\.500\]/)).toBeVisible();
  await page.getByRole("button", { name: "Remove B" }).click();
  await page.getByRole("button", { name: "Undo with A⁻¹" }).click();
  await expect(page.getByText(/these commute/)).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Two that commute" })).toContainText("(done)");
  await page.reload();
  await expect(number(page, /^det BA/)).toHaveText("1.00");
});

test("iterates spiral or are pulled to the top eigenvector, and are said in words", async ({ page, open }) => {
  await open();
  await page.getByText("Iterate x, Ax, A²x …").click();
  await handle(page, "Steps").focus();
  for (let k = 0; k < 3; k++) await page.keyboard.press("ArrowRight");
  // The line and a dot for x and each step.
  await expect(mark(page, "iterates").and(page.locator("path"))).toHaveCount(5);
  await expect(page.getByText(/turn towards the eigenline of λ = 2\.00/)).toBeVisible();
  await page.getByRole("button", { name: "Complex" }).click();
  await expect(page.getByText(/spiral outwards/)).toBeVisible();
});

test("an error in b is felt: how it grows is said, and never beyond κ", async ({ page, open }) => {
  await open();
  await page.getByText("Solve Ax = b with an error").click();
  await page.getByRole("switch", { name: "Error disc around b" }).click();
  await dragBy(page, "b with its error", 25, 35);
  const said = page.getByText(/An error of .* in b is one of/);
  await expect(said).toBeVisible();
  const growth = Number(/×([\d.]+), at most κ/.exec((await said.textContent()) ?? "")?.[1]);
  expect(growth).toBeGreaterThan(0);
  expect(growth).toBeLessThanOrEqual(4.27);
  await page.getByRole("button", { name: "Singular", exact: true }).click();
  await expect(page.getByText(/A is singular: Ax = b has no solution/)).toBeVisible();
});

test("whitening makes the covariance ellipse the unit circle", async ({ page, open }) => {
  await open();
  await page.getByRole("switch", { name: /Covariance ellipse/ }).click();
  await page.getByRole("button", { name: "Whiten the data" }).click();
  // Both ellipses have 96 corners; the moved one of the data and the unit circle are the same.
  const path = (name: string, k: number) => mark(page, name).nth(k).getAttribute("d");
  const corners = async (name: string, k: number) =>
    [...((await path(name, k)) ?? "").matchAll(/([-\d.]+) ([-\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const circle = await corners("ellipse", 0);
  const moved = await corners("covariance", 1);
  const [ox, oy] = [0, 1].map((i) => circle.reduce((sum, p) => sum + (p[i] ?? 0) / circle.length, 0)) as [
    number,
    number,
  ];
  const radius = Math.hypot((circle[0]?.[0] ?? 0) - ox, (circle[0]?.[1] ?? 0) - oy);
  expect(moved.length).toBe(96);
  for (const [x = 0, y = 0] of moved) expect(Math.abs(Math.hypot(x - ox, y - oy) - radius)).toBeLessThan(0.05);
});

test("principal components stand in for columns, and a picture is moved too", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "PC1 and PC2" }).click();
  await page.getByRole("combobox", { name: "Picture" }).click();
  await page.getByRole("option", { name: "Temple" }).click();
  await expect(page.getByText(/CC BY 2\.0/)).toBeVisible();
  await expect(page.locator("main canvas")).toHaveCount(2);
  await expectAccessible(page);
});

test("a random matrix has a seed: the next one is another, and a link brings it back", async ({ page, open }) => {
  await open();
  const values = async () => [await entry(page, 1, 1).inputValue(), await entry(page, 2, 2).inputValue()];
  const before = await values();
  await page.getByRole("button", { name: "Random" }).click();
  await expect.poll(values).not.toEqual(before);
  const first = await values();
  await page.getByRole("button", { name: "Random" }).click();
  await expect.poll(values).not.toEqual(first);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(values).toEqual(first);
});

test("pointing at a number lights its picture and its symbol, and pointing at a symbol lights the number", async ({
  page,
  open,
}) => {
  await open();
  const eigen = mark(page, "eigen").and(page.locator("path")).first();
  const width = Number(await eigen.getAttribute("stroke-width"));
  await page.getByRole("row", { name: /^eigenvalues/ }).hover();
  await expect.poll(async () => Number(await eigen.getAttribute("stroke-width"))).toBeGreaterThan(1.2 * width);
  await page.getByRole("group", { name: "Reading of A" }).getByRole("button", { name: "UΣVᵀ" }).click();
  await page.locator(".sym-ellipse").first().hover();
  await expect(page.getByRole("row", { name: /^singular values/ })).toHaveAttribute("data-lit", "");
  await handle(page, X).hover();
  await expect(page.locator(".sym-x.lit")).toHaveCount(1);
});

test("degenerate-drag: one column dragged onto the other and onto zero: handles stay, words replace numbers", async ({
  page,
  open,
}) => {
  await open();
  const [i, j] = [/Image of î/, /Image of ĵ/];
  const [from, to] = [await centre(page, i), await centre(page, j)];
  await dragBy(page, i, to.x - from.x, to.y - from.y);
  await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
  await place(page, "Image of î, first column of A", "1", "1.5");
  await expect(number(page, /^condition/)).toHaveText("infinite: singular");
  await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
  await place(page, "Image of î, first column of A", "0", "0");
  await place(page, "Image of ĵ, second column of A", "0", "0");
  await expect(number(page, /^rank/)).toHaveText("0");
  await expect(page.getByRole("group", { name: /The plane/ })).toHaveAccessibleDescription(
    /every vector to the origin/,
  );
  // ĵ lies on top, and can still be pulled away.
  await dragBy(page, j, 70, -70);
  await expect(number(page, /^rank/)).toHaveText("1");
});

for (const values of [
  ["1e-12", "0", "0", "1e-12"],
  ["1e12", "-1e12", "1e12", "1e12"],
  ["1e12", "1e-12", "1e-12", "1e-12"],
] as const)
  test(`entries at the limits, ${values.join(" ")}: every reading and panel stays drawn`, async ({ page, open }) => {
    await open();
    await type(page, values);
    await page.getByText("Iterate x, Ax, A²x …").click();
    await handle(page, "Steps").focus();
    await page.keyboard.press("End");
    for (const name of ["Columns", "Rows", "σuvᵀ", "UΣVᵀ", "Grid"]) {
      await page.getByRole("group", { name: "Reading of A" }).getByRole("button", { name }).click();
      await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
      const bad = await page
        .locator("svg [data-mark]")
        .evaluateAll((nodes) => nodes.filter((n) => /NaN|Infinity|undefined/.test(n.outerHTML)).length);
      expect(bad).toBe(0);
      await expect(mark(page, "ghost")).not.toHaveAttribute("d", "");
    }
  });

test("the picture is saved as SVG and PNG with its words inside, the numbers as CSV, the formula as LaTeX", async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  const choose = async (item: string) => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  const saved = async (item: string) => {
    const [download] = await Promise.all([page.waitForEvent("download"), choose(item)]);
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
  const svg = (await saved("SVG")).toString("utf8");
  expect(svg).toMatch(/<title[ >]/);
  expect(svg).toMatch(/stretches most, ×2\.07/);
  expect(svg).not.toMatch(/var\(--|NaN/);
  const png = await saved("PNG, 2×");
  const stage = await boxOf(page.getByRole("group", { name: /The plane/ }));
  expect(png.readUInt32BE(16)).toBe(2 * Math.round(stage.width));
  expect((await saved("Numbers as CSV")).toString("utf8")).toMatch(/^name,value\nA_11,1\n/);
  await choose("Copy as LaTeX");
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain("\\begin{bmatrix} 1 & 1 \\\\ 0.5 & 1.5 \\end{bmatrix}");
});

test("a drag commits nothing in React", async ({ page, open }) => {
  const commits = await countCommits(page);
  await open();
  await expect(page.locator(".katex")).toBeVisible();
  expect(await commits()).toBeGreaterThan(0);
  for (const name of [/Image of î/, RESULT]) {
    // A panel that arrives late, or the end of the last drag, commits as well.
    await atRest(page);
    const from = await centre(page, name);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    // The first move may put the hint of the handles away.
    await page.mouse.move(from.x + 3, from.y + 2);
    const before = await commits();
    await page.mouse.move(from.x + 40, from.y - 60, { steps: 20 });
    expect(await commits()).toBe(before);
    await page.mouse.up();
  }
});
