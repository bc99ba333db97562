// How long a pointer's move waits for the frame that shows it, by Chromium's own clock.
import { percentile } from "./statistics.mjs";

/** Drags from where a handle lies along a small curve, and answers what the frames cost: see the table of bench/drag. */
export async function measureDrag(browser, page, handle, moves) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const box = await handle.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const at = (k) => [x + 60 * Math.sin(k / 9), y + 60 * (1 - Math.cos(k / 9))];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    globalThis.stamps = [];
    const tick = (now) => {
      globalThis.stamps.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const tasks = async () =>
    (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const before = await tasks();
  for (let k = 0; k < moves; k++) await page.mouse.move(...at(k));
  const task = (await tasks()) - before;
  const stamps = await page.evaluate(() => globalThis.stamps);
  const gaps = stamps.slice(1).map((time, k) => time - stamps[k]);
  // A second round for the waits, since tracing is not free.
  await browser.startTracing(page, { categories: ["input", "cc,benchmark,input"] });
  for (let k = 0; k < moves; k++) await page.mouse.move(...at(k));
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await page.mouse.up();
  const { painted, screen } = waits(traceEvents);
  return { task: task / gaps.length, gaps, painted: percentile(painted, 0.95), screen: percentile(screen, 0.95) };
}

const SUBMITTED = "SubmitCompositorFrameToPresentationCompositorFrame";

/** Milliseconds from each dragged move's own time until the frame that shows it is painted, and until it is on the screen; moves that a later one overtook are not shown. */
function waits(events) {
  const begun = new Map();
  const painted = new Map();
  const all = { painted: [], screen: [] };
  for (const { name, ph, id, id2, ts, args } of events.sort((a, b) => a.ts - b.ts)) {
    const key = id ?? id2?.local;
    if (name === SUBMITTED && ph === "b") painted.set(key, ts);
    if (name !== "EventLatency") continue;
    if (ph === "b") {
      // An identity is used again.
      begun.delete(key);
      painted.delete(key);
      if (args?.event_latency?.event_type === "MOUSE_DRAGGED") begun.set(key, ts);
    }
    if (ph !== "e" || !begun.has(key) || !painted.has(key)) continue;
    all.painted.push((painted.get(key) - begun.get(key)) / 1000);
    all.screen.push((ts - begun.get(key)) / 1000);
  }
  if (all.screen.length === 0) throw new Error("No move was shown");
  return all;
}
