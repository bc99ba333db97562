/**
 * Behaviour that every release must have, a test for each row of the list, named by the row's id. Rows that another file
 * holds carry their id there: url-garbage, num-nan, sing-2d, zero-2d, rot-2d, shear-2d (transform), degenerate-drag (plane).
 */
import { deflateSync, inflateSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { boxOf, expect, expectAccessible, test } from "./app";

const handle = (page: Page, name: RegExp | string) => page.getByRole("slider", { name });
const entry = (page: Page, row: number, column: number) =>
  page.getByRole("textbox", { name: `A row ${row} column ${column}`, exact: true });
const number = (page: Page, name: RegExp) => page.getByRole("row", { name }).getByRole("cell");
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const CHAPTERS = ["1 Transform", "2 PCA", "3 Layer", "4 Descent", "5 SVD"] as const;
const SHAPES = ["2 × 2", "3 × 3", "3 × 2", "2 × 3"] as const;

const pack = (text: string) => deflateSync(text).toString("base64url");
const link = (state: object | string) => `#s=${pack(typeof state === "string" ? state : JSON.stringify(state))}`;
const unpack = (hash: string): unknown =>
  JSON.parse(inflateSync(Buffer.from(/s=([\w-]+)/.exec(hash)?.[1] ?? "", "base64url")).toString());
const hashOf = (page: Page) => page.evaluate(() => location.hash);

/** The default matrix is on screen, nothing is broken, and a press is answered. */
async function expectDefault(page: Page) {
  await expect(entry(page, 1, 2)).toHaveValue("1.00");
  await expect(number(page, /^det A/)).toHaveText("1.00");
  await expectSound(page);
  await press(page, "Shear");
  await expect(entry(page, 2, 2)).toHaveValue("1.00");
}

/** No text and no drawing holds what is no number. */
async function expectSound(page: Page) {
  await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
  const broken = await page
    .locator("main svg *")
    .evaluateAll((nodes) =>
      nodes.flatMap((n) => [...n.attributes].map((a) => a.value)).filter((v) => /NaN|Infinity|undefined/.test(v)),
    );
  expect(broken).toEqual([]);
}

/** What the browser keeps between visits; null before anything was kept. */
const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string | null>((done) => {
        const request = indexedDB.open("keyval-store");
        request.onupgradeneeded = () => request.transaction?.abort();
        request.onerror = () => done(null);
        request.onsuccess = () => {
          const get = request.result.transaction("keyval").objectStore("keyval").get("eigenscope-state");
          get.onsuccess = () => {
            request.result.close();
            done(typeof get.result === "string" ? get.result : null);
          };
        };
      }),
  );

test("url-empty: an address that ends in # opens the default and says nothing", async ({ page, open }) => {
  await open("#");
  await expect(page.getByText(/This link|Some values/)).toHaveCount(0);
  await expectDefault(page);
});

test("url-truncated: a link that was cut opens the default with a notice", async ({ page, open }) => {
  const whole = link({ v: 1, transform: { matrix: [2, 0.25, -0.5, 3], x: [1, 1], reading: "rows", showGrid: false } });
  await open(whole.slice(0, -20));
  await expect(page.getByText(/This link could not be read/)).toBeVisible();
  expect(await hashOf(page)).toBe("");
  await expect(page.getByRole("switch", { name: /^Grid/ })).toBeChecked();
  await expectDefault(page);
});

test("url-nan: an entry of A that is no number is refused with a notice", async ({ page, open }) => {
  for (const [written, says] of [
    ["NaN", /could not be read/],
    ["Infinity", /could not be read/],
    ["1e999", /Some values in this link are not allowed/],
    ["null", /Some values in this link are not allowed/],
    ['""', /Some values in this link are not allowed/],
  ] as const) {
    await page.goto("about:blank");
    await open(link(`{"v":1,"transform":{"matrix":[3,${written},0,3]}}`));
    await expect(page.getByText(says)).toBeVisible();
    await expect(entry(page, 1, 1)).toHaveValue("1.00");
  }
  await expectDefault(page);
});

