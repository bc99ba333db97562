import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { zlibSync } from "fflate";
import { atRest, boxOf, expect, expectAccessible, test } from "./app";

const SPACE = "The points and their principal components in space";
const space = (page: Page) => page.getByRole("group", { name: SPACE });
const plane = (page: Page) =>
  page.getByRole("group", { name: "The points and their principal components", exact: true });
const scrubber = (page: Page) => page.getByRole("slider", { name: "From features to components" });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" }).click();
const link = (changed: object) =>
  `#s=${Buffer.from(zlibSync(new TextEncoder().encode(JSON.stringify({ v: 1, ...changed })))).toString("base64url")}`;
const pca = (changed: object, dataset = "iris") => link({ app: { chapter: "pca" }, data: { dataset }, pca: changed });
/** Where v₁'s name stands: what follows the camera. */
const nameOfFirst = async (page: Page) => {
  const text = page.locator('[data-mark="v1"]').filter({ hasText: "v₁" });
  return `${await text.getAttribute("x")} ${await text.getAttribute("y")}`;
};
const broken = (page: Page) =>
  page
    .locator("svg path")
    .evaluateAll((paths) => paths.filter((path) => /NaN|Infinity/.test(path.getAttribute("d") ?? "")).length);

test("three features are turned by mouse and by key, zoomed and brought home; each is one undo step", async ({
  page,
  open,
}) => {
  await open(pca({}));
  await page.getByRole("button", { name: "Space", exact: true }).click();
  await expect(space(page)).toHaveAccessibleDescription(
    /Drawn in space: petal length, sepal length and petal width\. Each v is the shadow/,
  );
  await atRest(page);
  await expectAccessible(page);
  const home = await nameOfFirst(page);
  const { cx, y, height } = await boxOf(space(page));
  const low = y + height - 40;
  await page.mouse.move(cx - 200, low);
  await page.mouse.down();
  await page.mouse.move(cx, low - 60, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => nameOfFirst(page)).not.toBe(home);
  const turned = await nameOfFirst(page);
  await space(page).press("ArrowRight");
  await expect.poll(() => nameOfFirst(page)).not.toBe(turned);
  await undo(page);
  await expect.poll(() => nameOfFirst(page)).toBe(turned);
  await undo(page);
  await expect.poll(() => nameOfFirst(page)).toBe(home);
  await space(page).press("+");
  await expect.poll(() => nameOfFirst(page)).not.toBe(home);
  await space(page).press("Home");
  await expect.poll(() => nameOfFirst(page)).toBe(home);
  expect(await broken(page)).toBe(0);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true });
  test("a finger turns space", async ({ page, open }) => {
    await open(pca({ space: true }));
    await atRest(page);
    const before = await nameOfFirst(page);
    const { cx, y, height } = await boxOf(space(page));
    const session = await page.context().newCDPSession(page);
    const at = (k: number) => [{ x: cx - 150 + 20 * k, y: y + height - 40 }];
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
    for (let k = 1; k <= 6; k++)
      await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(k) });
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect.poll(() => nameOfFirst(page)).not.toBe(before);
  });
});

test("the third axis is chosen, and survives undo, reload and a link", async ({ page, open }) => {
  await open(pca({ space: true }));
  const z = page.getByRole("combobox", { name: "z", exact: true });
  await z.click();
  await page.getByRole("option", { name: "sepal width" }).click();
  const described = /petal length, sepal length and sepal width/;
  await expect(space(page)).toHaveAccessibleDescription(described);
  await undo(page);
  await expect(space(page)).toHaveAccessibleDescription(/and petal width/);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(space(page)).toHaveAccessibleDescription(described);
  await expect.poll(() => page.url()).toContain("#s=");
  await page.reload();
  await expect(space(page)).toHaveAccessibleDescription(described);
  await open(pca({ space: true, view: "scores", componentX: 0, componentY: 1, componentZ: 3 }));
  await page.reload();
  await expect(space(page)).toHaveAccessibleDescription(/Drawn in space: scores, PC1, PC2 and PC4/);
  await expect(page.locator('[data-mark="axisTitle"]').filter({ hasText: "PC4 (0.5 %)" })).toBeVisible();
});

test("a point in space tells its row, stays told when pressed, and the biplot states its scaling", async ({
  page,
  open,
}) => {
  await open(pca({ space: true, point: 119 }));
  const card = page.getByRole("note", { name: "Row 119" });
  await expect(card).toContainText("7.70");
  await atRest(page);
  const ring = await boxOf(page.locator('[data-mark="ring"]'));
  await page.mouse.move(ring.cx, ring.cy);
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.move(ring.cx, ring.cy + 260);
  await expect(card).toBeHidden();
  await page.mouse.click(ring.cx, ring.cy);
  await expect(card).toBeVisible();
  await page.getByRole("button", { name: "Biplot", exact: true }).click();
  await expect(space(page)).toHaveAccessibleDescription(
    /Arrows are loadings × [\d.]+; points are scores, as they are\./,
  );
  await expect(page.locator('[data-mark="loading"]').filter({ hasText: "sepal width" })).toBeVisible();
});

