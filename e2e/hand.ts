/** The two hands that are not a mouse: one finger, and the keys. A walk through a chapter is written once and done by each. */
import type { CDPSession, Locator, Page } from "@playwright/test";
import { boxOf, expect } from "./app";

/** What a person can do to a control, whichever hand they have. */
export interface Hand {
  readonly press: (target: Locator) => Promise<void>;
  /** Moves a handle by about this many pixels. */
  readonly drag: (handle: Locator, dx: number, dy: number) => Promise<void>;
  /** Brings a slider's thumb this many pixels along its track. */
  readonly slide: (thumb: Locator, dx: number) => Promise<void>;
}

async function middle(of: Locator): Promise<readonly [number, number]> {
  await of.scrollIntoViewIfNeeded();
  const box = await boxOf(of);
  return [box.cx, box.cy];
}

export function finger(page: Page, session: CDPSession): Hand {
  // As slow as a hand: what is let go in full swing goes on as a fling, and the next tap would only stop that.
  const frame = () => page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  const drag = async (of: Locator, dx: number, dy: number) => {
    const [x, y] = await middle(of);
    const at = (t: number) => [{ x: x + t * dx, y: y + t * dy }];
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
    for (let k = 1; k <= 8; k++) {
      await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(Math.min(1, k / 6)) });
      await frame();
    }
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  // A tap that a busy machine draws out is a long press, which clicks nothing; a person taps again then.
  const press = (target: Locator) =>
    expect(async () => {
      const clicked = page.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            addEventListener("click", () => resolve(true), { capture: true, once: true });
            setTimeout(() => resolve(false), 2000);
          }),
      );
      await target.tap();
      expect(await clicked).toBe(true);
    }).toPass();
  return {
    press,
    drag,
    // On the track where the thumb shall be: a swipe along it may end as a fling, which swallows the next tap.
    slide: async (thumb, dx) => {
      const [x, y] = await middle(thumb);
      await page.touchscreen.tap(x + dx, y);
    },
  };
}

export function keys(page: Page): Hand {
  const push = async (key: string, times: number) => {
    for (let k = 0; k < times; k++) await page.keyboard.press(key);
  };
  const drag = async (of: Locator, dx: number, dy: number) => {
    await of.focus();
    // A step is a fiftieth of the visible span.
    await push(dx < 0 ? "ArrowLeft" : "ArrowRight", Math.ceil(Math.abs(dx) / 15));
    await push(dy < 0 ? "ArrowUp" : "ArrowDown", Math.ceil(Math.abs(dy) / 15));
  };
  return {
    press: async (target) => {
      await target.focus();
      await page.keyboard.press("Enter");
    },
    drag,
    slide: async (thumb, dx) => {
      await thumb.focus();
      await push(dx < 0 ? "ArrowLeft" : "ArrowRight", Math.ceil(Math.abs(dx) / 4));
    },
  };
}
