// First load: JavaScript before the first chapter can be used, first paint on a 1.6 Mb/s line, time to the first drag.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { openBrowser } from "./browser.mjs";
import { median, printTable } from "./statistics.mjs";

const RUNS = 7;
const LINE = { offline: false, latency: 40, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

const page = readFileSync("dist/index.html", "utf8");
const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path);
const sizes = first.map((path) => [path, gzipSync(readFileSync(`dist/${path}`), { level: 9 }).length / 1000]);
printTable(
  ["first-load script", "KB gzipped"],
  [...sizes, ["together (limit 130)", sizes.reduce((sum, [, kb]) => sum + kb, 0)]],
);

const { address, browser, close } = await openBrowser();
const handle = '[role=slider][aria-label^="Image of î"]';

/** One visit with an empty cache; milliseconds from the navigation's start. */
async function visit(line) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send("Network.enable");
  if (line) await session.send("Network.emulateNetworkConditions", line);
  await tab.goto(address, { waitUntil: "commit" });
  const box = await (await tab.waitForSelector(handle)).boundingBox();
  const stage = await tab.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))),
  );
  const before = await tab.getAttribute(handle, "aria-valuetext");
  await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await tab.mouse.down();
  await tab.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 + 20, { steps: 2 });
  const drag = await tab.evaluate(
    ([selector, was]) =>
      new Promise((done) => {
        const look = () => {
          if (document.querySelector(selector)?.getAttribute("aria-valuetext") !== was) done(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    [handle, before],
  );
  await tab.mouse.up();
  const paint = await tab.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  await context.close();
  return { paint, stage, drag };
}

const rows = [];
for (const [name, line] of [
  ["1.6 Mb/s, 40 ms", LINE],
  ["unlimited", null],
]) {
  const visits = [];
  for (let k = 0; k < RUNS; k++) visits.push(await visit(line));
  for (const [what, words] of [
    ["paint", "first contentful paint (the brand)"],
    ["stage", "chapter 1 on screen"],
    ["drag", "first drag painted"],
  ]) {
    const times = visits.map((v) => v[what]);
    rows.push([words, name, Math.min(...times), median(times)]);
  }
}
await close();
printTable(["", "line", "min ms", "median ms"], rows);