test("url-future: a newer version's link is named as such, and what was kept stays", async ({ page, open }) => {
  await open();
  await press(page, "Reflect");
  await expect.poll(() => kept(page)).toMatch(/^s=/);
  const before = await kept(page);
  await page.goto("about:blank");
  await open(link({ v: 9999, transform: { matrix: [7, 7, 7, 7] } }));
  await expect(page.getByText(/made by a newer version/)).toBeVisible();
  await expect(entry(page, 1, 1)).toHaveValue("1.00");
  expect(await kept(page)).toBe(before);
  await expectDefault(page);
});

test("url-proto: keys that reach for a prototype reach nothing", async ({ page, open }) => {
  await open(
    link(
      '{"v":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"transform":{"__proto__":{"polluted":1},"constructor":1}}',
    ),
  );
  expect(await page.evaluate(() => ({}) as { polluted?: unknown }).then((o) => o.polluted)).toBeUndefined();
  expect(await page.evaluate(() => (Object.prototype as { polluted?: unknown }).polluted)).toBeUndefined();
  await expectDefault(page);
});

test("url-xss: names in a link are shown as text and run nothing", async ({ page, open }) => {
  const image = "<img src=x onerror=window.__xss=20>";
  const table = {
    id: "file:<img src=x onerror=window.__xss=20>.csv:0123",
    name: `${image}.csv`,
    csv: `${image},javascript:window.__xss=20,kind\n1,2,${image}\n3,5,b\n4,1,b\n`,
    colour: "kind",
    target: "",
  };
  const state = { v: 1, data: { dataset: table.id }, transform: { featureX: image } };
  await open(`${link(state)}&t=${pack(JSON.stringify(table))}`);
  await expect(page.getByRole("button", { name: /Dataset: <img src=x onerror/ })).toBeVisible();
  await page.getByRole("button", { name: /Dataset:/ }).click();
  await expect(page.getByRole("dialog")).toContainText(image);
  expect(await page.locator("img[src=x], a[href^='javascript:']").count()).toBe(0);
  expect(await page.evaluate(() => (globalThis as { __xss?: unknown }).__xss)).toBeUndefined();
});

test("url-long: 64 KB behind # are said to be too long, and the default opens", async ({ page, open }) => {
  await open(`#s=${"A".repeat(65_536)}`);
  await expect(page.getByText(/too long/)).toBeVisible();
  await expectDefault(page);
});

test("url-back: Back returns through five matrices, and a drag is one entry", async ({ page, open }) => {
  await open();
  const corner = () => Promise.all([entry(page, 1, 1).inputValue(), entry(page, 2, 1).inputValue()]);
  const seen = [await corner()];
  for (const name of ["Shear", "Complex", "Reflect", "Singular", "Random"]) {
    await press(page, name);
    await expect.poll(corner).not.toEqual(seen.at(-1));
    seen.push(await corner());
  }
  for (const before of seen.slice(0, -1).reverse()) {
    await page.goBack();
    await expect.poll(corner).toEqual(before);
  }
  await press(page, "Shear");
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  const { cx, cy } = await boxOf(handle(page, /Image of î/));
  await page.mouse.move(cx, cy);
  await page.mouse.down();
  await page.mouse.move(cx + 60, cy + 40, { steps: 20 });
  expect(await entries()).toBe(before);
  await page.mouse.up();
  expect(await entries()).toBe(before + 1);
});

