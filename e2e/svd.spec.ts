import type { Page } from "@playwright/test";
import { boxOf, expectAccessible, expect as quick, test } from "./app";

/** Factoring takes the time it takes on a slow or busy machine. */
const expect = quick.configure({ timeout: 30_000 });

const number = (page: Page, name: string | RegExp) => page.getByRole("row", { name }).getByRole("cell");
const measured = (page: Page) => number(page, /from the pixels/);
const tail = (page: Page) => number(page, /^√Σσᵢ²/);
const rank = (page: Page) => page.getByRole("textbox", { name: "Rank k, exactly" });
const slider = (page: Page) => page.getByRole("slider", { name: "Rank k" });
const cut = (page: Page) => page.getByRole("slider", { name: "Cut in the spectrum" });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" });
const exact = (page: Page) => expect(page.getByText("exact", { exact: true })).toBeVisible();
const own = (page: Page) => page.getByLabel("Picture from a file");
const notice = (page: Page, words: string | RegExp) => page.getByRole("region", { name: "Notices" }).getByText(words);
const fixture = (name: string) => `fixtures/images/${name}`;

/** What the large picture holds: its size and the sum of its red, read from a copy so that the browser does not complain. */
const pixels = (page: Page) =>
  page.getByRole("img", { name: "The picture", exact: true }).evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    copy?.drawImage(canvas, 0, 0);
    const data = copy?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    return { width, height, sum: data.reduce((all, value, k) => (k % 4 === 0 ? all + value : all), 0) };
  });

/** The error summed over the pixels agrees with the tail of the spectrum, in every digit that rounding leaves. */
async function expectErrorIsTail(page: Page): Promise<void> {
  await expect(async () => {
    const [a, b] = [await measured(page).getAttribute("title"), await tail(page).getAttribute("title")];
    expect(Math.abs(Number(a) - Number(b))).toBeLessThan(1e-9);
    expect(await measured(page).textContent()).toBe(await tail(page).textContent());
  }).toPass();
}

test.beforeEach(async ({ page, open }) => {
  test.setTimeout(240_000);
  await open();
  await page.getByRole("button", { name: /SVD/ }).click();
  await expect(page.getByRole("heading", { name: "A picture is a sum of simple layers" })).toBeVisible();
  await exact(page);
});

test("opens on the tartan at rank 8, exactly, and is accessible in both themes", async ({ page }) => {
  await expect(number(page, "rank k")).toHaveText("8 of 256");
  await expect(number(page, "numerical rank of A")).toHaveText("12");
  await expect(number(page, "k layers")).toHaveText("8 · (256 + 768 + 1) = 8\u2009200");
  await expect(page.getByRole("math")).toHaveAccessibleName(/sum of the first 8 layers/);
  await expectErrorIsTail(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use the dark theme" }).click();
  await expectAccessible(page);
  await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
});

test("the rank moves by slider, by key, by dragging the cut and by number, and the error is the tail each time", async ({
  page,
}) => {
  const before = await measured(page).textContent();
  await slider(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(number(page, "rank k")).toHaveText("9 of 256");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "9 of 256");
  await expectErrorIsTail(page);
  await undo(page).click();
  await expect(number(page, "rank k")).toHaveText("8 of 256");
  await expect(measured(page)).toHaveText(before ?? "");

  await cut(page).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(cut(page)).toHaveAttribute("aria-valuenow", "18");
  await expect(measured(page)).toHaveText("≈ 0");
  await undo(page).click();

  const box = await boxOf(cut(page).locator("circle").last());
  const [x, y] = [box.cx, box.cy];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 10; step++) await page.mouse.move(x - step * 12, y);
  await page.mouse.up();
  const dragged = Number(await cut(page).getAttribute("aria-valuenow"));
  expect(dragged).toBeGreaterThan(0);
  expect(dragged).toBeLessThan(6);
  await expect(number(page, "rank k")).toHaveText(`${dragged} of 256`);
  await expectErrorIsTail(page);
  await undo(page).click();
  await expect(cut(page)).toHaveAttribute("aria-valuenow", "8");

  await rank(page).fill("12");
  await rank(page).press("Enter");
  await expect(number(page, "PSNR")).toHaveText("exact");
  await expect(page.getByRole("heading", { name: /Find the rank of the tartan.*done/ })).toBeVisible();
  await page.getByRole("button", { name: "90 %", exact: true }).click();
  await expect(number(page, "energy kept")).toHaveText(/^9\d\.\d %$/);
  await undo(page).click();
  await expect(rank(page)).toHaveValue("12");
});

