import { expect, expectAccessible, test } from "./app";

test("the script that the page names is within 130 KB compressed", async ({ request }) => {
  const page = await (await request.get("./")).text();
  const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? "");
  expect(scripts.length).toBeGreaterThan(0);
  const sizes = await Promise.all(
    scripts.map(async (path) => {
      const response = await request.get(`./${path}`, { headers: { "Accept-Encoding": "gzip" } });
      return Number(response.headers()["content-length"]);
    }),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(130_000);
});

test("while the dataset is on its way, chapter 1 can be used and read, and says what is awaited", async ({
  page,
  open,
}) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/iris.csv", async (route) => {
    await arrived;
    await route.continue();
  });
  await open();
  const chip = page.getByRole("button", { name: /Open the data drawer/ });
  await expect(chip).toHaveAccessibleName("Dataset: Loading. Open the data drawer");
  await expectAccessible(page);
  const handle = page.getByRole("slider", { name: /Image of î/ });
  const before = await handle.getAttribute("aria-valuetext");
  await handle.press("ArrowRight");
  await expect(handle).not.toHaveAttribute("aria-valuetext", before ?? "");
  arrive();
  await expect(chip).toHaveAccessibleName(/Iris, 150 × 4/);
});