const AWAY = {
  span: 11,
  centre: [0.5, -0.25],
  matrix: [1.5, -0.5, 0.25, 0.75],
  matrix3: [1, 0.25, 0.5, 0, -1, 0.5, 0.75, 0, 1.25],
  matrix32: [1, 0.5, -0.25, 1, 0.5, 0.25],
  matrix23: [0.5, 1, 0, -1, 0.25, 0.5],
  x: [1.25, 0.5],
  x3: [0.75, -0.5, 1],
  vectors: [
    [1, 2],
    [-1, 0.5],
  ],
  after: [[0, -1, 1, 0]],
  after3: [[0, -1, 0, 1, 0, 0, 0, 0.5, 1]],
  progress: 0.625,
  interpolation: "polar",
  gives: "A",
  iterations: 4,
  unitSteps: true,
  error: [0.5, -0.4],
  error3: [0.5, -0.4, 0.25],
  showError: true,
  showFibres: true,
  showCovariance: true,
  seed: 11,
  azimuth: -50,
  elevation: 35,
  span3: 7,
  projection: "orthographic",
  showGrid: false,
  showCircle: false,
  showEigen: false,
  showArea: false,
  points: "scores",
  featureX: "petal length",
  featureY: "sepal width",
  featureZ: "petal width",
  showInverse: true,
} as const;

/** The part of pixels in which two PNGs differ visibly. */
const difference = (page: Page, one: Buffer, other: Buffer) =>
  page.evaluate(
    async (pictures) => {
      const pixels = await Promise.all(
        pictures.map(async (text) => {
          const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const paper = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          paper?.drawImage(bitmap, 0, 0);
          return paper?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
        }),
      );
      const [a = new Uint8ClampedArray(), b = new Uint8ClampedArray()] = pixels;
      if (a.length === 0 || a.length !== b.length) return 1;
      let apart = 0;
      for (let k = 0; k < a.length; k += 4)
        if ([0, 1, 2].some((c) => Math.abs((a[k + c] ?? 0) - (b[k + c] ?? 0)) > 12)) apart++;
      return (4 * apart) / a.length;
    },
    [one.toString("base64"), other.toString("base64")],
  );

async function fresh(browser: Browser, baseURL: string | undefined, hash: string) {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  await page.goto(`./${hash}`);
  await expect(page.locator(".katex")).toBeVisible();
  await expect(page.getByRole("button", { name: /Dataset: Iris, 150/ })).toBeVisible();
  await expect(page.getByText("Not saved")).toHaveCount(0);
  return page;
}

const shared = async (page: Page) => {
  await press(page, "Share");
  await expect(page.getByText(/Link copied/)).toBeVisible();
  return new URL(await page.evaluate(() => navigator.clipboard.readText())).hash;
};

for (const shape of ["2x2", "3x3"] as const)
  test(`url-roundtrip: every parameter of ${shape} comes through the link, and the picture is the same`, async ({
    browser,
    baseURL,
  }) => {
    const transform = shape === "3x3" ? { ...AWAY, shape } : AWAY;
    const first = await fresh(browser, baseURL, link({ v: 1, transform }));
    // What the reader did by hand goes along with the rest.
    await first.getByRole("switch", { name: /^Data/ }).click();
    await first.getByRole("slider", { name: "Vector x", exact: true }).focus();
    await first.keyboard.press("ArrowRight");
    await first.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const hash = await shared(first);
    const sent = unpack(hash) as { transform: Record<string, unknown> };
    const moved = shape === "3x3" ? { x3: sent.transform.x3 } : { x: sent.transform.x };
    expect(Object.values(moved)).not.toEqual([shape === "3x3" ? AWAY.x3 : AWAY.x]);
    expect(sent).toEqual({ v: 1, transform: { ...transform, ...moved, showData: false } });
    const second = await fresh(browser, baseURL, hash);
    expect(unpack(await shared(second))).toEqual(sent);
    const [one, other] = await Promise.all(
      [first, second].map((page) => page.locator("main").screenshot({ animations: "disabled" })),
    );
    expect(await difference(second, one as Buffer, other as Buffer)).toBeLessThan(0.01);
    // The measure itself can tell two pictures apart.
    await press(second, "Reflect");
    const changed = await second.locator("main").screenshot({ animations: "disabled" });
    expect(await difference(second, one as Buffer, changed)).toBeGreaterThan(0.01);
    await Promise.all([first.context().close(), second.context().close()]);
  });

