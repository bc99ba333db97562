/** Chapter 1 by one finger on a phone, and by keys alone: one walk through all that plane.spec.ts does by mouse, thing by thing. */
import type { CDPSession, Locator, Page } from "@playwright/test";
import { boxOf, expect, test } from "./app";

/** What a person can do to a control, whichever hand they have. */
interface Hand {
  readonly press: (target: Locator) => Promise<void>;
  /** Moves a handle by about this many pixels. */
  readonly drag: (handle: Locator, dx: number, dy: number) => Promise<void>;
  /** Brings a slider's thumb this many pixels along its track. */
  readonly slide: (thumb: Locator, dx: number) => Promise<void>;
}

async function middle(of: Locator): Promise<readonly [number, number]> {
  await of.scrollIntoViewIfNeeded();
  const box = await boxOf(of);
  return [box.cx, box.cy];
}

function finger(page: Page, session: CDPSession): Hand {
  // As slow as a hand: what is let go in full swing goes on as a fling, and the next tap would only stop that.
  const frame = () => page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  const drag = async (of: Locator, dx: number, dy: number) => {
    const [x, y] = await middle(of);
    const at = (t: number) => [{ x: x + t * dx, y: y + t * dy }];
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
    for (let k = 1; k <= 8; k++) {
      await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(Math.min(1, k / 6)) });
      await frame();
    }
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  // A tap that a busy machine draws out is a long press, which clicks nothing; a person taps again then.
  const press = (target: Locator) =>
    expect(async () => {
      const clicked = page.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            addEventListener("click", () => resolve(true), { capture: true, once: true });
            setTimeout(() => resolve(false), 2000);
          }),
      );
      await target.tap();
      expect(await clicked).toBe(true);
    }).toPass();
  return {
    press,
    drag,
    // On the track where the thumb shall be: a swipe along it may end as a fling, which swallows the next tap.
    slide: async (thumb, dx) => {
      const [x, y] = await middle(thumb);
      await page.touchscreen.tap(x + dx, y);
    },
  };
}

function keys(page: Page): Hand {
  const push = async (key: string, times: number) => {
    for (let k = 0; k < times; k++) await page.keyboard.press(key);
  };
  const drag = async (of: Locator, dx: number, dy: number) => {
    await of.focus();
    // A step is a fiftieth of the visible span.
    await push(dx < 0 ? "ArrowLeft" : "ArrowRight", Math.ceil(Math.abs(dx) / 15));
    await push(dy < 0 ? "ArrowUp" : "ArrowDown", Math.ceil(Math.abs(dy) / 15));
  };
  return {
    press: async (target) => {
      await target.focus();
      await page.keyboard.press("Enter");
    },
    drag,
    slide: async (thumb, dx) => {
      await thumb.focus();
      await push(dx < 0 ? "ArrowLeft" : "ArrowRight", Math.ceil(Math.abs(dx) / 4));
    },
  };
}

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
