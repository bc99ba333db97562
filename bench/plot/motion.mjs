// What a gesture or an animation costs, frame by frame.
import { median, percentile } from "../statistics.mjs";

const MEASURED_MS = 2000;
/** Within this, a gesture of a slow picture goes on until three frames are drawn. */
const PATIENCE_MS = 20_000;

/** Presses at a place and moves about it for two seconds, each move after the page has heard of the last; then lets go. */
export async function dragged(browser, page, [x, y], [across, up]) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 4, y + 4);
  await page.waitForTimeout(300);
  const cost = await during(browser, page, async (count) => {
    const start = performance.now();
    const elapsed = () => performance.now() - start;
    for (let k = 1; elapsed() < MEASURED_MS || ((await count()) < 4 && elapsed() < PATIENCE_MS); k++)
      await page.mouse.move(x + across * Math.sin(k / 20), y + up * Math.sin(k / 13));
  });
  await page.mouse.up();
  return cost;
}

/** What frames and React's commits there are while `act` goes on, and what they cost the main thread. Throws where nothing is seen to move. */
export async function during(browser, page, act) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const tasks = async () =>
    (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const commits = () => page.evaluate(() => globalThis.bench?.commits ?? 0);
  const before = await page.screenshot();
  await browser.startTracing(page, {
    categories: ["disabled-by-default-devtools.timeline.frame", "devtools.timeline.frame"],
  });
  await page.evaluate(() => {
    const stamps = [];
    globalThis.stamps = stamps;
    const tick = (now) => {
      stamps.push(now);
      if (globalThis.stamps === stamps) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const [commitsBefore, start, tasksBefore] = [await commits(), performance.now(), await tasks()];
  await act(() => page.evaluate(() => globalThis.stamps.length));
  const task = (await tasks()) - tasksBefore;
  const ms = performance.now() - start;
  const rendered = (await commits()) - commitsBefore;
  const stamps = await page.evaluate(() => {
    const all = globalThis.stamps;
    globalThis.stamps = null;
    return all;
  });
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  if (before.equals(await page.screenshot())) throw new Error("Nothing moved");
  const gaps = stamps.slice(1).map((time, k) => time - stamps[k]);
  const drawn = traceEvents.filter(({ name }) => name === "DrawFrame").length;
  return {
    fps: (1000 * drawn) / ms,
    gap: median(gaps),
    late: percentile(gaps, 0.95),
    task: task / Math.max(1, drawn),
    commits: rendered,
  };
}