test("num-empty: an emptied entry is refused, and leaving it brings the old value back", async ({ page, open }) => {
  await open();
  const ellipse = page.locator("path[data-mark=ellipse]").last();
  const drawn = (await ellipse.getAttribute("d")) ?? "";
  await entry(page, 1, 1).fill("");
  await entry(page, 1, 1).press("Enter");
  await expect(entry(page, 1, 1)).toHaveAccessibleDescription(/Type a number/);
  await entry(page, 1, 1).blur();
  await expect(entry(page, 1, 1)).toHaveValue("1.00");
  await expect(ellipse).toHaveAttribute("d", drawn);
});

for (const [id, text, says] of [
  ["num-1e308", "1e308", /Must lie between/],
  ["num-denormal", "5e-324", null],
] as const)
  test(`${id}: ${text} in every entry of every shape`, async ({ page, open }) => {
    await open();
    for (const shape of SHAPES) {
      await press(page, shape);
      const entries = page.getByRole("textbox", { name: /^A row/ });
      const [rows, columns] = shape.split(" × ").map(Number);
      await expect(entries).toHaveCount((rows ?? 0) * (columns ?? 0));
      for (const field of await entries.all()) {
        const before = await field.inputValue();
        await field.fill(text);
        await field.press("Enter");
        if (says) {
          await expect(field).toHaveAccessibleDescription(says);
          await field.blur();
          await expect(field).toHaveValue(before);
        } else await expect(field).not.toHaveAttribute("aria-invalid");
      }
      await expectSound(page);
    }
  });

test("num-nan: a comma is read as a point, and what is refused, typed or pasted, says why", async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  const field = entry(page, 1, 1);
  await field.fill("1,5");
  await field.press("Enter");
  await field.blur();
  await expect(field).toHaveValue("1.50");
  await page.evaluate(() => navigator.clipboard.writeText("<b>1</b>"));
  await field.focus();
  await page.keyboard.press("Control+V");
  await page.keyboard.press("Enter");
  await expect(field).toHaveAttribute("aria-describedby", /.+/);
  await expect(field).toHaveAccessibleDescription("“<b>1</b>” is not a number. Kept 1.50.");
  await field.fill("abc");
  await field.press("Enter");
  await expect(field).toHaveAccessibleDescription("“abc” is not a number. Kept 1.50.");
  await expect(page.getByRole("alert").locator("b")).toHaveCount(0);
});

test("hidden-tab: a run goes on by one step after ten seconds without a frame", async ({ page, open }) => {
  // A browser gives a hidden page no frames, and a test cannot hide one: here the page's clock is ours, and ten seconds
  // pass without a frame. A second of them is a real one, in which the script that still runs is counted; what a page
  // would do that never stopped asking for frames is not seen here.
  await open();
  await expect(page.locator(".katex")).toBeVisible();
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const scrubber = handle(page, "From I to A");
  const at = async () => Number(await scrubber.inputValue());
  await press(page, "Play");
  await page.clock.runFor(300);
  const before = await at();
  expect(before).toBeGreaterThan(0.05);
  expect(before).toBeLessThan(0.6);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const busy = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN) * 1000;
  };
  const from = await busy();
  await new Promise((second) => setTimeout(second, 1000));
  expect((await busy()) - from).toBeLessThan(20);
  await page.clock.fastForward(10_000);
  const after = await at();
  // Smoothstep is never steeper than 1.5 over 0.9 s; one step is 0.05 s, and the jump lands between two frames.
  expect(after - before).toBeLessThanOrEqual((1.5 * 2 * 0.05) / 0.9 + 0.01);
  await page.clock.runFor(1500);
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  expect(await at()).toBe(1);
});