test("the turn is scrubbed by key and by mouse, and ends on the scores", async ({ page, open }) => {
  await open(pca({}));
  await expect(plane(page)).toBeVisible();
  await scrubber(page).press("End");
  await expect(plane(page)).toHaveAccessibleDescription(
    /turned all the way: the points are their scores on PC1 and PC2/,
  );
  await expect(page.locator('[data-mark="axisTitle"]').filter({ hasText: "PC1 (92.5 %)" })).toBeVisible();
  await atRest(page);
  await expectAccessible(page);
  await scrubber(page).press("ArrowLeft");
  await expect(plane(page)).toHaveAccessibleDescription(/turned 99 % of the way/);
  await page.reload();
  await expect(plane(page)).toHaveAccessibleDescription(/turned 99 % of the way/);
  await scrubber(page).press("Home");
  await expect(page.getByRole("slider", { name: "Line turned by hand" })).toBeVisible();
  const thumb = await boxOf(scrubber(page));
  await page.mouse.move(thumb.cx, thumb.cy);
  await page.mouse.down();
  await page.mouse.move(thumb.cx + 50, thumb.cy, { steps: 6 });
  await page.mouse.up();
  await expect(plane(page)).toHaveAccessibleDescription(/turned \d\d % of the way/);
  await expect(page.locator('[data-mark="feature"]').filter({ hasText: "petal length" })).toBeVisible();
  expect(await broken(page)).toBe(0);
  await undo(page);
  await expect(page.getByRole("slider", { name: "Line turned by hand" })).toBeVisible();
});

test("played, it goes from the features to the components in one undo step, in space as well", async ({
  page,
  open,
}) => {
  await open(pca({ space: true }));
  await expect(space(page)).toBeVisible();
  await page.getByRole("button", { name: "Play" }).click();
  await expect(space(page)).toHaveAccessibleDescription(/turned all the way: .* PC1, PC2 and PC3/);
  await undo(page);
  await expect(scrubber(page)).toHaveValue("0");
});

test("reduced motion is at the end at once", async ({ page, open }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(pca({}));
  await page.getByRole("button", { name: "Play" }).click();
  await expect(scrubber(page)).toHaveValue("1");
});

test("two features have no space, and it is said", async ({ page, open }) => {
  await open(
    link({
      app: { chapter: "pca" },
      data: { features: ["petal length", "petal width"] },
      pca: { space: true, turn: 0.5 },
    }),
  );
  await expect(space(page)).toHaveAccessibleDescription(/Space needs three features, and here there are fewer/);
  await page.getByRole("button", { name: "Plane", exact: true }).click();
  await expect(plane(page)).toHaveAccessibleDescription(/turned 50 % of the way/);
  await open(link({ app: { chapter: "pca" }, data: { features: ["petal length"] }, pca: { space: true, turn: 0.5 } }));
  await page.reload();
  await expect(space(page)).toHaveAccessibleDescription(/Space needs three features/);
  expect(await broken(page)).toBe(0);
});

test("digits: components are pictures, and a probe among the scores draws the digit that it would be", async ({
  page,
  open,
}) => {
  await open(pca({ view: "scores" }, "digits"));
  await expect(page.getByRole("img", { name: /^PC1 as a picture: most positive at row \d, column \d/ })).toBeVisible();
  const stands = page.getByRole("img", { name: /What the probe stands for/ });
  const pixels = () => stands.evaluate((node) => (node as HTMLCanvasElement).toDataURL());
  await expect(stands).toBeVisible();
  const mean = await pixels();
  const probe = page.getByRole("slider", { name: "Probe" });
  await expect(probe).toHaveAttribute("aria-valuetext", /^PC1 0, PC2 0; the nearest class mean is that of \d/);
  await probe.press("ArrowRight");
  await expect.poll(pixels).not.toBe(mean);
  await undo(page);
  await expect.poll(pixels).toBe(mean);
  await atRest(page);
  const at = await boxOf(probe);
  await page.mouse.move(at.cx, at.cy);
  await page.mouse.down();
  await page.mouse.move(at.cx, at.cy + 190, { steps: 5 });
  await page.mouse.up();
  await expect(probe).toHaveAttribute("aria-valuetext", /the nearest class mean is that of 0$/);
  await expectAccessible(page);
  // Points, and over them the pictures of both components and of the probe.
  const taken = async () => {
    await page.getByRole("button", { name: "Export" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "SVG" }).click();
    return readFileSync(await (await download).path(), "utf8");
  };
  const plane = await taken();
  expect(plane.match(/<image/g)).toHaveLength(2);
  expect(plane).toContain("mean + V y");
  await page.getByRole("button", { name: "Space", exact: true }).click();
  await expect(space(page)).toHaveAccessibleDescription(/scores, PC1, PC2 and PC3/);
  const inSpace = await taken();
  expect(inSpace.match(/<image/g)).toHaveLength(2);
  expect(inSpace).toMatch(/>PC3<\/text>/);
});

test("Export gives the picture in space, and the one on its way", async ({ page, open }) => {
  for (const [changed, words] of [
    [{ space: true }, "Principal components of Iris, in space"],
    [{ turn: 0.4 }, "the picture on its way"],
  ] as const) {
    await open(pca(changed));
    await page.reload();
    await atRest(page);
    await page.getByRole("button", { name: "Export" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: /SVG/ }).click();
    const svg = readFileSync(await (await download).path(), "utf8");
    expect(svg).toContain(words);
    expect(svg).toContain("petal length");
    expect(svg).not.toMatch(/NaN|Infinity/);
  }
});
