import { boxOf, expect, test } from "./app";

test("handles show that they can be dragged until the first drag, which is read out when it ends", async ({
  page,
  open,
}) => {
  await open();
  const handle = page.getByRole("slider", { name: "Vector x" });
  await expect(handle).toHaveAttribute("data-hint");
  const box = await boxOf(handle);
  const [x, y] = [box.cx, box.cy];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 20, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator("[data-hint]")).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "Vector x:" })).toHaveText(
    `Vector x: ${await handle.getAttribute("aria-valuetext")}`,
  );
});
