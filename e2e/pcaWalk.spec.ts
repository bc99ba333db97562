/** Chapter 2 by one finger on a phone, and by keys alone: one walk through its views, row by row of what it promises. */
import type { Locator, Page } from "@playwright/test";
import { atRest, boxOf, expect, test } from "./app";
import { finger, type Hand, keys } from "./hand";

/** What each hand does in its own way: rows are rounded up by a box on the stage, or by the name of a class. */
type Walker = Hand & { readonly select: (stage: Locator) => Promise<void> };

async function walk(page: Page, hand: Walker): Promise<void> {
  const slider = (name: RegExp | string) => page.getByRole("slider", { name, exact: true });
  const button = (name: RegExp | string) => page.getByRole("button", { name, exact: true });
  const toggle = (name: string) => hand.press(page.getByRole("switch", { name, exact: true }));
  const view = async (name: string) => {
    const choice = page.getByRole("group", { name: "View", exact: true }).getByRole("button", { name, exact: true });
    await hand.press(choice);
    await expect(choice).toHaveAttribute("aria-pressed", "true");
  };
  const group = (name: RegExp | string) => page.getByRole("group", { name, exact: true });
  const mark = (name: string) => page.locator(`[data-mark="${name}"]`).first();
  const said = async (of: Locator) => (await of.getAttribute("aria-valuetext")) ?? "";
  const changes = async (what: () => Promise<unknown>, act: () => Promise<void>) => {
    const before = await what();
    await act();
    await expect.poll(what).not.toEqual(before);
  };
  const lambda = () =>
    page.getByRole("table", { name: "Explained variance", exact: true }).locator("data").first().getAttribute("value");
  const selected = page.getByText(/of [\d,]+ rows stand out|No row in particular/);
  const plane = group("The points and their principal components");

  await test.step("the line is turned, and what it keeps is read", async () => {
    const line = slider("Line turned by hand");
    await changes(
      () => said(line),
      () => hand.drag(line, 20, 40),
    );
    await expect(mark("threads")).toBeAttached();
    await toggle("Threads to the line");
    await expect(mark("threads")).toHaveCount(0);
  });

  await test.step("a point is carried, and the components follow", async () => {
    const field = page.getByRole("textbox", { name: "Row of the point" });
    await field.scrollIntoViewIfNeeded();
    await field.fill("132");
    await field.press("Enter");
    await hand.press(group("Pointer on the stage").getByRole("button", { name: /Drag points/ }));
    const iris = await lambda();
    await changes(lambda, () => hand.drag(slider("Point of row 132"), 24, 30));
    // A drag is one entry, each press of an arrow another.
    await expect(async () => {
      await hand.press(button("Undo"));
      expect(await lambda()).toBe(iris);
    }).toPass();
    await hand.press(button("Close the point"));
  });

  await test.step("rows are chosen, and let go", async () => {
    await hand.select(plane);
    await expect(selected).toHaveText(/^\d+ of 150 rows/);
    await hand.press(button("Clear"));
    await expect(selected).toHaveText(/^No row/);
  });

  await test.step("resamples, class ellipses, scree and its cut", async () => {
    await toggle("Fan of resamples");
    await expect(mark("fan")).toBeAttached();
    await toggle("Fan of resamples");
    await toggle("Ellipse for each class");
    await expect(mark("class-0")).toBeAttached();
    await hand.press(button("Cumulative"));
    const kept = slider("Components kept");
    await changes(
      () => said(kept),
      () => hand.slide(kept, 60),
    );
    const cut = slider("Cut: components kept");
    await cut.focus();
    await page.keyboard.press("End");
    await expect(cut).toHaveAttribute("aria-valuetext", /^1 keeps 92\.5 %/);
  });

  await test.step("from the features to the components, in the plane and in space", async () => {
    const turn = slider("From features to components");
    await changes(
      () => said(turn),
      () => hand.slide(turn, 40),
    );
    await hand.press(button("Undo"));
    await hand.press(button("Space"));
    const space = group("The points and their principal components in space");
    await expect(space).toHaveAccessibleDescription(/Drawn in space/);
    await hand.press(group("Pointer on the stage").getByRole("button", { name: /Look/ }));
    await changes(
      () => mark("v1").getAttribute("d"),
      () => hand.drag(space, 40, 20),
    );
    await view("Scores");
    await expect(space).toHaveAccessibleDescription(/Drawn in space: scores, PC1, PC2 and PC3/);
    await hand.press(button("Plane"));
  });

  await test.step("biplot and loadings", async () => {
    await view("Biplot");
    await expect(plane).toHaveAccessibleDescription(/Arrows are loadings ×/);
    await view("Loadings");
    await hand.press(button("By size"));
    await hand.press(button("Circle"));
    await expect(page.getByRole("group", { name: "Loadings of the features" })).toBeVisible();
  });

  await test.step("strips", async () => {
    await view("Strips");
    const strips = group("Features and components, strip by strip");
    await hand.press(button("Each its own"));
    await hand.select(strips);
    await expect(selected).toHaveText(/^\d+ of 150 rows/);
    await hand.press(button("Clear"));
  });

  await test.step("reconstruction, outliers, and the rows that stand out there", async () => {
    await view("Rebuilt");
    await hand.press(button("In the table’s order"));
    await view("Outliers");
    const far = page.getByRole("table", { name: "Farthest rows" }).getByRole("button").first();
    await hand.press(far);
    await expect(far).toHaveAttribute("aria-pressed", "true");
    await expect(mark("ring")).toBeAttached();
    await hand.press(far);
  });

  await test.step("C, row by row", async () => {
    await view("C");
    await hand.press(button("Step"));
    await expect(page.getByText(/^1 of 150 rows: the average is/)).toBeAttached();
    const rows = slider("Rows in the average");
    await changes(
      () => said(rows),
      () => hand.slide(rows, 40),
    );
  });

  await test.step("preparation, features and colour", async () => {
    await changes(lambda, () => toggle("Standardise"));
    await changes(lambda, () => toggle("Centre"));
    await changes(lambda, () => hand.press(button("1/(n − 1)")));
    await toggle("Centre");
    await toggle("Both side by side");
    await expect(page.getByRole("region", { name: "As measured" })).toBeVisible();
    await toggle("Both side by side");
    await changes(lambda, () => hand.press(group("Columns that are X").getByRole("button", { name: "petal width" })));
    await hand.press(page.getByRole("combobox", { name: "Colour by" }));
    await hand.press(page.getByRole("option", { name: "One colour" }));
    await expect(page.getByRole("list", { name: /^Classes of/ })).toHaveCount(0);
  });

  await test.step("a digit by its two scores", async () => {
    await hand.press(page.getByRole("button", { name: /Open the data drawer/ }));
    await hand.press(page.getByRole("dialog", { name: "Data", exact: true }).getByRole("button", { name: /^Digits/ }));
    await page.keyboard.press("Escape");
    await view("Scores");
    const probe = slider(/^Probe/);
    await changes(
      () => said(probe),
      () => hand.drag(probe, 30, 20),
    );
  });

  await test.step("and all of it is undone", async () => {
    while (await button("Undo").isEnabled()) await hand.press(button("Undo"));
    // The first of all was to open the chapter.
    await expect(page.getByRole("heading", { name: "Find the direction that says the most" })).toHaveCount(0);
    await hand.press(page.getByRole("button", { name: /PCA/ }));
    await expect(plane).toHaveAccessibleDescription(/^Iris, 150 rows and 4 features: PC1 keeps 92\.5 %/);
  });
}