test("a photograph is seen approximately, then exactly; compared with its original and its residual", async ({
  page,
}) => {
  await page.getByRole("button", { name: "Flower" }).click();
  await expect(page.getByText("approximate; computing exactly…")).toBeVisible();
  await expect(number(page, "rank k")).toHaveText("8 of 342");
  await exact(page);
  await expect(number(page, "A = [R | G | B]")).toHaveText("342 × 1536");
  await expectErrorIsTail(page);
  const eight = await pixels(page);
  await page.getByRole("button", { name: "Original" }).click();
  await expect.poll(async () => (await pixels(page)).sum).not.toBe(eight.sum);
  const original = await pixels(page);
  await page.getByRole("button", { name: "Residual" }).click();
  await expect(page.getByText(/^Residual A − A₈, .*mid-grey is zero$/)).toBeVisible();
  await expect.poll(async () => (await pixels(page)).sum).not.toBe(original.sum);
  await page.getByRole("button", { name: "Rank k" }).click();
  const canvas = page.getByRole("img", { name: "The picture", exact: true });
  await canvas.hover();
  await page.mouse.down();
  await expect.poll(async () => (await pixels(page)).sum).toBe(original.sum);
  await page.mouse.up();
  await expect.poll(async () => (await pixels(page)).sum).toBe(eight.sum);
  await page.getByRole("button", { name: "99 %", exact: true }).click();
  await expect(page.getByRole("heading", { name: /99 % with the least.*done/ })).toBeVisible();
});

test("the exact factorisation can be given up and asked for again", async ({ page }) => {
  await page.getByRole("button", { name: "Temple" }).click();
  await page.getByRole("button", { name: "Cancel" }).click({ timeout: 30_000 });
  await expect(page.getByText("approximate", { exact: true })).toBeVisible();
  await rank(page).fill("20");
  await rank(page).press("Enter");
  await expect(number(page, "rank k")).toHaveText("20 of 342");
  await page.getByRole("button", { name: "Compute exactly" }).click();
  await exact(page);
  await expectErrorIsTail(page);
});

test("a file of one's own is opened, kept over a reload, and gives its pixels back at full rank", async ({ page }) => {
  await own(page).setInputFiles(fixture("rgb32.png"));
  await expect(number(page, "A = [R | G | B]")).toHaveText("32 × 96");
  await expect(page.getByRole("button", { name: "rgb32.png" })).toHaveAttribute("aria-pressed", "true");
  await expectErrorIsTail(page);
  await page.reload();
  await expect(number(page, "A = [R | G | B]")).toHaveText("32 × 96");
  await own(page).setInputFiles(fixture("gray64x48.png"));
  await expect(number(page, "A, grey")).toHaveText("48 × 64");
  await page.getByRole("slider", { name: "Cut in the spectrum" }).focus();
  await page.keyboard.press("End");
  await expect(number(page, "PSNR")).toHaveText("exact");
  await expect.poll(() => pixels(page)).toEqual({ width: 64, height: 48, sum: 415488 });
  await undo(page).click();
  await undo(page).click();
  await expect(number(page, "A = [R | G | B]")).toHaveText("32 × 96");
});

test("odd files are refused in words and the former picture stays", async ({ page }) => {
  const refused: [string, RegExp][] = [
    ["text_named.png", /text_named\.png is not a picture that is known here/],
    ["zero.jpg", /zero\.jpg is empty: it holds 0 bytes/],
    ["claims_20000x20000.png", /says that it is 20000 × 20000 pixels/],
    ["script.svg", /script\.svg is a drawing in SVG/],
  ];
  for (const [file, words] of refused) {
    await own(page).setInputFiles(fixture(file));
    await expect(notice(page, words)).toBeVisible();
    await expect(number(page, "A = [R | G | B]")).toHaveText("256 × 768");
  }
  await expect(undo(page)).toBeEnabled();
  expect(await page.evaluate(() => "__xss" in window)).toBe(false);
  await expectErrorIsTail(page);
});

test("a cut file, an animation, transparency and a single pixel are taken as what they are", async ({ page }) => {
  await own(page).setInputFiles(fixture("truncated.jpg"));
  await expect(notice(page, /cut off/)).toBeVisible();
  await own(page).setInputFiles(fixture("animated.gif"));
  await expect(notice(page, /first frame is shown/)).toBeVisible();
  await own(page).setInputFiles(fixture("rgba_transparent.png"));
  await expect(notice(page, /laid over white/)).toBeVisible();
  await own(page).setInputFiles(fixture("one_pixel.png"));
  await expect(number(page, "rank k")).toHaveText("1 of 1");
  await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
});

