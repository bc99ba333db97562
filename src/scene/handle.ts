/** A draggable point: pointer, touch and keyboard in one, without React. */
import type { Vec2 } from "../math";
import { onNextInput } from "./frame";
import { listen } from "./listen";
import { type Size, spanOf, toPixel, toWorld, type View2d } from "./view2d";

/** How a handle's place, in the plane or in space, and the pixels of a stage of this size go into each other. */
export interface HandleSpace<P> extends Size {
  readonly toPixel: (place: P) => Vec2;
  /** The place under a pixel, for a drag that began at `from`. */
  readonly toPlace: (pixel: Vec2, from: P, modifiers: { readonly shift: boolean }) => P;
  /** Where a key takes it; null for keys that move nothing. */
  readonly step: (from: P, key: string, modifiers: Modifiers) => P | null;
}

interface Modifiers {
  readonly shift: boolean;
  readonly alt: boolean;
}

export interface HandleOptions<P = Vec2> {
  readonly space: () => HandleSpace<P>;
  readonly position: () => P;
  readonly onStart: () => void;
  readonly onMove: (to: P, modifiers: { readonly alt: boolean }) => void;
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

/** How far one key press goes: 1/50 of the visible span, Shift 1/10, Alt 1/200. */
export const keyStep = (span: number, { shift, alt }: Modifiers): number => span / (shift ? 10 : alt ? 200 : 50);

/** The places of a plane. */
export const placesOf = (view: View2d): HandleSpace<Vec2> => ({
  width: view.width,
  height: view.height,
  toPixel: (place) => toPixel(view, place),
  toPlace: (pixel) => toWorld(view, pixel),
  step: ([x, y], key, modifiers) => {
    const direction = Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : undefined;
    const size = keyStep(spanOf(view), modifiers);
    return direction ? [x + direction[0] * size, y + direction[1] * size] : null;
  },
});

/** The handle whose middle is nearest to the pointer, where several overlap; `top`, which was hit, where they share a middle. */
function nearestHandle(surface: Element, { clientX, clientY }: PointerEvent, top: Element): Element {
  const away = (handle: Element) => {
    const { left, top: above, width, height } = handle.getBoundingClientRect();
    return Math.hypot(left + width / 2 - clientX, above + height / 2 - clientY);
  };
  let [nearest, least] = [top, away(top) - SAME_PLACE];
  for (const handle of surface.querySelectorAll('[role="slider"]')) {
    const distance = away(handle);
    if (distance < least) [nearest, least] = [handle, distance];
  }
  return nearest;
}
/** Pixels. */
const SAME_PLACE = 1;

/** Attaches the gesture to an SVG element inside `surface`. Returns the way to take it off. */
export function attachHandle<P>(node: SVGElement, surface: Element, options: HandleOptions<P>): () => void {
  let drag: { pointer: number; from: P; grab: Vec2; last: Vec2; shift: boolean; alt: boolean; moved: boolean } | null =
    null;
  let keyGesture = false;
  let stepKey = "";
  const local = (event: PointerEvent): Vec2 => {
    const box = surface.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const applyLast = () => {
    if (!drag) return;
    const { from, last, grab, shift, alt } = drag;
    options.onMove(options.space().toPlace([last[0] - grab[0], last[1] - grab[1]], from, { shift }), { alt });
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || drag) return;
    event.preventDefault();
    event.stopPropagation();
    const nearest = nearestHandle(surface, event, node);
    if (nearest !== node) return void nearest.dispatchEvent(new PointerEvent(event.type, event));
    node.focus({ preventScroll: true });
    node.setPointerCapture(event.pointerId);
    const at = local(event);
    const from = options.position();
    const [x, y] = options.space().toPixel(from);
    // The hand keeps its distance from the point, so that grabbing never moves it.
    const { pointerId: pointer, shiftKey: shift, altKey: alt } = event;
    drag = { pointer, from, grab: [at[0] - x, at[1] - y], last: at, shift, alt, moved: false };
    node.dataset.dragging = "true";
    endKeys();
    options.onStart();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return;
    drag.last = local(event);
    drag.shift = event.shiftKey;
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
    const modifiers = { shift: event.shiftKey, alt: event.altKey };
    const to = options.space().step(options.position(), event.key, modifiers);
    if (!to) return;
    event.preventDefault();
    if (!keyGesture) {
      keyGesture = true;
      options.onStart();
    }
    stepKey = event.key;
    // Alt means a fine step here, and 'no snap' with it: a fine step must not be pulled back.
    options.onMove(to, { alt: true });
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key === stepKey) endKeys();
  };
  return listen(node, {
    pointerdown: onDown,
    pointermove: onPointerMove,
    pointerup: finish,
    pointercancel: finish,
    keydown: onKeyDown,
    keyup: onKeyUp,
    blur: endKeys,
  });
}
