import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";

const chip = (page: Page) => page.getByRole("button", { name: /Open the data drawer/ });
const drawer = (page: Page) => page.getByRole("dialog", { name: "Data", exact: true });
const openDrawer = async (page: Page) => {
  await chip(page).click();
  await expect(drawer(page)).toBeVisible();
};
const preview = (page: Page) => page.getByRole("dialog", { name: /^How to read/ });
/** A table that is not small is looked at before it is read. */
const readPreviewed = (page: Page) => preview(page).getByRole("button", { name: "Read the table" }).click();
const notices = (page: Page) => page.getByRole("region", { name: "Notices" });
/** Gives the page a file of this content, as the file chooser would. */
const choose = async (page: Page, name: string, content: string | Buffer) => {
  if (!(await drawer(page).isVisible())) await openDrawer(page);
  await page.getByLabel("CSV file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
};
/** Lets a file fall on the page, as from the desktop. */
const drop = (page: Page, name: string, content: string, type = "text/csv") =>
  page.evaluate(
    ([fileName, text, mime]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName, { type: mime }));
      for (const kind of ["dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    [name, content, type] as const,
  );

test.beforeEach(async ({ page, open }) => {
  await open();
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
});

test("a CSV dropped on any chapter becomes the dataset of all, in one undo step", async ({ page }) => {
  await drop(page, "trees.csv", "height;girth;kind\n1,5;10;oak\n2,5;20;elm\n3,0;35;oak\n4,5;38;elm\n");
  await expect(chip(page)).toHaveAccessibleName(/trees\.csv, 4 × 2/);
  await expect(notices(page)).toContainText("4 rows, 2 number columns");
  await page.getByRole("button", { name: "2 PCA" }).click();
  await expect(page.getByRole("main")).toContainText(/height|girth/);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(chip(page)).toHaveAccessibleName(/trees\.csv, 4 × 2/);
});

test("a file that falls on the page before what takes files has come is taken when it has", async ({ page }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/FileDrop-.*\.js$/, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.reload();
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
  await drop(page, "early.csv", "a,b\n1,2\n3,5\n4,1\n");
  arrive();
  await expect(chip(page)).toHaveAccessibleName(/early\.csv, 3 × 2/);
});

test("what was not used is said with counts and lines", async ({ page }) => {
  await choose(page, "gaps.csv", "a,b\n1,2\n3,\nx,4\n5,6\n7,8,9\n");
  await expect(chip(page)).toHaveAccessibleName(/gaps\.csv/);
  await expect(notices(page)).toContainText(/line 3/i);
  await notices(page).getByRole("button", { name: "How this file was read" }).click();
  const notes = preview(page).getByRole("list", { name: "What was done with the file" });
  await expect(notes).toContainText(/line 3/i);
  await expect(notes).toContainText(/line 6/i);
});

for (const [file, words] of [
  ["empty.csv", /empty/i],
  ["binary_png.csv", /not text|binary/i],
  ["all_text.csv", /no column holds numbers/i],
  ["header_only.csv", /no rows/i],
] as const)
  test(`${file} is refused in a sentence, and the former dataset stays`, async ({ page }) => {
    await choose(page, file, readFileSync(`fixtures/csv/${file}`));
    await expect(notices(page)).toContainText(words);
    await expect(notices(page)).toContainText("The former dataset stays.");
    await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  });

test("a hostile CSV does nothing but load", async ({ page }) => {
  await choose(page, "proto.csv", readFileSync("fixtures/csv/proto_header.csv"));
  await expect(chip(page)).toHaveAccessibleName(/proto\.csv/);
  await choose(page, "html.csv", readFileSync("fixtures/csv/html_header.csv"));
  await expect(chip(page)).toHaveAccessibleName(/html\.csv/);
  for (const name of ["Transform", "PCA", "Layer", "Descent", "SVD"]) {
    await page.getByRole("button", { name: new RegExp(`^\\d ${name}$`) }).click();
    await expect(page.getByRole("main")).toBeVisible();
  }
  expect(
    await page.evaluate(() => ({
      polluted: Object.keys(Object.prototype).length + Number("polluted" in {}),
      markup: document.querySelectorAll("main img, main script, dialog img").length,
      xss: "xss" in globalThis || "pwned" in globalThis,
    })),
  ).toEqual({ polluted: 0, markup: 0, xss: false });
});

test("a pasted table, a reload and a fresh browser show the same rows", async ({ page, browser, baseURL }) => {
  await openDrawer(page);
  await page.getByRole("textbox", { name: "Paste a table" }).fill("u\tv\n1\t2\n3\t5\n8\t13\n");
  await page.getByRole("button", { name: "Read the pasted table" }).click();
  await expect(chip(page)).toHaveAccessibleName(/Pasted table, 3 × 2/);
  const hash = await page.evaluate(() => location.hash);
  await page.reload();
  await expect(chip(page)).toHaveAccessibleName(/Pasted table, 3 × 2/);
  const context = await browser.newContext({ baseURL });
  const fresh = await context.newPage();
  await fresh.goto(`./${hash}`);
  await expect(chip(fresh)).toHaveAccessibleName(/Pasted table, 3 × 2/);
  await openDrawer(fresh);
  await expect(drawer(fresh).getByRole("gridcell", { name: "13", exact: true })).toBeVisible();
  await context.close();
});

test("a link to a file that this browser never had says so and stays with what is here", async ({ page, open }) => {
  await choose(
    page,
    "wide.csv",
    `a,b\n${Array.from({ length: 12_000 }, (_, i) => `${Math.sqrt(i)},${Math.cbrt(i)}`).join("\n")}\n`,
  );
  await readPreviewed(page);
  await expect(chip(page)).toHaveAccessibleName(/wide\.csv, 12,000 × 2/);
  const hash = await page.evaluate(() => location.hash);
  expect(hash).not.toContain("&t=");
  await page.evaluate(() => indexedDB.deleteDatabase("keyval-store"));
  await page.goto("about:blank");
  await open(hash);
  await expect(notices(page)).toContainText(/“wide”, which is not in this browser/);
});

test("columns are chosen, coloured and predicted once, for all chapters", async ({ page }) => {
  await openDrawer(page);
  await drawer(page).getByRole("button", { name: "sepal width", exact: true }).click();
  await expect(drawer(page).getByRole("button", { name: "sepal width", exact: true })).toHaveAttribute(
    "aria-pressed",
    "false",
  );
  await drawer(page).getByRole("combobox", { name: "Colour by" }).click();
  await page.getByRole("option", { name: "One colour" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "2 PCA" }).click();
  await expect(page.getByRole("complementary", { name: "Inspector" })).toContainText("PC3");
  await expect(page.getByRole("complementary", { name: "Inspector" })).not.toContainText("PC4");
});

test("points are generated by seed, and the drawer lists every shipped dataset with source and licence", async ({
  page,
}) => {
  await openDrawer(page);
  for (const name of ["Iris", "Palmer penguins", "Wine", "Breast cancer", "Ten towns at table", "Digits"])
    await expect(drawer(page).getByRole("button", { name: new RegExp(`^${name}.*CC`) })).toBeVisible();
  await expectAccessible(page);
  await drawer(page).getByRole("button", { name: /^Wine/ }).click();
  await expect(drawer(page)).toContainText("178 rows × 13 number columns");
  await drawer(page).getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "Moons" }).click();
  await drawer(page).getByRole("button", { name: "Generate" }).click();
  await expect(drawer(page)).toContainText("200 rows × 2 number columns");
  const first = await drawer(page).getByRole("row").nth(1).textContent();
  await drawer(page).getByRole("button", { name: /^Wine/ }).click();
  await expect(drawer(page)).toContainText("178 rows");
  await drawer(page).getByRole("button", { name: "Generate" }).click();
  await expect(drawer(page).getByRole("row").nth(1)).toHaveText(first ?? "");
});

