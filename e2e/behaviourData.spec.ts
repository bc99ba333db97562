/**
 * Behaviour that every release must have, where it is about data, storage and workers: a test for each row of the list, named by the
 * row's id. `offline` stands in offline.spec.ts, since it needs a service worker.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { atRest, expect, test } from "./app";
import { asUpload, CSV_CASES } from "./csvCases";

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const chip = (page: Page) => page.getByRole("button", { name: /Open the data drawer/ });
const notices = (page: Page) => page.getByRole("region", { name: "Notices" });
const entry = (page: Page) => page.getByRole("textbox", { name: "A row 1 column 2", exact: true });
const CHAPTERS = ["Transform", "PCA", "Layer", "Descent", "SVD"] as const;

async function chapter(page: Page, name: (typeof CHAPTERS)[number]) {
  const number = CHAPTERS.indexOf(name) + 1;
  await press(page, `${number} ${name}`);
  await expect(page.getByText(`Chapter ${number}`, { exact: true })).toBeVisible();
}

/** Gives the page a file as the chooser would: one on disk by its path, or one of this name and text. */
async function give(page: Page, file: string | { readonly name: string; readonly text: string }) {
  await chip(page).click();
  await page
    .getByLabel("CSV file")
    .setInputFiles(
      typeof file === "string" ? file : { name: file.name, mimeType: "text/csv", buffer: Buffer.from(file.text) },
    );
}

/** All that is drawn: the marks' geometry and words, and the pixels of each canvas. */
const drawn = (page: Page) =>
  page.evaluate(() => {
    const marks = document.querySelectorAll("main svg :is(path, text, circle)");
    const canvases = document.querySelectorAll<HTMLCanvasElement>("main canvas");
    return [
      ...[...marks].map((mark) => `${mark.getAttribute("d")} ${mark.textContent}`),
      ...[...canvases].map((canvas) => canvas.toDataURL()),
    ].join("\n");
  });

/** The stage as a file, byte for byte. */
async function exported(page: Page): Promise<string> {
  await press(page, "Export");
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "SVG", exact: true }).click();
  return readFileSync(await (await coming).path(), "utf8");
}

/** What the reader is told of each kind of file that gives no dataset. */
const REASONS: Readonly<Record<string, RegExp>> = {
  NO_NUMERIC_COLUMNS: /No column holds numbers \(found: .*\)\. .*choose a file with at least one column of numbers/,
  TOO_FEW_ROWS: /needs at least two\b/,
  NO_ROWS: /has a header and no rows under it\. Choose a file with at least two rows/,
  EMPTY_FILE: /The file is empty\. Choose a CSV file/,
  NOT_TEXT: /not a CSV file|not text/i,
};

test("prev-dataset: a file that gives no dataset leaves the former one, its plots and its export as they were", async ({
  page,
  open,
}) => {
  test.setTimeout(180_000);
  await open();
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
  const refused = CSV_CASES.filter(({ status }) => status === "error");
  expect(refused.map(({ file }) => file)).toHaveLength(5);
  await chapter(page, "PCA");
  await page.getByRole("button", { name: "Scores", exact: true }).click();
  await atRest(page);
  const look = async () => ({
    name: await chip(page).getAttribute("aria-label"),
    hash: await page.evaluate(() => location.hash),
    drawn: await drawn(page),
    svg: await exported(page),
  });
  const before = await look();
  expect([before.drawn.length > 1000, before.svg.length > 1000]).toEqual([true, true]);
  for (const { file, expect: wanted } of refused)
    await test.step(file, async () => {
      await chip(page).click();
      await page.getByLabel("CSV file").setInputFiles(asUpload(file));
      await expect(notices(page)).toContainText(`${file} was not loaded`);
      await expect(notices(page)).toContainText(REASONS[wanted.code ?? ""] ?? /no such code/);
      await expect(notices(page)).toContainText("The former dataset stays.");
      await atRest(page);
      expect(await look()).toEqual(before);
    });
});

