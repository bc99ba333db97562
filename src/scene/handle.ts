/** A draggable point: pointer, touch and keyboard in one, without React. */
import type { Vec2 } from "../math";
import { onNextInput } from "./frame";
import { spanOf, toPixel, toWorld, type View2d } from "./view2d";

export interface HandleOptions {
  readonly view: () => View2d;
  readonly position: () => Vec2;
  readonly onStart: () => void;
  readonly onMove: (to: Vec2, modifiers: { readonly alt: boolean }) => void;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
  /** A drag has moved the point and ended; after onEnd. */
  readonly onSettled?: () => void;
  /** Enter: an exact value is wanted. */
  readonly onType?: () => void;
}

const DIRECTIONS: Readonly<Record<string, Vec2>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where an arrow key takes a handle: 1/50 of the visible span, Shift 1/10, Alt 1/200. Null for other keys. */
export function keyStep(key: string, span: number, { shift, alt }: { shift: boolean; alt: boolean }): Vec2 | null {
  const direction = Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : undefined;
  if (!direction) return null;
  const step = span / (shift ? 10 : alt ? 200 : 50);
  return [direction[0] * step, direction[1] * step];
}

/** Attaches the gesture to an SVG element inside `surface`. Returns the way to take it off. */
export function attachHandle(node: SVGElement, surface: Element, options: HandleOptions): () => void {
  let drag: { pointer: number; grab: Vec2; last: Vec2; alt: boolean; moved: boolean } | null = null;
  let keyGesture = false;
  const local = (event: PointerEvent): Vec2 => {
    const box = surface.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const applyLast = () => {
    if (!drag) return;
    const { last, grab, alt } = drag;
    options.onMove(toWorld(options.view(), [last[0] - grab[0], last[1] - grab[1]]), { alt });
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || drag) return;
    event.preventDefault();
    event.stopPropagation();
    node.focus({ preventScroll: true });
    node.setPointerCapture(event.pointerId);
    const at = local(event);
    const [x, y] = toPixel(options.view(), options.position());
    // The hand keeps its distance from the point, so that grabbing never moves it.
    drag = { pointer: event.pointerId, grab: [at[0] - x, at[1] - y], last: at, alt: event.altKey, moved: false };
    node.dataset.dragging = "true";
    endKeys();
    options.onStart();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return;
    drag.last = local(event);
    drag.alt = event.altKey;
    drag.moved = true;
    onNextInput(node, applyLast);
  };
  const finish = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return;
    const { moved } = drag;
    if (moved) {
      drag.last = local(event);
      applyLast();
    }
    drag = null;
    delete node.dataset.dragging;
    options.onEnd();
    if (moved) options.onSettled?.();
  };
  const cancel = () => {
    if (drag && node.hasPointerCapture(drag.pointer)) node.releasePointerCapture(drag.pointer);
    drag = null;
    delete node.dataset.dragging;
    options.onCancel();
  };
  const endKeys = () => {
    if (!keyGesture) return;
    keyGesture = false;
    options.onEnd();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      if (!drag && !keyGesture) return;
      keyGesture = false;
      event.preventDefault();
      cancel();
      return;
    }
    if (event.key === "Enter" && options.onType) {
      event.preventDefault();
      options.onType();
      return;
    }
    const step = keyStep(event.key, spanOf(options.view()), { shift: event.shiftKey, alt: event.altKey });
    if (!step) return;
    event.preventDefault();
    if (!keyGesture) {
      keyGesture = true;
      options.onStart();
    }
    const [x, y] = options.position();
    // Alt means a fine step here, and 'no snap' with it: a fine step must not be pulled back.
    options.onMove([x + step[0], y + step[1]], { alt: true });
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (Object.hasOwn(DIRECTIONS, event.key)) endKeys();
  };
  node.addEventListener("pointerdown", onDown as EventListener);
  node.addEventListener("pointermove", onPointerMove as EventListener);
  node.addEventListener("pointerup", finish as EventListener);
  node.addEventListener("pointercancel", finish as EventListener);
  node.addEventListener("keydown", onKeyDown as EventListener);
  node.addEventListener("keyup", onKeyUp as EventListener);
  node.addEventListener("blur", endKeys);
  return () => {
    node.removeEventListener("pointerdown", onDown as EventListener);
    node.removeEventListener("pointermove", onPointerMove as EventListener);
    node.removeEventListener("pointerup", finish as EventListener);
    node.removeEventListener("pointercancel", finish as EventListener);
    node.removeEventListener("keydown", onKeyDown as EventListener);
    node.removeEventListener("keyup", onKeyUp as EventListener);
    node.removeEventListener("blur", endKeys);
  };
}
