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

/**
 * Milliseconds from each dragged move's own time until the frame that shows it is painted, and until it is on the screen. That frame is the first one
 * committed after the page had heard of the move; of several moves in one frame only the last is shown.
 */
function waits(events) {
  const frames = framesOf(events);
  const shown = new Map();
  for (const { begun, heard } of movesOf(events)) {
    const frame = frames.find(({ committed }) => committed >= heard);
    if (frame) shown.set(frame, begun);
  }
  if (shown.size === 0) throw new Error("No move was shown");
  return {
    painted: [...shown].map(([{ painted }, begun]) => (painted - begun) / 1000),
    screen: [...shown].map(([{ screen }, begun]) => (screen - begun) / 1000),
  };
}

/** When each move was made, and when the page had been told of it. */
function movesOf(events) {
  const begun = new Map();
  const moves = [];
  for (const { name, ph, ts, args, ...event } of inOrder(events)) {
    const key = keyOf(event);
    if (name === "EventLatency" && ph === "b") begun.delete(key);
    if (args?.event_latency?.event_type === "MOUSE_DRAGGED" && ph === "b") begun.set(key, ts);
    if (name === "RendererMainProcessing" && ph === "e" && begun.has(key))
      moves.push({ begun: begun.get(key), heard: ts });
  }
  return moves;
}

/** When each frame that reached the screen was committed, painted and shown, in the order of their commits. */
function framesOf(events) {
  const committed = new Map();
  const painted = new Map();
  const frames = [];
  for (const { name, ph, ts, ...event } of inOrder(events)) {
    const key = keyOf(event);
    // An identity is used again by the next frame.
    if (name === "PipelineReporter") for (const times of [committed, painted]) times.delete(key);
    if (name === "Commit" && ph === "b") committed.set(key, ts);
    if (name !== SUBMITTED) continue;
    if (ph === "b") painted.set(key, ts);
    else if (committed.has(key) && painted.has(key))
      frames.push({ committed: committed.get(key), painted: painted.get(key), screen: ts });
  }
  return frames.sort((a, b) => a.committed - b.committed);
}

const inOrder = (events) => [...events].sort((a, b) => a.ts - b.ts);
const keyOf = ({ pid, id, id2 }) => `${pid} ${id ?? id2?.local}`;