/** What can be pressed, typed in or moved: its name, and why a finger could not use it. */
const outOfReach = (page: Page) =>
  page.evaluate(() => {
    const complaints: string[] = [];
    const all = document.querySelectorAll<HTMLElement>(
      "button, input, select, textarea, summary, [role=slider], [role=switch], [role=tab], [role=combobox]",
    );
    let seen = 0;
    for (const node of all) {
      // A visually hidden input stands for what is beside it.
      if (
        !node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
        node.closest("[aria-hidden=true], [inert]")
      )
        continue;
      if (getComputedStyle(node).clipPath !== "none" || (node instanceof HTMLInputElement && node.type === "file"))
        continue;
      node.scrollIntoView({ block: "center", inline: "center" });
      const { left, right, top, bottom, width, height } = node.getBoundingClientRect();
      if (width <= 1 || bottom <= 0) continue;
      seen++;
      const name = `${node.getAttribute("aria-label") ?? node.textContent?.trim().slice(0, 40)} (${node.tagName})`;
      // A target may reach further than its box, so what is smaller is pressed at the edges of 24 × 24.
      const hit = (dx: number, dy: number) =>
        node.contains(document.elementFromPoint((left + right) / 2 + dx, (top + bottom) / 2 + dy));
      const wide = width >= 23.9 || (hit(-11.5, 0) && hit(11.5, 0));
      const high = height >= 23.9 || (hit(0, -11.5) && hit(0, 11.5));
      if (!wide || !high) complaints.push(`${name} is ${width.toFixed(1)} × ${height.toFixed(1)}`);
      if (left < -0.5 || right > innerWidth + 0.5) complaints.push(`${name} lies from ${left} to ${right}`);
      // Handles may lie on one another; every other control must be on top where it is pressed.
      if (node instanceof SVGElement || (node as HTMLButtonElement).disabled) continue;
      const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (!above || !(node.contains(above) || above.contains(node) || above.closest("label")?.contains(node)))
        complaints.push(`${name} is covered by ${above?.tagName}.${above?.className}`);
    }
    return seen < 8 ? [`only ${seen} controls are there`] : complaints;
  });
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [id, height] of [
  ["w320", 568],
  ["zoom400", 256],
] as const)
  test(`${id}: at 320 × ${height} no chapter scrolls sideways, and a finger reaches every control`, async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width: 320, height });
    await open();
    const check = async (where: string) => {
      for (const tab of [/Lesson/, /Controls/]) {
        await page.getByRole("tab", { name: tab }).click();
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll("details")) fold.open = true;
        });
        expect.soft(await sideways(page), where).toBeLessThanOrEqual(0);
        expect.soft(await outOfReach(page), `${where} ${tab}`).toEqual([]);
      }
    };
    for (const shape of SHAPES) {
      await page.getByRole("tab", { name: /Controls/ }).click();
      await press(page, shape);
      await expect(page.getByRole("textbox", { name: /^A row/ }).first()).toBeVisible();
      await check(shape);
    }
    for (const chapter of CHAPTERS.slice(1)) {
      await press(page, chapter);
      await expect(page.getByRole("button", { name: chapter, exact: true })).toHaveAttribute("aria-current", "page");
      await expect(page.getByRole("heading", { level: 2 }).first()).toBeAttached();
      await check(chapter);
      if (chapter === "3 Layer") {
        await press(page, "A network");
        await expect(page.getByRole("combobox", { name: "Optimiser" })).toBeVisible();
        await check("3 Layer, a network");
      }
    }
  });

