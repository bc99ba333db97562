import { describe, expect, it, vi } from "vitest";
import type { Vec2 } from "../math";
import { flush } from "./frame";
import { attachHandle, placesOf } from "./handle";
import { view2d } from "./view2d";

/** What attachHandle asks of an element, without a document. */
class FakeNode extends EventTarget {
  readonly dataset: Record<string, string> = {};
  captured: number | null = null;
  focus() {}
  setPointerCapture(id: number) {
    this.captured = id;
  }
  hasPointerCapture(id: number) {
    return this.captured === id;
  }
  releasePointerCapture() {
    this.captured = null;
  }
  getBoundingClientRect() {
    return { left: 100, top: 50 };
  }
  querySelectorAll() {
    return [this];
  }
  send(type: string, fields: Record<string, unknown>) {
    const event = Object.assign(new Event(type, { cancelable: true }), fields);
    this.dispatchEvent(event);
    return event;
  }
  pointer(type: string, x: number, y: number, fields = {}) {
    this.send(type, { pointerId: 1, button: 0, clientX: 100 + x, clientY: 50 + y, altKey: false, ...fields });
  }
  key(key: string, fields = {}) {
    return this.send("keydown", { key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...fields });
  }
}

/** A stage of 800 × 600 pixels and 6 world units, 100 pixels a unit, and a point at (1, 1): pixel (500, 200). */
function setUp() {
  const node = new FakeNode();
  let at: Vec2 = [1, 1];
  const log: string[] = [];
  const onMove = vi.fn((to: Vec2) => {
    at = to;
  });
  const onType = vi.fn();
  const take = attachHandle(node as unknown as SVGElement, node as unknown as Element, {
    space: () => placesOf(view2d({ width: 800, height: 600 }, [0, 0], 6)),
    position: () => at,
    onStart: () => log.push("start"),
    onMove,
    onEnd: () => log.push("end"),
    onCancel: () => log.push("cancel"),
    onSettled: () => log.push("settled"),
    onType,
  });
  const moved = () => onMove.mock.calls.map(([[x, y]]) => [Number(x.toFixed(9)), Number(y.toFixed(9))]);
  return { node, log, onMove, onType, moved, take };
}

describe("attachHandle", () => {
  it("keeps the hand's distance from the point, and moves nothing by a press alone", () => {
    const { node, log, onMove, moved } = setUp();
    node.pointer("pointerdown", 507, 197);
    node.pointer("pointerup", 507, 197);
    expect(onMove).not.toHaveBeenCalled();
    expect(log).toEqual(["start", "end"]);
    node.pointer("pointerdown", 507, 197);
    node.pointer("pointermove", 607, 97);
    flush(0);
    expect(moved()).toEqual([[2, 2]]);
  });

  it("applies only the newest sample of a frame, and the last one on release; it is settled after its end", () => {
    const { node, log, moved } = setUp();
    node.pointer("pointerdown", 500, 200);
    for (const x of [510, 520, 530]) node.pointer("pointermove", x, 200);
    flush(0);
    expect(moved()).toEqual([[1.3, 1]]);
    node.pointer("pointermove", 540, 200);
    node.pointer("pointerup", 550, 200);
    expect(moved().at(-1)).toEqual([1.5, 1]);
    expect(log).toEqual(["start", "end", "settled"]);
    expect(node.dataset.dragging).toBeUndefined();
  });

  it("gives a drag back on Escape: what the pointer does after that moves nothing", () => {
    const { node, log, onMove } = setUp();
    node.pointer("pointerdown", 500, 200);
    node.pointer("pointermove", 600, 200);
    node.key("Escape");
    flush(0);
    node.pointer("pointermove", 700, 200);
    node.pointer("pointerup", 700, 200);
    flush(0);
    expect(onMove).not.toHaveBeenCalled();
    expect(log).toEqual(["start", "cancel"]);
    expect(node.captured).toBeNull();
  });

  it("does not follow a second pointer, nor a button other than the first", () => {
    const { node, log, onMove } = setUp();
    node.pointer("pointerdown", 500, 200, { button: 2 });
    expect(log).toEqual([]);
    node.pointer("pointerdown", 500, 200);
    node.pointer("pointermove", 600, 200, { pointerId: 2 });
    node.pointer("pointerup", 600, 200, { pointerId: 2 });
    flush(0);
    expect(onMove).not.toHaveBeenCalled();
    expect(log).toEqual(["start"]);
  });

  it.each([
    [{}, 6 / 50],
    [{ shiftKey: true }, 6 / 10],
    [{ altKey: true }, 6 / 200],
  ])("moves by an arrow key with %o by %d of the visible span", (keys, step) => {
    const { node, moved } = setUp();
    node.key("ArrowRight", keys);
    node.key("ArrowUp", keys);
    expect(moved().at(-1)).toEqual([Number((1 + step).toFixed(9)), Number((1 + step).toFixed(9))]);
  });

  it("makes one gesture of arrow keys until they are let go or the focus leaves", () => {
    const { node, log } = setUp();
    node.key("ArrowRight");
    node.key("ArrowRight");
    node.send("keyup", { key: "ArrowRight" });
    node.key("ArrowLeft");
    node.send("blur", {});
    expect(log).toEqual(["start", "end", "start", "end"]);
  });

  it("asks for an exact value on Enter, and leaves Escape alone while nothing moves", () => {
    const { node, log, onType } = setUp();
    node.key("Enter");
    expect(onType).toHaveBeenCalledOnce();
    expect(node.key("Escape").defaultPrevented).toBe(false);
    expect(log).toEqual([]);
  });

  it("hears nothing once it is taken off", () => {
    const { node, log, take } = setUp();
    take();
    node.pointer("pointerdown", 500, 200);
    node.key("ArrowRight");
    expect(log).toEqual([]);
  });
});
