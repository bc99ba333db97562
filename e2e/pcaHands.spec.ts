import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { atRest, boxOf, countCommits, expect, expectAccessible, test } from "./app";
import { choose, lambdas, numbers, point, rowOf, selected, tool, undo } from "./pcaPage";
import { covarianceOf, jacobiEigenvalues } from "./symmetricEigen";

const stage = (page: Page) => page.getByRole("group", { name: "The points and their principal components" });
const keepAll = async (page: Page) => {
  await page.getByRole("slider", { name: "Components kept", exact: true }).focus();
  await page.keyboard.press("End");
};

/** Iris as it is shipped. */
const IRIS = readFileSync("public/data/iris.csv", "utf8")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(",").slice(0, 4).map(Number));

test.beforeEach(async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: /PCA/ }).click();
  await expect(stage(page)).toHaveAccessibleDescription(/^Iris, 150 rows and 4 features: PC1 keeps 92\.5 %/);
});

test("a point is dragged: the components are those of the changed table, to ten digits, and undo brings the row back", async ({
  page,
}) => {
  await choose(page, 132);
  await tool(page, /Drag points/);
  const before = await lambdas(page);
  const at = await boxOf(point(page, 132));
  await page.mouse.move(at.cx + 3, at.cy - 2);
  await page.mouse.down();
  await page.mouse.move(at.cx - 120, at.cy + 160, { steps: 8 });
  await expect(page.getByText(/^Row 132: (petal|sepal) length .* → /)).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => lambdas(page)).not.toEqual(before);
  const row = await rowOf(page, 132);
  expect(row.slice(0, 4)).not.toEqual(IRIS[131]);
  const truth = jacobiEigenvalues(covarianceOf(IRIS.map((values, i) => (i === 131 ? row.slice(0, 4) : values))));
  (await lambdas(page)).forEach((lambda, k) => {
    expect(lambda / (truth[k] ?? 0)).toBeCloseTo(1, 10);
  });
  // What was dragged is in every chapter, the link and the next visit.
  await undo(page);
  await expect.poll(() => lambdas(page)).toEqual(before);
  await page.getByRole("button", { name: "Redo" }).click();
  await page.reload();
  await expect.poll(() => rowOf(page, 132)).toEqual(row);
});

test("a point under the pointer is taken without being chosen first, by a finger too; by keys as a handle", async ({
  page,
  browser,
  baseURL,
}) => {
  await choose(page, 119);
  await tool(page, /Drag points/);
  const at = await boxOf(point(page, 119));
  await page.getByRole("button", { name: "Close the point" }).click();
  await expect(point(page, 119)).toHaveCount(0);
  await page.mouse.move(at.cx, at.cy);
  await page.mouse.down();
  await page.mouse.move(at.cx - 40, at.cy + 30, { steps: 4 });
  await page.mouse.up();
  await expect(point(page, 119)).toBeVisible();
  const words = await point(page, 119).getAttribute("aria-valuetext");
  await point(page, 119).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(point(page, 119)).not.toHaveAttribute("aria-valuetext", words ?? "");
  await undo(page);
  await expect(point(page, 119)).toHaveAttribute("aria-valuetext", words ?? "");

  const address = page.url();
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 820, height: 1180 }, baseURL });
  const tablet = await context.newPage();
  await tablet.goto(address);
  const here = await boxOf(point(tablet, 119));
  const session = await context.newCDPSession(tablet);
  const touch = (type: string, x: number, y: number) =>
    session.send("Input.dispatchTouchEvent", {
      type: type as "touchStart",
      touchPoints: type === "touchEnd" ? [] : [{ x, y }],
    });
  await touch("touchStart", here.cx, here.cy);
  for (let k = 1; k <= 5; k++) await touch("touchMove", here.cx + 10 * k, here.cy + 8 * k);
  await touch("touchEnd", 0, 0);
  await expect(point(tablet, 119)).not.toHaveAttribute("aria-valuetext", words ?? "");
  await context.close();
});

