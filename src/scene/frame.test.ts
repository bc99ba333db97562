import { beforeEach, describe, expect, it, vi } from "vitest";
import { animate, flush, markDirty, onNextInput } from "./frame";

describe("frame", () => {
  beforeEach(() => {
    vi.stubGlobal("requestAnimationFrame", () => 1);
    return () => vi.unstubAllGlobals();
  });

  it("applies only the newest sample of a pointer, before it paints, each painter once", () => {
    const order: string[] = [];
    const pointer = {};
    const painter = () => order.push("paint");
    for (const k of [1, 2, 3])
      onNextInput(pointer, () => {
        order.push(`input ${k}`);
        markDirty(painter);
      });
    markDirty(painter);
    flush(0);
    expect(order).toEqual(["input 3", "paint"]);
    flush(16);
    expect(order).toHaveLength(2);
  });

  it("steps by the time that passed, and by no more than one frame after a hidden page", () => {
    const steps: number[] = [];
    const stop = animate((seconds) => {
      steps.push(seconds);
      return true;
    });
    for (const now of [1000, 1016, 11_016]) flush(now);
    stop();
    flush(11_032);
    expect(steps).toEqual([0, 0.016, 0.05]);
  });
});
