/** The row `offline` of the list: what was loaded once works without a network, and a newer version asks before it comes. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import sirv from "sirv";
import { CONTENT_SECURITY_POLICY } from "../scripts/csp.mjs";
import { complaintsOf, expect, test as opened } from "./app";

interface Site {
  readonly url: string;
  /** Gives the worker of another version from now on. */
  release(): void;
  /** From now on nothing answers. */
  end(): Promise<void>;
}

const FOLDER = "/lessons/eigenscope";

/** dist/ in a folder below the root, as a host would have it. */
async function serve(): Promise<Site> {
  const policy = { "Content-Security-Policy": CONTENT_SECURITY_POLICY };
  const files = sirv("dist", {
    setHeaders: (response) => void response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY),
  });
  let version = 1;
  const server = createServer((request, response) => {
    const path = request.url?.startsWith(`${FOLDER}/`) ? request.url.slice(FOLDER.length) : "/none";
    if (path === "/sw.js") {
      response.writeHead(200, { ...policy, "Content-Type": "text/javascript" });
      response.end(`${readFileSync("dist/sw.js", "utf8")}\n// ${version}`);
      return;
    }
    request.url = path;
    files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise<void>((listening) => server.listen(0, () => listening()));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${FOLDER}/`,
    release: () => {
      version += 1;
    },
    end: () =>
      new Promise((ended) => {
        server.close(() => ended());
        server.closeAllConnections();
      }),
  };
}

const test = opened.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  site: async ({}, use) => {
    const site = await serve();
    await use(site);
    await site.end();
  },
  baseURL: async ({ site }, use) => use(site.url),
});
test.use({ serviceWorkers: "allow", actionTimeout: 20_000 });

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const chip = (page: Page) => page.getByRole("button", { name: /Open the data drawer/ });
const notices = (page: Page) => page.getByRole("region", { name: "Notices" });
const entry = (page: Page) => page.getByRole("textbox", { name: "A row 1 column 2", exact: true });

/** The page is under a worker that has all files. */
const keptWhole = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken, { once: true }));
  });

async function chapter(page: Page, number: number, name: string) {
  await press(page, `${number} ${name}`);
  await expect(page.getByText(`Chapter ${number}`, { exact: true })).toBeVisible();
}

async function code(page: Page) {
  await press(page, "Show NumPy");
  await expect(page.getByRole("region", { name: "NumPy for what is shown" })).toContainText("numpy");
  await press(page, "Show NumPy");
}

/** Opens, for the first time, each part that is fetched when it is wanted. */
async function useAll(page: Page) {
  await chapter(page, 1, "Transform");
  await expect(page.locator(".katex").first()).toBeVisible();
  await code(page);
  await press(page, "3 × 3");
  await expect(page.getByRole("group", { name: /space/i }).first()).toBeVisible();
  await press(page, "2 × 2");
  await press(page, "Export");
  await expect(page.getByRole("menuitem", { name: "SVG", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: /Keys/ })).toBeVisible();
  await page.keyboard.press("Escape");

  await chapter(page, 2, "PCA");
  const views = page.getByRole("group", { name: "View", exact: true }).getByRole("button");
  await expect(views).not.toHaveCount(0);
  for (const view of await views.all()) {
    await view.click();
    await expect(page.locator("main").getByRole("group").first()).toBeVisible();
  }
  await views.first().click();
  await code(page);
  for (const name of ["Palmer penguins", "Wine", "Breast cancer", "Ten towns at table", "Digits"]) {
    await chip(page).click();
    await page.getByRole("button", { name: new RegExp(`^${name}.*CC`) }).click();
    await page.keyboard.press("Escape");
    await expect(chip(page)).toHaveAccessibleName(new RegExp(name));
  }
  await page.getByRole("switch", { name: "Fan of resamples" }).click();
  await expect(page.getByText("50 resamples of 1,797 rows.", { exact: false })).toBeVisible();
  await chip(page).click();
  await page.getByLabel("CSV file").setInputFiles({
    name: "own.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("a,b,kind\n1,2,oak\n3,5,elm\n4,1,oak\n2,6,elm\n"),
  });
  await expect(chip(page)).toHaveAccessibleName(/own\.csv, 4 × 2/);

  await chapter(page, 3, "Layer");
  await code(page);
  await press(page, "A network");
  await press(page, "Step");
  await expect(page.getByText("step 1", { exact: true })).toBeVisible();

  await chapter(page, 4, "Descent");
  await code(page);
  await press(page, "Step");

  await chapter(page, 5, "SVD");
  await press(page, "Flower");
  await expect(page.getByText("exact", { exact: true })).toBeVisible({ timeout: 60_000 });
  await code(page);
  await expect(page.getByText(/could not be/)).toHaveCount(0);
}

/** Neither the host nor the network is there any more. */
async function disconnect(page: Page, site: Site) {
  await page.context().setOffline(true);
  await site.end();
}

test("offline: loaded once and never reloaded, every chapter and panel opens for the first time without a network", async ({
  page,
  open,
  site,
}) => {
  test.setTimeout(180_000);
  await open();
  await keptWhole(page);
  await disconnect(page, site);
  await useAll(page);
});

test("offline: reloaded without a network all works, and so does another page", async ({ page, open, site }) => {
  test.setTimeout(180_000);
  await open();
  await keptWhole(page);
  await press(page, "Shear");
  const shear = await entry(page).inputValue();
  await disconnect(page, site);
  await page.reload();
  await expect(entry(page)).toHaveValue(shear);
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
  await useAll(page);

  const other = await page.context().newPage();
  const complaints = await complaintsOf(other, new URL(site.url).origin);
  await other.goto(`${site.url}?from=elsewhere`);
  await expect(other.getByText("Chapter 5", { exact: true })).toBeVisible();
  await expect(chip(other)).toHaveAccessibleName(/own\.csv, 4 × 2/);
  expect(complaints).toEqual([]);
});

test("a newer version waits until the reader takes it, and what was made is still there then", async ({
  page,
  open,
  site,
}) => {
  await open();
  await keptWhole(page);
  await press(page, "Shear");
  const shear = await entry(page).inputValue();
  await page.evaluate(() => Object.assign(globalThis, { former: true }));
  const former = (of: Page) => of.evaluate(() => "former" in globalThis);
  await expect(notices(page)).toHaveCount(0);

  site.release();
  const other = await page.context().newPage();
  await other.goto(site.url);
  await other.evaluate(() => Object.assign(globalThis, { former: true }));
  for (const one of [page, other]) await expect(notices(one)).toContainText("A newer version is ready");
  expect(await former(page)).toBe(true);

  await notices(page).getByRole("button", { name: "Reload" }).click();
  await expect.poll(() => former(page).catch(() => true)).toBe(false);
  await expect(entry(page)).toHaveValue(shear);
  await expect(page.getByText("A newer version is ready")).toHaveCount(0);
  await expect(notices(other)).toContainText("updated in another tab");
  await expect(other.getByText("A newer version is ready")).toHaveCount(0);
  expect(await former(other)).toBe(true);
});

test("the app can be installed: its manifest has names, colours and icons that are there", async ({ page, open }) => {
  await open();
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
    const text = await (await fetch(link?.href ?? "")).json();
    const sizes = await Promise.all(
      (text.icons as { src: string; sizes: string; type: string }[])
        .filter(({ type }) => type === "image/png")
        .map(async ({ src, sizes }) => {
          const picture = await createImageBitmap(await (await fetch(new URL(src, link?.href))).blob());
          return [sizes, `${picture.width}x${picture.height}`];
        }),
    );
    return { name: text.name, display: text.display, sizes };
  });
  expect(manifest).toEqual({
    name: "Eigenscope",
    display: "standalone",
    sizes: ["192x192", "512x512", "512x512"].map((size) => [size, size]),
  });
});