test("pca-rank1: points on a line keep nothing beyond PC1, and where variances are equal the directions are said to be arbitrary", async ({
  page,
  open,
}) => {
  await open();
  await chapter(page, "PCA");
  const line = [1, 2, 3, 4, 5, 8].map((t) => `${t},${2.1 * t + 1},${(7 - 0.3 * t).toFixed(1)}`).join("\n");
  await give(page, { name: "line.csv", text: `a,b,c\n${line}\n` });
  await expect(chip(page)).toHaveAccessibleName(/line\.csv, 6 × 3/);
  const scree = page.getByRole("region", { name: "Explained variance of each component" }).getByRole("listitem");
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  const sound = async () => {
    await expect(page.locator("body")).not.toContainText(/NaN|Infinity|undefined/);
    expect(await drawn(page)).not.toMatch(/NaN|Infinity|undefined/);
  };
  for (const standardise of [false, true]) {
    await expect(scree.nth(0)).toContainText("100.0 %");
    await expect(scree.nth(1).locator("data")).toHaveText("0.0 %");
    await expect(inspector).toContainText("All rows lie on one line: PC1 holds everything");
    const views = page.getByRole("group", { name: "View", exact: true }).getByRole("button");
    for (const view of await views.all()) {
      await view.click();
      await atRest(page);
      await sound();
    }
    await views.first().click();
    if (!standardise) await page.getByRole("switch", { name: "Standardise" }).click();
  }
  await page.getByRole("switch", { name: "Standardise" }).click();
  await give(page, { name: "cross.csv", text: "x,y\n1,0\n-1,0\n0,1\n0,-1\n" });
  await expect(chip(page)).toHaveAccessibleName(/cross\.csv, 4 × 2/);
  await expect(inspector).toContainText("PC1 and PC2 keep the same variance, so their directions are arbitrary");
  await expect(scree.nth(1)).toContainText("50.0 %");
  await sound();
});