for (const shape of ["2 × 2", "3 × 3"] as const)
  test(`touch: ${shape} is dragged, pinched and panned by fingers, and the page stays where it is`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 }, baseURL });
    const page = await context.newPage();
    await page.goto("./");
    await page.getByRole("tab", { name: /Controls/ }).click();
    await press(page, shape);
    const stage = await boxOf(page.getByRole("group", { name: shape === "3 × 3" ? /^Space/ : /The plane/ }));
    const session = await context.newCDPSession(page);
    const state = async () => (unpack(await hashOf(page)) as { transform?: Record<string, unknown> }).transform ?? {};
    /** Fingers go from where they are by the given way, in six moves. */
    const fingers = async (from: readonly [number, number][], by: readonly [number, number][]) => {
      const points = (t: number) =>
        from.map(([x, y], k) => ({ x: x + t * (by[k]?.[0] ?? 0), y: y + t * (by[k]?.[1] ?? 0), id: k }));
      await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(0) });
      for (let k = 1; k <= 6; k++)
        await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: points(k / 6) });
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    const matrix = shape === "3 × 3" ? "matrix3" : "matrix";
    const j = await boxOf(handle(page, /Image of ĵ/));
    await fingers([[j.cx, j.cy]], [[24, -30]]);
    await expect.poll(async () => (await state())[matrix]).toBeDefined();
    const y = stage.y + stage.height - 20;
    const x = stage.x + stage.width / 2;
    await fingers(
      [
        [x - 40, y],
        [x + 40, y],
      ],
      [
        [-50, 0],
        [50, 0],
      ],
    );
    const span = shape === "3 × 3" ? "span3" : "span";
    await expect.poll(async () => Number((await state())[span])).toBeGreaterThan(0);
    const before = JSON.stringify(await state());
    await fingers([[stage.x + 20, y]], [[60, -40]]);
    await expect.poll(async () => JSON.stringify(await state())).not.toBe(before);
    expect(
      await page.evaluate(() => [scrollX, scrollY, document.documentElement.scrollTop, visualViewport?.scale]),
    ).toEqual([0, 0, 0, 1]);
    await context.close();
  });

/** Tabs through the page once: what was reached without being seen, and what was never reached. */
async function tabThrough(page: Page) {
  const total = await page.evaluate(() => {
    const stops = [...document.querySelectorAll<HTMLElement>("button, input, summary, a[href], [tabindex='0']")].filter(
      (node) =>
        node.tabIndex === 0 &&
        !(node as HTMLButtonElement).disabled &&
        node.checkVisibility() &&
        !node.closest("[inert]"),
    );
    for (const node of stops) node.dataset.stop = "";
    return stops.length;
  });
  const unseen: string[] = [];
  for (let k = 0; k < total + 20; k++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const node = document.activeElement as HTMLElement | null;
      if (!node || node === document.body) return null;
      delete node.dataset.stop;
      const shown = (n: Element) => {
        const { outlineStyle, outlineWidth, boxShadow, strokeWidth, stroke } = getComputedStyle(n);
        return (
          (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) ||
          boxShadow !== "none" ||
          (n.matches("circle") && stroke !== "none" && Number.parseFloat(strokeWidth) > 2)
        );
      };
      const near = [node, ...node.querySelectorAll("circle"), node.parentElement, node.parentElement?.parentElement];
      const seen = near.some((n) => n && shown(n)) || [...(node.parentElement?.children ?? [])].some(shown);
      return { seen, name: node.getAttribute("aria-label") ?? node.textContent?.slice(0, 40) ?? node.tagName };
    });
    if (stop === null) break;
    if (!stop.seen) unseen.push(stop.name);
  }
  const missed = await page
    .locator("[data-stop]")
    .evaluateAll((nodes) => nodes.map((node) => node.outerHTML.slice(0, 120)));
  return { total, unseen, missed };
}

test("keyboard: Tab goes through all of chapter 1, each stop is seen, and it comes out again", async ({
  page,
  open,
}) => {
  await open();
  await expect(page.getByRole("switch", { name: /^Data/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Export" })).toBeEnabled();
  for (const shape of SHAPES) {
    await press(page, shape);
    await expect(page.getByRole("slider", { name: /Image of î/ })).toBeVisible();
    // Tab goes on from where the last press was: back to the page's beginning.
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
    });
    const { total, unseen, missed } = await tabThrough(page);
    expect(total, shape).toBeGreaterThan(40);
    expect([...unseen, ...missed], shape).toEqual([]);
  }
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: /Dataset:/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Dataset:/ })).toBeFocused();
});