test("by keys alone: everything in chapter 2 can be done", async ({ page, open }) => {
  test.setTimeout(180_000);
  await open();
  await page.getByRole("button", { name: /PCA/ }).click();
  await expect(page.getByRole("heading", { name: "Find the direction that says the most" })).toBeVisible();
  const hand = keys(page);
  await walk(page, {
    ...hand,
    select: () => hand.press(page.getByRole("list", { name: /^Classes of/ }).getByRole("button", { name: "setosa" })),
  });
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("by one finger: everything in chapter 2 can be done", async ({ page, open, context }) => {
    test.setTimeout(180_000);
    await open();
    await page.getByRole("button", { name: /PCA/ }).tap();
    await expect(page.getByRole("group", { name: "The points and their principal components" })).toBeVisible();
    await page.getByRole("tab", { name: /Controls/ }).tap();
    await atRest(page);
    const session = await context.newCDPSession(page);
    const hand = finger(page, session);
    await walk(page, {
      ...hand,
      select: async (stage) => {
        await hand.press(page.getByRole("button", { name: "Select by a box" }));
        const box = await boxOf(stage);
        const at = (t: number) => [
          { x: box.x + (0.05 + 0.9 * t) * box.width, y: box.y + (0.05 + 0.9 * t) * box.height },
        ];
        await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
        for (let k = 1; k <= 6; k++)
          await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(k / 6) });
        await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      },
    });
    expect(await page.evaluate(() => document.documentElement.scrollTop)).toBe(0);
  });
});
