// The plot in motion: what its frames cost while it is turned, while a point is dragged, and on the way to the components.
import { median } from "../statistics.mjs";
import { dropPeer, openPeer, SIZES } from "./load.mjs";
import { dragged, during } from "./motion.mjs";
import { dropOurs, openOurs } from "./ours.mjs";
import { tableFile } from "./table.mjs";

const ROUNDS = 3;
const DRAWN = 50_000;
const SPACE = "The points and their principal components in space";

const digits = (x) => String(Number(x.toPrecision(3)));
const HEAD = "painted frames a second / main-thread ms a frame / ms between frames, median and p95";

function cell(runs) {
  if (typeof runs === "string") return runs;
  const of = (what) => digits(median(runs.map((run) => run[what])));
  return `${of("fps")} / ${of("task")} / ${of("gap")}, ${of("late")}`;
}
const rendered = (runs) => String(Math.max(...runs.map(({ commits }) => commits)));

/** The app with a table of n rows in a state. */
async function opened(ours, n, state) {
  const page = await openOurs(ours, state);
  await dropOurs(page, tableFile(n), n);
  await atRest(page);
  return page;
}

/** Waits until the page has arrived: no element has come or gone for half a second's frames. */
const atRest = (page) =>
  page.evaluate(async () => {
    let still = 0;
    const watch = new MutationObserver(() => {
      still = 0;
    });
    watch.observe(document.body, { childList: true, subtree: true });
    while (++still < 30) await new Promise(requestAnimationFrame);
    watch.disconnect();
  });

async function middleOf(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { at: [x + width / 2, y + height / 2], x, y, width, height };
}

async function orbitOurs({ ours }, n) {
  const page = await opened(ours, n, { view: "scores", space: true });
  const { at, y, height } = await middleOf(page.getByRole("group", { name: SPACE }));
  const cost = await dragged(ours.browser, page, [at[0], y + height - 60], [200, 50]);
  await page.close();
  return cost;
}

async function orbitPeer({ peer }, n, most) {
  const page = await openPeer(peer, most);
  try {
    await dropPeer(page, tableFile(n));
    const { at } = await middleOf(page.locator("#plot"));
    return await dragged(peer.browser, page, at, [200, 50]);
  } finally {
    await page.close();
  }
}

/** Rounds of all methods in turn; who fails is not asked again, and says why. */
async function measured(rounds, methods) {
  const results = Object.fromEntries(Object.keys(methods).map((name) => [name, []]));
  for (let k = 0; k < rounds; k++)
    for (const [name, method] of Object.entries(methods)) {
      if (!Array.isArray(results[name])) continue;
      try {
        const run = await method();
        results[name].push(run);
        process.stderr.write(`${name}: ${cell([run])}; ${run.commits} commits\n`);
      } catch (error) {
        const [reason] = error.message.split("\n");
        process.stderr.write(`${name}: ${reason}\n`);
        if (name === "ours") throw error;
        results[name] = /Timeout/.test(reason) ? "too slow" : reason;
      }
    }
  return results;
}

export async function orbit({ ours, peer, rounds }) {
  const rows = [];
  for (const n of SIZES) {
    process.stderr.write(`orbit, ${n}\n`);
    const results = await measured(rounds(n < 1e6 ? ROUNDS : 1), {
      ours: () => orbitOurs({ ours }, n),
      ...(n < 1e6 ? { all: () => orbitPeer({ peer }, n) } : {}),
      ...(n > DRAWN ? { fewer: () => orbitPeer({ peer }, n, DRAWN) } : {}),
    });
    rows.push([
      n.toLocaleString("en"),
      cell(results.ours),
      rendered(results.ours),
      cell(results.all ?? "left out: see the first table"),
      cell(results.fewer ?? "all are drawn"),
    ]);
  }
  return {
    words: `The scores in space turned by the pointer for two seconds; medians of ${ROUNDS} rounds, of one at a million rows. Each cell: ${HEAD}.`,
    head: ["rows", "**ours**", "React's commits", "scatter3d", "scatter3d, 50,000 rows drawn"],
    rows,
  };
}

async function handOurs({ ours }, n) {
  const page = await opened(ours, n, { tool: "drag" });
  const field = page.getByRole("textbox", { name: "Row of the point" });
  await field.fill("100");
  await field.press("Enter");
  const { at } = await middleOf(page.getByRole("slider", { name: "Point of row 100", exact: true }));
  await atRest(page);
  const cost = await dragged(ours.browser, page, at, [90, 70]);
  await page.close();
  return cost;
}

export async function hand({ ours, rounds }) {
  const rows = [];
  for (const n of SIZES) {
    process.stderr.write(`hand, ${n}\n`);
    const { ours: runs } = await measured(rounds(ROUNDS), { ours: () => handOurs({ ours }, n) });
    rows.push([n.toLocaleString("en"), cell(runs), rendered(runs), "cannot: its points are not taken hold of"]);
  }
  return {
    words: `A point of the plane dragged for two seconds, and the components of all rows with it; medians of ${ROUNDS} rounds. Each cell: ${HEAD}.`,
    head: ["rows", "**ours**", "React's commits", "plotly"],
    rows,
  };
}

const SCRUBBER = "From features to components";

async function played({ ours }, space) {
  const page = await opened(ours, DRAWN, { space });
  const play = page.getByRole("button", { name: "Play", exact: true });
  const cost = await during(ours.browser, page, async () => {
    await play.click();
    await page.waitForFunction(
      (name) => document.querySelector(`input[aria-label="${name}"]`)?.value === "1",
      SCRUBBER,
      { polling: 100 },
    );
  });
  await page.close();
  return cost;
}

async function scrubbed({ ours }, space) {
  const page = await opened(ours, DRAWN, { space });
  const scrubber = page.getByRole("slider", { name: SCRUBBER });
  for (let k = 0; k < 4; k++) await scrubber.press("PageUp");
  await atRest(page);
  const { at } = await middleOf(scrubber);
  const cost = await dragged(ours.browser, page, at, [25, 0]);
  await page.close();
  return cost;
}

export async function turn({ ours, rounds }) {
  const rows = [];
  for (const [what, run] of [
    ["played, plane", () => played({ ours }, false)],
    ["played, space", () => played({ ours }, true)],
    ["scrubbed, plane", () => scrubbed({ ours }, false)],
    ["scrubbed, space", () => scrubbed({ ours }, true)],
  ]) {
    process.stderr.write(`${what}\n`);
    const { ours: runs } = await measured(rounds(ROUNDS), { ours: run });
    rows.push([what, cell(runs), rendered(runs)]);
  }
  return {
    words: `50,000 rows turned from their features to their components; medians of ${ROUNDS} rounds. Each cell: ${HEAD}. Scrubbing paints a frame only where the scrubber's hundredth changes, so fewer than 60 a second, and what is between them is counted with them.`,
    head: ["turn", "**ours**", "React's commits"],
    rows,
  };
}