test("components follow a point all the way round without turning about, and come out of a reload as they were", async ({
  page,
}) => {
  const ring = Array.from({ length: 24 }, (_, k) => [Math.cos(k) * (1 + (k % 3) / 3), Math.sin(k) * (1 + (k % 3) / 3)]);
  await page.getByRole("button", { name: /Open the data drawer/ }).click();
  await page
    .getByRole("textbox", { name: "Paste a table" })
    .fill(`a,b\n${ring.map((row) => row.join(",")).join("\n")}\n9,0.5\n`);
  await page.getByRole("button", { name: "Read the pasted table" }).click();
  await expect(page.getByRole("button", { name: /Pasted table, 25 × 2/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await choose(page, 25);
  await tool(page, /Drag points/);
  // The whole way round must fit on the stage.
  await stage(page).focus();
  for (let k = 0; k < 3; k++) await page.keyboard.press("-");
  const knob = await boxOf(point(page, 25));
  const middle = await boxOf(page.locator("[data-mark=mean]").first());
  const [dx, dy] = [knob.cx - middle.cx, knob.cy - middle.cy];
  const v1 = async () => (await numbers(page, "Loadings of each feature")).filter((_, k) => k % 2 === 0);
  let last = await v1();
  await page.mouse.move(knob.cx, knob.cy);
  await page.mouse.down();
  for (let k = 1; k <= 24; k++) {
    const t = (k * Math.PI) / 12;
    const [c, s] = [Math.cos(t), Math.sin(t)];
    await page.mouse.move(middle.cx + dx * c - dy * s, middle.cy + dx * s + dy * c);
    await expect.poll(v1).not.toEqual(last);
    const now = await v1();
    expect((now[0] ?? 0) * (last[0] ?? 0) + (now[1] ?? 0) * (last[1] ?? 0)).toBeGreaterThan(0.7);
    last = now;
    if (k === 12) break;
  }
  await page.mouse.up();
  // Halfway round it points the other way, which the largest loading alone would not have told.
  expect(last[0] ?? 0).toBeLessThan(-0.9);
  await expect.poll(v1).toEqual(last);
  await page.reload();
  await expect.poll(v1).toEqual(last);
});

test("among the scores the row moves by VΔy, within the two components that are shown", async ({ page }) => {
  await keepAll(page);
  await page.getByRole("button", { name: "Scores", exact: true }).click();
  await choose(page, 10);
  await tool(page, /Drag points/);
  const v = await numbers(page, "Loadings of each feature");
  const was = (await rowOf(page, 10)).slice(0, 4);
  const at = await boxOf(point(page, 10));
  await page.mouse.move(at.cx, at.cy);
  await page.mouse.down();
  await page.mouse.move(at.cx + 90, at.cy - 70, { steps: 6 });
  await expect(page.getByText(/The row moves by VΔy/)).toBeVisible();
  await page.mouse.up();
  await expect.poll(async () => (await rowOf(page, 10)).slice(0, 4)).not.toEqual(was);
  const change = (await rowOf(page, 10)).slice(0, 4).map((value, j) => value - (was[j] ?? 0));
  const along = (k: number) => change.reduce((sum, value, j) => sum + value * (v[4 * j + k] ?? 0), 0);
  expect(Math.abs(along(0))).toBeGreaterThan(0.1);
  expect(Math.abs(along(1))).toBeGreaterThan(0.1);
  for (const k of [2, 3]) expect(Math.abs(along(k))).toBeLessThan(1e-9);
});

test("a drag of a point renders nothing in React", async ({ page }) => {
  const commits = await countCommits(page);
  await choose(page, 132);
  await tool(page, /Drag points/);
  await page.reload();
  const at = await boxOf(point(page, 132));
  await atRest(page);
  expect(await commits()).toBeGreaterThan(0);
  await page.mouse.move(at.cx, at.cy);
  await page.mouse.down();
  await page.mouse.move(at.cx + 6, at.cy + 6);
  await atRest(page);
  const before = await commits();
  const [first] = await numbers(page, "Loadings of each feature");
  await page.mouse.move(at.cx - 100, at.cy + 120, { steps: 20 });
  // The table of loadings is live all the same.
  await expect.poll(async () => (await numbers(page, "Loadings of each feature"))[0]).not.toBe(first);
  expect(await commits()).toBe(before);
  await page.mouse.up();
});

test("rows are chosen by a box, more with Shift, fewer with Alt, none by a press; every chapter shows them", async ({
  page,
}) => {
  const box = await boxOf(stage(page));
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    await page.mouse.move(box.x + from[0] * box.width, box.y + from[1] * box.height);
    await page.mouse.down();
    await page.mouse.move(box.x + to[0] * box.width, box.y + to[1] * box.height, { steps: 6 });
    await page.mouse.up();
  };
  await tool(page, /by a box/);
  const view = await page.locator("[data-mark=grid]").first().getAttribute("d");
  // The whole of setosa stands apart, at the lower left.
  await drag([0.02, 0.4], [0.36, 0.98]);
  await expect(selected(page)).toHaveText(/^50 of 150 rows/);
  await expect(page.getByRole("button", { name: "setosa" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.down("Shift");
  await drag([0.36, 0.02], [0.99, 0.98]);
  await page.keyboard.up("Shift");
  await expect(selected(page)).toHaveText(/^150 of 150 rows/);
  await page.keyboard.down("Alt");
  await drag([0.02, 0.4], [0.36, 0.98]);
  await page.keyboard.up("Alt");
  await expect(selected(page)).toHaveText(/^100 of 150 rows/);
  // The view stayed where it was.
  await expect(page.locator("[data-mark=grid]").first()).toHaveAttribute("d", view ?? "");
  await page.reload();
  await expect(selected(page)).toHaveText(/^100 of 150 rows/);
  /** Pixels of setosa's colour on the chapter's canvases. */
  const blue = () =>
    page.evaluate(() => {
      const hex = getComputedStyle(document.documentElement).getPropertyValue("--class-0").trim();
      const rgb = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      let count = 0;
      for (const canvas of document.querySelectorAll("canvas")) {
        const copy = new OffscreenCanvas(Math.max(1, canvas.width), Math.max(1, canvas.height));
        const context = copy.getContext("2d", { willReadFrequently: true });
        context?.drawImage(canvas, 0, 0);
        const data = context?.getImageData(0, 0, copy.width, copy.height).data ?? [];
        for (let k = 0; k < data.length; k += 4)
          if (rgb.every((part, at) => Math.abs(part - (data[k + at] ?? 0)) < 6) && (data[k + 3] ?? 0) > 200) count++;
      }
      return count;
    });
  for (const chapter of [/PCA/, /Transform/, /Layer/]) {
    await page.getByRole("navigation", { name: "Chapters" }).getByRole("button", { name: chapter }).click();
    await expect.poll(blue).toBe(0);
  }
  await page.getByRole("navigation", { name: "Chapters" }).getByRole("button", { name: /PCA/ }).click();
  await page.getByRole("button", { name: "Invert" }).click();
  await expect(selected(page)).toHaveText(/^50 of 150 rows/);
  await expect.poll(blue).toBeGreaterThan(500);
  await page.mouse.click(box.x + 0.5 * box.width, box.y + 0.8 * box.height);
  await expect(selected(page)).toHaveText(/^No row/);
  await undo(page);
  await expect(selected(page)).toHaveText(/^50 of 150 rows/);
});

test("a lasso takes what it goes round, Escape gives it up; classes are chosen by their names, by key too", async ({
  page,
}) => {
  await tool(page, /by a lasso/);
  const box = await boxOf(stage(page));
  const round = async () => {
    const corners = [
      [0.02, 0.4],
      [0.36, 0.4],
      [0.36, 0.98],
      [0.02, 0.98],
    ] as const;
    await page.mouse.move(box.x + 0.02 * box.width, box.y + 0.4 * box.height);
    await page.mouse.down();
    for (const [x, y] of corners) await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 6 });
  };
  await round();
  await expect(selected(page)).toHaveText(/^50 of 150 rows/);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(selected(page)).toHaveText(/^No row/);
  await expect(page.getByRole("button", { name: "Clear" })).toHaveCount(0);
  await round();
  await page.mouse.up();
  await expect(selected(page)).toHaveText(/^50 of 150 rows/);
  await page.getByRole("button", { name: "virginica" }).focus();
  await page.keyboard.press("Shift+Enter");
  await page.getByRole("button", { name: "virginica" }).click({ modifiers: ["Shift"] });
  await expect(selected(page)).toHaveText(/^100 of 150 rows/);
  await page.getByRole("button", { name: "versicolor" }).press("Enter");
  await expect(selected(page)).toHaveText(/^50 of 150 rows/);
  await page.getByRole("button", { name: "versicolor" }).press("Enter");
  await expect(selected(page)).toHaveText(/^No row/);
  await expectAccessible(page);
});

test("the cut is dragged and moved by key, and the bars can stand end to end", async ({ page }) => {
  const cut = page.getByRole("slider", { name: "Cut: components kept" });
  const kept = page.getByRole("slider", { name: "Components kept", exact: true });
  await expect(cut).toHaveAttribute("aria-valuetext", "2 keep 97.8 %");
  const at = await boxOf(page.getByRole("listitem").filter({ hasText: "PC2" }).first());
  const to = await boxOf(page.getByRole("listitem").filter({ hasText: "PC3" }).first());
  await page.mouse.move(at.x + at.width - 10, at.y + at.height);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width - 10, to.y + to.height - 2, { steps: 5 });
  await page.mouse.up();
  await expect(cut).toHaveAttribute("aria-valuetext", "3 keep 99.5 %");
  await expect(kept).toHaveAttribute("aria-valuenow", "3");
  await cut.focus();
  await page.keyboard.press("ArrowUp");
  await expect(cut).toHaveAttribute("aria-valuetext", "2 keep 97.8 %");
  await undo(page);
  await undo(page);
  await expect(kept).toHaveAttribute("aria-valuenow", "2");
  await page.getByRole("button", { name: "Cumulative" }).click();
  const last = page.getByRole("region", { name: "Explained variance of each component" }).getByRole("listitem").last();
  await expect(last).toContainText("100.0 %");
  await page.reload();
  await expect(last).toContainText("100.0 %");
});

test("the fan of resamples and its whiskers: at once for few rows, by a worker for many", async ({ page }) => {
  await page.getByRole("switch", { name: "Fan of resamples" }).click();
  await expect(page.locator("[data-mark=fan]").first()).toBeAttached();
  await expect(page.getByText("50 resamples of 150 rows.", { exact: false })).toBeVisible();
  const first = page
    .getByRole("region", { name: "Explained variance of each component" })
    .getByRole("listitem")
    .first();
  // λ₁ of Iris is 4.20 by 1/n, and its standard error by normal theory λ√(2/n) = 0.48: the whiskers are about it.
  await expect(first).toHaveAttribute("title", /between (89|90|91)\.\d % and|between \d+\.\d % and \d+/);
  await page.getByRole("button", { name: /Open the data drawer/ }).click();
  await page.getByRole("button", { name: /^Digits/ }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByText("50 resamples of 1,797 rows.", { exact: false })).toBeVisible({ timeout: 20_000 });
});

test("features and rows by other measures: cos² of a feature adds up to 1 over all components", async ({ page }) => {
  await keepAll(page);
  await page.getByRole("combobox", { name: "Measure of the features" }).click();
  await page.getByRole("option", { name: "cos² of features" }).click();
  const cos2 = await numbers(page, "Loadings of each feature");
  for (let j = 0; j < 4; j++)
    expect(cos2.slice(4 * j, 4 * j + 4).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
  await page.getByRole("combobox", { name: "Measure of the features" }).click();
  await page.getByRole("option", { name: "Contributions v²" }).click();
  const parts = await numbers(page, "Loadings of each feature");
  for (let k = 0; k < 4; k++)
    expect([0, 1, 2, 3].reduce((sum, j) => sum + (parts[4 * j + k] ?? 0), 0)).toBeCloseTo(1, 10);
  await choose(page, 42);
  const row = await numbers(page, "How row 42 stands to each component");
  expect([0, 1, 2, 3].reduce((sum, k) => sum + (row[3 * k + 1] ?? 0), 0)).toBeCloseTo(1, 10);
});
