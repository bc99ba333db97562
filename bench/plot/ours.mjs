// The built app as a reader uses it: a file from the chooser to its points in the view that the address asks for.
import { link } from "../browser.mjs";

/** Opens the app with the PCA chapter in a state, its clocks set before anything runs. */
export async function openOurs({ browser, address }, pca) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    const bench = { longest: 0, commits: 0, dropped: 0, drawn: 0 };
    globalThis.bench = bench;
    globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
      renderers: new Map(),
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: () => {
        bench.commits += 1;
      },
      onCommitFiberUnmount: () => {},
      onPostCommitFiberRoot: () => {},
    };
    addEventListener(
      "change",
      ({ target }) => {
        if (target.type === "file") bench.dropped = performance.now();
      },
      true,
    );
    const put = CanvasRenderingContext2D.prototype.putImageData;
    CanvasRenderingContext2D.prototype.putImageData = function (...given) {
      bench.drawn = performance.now();
      return put.apply(this, given);
    };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) bench.longest = Math.max(bench.longest, duration);
    }).observe({ type: "longtask" });
  });
  await page.goto(link(address, { app: { chapter: "pca" }, pca }));
  await page.getByRole("button", { name: /Iris, 150/ }).waitFor();
  await page
    .getByRole("table", { name: /variance/i })
    .first()
    .waitFor();
  return page;
}

/** Chooses a file of n rows and answers milliseconds from then until its components and points are painted, and the longest task. */
export async function dropOurs(page, path, n) {
  await page.getByRole("button", { name: /Open the data drawer/ }).click();
  await page.getByLabel("CSV file").waitFor({ state: "attached" });
  const painted = page.evaluate(
    (label) =>
      new Promise((resolve) => {
        const bench = globalThis.bench;
        bench.longest = 0;
        let pressed = false;
        const chip = () =>
          [...document.querySelectorAll("button[aria-label]")].some((b) => b.ariaLabel.includes(label));
        const look = () => {
          // A larger file is looked at first; pressing on is part of the way.
          const read = [...document.querySelectorAll("button")].find((b) => b.textContent.trim() === "Read the table");
          if (read && !pressed) {
            pressed = true;
            read.click();
          }
          if (!(bench.dropped > 0 && bench.drawn > bench.dropped && chip())) return requestAnimationFrame(look);
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - bench.dropped)));
        };
        requestAnimationFrame(look);
      }),
    `${n.toLocaleString("en")} × `,
  );
  await page.getByLabel("CSV file").setInputFiles(path);
  const ms = await painted;
  const longest = await page.evaluate(
    () => new Promise((done) => setTimeout(() => done(globalThis.bench.longest), 300)),
  );
  await page.keyboard.press("Escape");
  return { ms, longest };
}