/** Before the page: every way to storage throws as a browser does that denies it. */
const denyStorage = () => {
  for (const name of ["localStorage", "sessionStorage", "indexedDB"])
    Object.defineProperty(globalThis, name, {
      get: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
};
/** Before the page: everything can be read and nothing more written. */
const fillStorage = () => {
  const full = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
  };
  Storage.prototype.setItem = full;
  IDBObjectStore.prototype.put = full;
};

/** Counts what is said about saving, as it is said. */
const countNotSaved = () => {
  const seen = new WeakSet<Element>();
  Object.assign(globalThis, { notSaved: 0 });
  const look = () => {
    for (const node of document.querySelectorAll('[aria-label="Notices"] [data-kind]'))
      if (!seen.has(node) && /not saved|keeps nothing|not keep/i.test(node.textContent ?? "")) {
        seen.add(node);
        (globalThis as unknown as { notSaved: number }).notSaved += 1;
      }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
};
const timesSaid = (page: Page) => page.evaluate(() => (globalThis as unknown as { notSaved: number }).notSaved);

/** Everything that is kept: parameters, the theme, a table, a picture; and all of it works. */
async function useStorage(page: Page) {
  await press(page, "Shear");
  await press(page, "Use the dark theme");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await give(page, { name: "own.csv", text: "a,b\n1,2\n3,5\n4,1\n" });
  await expect(chip(page)).toHaveAccessibleName(/own\.csv, 3 × 2/);
  await chapter(page, "SVD");
  await page.getByLabel("Picture from a file").setInputFiles("public/pictures/flower.jpg");
  await expect(page.getByRole("main")).toContainText("flower.jpg");
  await chapter(page, "Transform");
  await press(page, "Reflect");
}

for (const [id, words, before] of [
  ["ls-denied", "storage that is denied", denyStorage],
  ["ls-full", "storage that is full", fillStorage],
] as const)
  test(`${id}: with ${words} all works, says once that nothing is saved, and opens again`, async ({ page, open }) => {
    await page.addInitScript(before);
    await page.addInitScript(countNotSaved);
    await open();
    await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
    expect(await timesSaid(page)).toBe(0);
    await press(page, "Shear");
    await expect(notices(page)).toContainText("Not saved");
    await useStorage(page);
    expect(await timesSaid(page)).toBe(1);
    const reflected = await entry(page).inputValue();
    await page.reload();
    // The address holds it all the same.
    await expect(entry(page)).toHaveValue(reflected);
    await expect(chip(page)).toHaveAccessibleName(/own\.csv, 3 × 2/);
    expect(await timesSaid(page)).toBe(0);
    await page.goto("about:blank");
    await open();
    await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
    await expect(entry(page)).toHaveValue("1.00");
  });

const STATE = "eigenscope-state";
/** Reads, or with a value writes, what IndexedDB has under a key. */
const stored = (page: Page, key: string, ...value: readonly unknown[]) =>
  page.evaluate(
    ([name, values]) =>
      new Promise<unknown>((done, fail) => {
        const request = indexedDB.open("keyval-store");
        request.onupgradeneeded = () => request.result.createObjectStore("keyval");
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction("keyval", "readwrite").objectStore("keyval");
          const asked = values.length > 0 ? all.put(values[0], name) : all.get(name);
          asked.onsuccess = () => {
            request.result.close();
            done(asked.result);
          };
        };
      }),
    [key, value] as const,
  );

test("ls-corrupt: a kept state that cannot be read gives the default, is put aside and said once", async ({
  page,
  open,
}) => {
  const { deflateSync } = await import("node:zlib");
  const packed = (state: object) => `s=${deflateSync(JSON.stringify(state)).toString("base64url")}`;
  const shear = [1, 1, 0, 1];
  for (const [what, value, says, matrix] of [
    ["no JSON", "{bad json", /could not be read/, "1.00"],
    ["packed, but no JSON", `s=${deflateSync("{bad json").toString("base64url")}`, /could not be read/, "1.00"],
    ["a record", { transform: { matrix: shear } }, /could not be read/, "1.00"],
    ["a number", 7, /could not be read/, "1.00"],
    ["without a version", packed({ transform: { matrix: shear } }), /could not be read/, "1.00"],
    ["of another type", packed({ v: 1, transform: { matrix: "2" }, app: 3 }), /not allowed/, "1.00"],
    [
      "partly of another type",
      packed({ v: 1, transform: { matrix: [2, 0.25, 0, 1], x: "no" } }),
      /not allowed/,
      "0.25",
    ],
    ["of a newer schema", packed({ v: 99, transform: { matrix: shear } }), /newer version/, "1.00"],
  ] as const)
    await test.step(what, async () => {
      await page.goto("about:blank");
      await open();
      await stored(page, STATE, value);
      await page.evaluate(() => localStorage.setItem("eigenscope-theme", "{bad json"));
      await page.goto("about:blank");
      await open();
      await expect(notices(page)).toContainText(says);
      await expect(entry(page)).toHaveValue(matrix);
      await expect.poll(() => stored(page, `${STATE}-aside`)).toEqual(value);
      await expect.poll(() => stored(page, STATE)).toBeUndefined();
      await press(page, "Shear");
      await expect.poll(() => stored(page, STATE)).toMatch(/^s=/);
    });
  // No crash loop: what was put aside is not read again, and nothing is said twice.
  await page.goto("about:blank");
  await open();
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
  await expect(page.getByText(/could not be read|not allowed|newer version/)).toHaveCount(0);
  const before = await entry(page).inputValue();
  await page.goto("about:blank");
  await open();
  await expect(entry(page)).toHaveValue(before);
  // An older schema is one that lacks what came later: it is read, and the rest is the default's.
  await stored(page, STATE, packed({ v: 0, transform: { matrix: [3, 0.5, 0, 1] } }));
  await page.goto("about:blank");
  await open();
  await expect(entry(page)).toHaveValue("0.50");
  await expect(notices(page)).toHaveCount(0);
});

test("ls-corrupt: a kept table that is damaged counts as missing, and another can be read and kept", async ({
  page,
  open,
}) => {
  const rows = Array.from({ length: 9000 }, (_, i) => `${Math.sqrt(i)},${Math.cbrt(i)}`).join("\n");
  const read = async () => {
    await give(page, { name: "own.csv", text: `a,b\n${rows}\n` });
    await page
      .getByRole("dialog", { name: /^How to read/ })
      .getByRole("button", { name: "Read the table" })
      .click();
    await expect(chip(page)).toHaveAccessibleName(/own\.csv, 9,000 × 2/);
  };
  const list = async () => (await stored(page, "eigenscope-datasets")) as readonly string[] | undefined;
  await open();
  await read();
  await expect.poll(list).toHaveLength(1);
  const [id = ""] = (await list()) ?? [];
  await stored(page, `eigenscope-dataset ${id}`, { id, name: "own.csv", rows: 9000, held: 9000, columns: "{bad json" });
  await stored(page, "eigenscope-datasets", "{bad json");
  for (let visit = 0; visit < 2; visit++) {
    await page.reload();
    await expect(notices(page)).toContainText(/“own(\.csv)?”, which is not in this browser/);
    for (const name of CHAPTERS) await chapter(page, name);
  }
  await read();
  await expect.poll(list).toEqual([id]);
  await page.reload();
  await expect(chip(page)).toHaveAccessibleName(/own\.csv, 9,000 × 2/);
});

/** The next worker of this name throws at its first job. */
const killNext = (page: Page, name: string) =>
  page.route(
    new RegExp(`/${name}-[^/]*\\.js$`),
    (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: 'onmessage = () => { throw new Error("injected"); };',
      }),
    { times: 1 },
  );

