/** Turning the camera by hand: drag the background, pinch or wheel to come nearer, arrows and + − by key, 0 or Home for the home view. */
import type { Pose } from "./camera3d";
import { animate } from "./frame";
import { attachViewGesture } from "./viewGesture";

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
/** The azimuth brought to [−180, 180), the elevation kept between the poles. */
export const turned = ({ azimuth, elevation, span }: Turn, da: number, de: number, factor = 1): Turn => ({
  azimuth: ((((azimuth + da + 180) % 360) + 360) % 360) - 180,
  elevation: Math.max(-90, Math.min(90, elevation + de)),
  span: Math.max(SMALLEST_SPAN, Math.min(LARGEST_SPAN, span / factor)),
});

/** Attaches the gestures to the stage's SVG; the scene follows the hand and the arrow. Returns the way to take them off. */
export const attachOrbit = (node: SVGSVGElement, { pose, onMove, ...rest }: OrbitOptions): (() => void) =>
  attachViewGesture(node, {
    ...rest,
    view: pose,
    onHold: (start, { from, to, spread }) =>
      onMove(turned(start, (from[0] - to[0]) * DEGREES_PER_PIXEL, (to[1] - from[1]) * DEGREES_PER_PIXEL, spread)),
    onZoom: (factor) => onMove(turned(pose(), 0, 0, factor)),
    onArrow: ([right, up]) => onMove(turned(pose(), -right * KEY_DEGREES, -up * KEY_DEGREES)),
  });

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
