import { expect, test } from "./app";

test("while the first picture is being factored, no number is made up for it", async ({ page, open }) => {
  test.setTimeout(240_000);
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/pictureWorker*", async (route) => {
    await arrived;
    await route.continue();
  });
  await open();
  await page.getByRole("navigation", { name: "Chapters" }).getByRole("button", { name: "SVD" }).click();
  const numbers = page.getByRole("table", { name: "Numbers of the approximation" });
  const energy = numbers.getByRole("row", { name: /^energy kept/ }).getByRole("cell");
  await expect(energy).toHaveText("factoring…");
  await expect(energy).not.toHaveAttribute("title");
  await expect(numbers.getByRole("cell").filter({ hasNotText: "factoring…" })).toHaveCount(0);
  await expect(page.getByRole("math")).toHaveAccessibleName(/the picture is being factored/);
  await expect(page.locator("main")).not.toContainText(/A₀|sum of 0 layers/);
  arrive();
  await expect(energy).toHaveText(/%$/, { timeout: 120_000 });
  await expect(energy).toHaveAttribute("title", /^0\.\d+/);
  await expect(page.getByRole("math")).toHaveAccessibleName(/sum of the first \d+ layers/);
});
