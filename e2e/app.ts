import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";

/** What Playwright itself says where a test has no service worker. */
const BLOCKED = "Service Worker registration blocked by Playwright";

/** Lists, as they come: a console message, an unhandled error, a request off the origin, a CSP violation. */
export async function complaintsOf(page: Page, origin: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.text() !== BLOCKED) complaints.push(`console.${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) complaints.push(`request: ${request.url()}`);
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      const { violatedDirective, blockedURI } = event as SecurityPolicyViolationEvent;
      console.error(`CSP: ${violatedDirective} ${blockedURI}`);
    });
  });
  return complaints;
}

/** Every test opens the app through this: a complaint fails the test in which it is made. */
export const test = base.extend<{ open: (hash?: string) => Promise<void> }>({
  open: async ({ page, baseURL }, use) => {
    const complaints = await complaintsOf(page, new URL(baseURL ?? "").origin);
    await use(async (hash = "") => {
      await page.goto(`./${hash}`);
      await expect(page.getByRole("heading", { level: 1, name: "Eigenscope" })).toBeVisible();
      // What keeps the address comes after the first paint; a test that reads the address must not be faster.
      await page.waitForFunction(() =>
        performance
          .getEntriesByType("resource")
          .some((entry) => /linkSync/.test(entry.name) && (entry as PerformanceResourceTiming).responseEnd > 0),
      );
    });
    expect(complaints).toEqual([]);
  },
});

/** No violation of WCAG 2.2 AA as far as axe can tell, once colours that are changing have arrived. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What repeats, such as a handle's pulse, is no change on its way to an end.
    const once = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations === 1);
    await Promise.allSettled(once.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

/**
 * Where an element stands, in page pixels, and its middle: asked once it has stood still for three frames, since a page that
 * is still being laid out has no place to take hold of.
 */
export async function boxOf(of: Locator) {
  const { x, y, width, height } = await of.evaluate(
    (node) =>
      new Promise<DOMRect>((resolve) => {
        let last = node.getBoundingClientRect();
        let still = 0;
        const look = () => {
          const now = node.getBoundingClientRect();
          const same = now.x === last.x && now.y === last.y && now.width === last.width && now.height === last.height;
          still = same ? still + 1 : 0;
          last = now;
          if (still === 3) resolve(now);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
  return { x, y, width, height, cx: x + width / 2, cy: y + height / 2 };
}

/** Waits until the page has arrived, panels that are loaded late as well: no element has come or gone for half a second's frames. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    let still = 0;
    const watch = new MutationObserver(() => {
      still = 0;
    });
    watch.observe(document.body, { childList: true, subtree: true });
    while (++still < 30) await new Promise(requestAnimationFrame);
    watch.disconnect();
  });

/** How often React commits, counted from the next load on: it tells the developer tools, in production builds too. */
export async function countCommits(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const record = globalThis as unknown as { commits: number; __REACT_DEVTOOLS_GLOBAL_HOOK__: unknown };
    record.commits = 0;
    record.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
      renderers: new Map(),
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: () => {
        record.commits += 1;
      },
      onCommitFiberUnmount: () => {},
      onPostCommitFiberRoot: () => {},
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { commits: number }).commits);
}

export { expect };
