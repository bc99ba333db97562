import type { Vec2 } from "../../math";
import { type Look, type PathShape, pathShape } from "../shape";
import { toPixel, type View2d } from "../view2d";
import { closedPath, openPath } from "./pathData";

/** A closed polygon through world points. */
export const polygon = (view: View2d, corners: readonly Vec2[], look: Look): PathShape =>
  pathShape(closedPath(corners.map((corner) => toPixel(view, corner))), look);

/** An open polyline through world points. */
export const polyline = (view: View2d, points: readonly Vec2[], look: Look): PathShape =>
  pathShape(openPath(points.map((point) => toPixel(view, point))), look);