test("worker-crash: resamples, an import and a factorisation that die say so, and a second try succeeds", async ({
  page,
  open,
}) => {
  test.setTimeout(180_000);
  await open();
  await test.step("components of resamples", async () => {
    await chapter(page, "PCA");
    await chip(page).click();
    await page.getByRole("button", { name: /^Digits.*CC/ }).click();
    await page.keyboard.press("Escape");
    await expect(chip(page)).toHaveAccessibleName(/Digits/);
    await killNext(page, "pcaWorker");
    await page.getByRole("switch", { name: "Fan of resamples" }).click();
    await expect(notices(page)).toContainText("The resamples could not be made.");
    await press(page, "Scores");
    await press(page, "Original");
    await press(page, "Try again");
    await expect(page.getByText("50 resamples of 1,797 rows.", { exact: false })).toBeVisible();
  });
  await test.step("components of many features", async () => {
    const columns = Array.from({ length: 700 }, (_, j) => j);
    const rows = Array.from({ length: 350 }, (_, i) =>
      columns.map((j) => (j % 2 === 0 ? 2 : 1) * Math.sin(i + (j % 2))),
    );
    await killNext(page, "pcaWorker");
    await give(page, { name: "wide.csv", text: [columns.map((j) => `p${j}`), ...rows].join("\n") });
    await press(page, "Read the table");
    await expect(notices(page)).toContainText("The components could not be found.");
    await expect(page.getByRole("complementary", { name: "Inspector" })).toContainText(
      "The computation stopped unexpectedly",
    );
    await press(page, "Try again");
    await expect(page.getByRole("complementary", { name: "Inspector" })).toContainText(
      "The rows vary in 2 of 700 dimensions",
    );
    await press(page, "Undo");
    await expect(chip(page)).toHaveAccessibleName(/Digits/);
  });
  await test.step("import", async () => {
    await killNext(page, "importWorker");
    await give(page, { name: "own.csv", text: "a,b\n1,2\n3,5\n4,1\n" });
    await expect(notices(page)).toContainText("own.csv was not loaded");
    await expect(notices(page)).toContainText("The former dataset stays.");
    await expect(chip(page)).toHaveAccessibleName(/Digits/);
    await press(page, "Try again");
    await expect(chip(page)).toHaveAccessibleName(/own\.csv, 3 × 2/);
  });
  await test.step("factorisation of a picture", async () => {
    await killNext(page, "pictureWorker");
    await chapter(page, "SVD");
    await expect(page.getByRole("main")).toContainText("The computation stopped unexpectedly");
    await press(page, "Try again");
    await expect(page.getByText("exact", { exact: true })).toBeVisible({ timeout: 60_000 });
  });
  await press(page, "Undo");
  await chapter(page, "Transform");
  await press(page, "Shear");
});

