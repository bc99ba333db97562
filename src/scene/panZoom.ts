/** Moving the view by hand: drag the background, wheel or pinch to zoom about the pointer, arrows and + − by key. */
import type { Vec2 } from "../math";
import { spanOf, toPixel, toWorld, type View2d } from "./view2d";
import { attachViewGesture, type Hold } from "./viewGesture";

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

/** Of the stage's size, for an arrow. */
const KEY_PAN = 0.1;

/** The view after two fingers (or one) went: what lay under their middle lies there still. */
function held(start: View2d, { from, to, spread }: Hold): Placement {
  const zoomed = zoomAbout(start, from, spread);
  const view: View2d = { ...start, centre: zoomed.centre, unit: (start.unit * spanOf(start)) / zoomed.span };
  const [was, is] = [toWorld(view, from), toWorld(view, to)];
  return { centre: [view.centre[0] + was[0] - is[0], view.centre[1] + was[1] - is[1]], span: zoomed.span };
}

/** Attaches the gestures to the stage's SVG. Returns the way to take them off. */
export const attachPanZoom = (node: SVGSVGElement, { view, onMove, ...rest }: PanZoomOptions): (() => void) =>
  attachViewGesture(node, {
    ...rest,
    view,
    onHold: (start, hold) => onMove(held(start, hold)),
    onZoom: (factor, about) => onMove(zoomAbout(view(), about, factor)),
    onArrow: ([right, up]) => {
      const now = view();
      const [x, y] = toPixel(now, now.centre);
      const centre = toWorld(now, [x + right * KEY_PAN * now.width, y - up * KEY_PAN * now.height]);
      onMove({ centre, span: spanOf(now) });
    },
  });
