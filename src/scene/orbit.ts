/** Turning the camera by hand: drag the background, pinch or wheel to come nearer, arrows and + − by key, 0 or Home for the home view. */
import type { Vec2 } from "../math";
import type { Pose } from "./camera3d";
import { animate, onNextInput } from "./frame";

export type Turn = Pick<Pose, "azimuth" | "elevation" | "span">;

export interface OrbitOptions {
  readonly pose: () => Turn;
  readonly onStart: () => void;
  readonly onMove: (to: Turn) => void;
  readonly onEnd: () => void;
  readonly onHome: () => void;
}

const DEGREES_PER_PIXEL = 0.4;
const KEY_DEGREES = 5;
const SMALLEST_SPAN = 1e-12;
const LARGEST_SPAN = 1e12;
/** A wheel gesture has no end of its own; this long without a turn counts as one. */
const WHEEL_PAUSE_MS = 250;

/** The azimuth brought to [−180, 180), the elevation kept between the poles. */
export const turned = ({ azimuth, elevation, span }: Turn, da: number, de: number, factor = 1): Turn => ({
  azimuth: ((((azimuth + da + 180) % 360) + 360) % 360) - 180,
  elevation: Math.max(-90, Math.min(90, elevation + de)),
  span: Math.max(SMALLEST_SPAN, Math.min(LARGEST_SPAN, span / factor)),
});

const KEY_ZOOMS: ReadonlyMap<string, number> = new Map([
  ["+", 1.25],
  ["=", 1.25],
  ["-", 0.8],
]);
/** The scene follows the arrow, as it follows a drag. */
const KEY_TURNS: ReadonlyMap<string, Vec2> = new Map([
  ["ArrowLeft", [KEY_DEGREES, 0]],
  ["ArrowRight", [-KEY_DEGREES, 0]],
  ["ArrowUp", [0, -KEY_DEGREES]],
  ["ArrowDown", [0, KEY_DEGREES]],
]);

/** Attaches the gestures to the stage's SVG. Returns the way to take them off. */
export function attachOrbit(node: SVGSVGElement, options: OrbitOptions): () => void {
  const pointers = new Map<number, Vec2>();
  let start: { pose: Turn; middle: Vec2; spread: number } | null = null;
  let moved = false;
  let wheelEnd: ReturnType<typeof setTimeout> | null = null;
  const middle = (): Vec2 => {
    const all = [...pointers.values()];
    return [all.reduce((s, p) => s + p[0], 0) / all.length, all.reduce((s, p) => s + p[1], 0) / all.length];
  };
  const spread = (): number => {
    const [a, b] = [...pointers.values()];
    return a && b ? Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1])) : 1;
  };
  const restart = () => {
    start = pointers.size > 0 ? { pose: options.pose(), middle: middle(), spread: spread() } : null;
  };
  const apply = () => {
    if (!start || pointers.size === 0) return;
    const [x, y] = middle();
    const [da, de] = [start.middle[0] - x, y - start.middle[1]];
    options.onMove(turned(start.pose, da * DEGREES_PER_PIXEL, de * DEGREES_PER_PIXEL, spread() / start.spread));
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    if (pointers.size === 0) {
      moved = false;
      options.onStart();
    }
    node.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, [event.clientX, event.clientY]);
    restart();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!pointers.has(event.pointerId)) return;
    pointers.set(event.pointerId, [event.clientX, event.clientY]);
    moved = true;
    onNextInput(node, apply);
  };
  const onUp = (event: PointerEvent) => {
    if (!pointers.has(event.pointerId)) return;
    // A press alone must not pin a view that is still the default.
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
    options.onMove(turned(options.pose(), 0, 0, Math.exp(-event.deltaY * lines * 0.0015)));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== node || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "0" || event.key === "Home") {
      event.preventDefault();
      return options.onHome();
    }
    const zoom = KEY_ZOOMS.get(event.key);
    const turn = KEY_TURNS.get(event.key);
    if (zoom === undefined && turn === undefined) return;
    event.preventDefault();
    options.onStart();
    options.onMove(turned(options.pose(), turn?.[0] ?? 0, turn?.[1] ?? 0, zoom));
    options.onEnd();
  };
  node.addEventListener("pointerdown", onDown);
  node.addEventListener("pointermove", onPointerMove);
  node.addEventListener("pointerup", onUp);
  node.addEventListener("pointercancel", onUp);
  node.addEventListener("wheel", onWheel, { passive: false });
  node.addEventListener("keydown", onKey);
  return () => {
    if (wheelEnd !== null) {
      clearTimeout(wheelEnd);
      options.onEnd();
    }
    node.removeEventListener("pointerdown", onDown);
    node.removeEventListener("pointermove", onPointerMove);
    node.removeEventListener("pointerup", onUp);
    node.removeEventListener("pointercancel", onUp);
    node.removeEventListener("wheel", onWheel);
    node.removeEventListener("keydown", onKey);
  };
}

const HOME_SECONDS = 0.8;

/** Brings the camera home the short way round, eased; at once for a reader who asked for reduced motion. Returns the way to stop it. */
export function goHome({ pose, onStart, onMove, onEnd }: Omit<OrbitOptions, "onHome">, home: Turn): () => void {
  const from = pose();
  const short = turned({ ...from, azimuth: home.azimuth - from.azimuth }, 0, 0).azimuth;
  onStart();
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    onMove(home);
    onEnd();
    return () => {};
  }
  let elapsed = 0;
  let last: Turn | null = null;
  return animate((seconds) => {
    const now = pose();
    // Somebody took the camera in the meantime: it is theirs.
    if (last && (now.azimuth !== last.azimuth || now.elevation !== last.elevation || now.span !== last.span))
      return false;
    onStart();
    elapsed += seconds;
    const t = Math.min(1, elapsed / HOME_SECONDS);
    const eased = t * t * (3 - 2 * t);
    last =
      t === 1
        ? home
        : {
            ...turned({ ...from, azimuth: from.azimuth + eased * short }, 0, eased * (home.elevation - from.elevation)),
            span: from.span * (home.span / from.span) ** eased,
          };
    onMove(last);
    if (t < 1) return true;
    onEnd();
    return false;
  });
}