test("of a long file an even sample is kept, and it is said", async ({ page }, info) => {
  const lines = (n: number) =>
    `a,b,c\n${Array.from({ length: n }, (_, i) => `${i % 997},${(i * 7919) % 1009},${i}`).join("\n")}\n`;
  const path = info.outputPath("long.csv");
  writeFileSync(path, lines(130_000));
  await openDrawer(page);
  await page.getByLabel("CSV file").setInputFiles(path);
  await readPreviewed(page);
  await expect(chip(page)).toHaveAccessibleName(/long\.csv, 130,000 × 3/);
  await openDrawer(page);
  await expect(drawer(page)).toContainText(
    /of them, drawn evenly, are kept for pictures; means and components use all/,
  );
});

test("a file that is given while another is being read takes its place, and leaves no progress behind", async ({
  page,
}, info) => {
  const path = info.outputPath("first.csv");
  writeFileSync(path, `a,b\n${Array.from({ length: 1_200_000 }, (_, i) => `${i % 997},${i}`).join("\n")}\n`);
  await openDrawer(page);
  await page.getByLabel("CSV file").setInputFiles(path);
  await readPreviewed(page);
  await expect(page.getByRole("region", { name: "Reading first.csv" })).toBeVisible();
  const rows = Array.from({ length: 12_000 }, (_, i) => `${i},${Math.sqrt(i)}`).join("\n");
  await drop(page, "second.csv", `u,v\n${rows}\n`);
  await expect(preview(page)).toBeVisible();
  await expect(page.getByLabel("Reading first.csv")).toHaveCount(0);
  await readPreviewed(page);
  await expect(chip(page)).toHaveAccessibleName(/second\.csv, 12,000 × 2/);
});