test("a dropped and a pasted picture are opened; one that is too large is scaled, and says so", async ({ page }) => {
  const send = (kind: "drop" | "paste", width: number, height: number) =>
    page.evaluate(
      async ([how, w, h]) => {
        const canvas = new OffscreenCanvas(Number(w), Number(h));
        const context = canvas.getContext("2d");
        if (!context) return;
        context.fillStyle = "#c23049";
        context.fillRect(0, 0, Number(w) / 2, Number(h));
        const transfer = new DataTransfer();
        transfer.items.add(new File([await canvas.convertToBlob()], `${how}ped.png`, { type: "image/png" }));
        const target = document.querySelector("canvas[aria-describedby]");
        const event =
          how === "drop"
            ? new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true })
            : new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
        target?.dispatchEvent(event);
      },
      [kind, width, height] as const,
    );
  await send("drop", 60, 40);
  await expect(number(page, "A = [R | G | B]")).toHaveText("40 × 180");
  await send("paste", 1500, 30);
  await expect(notice(page, /Scaled from 1500 × 30 to 1024 × 20 pixels/)).toBeVisible();
  await expect(number(page, "A = [R | G | B]")).toHaveText("20 × 3072");
});

test("a link carries picture, rank and view; one to a picture that is not here says so", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.getByRole("button", { name: "Checks" }).click();
  await page.getByRole("button", { name: "Residual" }).click();
  await rank(page).fill("1");
  await rank(page).press("Enter");
  await expect(number(page, "A = [R | G | B]")).toHaveText("256 × 768");
  await expect(number(page, "rank k")).toHaveText("1 of 256");
  const error = (await measured(page).textContent()) ?? "";
  const link = await page.evaluate(() => location.hash);
  await own(page).setInputFiles(fixture("rgb32.png"));
  await expect(number(page, "A = [R | G | B]")).toHaveText("32 × 96");
  const foreign = await page.evaluate(() => location.hash);

  const context = await browser.newContext({ baseURL });
  const fresh = await context.newPage();
  await fresh.goto(`./${link}`);
  await exact(fresh);
  await expect(measured(fresh)).toHaveText(error);
  await expect(fresh.getByRole("button", { name: "Residual" })).toHaveAttribute("aria-pressed", "true");
  await context.close();

  const other = await browser.newContext({ baseURL });
  const lacking = await other.newPage();
  await lacking.goto(`./${foreign}`);
  await expect(notice(lacking, /“rgb32\.png” is not kept in this browser, so the tartan is shown/)).toBeVisible();
  await expect(number(lacking, "A = [R | G | B]")).toHaveText("256 × 768");
  await own(lacking).setInputFiles(fixture("rgb32.png"));
  await expect(number(lacking, "A = [R | G | B]")).toHaveText("32 × 96");
  await other.close();
});

test("playing sweeps the rank up, as one step to undo", async ({ page }) => {
  await page.getByRole("button", { name: "Checks" }).click();
  await exact(page);
  await rank(page).fill("250");
  await rank(page).press("Enter");
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  await expect(number(page, "rank k")).toHaveText("256 of 256");
  await undo(page).click();
  await expect(rank(page)).toHaveValue("250");
});

test("fits a phone, in both themes", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("tab", { name: "Lesson" })).toBeVisible();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use the dark theme" }).click();
  await expectAccessible(page);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("the cut is dragged by its handle, and a finger beside it leaves the rank alone", async ({ page, context }) => {
    await cut(page).scrollIntoViewIfNeeded();
    const box = await boxOf(cut(page).locator("circle").last());
    const session = await context.newCDPSession(page);
    const swipe = async (x: number, y: number, by: number) => {
      await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
      for (let k = 1; k <= 5; k++)
        await session.send("Input.dispatchTouchEvent", {
          type: "touchMove",
          touchPoints: [{ x: x + (by * k) / 5, y }],
        });
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    const [x, y] = [box.cx, box.cy];
    await swipe(x + 80, y, 30);
    await expect(cut(page)).toHaveAttribute("aria-valuenow", "8");
    await swipe(x, y, 60);
    await expect.poll(async () => Number(await cut(page).getAttribute("aria-valuenow"))).toBeGreaterThan(12);
    await expect(page.getByRole("math")).toHaveAccessibleName(/is ≈ 0, ≈ 0 of the norm of A$/);
  });
});
