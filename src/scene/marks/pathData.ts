/** SVG path data from pixels. A drawing with a coordinate that is not finite, or farther than browsers can draw, is left out. */
import type { Vec2 } from "../../math";

const FAR = 1e5;

const put = ([x, y]: Vec2) => `${x.toFixed(2)} ${y.toFixed(2)}`;

/** Whether browsers draw these pixels rightly; what lies beyond is off screen anyway. */
export const drawable = (points: readonly Vec2[]): boolean =>
  points.every(([x, y]) => Math.abs(x) < FAR && Math.abs(y) < FAR);

/** An open polyline through these pixels, or ''. */
export const openPath = (points: readonly Vec2[]): string =>
  points.length > 1 && drawable(points) ? `M${points.map(put).join("L")}` : "";

/** A closed polyline through these pixels, or ''. */
export const closedPath = (points: readonly Vec2[]): string =>
  points.length > 1 && drawable(points) ? `M${points.map(put).join("L")}Z` : "";

/** A disc of this radius in pixels, or ''. */
export const discPath = (at: Vec2, r: number): string =>
  drawable([at]) ? `M${put([at[0] - r, at[1]])}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z` : "";