test("reduced: playing jumps to the end, and nothing goes on moving", async ({ page, open }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open();
  const scrubber = handle(page, "From I to A");
  await scrubber.focus();
  await page.keyboard.press("Home");
  await expect(scrubber).toHaveValue("0");
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { seen });
    const node = document.querySelector("[role=slider][aria-label^='Image of î']");
    new MutationObserver(() => seen.add(node?.getAttribute("aria-valuetext") ?? "")).observe(node as Element, {
      attributes: true,
    });
  });
  await press(page, "Play");
  await expect(scrubber).toHaveValue("1");
  expect(await page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen])).toEqual([
    "1.00, 0.500",
  ]);
  const endless = await page.evaluate(
    () =>
      document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0) > 5000).length,
  );
  expect(endless).toBe(0);
});

test("forced: with forced colours every mark that matters is drawn, and is told apart by dash or words", async ({
  page,
  open,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open();
  for (const shape of SHAPES) {
    await press(page, shape);
    await expect(page.locator("main text[data-mark]").first()).toBeAttached();
    const lost = await page.evaluate(() => {
      const canvas = getComputedStyle(document.body).backgroundColor;
      return [...document.querySelectorAll("main svg path[data-mark]")].flatMap((node) => {
        const mark = node.getAttribute("data-mark") ?? "";
        const { stroke, fill } = getComputedStyle(node);
        return [stroke, fill].every((c) => c === "none" || c === canvas) ? [mark] : [];
      });
    });
    expect(lost, shape).toEqual([]);
    for (const words of [/î/, /ĵ/])
      await expect(page.locator("main text").filter({ hasText: words }).first()).toBeAttached();
  }
  await press(page, "2 × 2");
  await expect(page.locator("path[data-mark=eigen]").first()).toHaveAttribute("stroke-dasharray", /\d/);
  await expect(page.locator("path[data-mark=i]").first()).not.toHaveAttribute("stroke-dasharray");
  for (const chapter of CHAPTERS.slice(1)) {
    await press(page, chapter);
    await expect(page.locator("main svg, main canvas").first()).toBeAttached();
    await expectSound(page);
  }
});

test("dark-light: the system's theme is followed during use, and both have their contrast", async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open();
  await expect(page.locator("path[data-mark=eigen]").first()).toBeAttached();
  const papers = new Set<string>();
  for (const colorScheme of ["light", "dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const faint = await page.evaluate(() => {
      const rgb = (css: string) => (css.match(/[\d.]+/g) ?? []).slice(0, 3).map((v) => Number(v) / 255);
      const light = (css: string) => {
        const [r = 0, g = 0, b = 0] = rgb(css).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const paper = getComputedStyle(document.querySelector("main svg")?.parentElement as Element).backgroundColor;
      const ratio = (css: string) => {
        const [a, b] = [light(css), light(paper)];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      };
      // Grids and axes are the ground: what they say stands in numbers beside them.
      const ground = ["ghost", "axes", "grid"];
      const marks = [...document.querySelectorAll("main svg [data-mark]")].filter(
        (n) => !ground.includes(n.getAttribute("data-mark") ?? ""),
      );
      const complaints = marks.flatMap((node) => {
        const { stroke, fill } = getComputedStyle(node);
        const colour = node.matches("text") || stroke === "none" ? fill : stroke;
        return ratio(colour) < (node.matches("text") ? 4.5 : 3) ? [`${node.getAttribute("data-mark")} ${colour}`] : [];
      });
      return { paper, count: marks.length, complaints };
    });
    expect(faint.complaints).toEqual([]);
    expect(faint.count).toBeGreaterThan(10);
    papers.add(faint.paper);
    if (colorScheme === "dark") await expectAccessible(page);
  }
  expect(papers.size).toBe(2);
  // Who chose a theme keeps it, whatever the system does and when the page comes again.
  await press(page, "Use the dark theme");
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  }
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