test("how a small file was read is one press away, and it can be read in another way, in one undo step", async ({
  page,
}) => {
  await choose(
    page,
    "plants.csv",
    "when;height;kind\n2024-05-01;1,5;oak\n2024-05-02;2,5;elm\n2024-05-03;;oak\n2024-05-04;4,0;oak\n",
  );
  await expect(chip(page)).toHaveAccessibleName(/plants\.csv, 3 × 1/);
  await openDrawer(page);
  await expect(page.getByRole("list", { name: "What was done with the file" })).toContainText("Dates and times");
  await drawer(page).getByRole("button", { name: "How this file was read" }).click();
  await expect(preview(page).getByRole("combobox", { name: "Cells are separated by a" })).toContainText("semicolon");
  await expect(preview(page).getByRole("cell", { name: "2024-05-02" })).toBeVisible();
  await expectAccessible(page);
  await preview(page).getByRole("combobox", { name: "Role of kind" }).click();
  await page.getByRole("option", { name: "0 and 1 for each value" }).click();
  await preview(page).getByRole("button", { name: "Fill with the mean" }).click();
  await readPreviewed(page);
  await expect(chip(page)).toHaveAccessibleName(/plants\.csv, 4 × 3/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(chip(page)).toHaveAccessibleName(/plants\.csv, 3 × 1/);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(chip(page)).toHaveAccessibleName(/plants\.csv, 4 × 3/);
  await page.reload();
  await expect(chip(page)).toHaveAccessibleName(/plants\.csv, 4 × 3/);
  await openDrawer(page);
  await drawer(page).getByRole("button", { name: "How this file was read" }).click();
  await expect(preview(page).getByRole("combobox", { name: "Role of kind" })).toContainText("0 and 1");
});

test("a larger file is looked at first: another delimiter makes other columns, Cancel changes nothing", async ({
  page,
}) => {
  const rows = Array.from({ length: 9000 }, (_, i) => `${i};${(i * 7) % 11},5;w${i % 3}`).join("\n");
  await drop(page, "large.csv", `n;x;k\n${rows}\n`);
  await expect(preview(page)).toBeVisible();
  await expect(preview(page).getByRole("combobox", { name: "Role of x" })).toContainText("found: number");
  await preview(page).getByRole("combobox", { name: "Cells are separated by a" }).click();
  await page.getByRole("option", { name: "vertical bar" }).click();
  await expect(preview(page).getByRole("combobox", { name: "Role of n;x;k" })).toBeVisible();
  await preview(page).getByRole("button", { name: "Cancel" }).click();
  await expect(chip(page)).toHaveAccessibleName(/Iris, 150 × 4/);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await drop(page, "large.csv", `n;x;k\n${rows}\n`);
  await preview(page).getByRole("combobox", { name: "Role of n" }).click();
  await page.getByRole("option", { name: "left out" }).click();
  await readPreviewed(page);
  await expect(chip(page)).toHaveAccessibleName(/large\.csv, 9,000 × 1/);
});

test("JSON is read, and refused where it breaks", async ({ page }) => {
  await choose(page, "flowers.json", '[{"a":1,"b":2},{"a":3,"b":5},{"a":4,"b":1}]');
  await expect(chip(page)).toHaveAccessibleName(/flowers\.json, 3 × 2/);
  await choose(page, "cut.json", '[{"a":1},\n{"a":2},\n{"a"');
  await expect(notices(page)).toContainText("The JSON ends too early on line 3");
  await expect(chip(page)).toHaveAccessibleName(/flowers\.json, 3 × 2/);
});
