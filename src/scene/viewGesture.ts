/** The hand on a picture's background, whatever it moves: one pointer or several, the wheel, and keys. */
import type { Vec2 } from "../math";
import { onNextInput } from "./frame";
import { listen } from "./listen";

/** What the pointers did since they were last put down or taken up. */
export interface Hold {
  /** Their middle then and now, CSS pixels from the stage's upper left. */
  readonly from: Vec2;
  readonly to: Vec2;
  /** How many times their distance has grown: 1 for a single one. */
  readonly spread: number;
}

export interface ViewGesture<V> {
  /** The view as it is now; that of the start of a hold is given back with it. */
  readonly view: () => V;
  readonly onStart: () => void;
  readonly onHold: (start: V, hold: Hold) => void;
  /** Zooms in by a factor about a point of the stage. */
  readonly onZoom: (factor: number, about: Vec2) => void;
  /** In steps of one for an arrow: right and up. */
  readonly onArrow: (step: Vec2) => void;
  readonly onEnd: () => void;
  readonly onHome: () => void;
}

/** A wheel gesture has no end of its own; this long without a turn counts as one. */
const WHEEL_PAUSE_MS = 250;
const WHEEL_FACTOR = 0.0015;
const LINE_PIXELS = 16;
/** Two fingers on one spot must not divide by zero. */
const LEAST_SPREAD = 1;

const ZOOM_KEYS: ReadonlyMap<string, number> = new Map([
  ["+", 1.25],
  ["=", 1.25],
  ["-", 0.8],
]);
const ARROWS: ReadonlyMap<string, Vec2> = new Map([
  ["ArrowLeft", [-1, 0]],
  ["ArrowRight", [1, 0]],
  ["ArrowUp", [0, 1]],
  ["ArrowDown", [0, -1]],
]);

/** Attaches the gesture to a stage's SVG. Returns the way to take it off, which ends what is still under way. */
export function attachViewGesture<V>(node: SVGSVGElement, gesture: ViewGesture<V>): () => void {
  const pointers = new Map<number, Vec2>();
  let start: { view: V; middle: Vec2; spread: number } | null = null;
  let moved = false;
  let wheelEnd: ReturnType<typeof setTimeout> | null = null;
  const local = (event: MouseEvent): Vec2 => {
    const box = node.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const restart = () => {
    const all = [...pointers.values()];
    start = all.length > 0 ? { view: gesture.view(), middle: middleOf(all), spread: spreadOf(all) } : null;
  };
  const apply = () => {
    const all = [...pointers.values()];
    if (!start || all.length === 0) return;
    gesture.onHold(start.view, { from: start.middle, to: middleOf(all), spread: spreadOf(all) / start.spread });
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    if (pointers.size === 0) {
      moved = false;
      gesture.onStart();
    }
    node.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, local(event));
    restart();
  };
  const onMove = (event: PointerEvent) => {
    if (!pointers.has(event.pointerId)) return;
    pointers.set(event.pointerId, local(event));
    moved = true;
    onNextInput(node, apply);
  };
  const onUp = (event: PointerEvent) => {
    if (!pointers.has(event.pointerId)) return;
    // A press alone must not pin a view that is still the default.
    if (moved) apply();
    pointers.delete(event.pointerId);
    restart();
    if (pointers.size === 0) gesture.onEnd();
  };
  const endWheel = () => {
    wheelEnd = null;
    gesture.onEnd();
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    if (wheelEnd === null) gesture.onStart();
    else clearTimeout(wheelEnd);
    wheelEnd = setTimeout(endWheel, WHEEL_PAUSE_MS);
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1);
    gesture.onZoom(Math.exp(-pixels * WHEEL_FACTOR), local(event));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== node || event.ctrlKey || event.metaKey || event.altKey) return;
    const home = event.key === "0" || event.key === "Home";
    const zoom = ZOOM_KEYS.get(event.key);
    const arrow = ARROWS.get(event.key);
    if (!home && zoom === undefined && arrow === undefined) return;
    event.preventDefault();
    if (home) return gesture.onHome();
    gesture.onStart();
    if (zoom !== undefined) gesture.onZoom(zoom, [node.clientWidth / 2, node.clientHeight / 2]);
    if (arrow) gesture.onArrow(arrow);
    gesture.onEnd();
  };
  const stop = listen(node, {
    pointerdown: onDown,
    pointermove: onMove,
    pointerup: onUp,
    pointercancel: onUp,
    wheel: onWheel,
    keydown: onKey,
  });
  return () => {
    stop();
    if (pointers.size > 0) gesture.onEnd();
    if (wheelEnd === null) return;
    clearTimeout(wheelEnd);
    endWheel();
  };
}

const middleOf = (all: readonly Vec2[]): Vec2 => [
  all.reduce((sum, [x]) => sum + x, 0) / all.length,
  all.reduce((sum, [, y]) => sum + y, 0) / all.length,
];
/** The distance of the first two; 1 where there is one. */
const spreadOf = ([a, b]: readonly Vec2[]): number =>
  a && b ? Math.max(LEAST_SPREAD, Math.hypot(a[0] - b[0], a[1] - b[1])) : LEAST_SPREAD;
