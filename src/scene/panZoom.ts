/** Moving the view by hand: drag the background, wheel or pinch to zoom about the pointer, arrows and + − by key. */
import type { Vec2 } from "../math";
import { onNextInput } from "./frame";
import { spanOf, toPixel, toWorld, type View2d } from "./view2d";

export interface Placement {
  readonly centre: Vec2;
  readonly span: number;
}

export interface PanZoomOptions {
  readonly view: () => View2d;
  readonly onStart: () => void;
  readonly onMove: (to: Placement) => void;
  readonly onEnd: () => void;
  readonly onHome: () => void;
}

const SMALLEST_SPAN = 1e-12;
const LARGEST_SPAN = 1e12;
/** A wheel gesture has no end of its own; this long without a turn counts as one. */
const WHEEL_PAUSE_MS = 250;

/** Zooms by `factor` about a pixel, whose world point stays where it is. */
export function zoomAbout(view: View2d, pixel: Vec2, factor: number): Placement {
  const span = Math.min(LARGEST_SPAN, Math.max(SMALLEST_SPAN, spanOf(view) / factor));
  const kept = toWorld(view, pixel);
  const ratio = span / spanOf(view);
  return {
    centre: [kept[0] + (view.centre[0] - kept[0]) * ratio, kept[1] + (view.centre[1] - kept[1]) * ratio],
    span,
  };
}

const KEY_ZOOMS: ReadonlyMap<string, number> = new Map([
  ["+", 1.25],
  ["=", 1.25],
  ["-", 0.8],
]);
/** Parts of the stage's size, y downwards. */
const KEY_PANS: ReadonlyMap<string, Vec2> = new Map([
  ["ArrowLeft", [-0.1, 0]],
  ["ArrowRight", [0.1, 0]],
  ["ArrowUp", [0, -0.1]],
  ["ArrowDown", [0, 0.1]],
]);

function panBy(view: View2d, [dx, dy]: Vec2): Placement {
  const [x, y] = toPixel(view, view.centre);
  return { centre: toWorld(view, [x + dx * view.width, y + dy * view.height]), span: spanOf(view) };
}

/** Attaches the gestures to the stage's SVG. Returns the way to take them off. */
export function attachPanZoom(node: SVGSVGElement, options: PanZoomOptions): () => void {
  const pointers = new Map<number, Vec2>();
  let start: { view: View2d; middle: Vec2; spread: number } | null = null;
  let moved = false;
  let wheelEnd: ReturnType<typeof setTimeout> | null = null;
  const local = (event: MouseEvent): Vec2 => {
    const box = node.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const middle = (): Vec2 => {
    const all = [...pointers.values()];
    return [all.reduce((s, p) => s + p[0], 0) / all.length, all.reduce((s, p) => s + p[1], 0) / all.length];
  };
  const spread = (): number => {
    const [a, b] = [...pointers.values()];
    return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 1;
  };
  const restart = () => {
    start = pointers.size > 0 ? { view: options.view(), middle: middle(), spread: spread() } : null;
  };
  const apply = () => {
    if (!start || pointers.size === 0) return;
    const now = middle();
    const zoomed = zoomAbout(start.view, start.middle, spread() / start.spread);
    const view: View2d = {
      ...start.view,
      centre: zoomed.centre,
      unit: (start.view.unit * spanOf(start.view)) / zoomed.span,
    };
    const from = toWorld(view, start.middle);
    const to = toWorld(view, now);
    options.onMove({ centre: [view.centre[0] + from[0] - to[0], view.centre[1] + from[1] - to[1]], span: zoomed.span });
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    if (pointers.size === 0) {
      moved = false;
      options.onStart();
    }
    node.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, local(event));
    restart();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!pointers.has(event.pointerId)) return;
    pointers.set(event.pointerId, local(event));
    moved = true;
    onNextInput(node, apply);
  };
  const onUp = (event: PointerEvent) => {
    if (!pointers.has(event.pointerId)) return;
    // A press alone must not pin a view that still fits itself.
    if (moved) apply();
    pointers.delete(event.pointerId);
    restart();
    if (pointers.size === 0) options.onEnd();
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    if (wheelEnd === null) options.onStart();
    else clearTimeout(wheelEnd);
    wheelEnd = setTimeout(() => {
      wheelEnd = null;
      options.onEnd();
    }, WHEEL_PAUSE_MS);
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    options.onMove(zoomAbout(options.view(), local(event), Math.exp(-event.deltaY * lines * 0.0015)));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== node || event.ctrlKey || event.metaKey || event.altKey) return;
    const view = options.view();
    const middleOfStage: Vec2 = [view.width / 2, view.height / 2];
    if (event.key === "0") return options.onHome();
    const zoom = KEY_ZOOMS.get(event.key);
    const pan = KEY_PANS.get(event.key);
    if (zoom === undefined && pan === undefined) return;
    const placement = zoom ? zoomAbout(view, middleOfStage, zoom) : panBy(view, pan ?? [0, 0]);
    event.preventDefault();
    options.onStart();
    options.onMove(placement);
    options.onEnd();
  };
  node.addEventListener("pointerdown", onDown);
  node.addEventListener("pointermove", onPointerMove);
  node.addEventListener("pointerup", onUp);
  node.addEventListener("pointercancel", onUp);
  node.addEventListener("wheel", onWheel, { passive: false });
  node.addEventListener("keydown", onKey);
  return () => {
    if (wheelEnd !== null) clearTimeout(wheelEnd);
    node.removeEventListener("pointerdown", onDown);
    node.removeEventListener("pointermove", onPointerMove);
    node.removeEventListener("pointerup", onUp);
    node.removeEventListener("pointercancel", onUp);
    node.removeEventListener("wheel", onWheel);
    node.removeEventListener("keydown", onKey);
  };
}