/** Progress, unlike the answer, goes through a port of its own. */
const THROW_AT_PROGRESS = `
  const send = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (...words) {
    send.apply(this, words);
    setTimeout(() => { throw new Error("injected"); });
  };`;

/** Writes a table of a million rows, 50 MB. */
function million(path: string) {
  spawnSync("node", ["scripts/gen-big.mjs", path]);
  return path;
}

test("worker-crash: an import that dies among its rows leaves the former dataset and can be tried again", async ({
  page,
  open,
}, info) => {
  const path = million(info.outputPath("rows1m.csv"));
  await open();
  await chapter(page, "PCA");
  const workers = /\/importWorker-[^/]*\.js$/;
  await page.route(workers, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${THROW_AT_PROGRESS}\n${await response.text()}` });
  });
  await give(page, path);
  await press(page, "Read the table");
  await expect(notices(page)).toContainText("rows1m.csv was not loaded");
  await page.unroute(workers);
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
  await press(page, "Try again");
  await expect(chip(page)).toHaveAccessibleName(/rows1m\.csv, 1,000,000 × 6/, { timeout: 60_000 });
  rmSync(path);
});

test("worker-cancel: Cancel ends a million rows within half a second, and they never come after all", async ({
  page,
  open,
}, info) => {
  test.setTimeout(180_000);
  const path = million(info.outputPath("rows1m.csv"));
  await page.addInitScript(() => {
    const times = { pressed: 0, ended: 0, gone: 0, names: [] as string[] };
    Object.assign(globalThis, { times });
    const terminate = Worker.prototype.terminate;
    Worker.prototype.terminate = function (this: Worker) {
      terminate.call(this);
      if (times.pressed > 0 && times.ended === 0) times.ended = performance.now();
    };
    addEventListener(
      "click",
      ({ target }) => {
        if (target instanceof Element && target.closest("button")?.textContent === "Cancel")
          times.pressed = performance.now();
      },
      true,
    );
    new MutationObserver(() => {
      if (times.pressed > 0 && times.gone === 0 && !document.querySelector('[aria-label^="Reading "]'))
        times.gone = performance.now();
      const name = document.querySelector('[aria-label^="Dataset: "]')?.getAttribute("aria-label") ?? "";
      if (times.names.at(-1) !== name) times.names.push(name);
    }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  });
  await open();
  await chapter(page, "PCA");
  await give(page, path);
  await press(page, "Read the table");
  await expect(page.getByRole("region", { name: "Reading rows1m.csv" })).toContainText(/[1-9][\d,]* rows/);
  await press(page, "Cancel");
  await expect(notices(page)).toContainText("was not read to its end");
  // Another file that takes longer than the rest of the first would have taken.
  const other = info.outputPath("other.csv");
  writeFileSync(other, readFileSync(path));
  await give(page, other);
  await press(page, "Read the table");
  await expect(chip(page)).toHaveAccessibleName(/other\.csv, 1,000,000 × 6/, { timeout: 60_000 });
  const { pressed, ended, gone, names } = await page.evaluate(
    () => (globalThis as unknown as { times: { pressed: number; ended: number; gone: number; names: string[] } }).times,
  );
  const measured = { ended: ended - pressed, gone: gone - pressed };
  info.annotations.push({ type: "milliseconds after Cancel", description: JSON.stringify(measured) });
  expect(Math.max(measured.ended, measured.gone)).toBeLessThan(500);
  expect(Math.min(measured.ended, measured.gone)).toBeGreaterThan(0);
  expect(names.filter((name) => name.includes("rows1m"))).toEqual([]);
  for (const file of [path, other]) rmSync(file);
});
