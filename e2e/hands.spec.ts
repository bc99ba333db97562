/** Chapter 1 by one finger on a phone, and by keys alone: one walk through all that plane.spec.ts does by mouse, thing by thing. */
import type { Page } from "@playwright/test";
import { boxOf, expect, test } from "./app";
import { finger, type Hand, keys } from "./hand";

/** Everything of the plane, a step for each thing that can be done; `hand` does it. */
async function walk(page: Page, hand: Hand): Promise<void> {
  const handle = (name: RegExp | string) => page.getByRole("slider", { name, exact: true });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const toggle = (name: RegExp | string) => page.getByRole("switch", { name });
  const number = (name: RegExp) => page.getByRole("row", { name }).getByRole("cell");
  const mark = (name: string) => page.locator(`[data-mark="${name}"]`);
  const said = async (name: RegExp | string) => (await handle(name).getAttribute("aria-valuetext")) ?? "";
  const numbers = async (name: RegExp | string) =>
    (await said(name)).split(", ").map((text) => Number(text.replace("−", "-")));
  const changes = async (what: () => Promise<unknown>, act: () => Promise<void>) => {
    const before = await what();
    await act();
    await expect.poll(what).not.toEqual(before);
  };
  const matrix = () => Promise.all([1, 2].flatMap((i) => [1, 2].map((j) => entry(i, j).inputValue())));
  const entry = (i: number, j: number) => page.getByRole("textbox", { name: `A row ${i} column ${j}`, exact: true });
  const I = /Image of î/;
  const J = /Image of ĵ/;

  await test.step("both columns", async () => {
    await changes(
      () => said(I),
      () => hand.drag(handle(I), 24, 12),
    );
    await changes(
      () => said(J),
      () => hand.drag(handle(J), -18, -12),
    );
    // A drag is one entry, a press of an arrow another.
    while (await button("Undo").isEnabled()) await hand.press(button("Undo"));
    await expect.poll(() => said(I)).toBe("1.00, 0.500");
    await expect.poll(() => said(J)).toBe("1.00, 1.50");
  });
  await test.step("x, and the result: x gives, then A", async () => {
    await changes(
      () => said("Vector x"),
      () => hand.drag(handle("Vector x"), -15, 30),
    );
    await changes(
      () => said("Vector x"),
      () => hand.drag(handle("Result Ax"), -30, 15),
    );
    // Ax with A = [1 1; 0.5 1.5] and the three digits that are said.
    await expect
      .poll(async () => {
        const [[x = 0, y = 0], [u = 0, v = 0]] = [await numbers("Vector x"), await numbers("Result Ax")] as const;
        return Math.max(Math.abs(x + y - u), Math.abs(0.5 * x + 1.5 * y - v));
      })
      .toBeLessThan(0.02);
    await hand.press(button("A gives"));
    const still = await said("Vector x");
    await changes(matrix, () => hand.drag(handle("Result Ax"), 30, -15));
    expect(await said("Vector x")).toBe(still);
  });
  await test.step("further vectors", async () => {
    await hand.press(button("Add a vector"));
    await changes(
      () => said("Vector x2"),
      () => hand.drag(handle("Vector x2"), 15, 15),
    );
    await hand.press(button("Remove x2"));
    await expect(handle("Vector x2")).toHaveCount(0);
  });
  await test.step("the way from I to A", async () => {
    await hand.press(button("Polar"));
    const scrubber = page.getByRole("slider", { name: "From I to A" });
    await changes(
      () => scrubber.inputValue(),
      () => hand.slide(scrubber, -60),
    );
    await hand.press(button("Play"));
    await expect(scrubber).toHaveValue("1");
  });
  await test.step("the readings", async () => {
    await hand.press(button("Rows"));
    await expect(mark("row-2").first()).toBeAttached();
    await hand.press(button("Columns"));
    await expect(mark("term-2").first()).toBeAttached();
    await hand.press(button("Grid"));
  });
  await test.step("singular: fibres; regular: the inverse", async () => {
    await hand.press(button("Singular"));
    await hand.press(toggle(/Fibres/));
    await expect(mark("fibre").first()).toBeAttached();
    await hand.press(button("Shear"));
    await hand.press(toggle("Inverse"));
    await expect(mark("inverse").first()).toBeAttached();
  });
  await test.step("an error in b", async () => {
    await hand.press(page.getByText("Solve Ax = b with an error"));
    await hand.press(toggle("Error disc around b"));
    await changes(
      () => page.getByText(/An error of .* in b is one of/).textContent(),
      () => hand.drag(handle("b with its error"), 15, 30),
    );
  });
  await test.step("a stack of two, in the other order, and undone", async () => {
    await hand.press(page.getByText("Compose", { exact: true }));
    await hand.press(button("Then apply another"));
    await expect(number(/^det BA/)).toBeVisible();
    await changes(matrix, () => hand.press(button("Apply A later")));
    await hand.press(button("Remove B"));
    await hand.press(button("Undo with A⁻¹"));
    await expect(page.getByText(/these commute/)).toBeVisible();
    await hand.press(button("Remove B"));
  });
  await test.step("iterates", async () => {
    await hand.press(page.getByText("Iterate x, Ax, A²x …"));
    await hand.slide(page.getByRole("slider", { name: "Steps" }), 40);
    await expect(mark("iterates").nth(3)).toBeAttached();
  });
  await test.step("the dataset, its ellipse, whitening, a picture", async () => {
    await hand.press(toggle(/Covariance ellipse/));
    await expect(mark("covariance").first()).toBeAttached();
    await hand.press(button("PC1 and PC2"));
    await changes(matrix, () => hand.press(button("Whiten the data")));
    await hand.press(page.getByRole("combobox", { name: "Picture" }));
    await hand.press(page.getByRole("option", { name: "Temple" }));
    await expect(page.getByText(/CC BY 2\.0/)).toBeVisible();
  });
  await test.step("random, and space", async () => {
    await changes(matrix, () => hand.press(button("Random")));
    await hand.press(button("3 × 3"));
    await changes(
      () => said(/Image of k̂/),
      () => hand.drag(handle(/Image of k̂/), 24, -24),
    );
  });
}

test("by keys alone: everything in chapter 1 can be done", async ({ page, open }) => {
  await open();
  await walk(page, keys(page));
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("by one finger: everything in chapter 1 can be done", async ({ page, open, context }) => {
    await open();
    const box = await boxOf(page.getByRole("slider", { name: "Vector x", exact: true }));
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    await page.getByRole("tab", { name: /Controls/ }).tap();
    await walk(page, finger(page, await context.newCDPSession(page)));
    expect(await page.evaluate(() => document.documentElement.scrollTop)).toBe(0);
  });
});
