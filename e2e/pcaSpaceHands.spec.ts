/** The tools in space: rows chosen by where they are seen, and points carried in the plane of the view. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { atRest, boxOf, countCommits, expect, expectAccessible, test } from "./app";
import { choose, lambdas, numbers, point, selected, tool, undo, view } from "./pcaPage";
import { covarianceOf, jacobiEigenvalues } from "./symmetricEigen";

const stage = (page: Page) => page.getByRole("group", { name: "The points and their principal components in space" });

test.beforeEach(async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: /PCA/ }).click();
  await expect(page.getByRole("heading", { name: "Find the direction that says the most" })).toBeVisible();
  await page.getByRole("button", { name: "Space", exact: true }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/Drawn in space:/);
  await atRest(page);
});

test("a box and a lasso choose the rows that are seen inside them, and the camera stays", async ({ page }) => {
  await view(page, "Scores");
  await expect(stage(page)).toHaveAccessibleDescription(/scores, PC1, PC2 and PC3/);
  const box = await boxOf(stage(page));
  const axis = await page.locator("[data-mark=axisTitle]").first().getAttribute("x");
  await tool(page, /by a box/);
  const drag = async (corners: readonly (readonly [number, number])[]) => {
    const [first = [0, 0], ...rest] = corners.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height] as const);
    await page.mouse.move(...first);
    await page.mouse.down();
    for (const [x, y] of rest) await page.mouse.move(x, y, { steps: 5 });
    await page.mouse.up();
  };
  await drag([
    [0.01, 0.12],
    [0.99, 0.99],
  ]);
  await expect(selected(page)).toHaveText(/^150 of 150 rows/);
  await undo(page);
  await expect(selected(page)).toHaveText(/^No row/);
  await tool(page, /by a lasso/);
  await drag([
    [0.01, 0.12],
    [0.5, 0.12],
    [0.5, 0.99],
    [0.01, 0.99],
  ]);
  await expect(selected(page)).toHaveText(/^([1-9]|\d\d|1[0-4]\d) of 150 rows/);
  const some = await selected(page).textContent();
  // What is left of the middle and what is right of it are all.
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await drag([
    [0.5, 0.12],
    [0.99, 0.12],
    [0.99, 0.99],
    [0.5, 0.99],
  ]);
  const count = (text: string | null) => Number(/^\d+/.exec(text ?? "")?.[0]);
  await expect(selected(page)).toHaveText(new RegExp(`^${150 - count(some)} of 150`));
  await expect(page.locator("[data-mark=axisTitle]").first()).toHaveAttribute("x", axis ?? "");
  await page.reload();
  await expect(selected(page)).toHaveText(new RegExp(`^${150 - count(some)} of 150`));
  await expectAccessible(page);
});

test("a point is carried where it is seen: the components are those of the changed table, and React renders nothing", async ({
  page,
}) => {
  const commits = await countCommits(page);
  await page.reload();
  await expect(stage(page)).toHaveAccessibleDescription(/Drawn in space:/);
  await choose(page, 42);
  await tool(page, /Drag points/);
  await atRest(page);
  const before = await lambdas(page);
  const at = await boxOf(point(page, 42));
  await page.getByRole("button", { name: "Close the point" }).click();
  await page.mouse.move(at.cx + 4, at.cy + 3);
  await page.mouse.down();
  await page.mouse.move(at.cx + 8, at.cy + 8, { steps: 4 });
  const began = await commits();
  expect(began).toBeGreaterThan(0);
  await page.mouse.move(at.cx - 60, at.cy + 70, { steps: 12 });
  expect(await commits()).toBe(began);
  // The point is under the hand, as much beside its middle as where it was taken.
  const held = await boxOf(point(page, 42));
  expect(Math.hypot(held.cx - (at.cx - 64), held.cy - (at.cy + 67))).toBeLessThan(2);
  await page.mouse.up();
  const row = (await numbers(page, "Values and scores of row 42")).slice(0, 4);
  const after = await lambdas(page);
  expect(after[0]).not.toBe(before[0]);
  const table = await page.evaluate(async () => (await fetch("./data/iris.csv")).text());
  const x = table
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(",").slice(0, 4).map(Number));
  x[41] = row;
  jacobiEigenvalues(covarianceOf(x)).forEach((value, k) => {
    expect(Math.abs((after[k] as number) / value - 1)).toBeLessThan(1e-9);
  });
  await undo(page);
  await expect.poll(() => lambdas(page)).toEqual(before);
});

test("among the scores the row moves by VΔy; a handle moves by key and by finger", async ({ page, context }) => {
  await view(page, "Scores");
  await choose(page, 10);
  await tool(page, /Drag points/);
  const was = await numbers(page, "Values and scores of row 10");
  await point(page, 10).focus();
  await page.keyboard.press("PageUp");
  await expect.poll(() => numbers(page, "Values and scores of row 10")).not.toEqual(was);
  await undo(page);
  await expect.poll(() => numbers(page, "Values and scores of row 10")).toEqual(was);
  const at = await boxOf(point(page, 10));
  const session = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  await touch("touchStart", at.cx, at.cy);
  for (let k = 1; k <= 5; k++) await touch("touchMove", at.cx + 8 * k, at.cy - 6 * k);
  await touch("touchEnd", 0, 0);
  await expect.poll(() => numbers(page, "Values and scores of row 10")).not.toEqual(was);
});

test("Escape gives a carried point back, and turning space renders nothing in React", async ({ page }) => {
  const before = await lambdas(page);
  await choose(page, 132);
  await tool(page, /Drag points/);
  const at = await boxOf(point(page, 132));
  await page.mouse.move(at.cx, at.cy);
  await page.mouse.down();
  await page.mouse.move(at.cx + 50, at.cy + 40, { steps: 5 });
  await expect.poll(() => page.getByText(/^Row 132: .* → /).count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect.poll(() => lambdas(page)).toEqual(before);
  await tool(page, /Look/);
  const commits = await countCommits(page);
  await page.reload();
  await expect(stage(page)).toHaveAccessibleDescription(/Drawn in space:/);
  await atRest(page);
  const box = await boxOf(stage(page));
  const home = await page.locator("[data-mark=axisTitle]").first().getAttribute("x");
  await page.mouse.move(box.x + 60, box.cy);
  await page.mouse.down();
  await page.mouse.move(box.x + 70, box.cy, { steps: 3 });
  const began = await commits();
  expect(began).toBeGreaterThan(0);
  await page.mouse.move(box.x + 240, box.cy + 60, { steps: 20 });
  expect(await commits()).toBe(began);
  await expect(page.locator("[data-mark=axisTitle]").first()).not.toHaveAttribute("x", home ?? "");
  await page.mouse.up();
});

test("each class has its ellipsoid, in exports too", async ({ page }) => {
  await page.getByRole("switch", { name: "Ellipsoid for each class" }).click();
  await expect(page.locator("[data-mark=class-2]")).toHaveAttribute("d", /^M[\d.-]+/);
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "SVG" }).click();
  const svg = readFileSync(await (await download).path(), "utf8");
  for (const code of [0, 1, 2])
    expect(svg).toContain((await page.locator(`[data-mark=class-${code}]`).getAttribute("d")) ?? "nothing");
  expect(svg).not.toMatch(/NaN|Infinity/);
  await page.reload();
  await expect(page.locator("[data-mark=class-0]")).toBeAttached();
});

test("the turn ends on the components that are chosen, in space and in the plane", async ({ page }) => {
  const scrubber = page.getByRole("slider", { name: "From features to components" });
  await scrubber.focus();
  await page.keyboard.press("End");
  await expect(stage(page)).toHaveAccessibleDescription(/scores on PC1, PC2 and PC3\./);
  await page.getByRole("combobox", { name: "x", exact: true }).last().click();
  await page.getByRole("option", { name: /^PC4/ }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/scores on PC4, PC2 and PC3\./);
  await expect(page.locator("[data-mark=axisTitle]", { hasText: "PC4 (0.5 %)" })).toBeAttached();
  await page.getByRole("button", { name: "Plane", exact: true }).click();
  await expect(
    page.getByRole("group", { name: "The points and their principal components", exact: true }),
  ).toHaveAccessibleDescription(/scores on PC4 and PC2\./);
  await page.reload();
  await expect(
    page.getByRole("group", { name: "The points and their principal components", exact: true }),
  ).toHaveAccessibleDescription(/scores on PC4 and PC2\./);
});
