import { afterEach, expect, it, vi } from "vitest";
import { attachViewGesture } from "./viewGesture";

/** What of an SVG the gesture asks for. */
const surface = () =>
  Object.assign(new EventTarget(), {
    getBoundingClientRect: () => ({ left: 0, top: 0 }),
    setPointerCapture: () => {},
  }) as unknown as SVGSVGElement;
const heard = () => {
  const calls: string[] = [];
  const call = (name: string) => () => {
    calls.push(name);
  };
  const gesture = {
    view: () => 0,
    onStart: call("start"),
    onHold: call("hold"),
    onZoom: call("zoom"),
    onArrow: call("arrow"),
    onEnd: call("end"),
    onHome: call("home"),
  };
  return { calls, gesture };
};
const send = (node: EventTarget, type: string, rest: object) =>
  node.dispatchEvent(Object.assign(new Event(type), rest));

afterEach(() => vi.unstubAllGlobals());

it("a stage that goes in the middle of a drag, or before a wheel has come to rest, ends the gesture once", () => {
  vi.stubGlobal("WheelEvent", { DOM_DELTA_LINE: 1 });
  for (const [type, rest, during] of [
    ["pointerdown", { button: 0, pointerId: 1, clientX: 5, clientY: 5 }, []],
    ["wheel", { deltaY: 1, deltaMode: 0, clientX: 5, clientY: 5 }, ["zoom"]],
  ] as const) {
    const { calls, gesture } = heard();
    const node = surface();
    const detach = attachViewGesture(node, gesture);
    send(node, type, rest);
    detach();
    expect(calls).toEqual(["start", ...during, "end"]);
    send(node, type, rest);
    expect(calls.length).toBe(2 + during.length);
  }
});

it("a press that goes nowhere moves nothing, and ends", () => {
  const { calls, gesture } = heard();
  const node = surface();
  attachViewGesture(node, gesture);
  const at = { button: 0, pointerId: 1, clientX: 5, clientY: 5 };
  send(node, "pointerdown", at);
  send(node, "pointerup", at);
  expect(calls).toEqual(["start", "end"]);
});
