/** The contour lines of a valley in a view, as shapes. */
import { add2, scale2, sub2 } from "../../../math";
import { ellipse } from "../../../scene/marks/ellipse";
import { polygon } from "../../../scene/marks/polygon";
import type { PathShape } from "../../../scene/shape";
import { toWorld, type View2d } from "../../../scene/view2d";
import { contour, excess, halfAxes, type Valley } from "../valley";

const LEVELS = 18;
/** Each level is this part of the next one out. The levels stand still in the world, so that zooming moves the lines. */
const RATIO = 0.6;
/** Pixels beyond which an ellipse's long side is straight to the eye, and a browser draws a longer one wrongly. */
const STRAIGHT = 4e4;

/** Losses above the least, from the highest that lies in the view inwards. */
export function levelsIn(view: View2d, valley: Valley): readonly number[] {
  const corners = [
    [0, 0],
    [view.width, 0],
    [0, view.height],
    [view.width, view.height],
  ] as const;
  const highest = Math.max(...corners.map((corner) => excess(valley, toWorld(view, corner))));
  if (!(highest > 0 && Number.isFinite(highest))) return [];
  const outermost = Math.floor(Math.log(highest) / Math.log(1 / RATIO));
  return Array.from({ length: LEVELS }, (_, k) => RATIO ** (k - outermost));
}

/** The contour L(w) = L* + level: an ellipse about w*, or a strip where the gentle direction is level. */
export function contourShape(view: View2d, valley: Valley, level: number): PathShape {
  const [long, short] = halfAxes(valley, level);
  if (long * view.unit <= STRAIGHT) return ellipse(view, contour(valley, level), LOOK, valley.minimum);
  const [steep, gentle] = valley.directions;
  const far = scale2(STRAIGHT / view.unit, gentle);
  const side = scale2(short, steep);
  const { minimum } = valley;
  const corners = [
    add2(add2(minimum, far), side),
    sub2(add2(minimum, far), side),
    sub2(sub2(minimum, far), side),
    add2(sub2(minimum, far), side),
  ];
  return polygon(view, corners, LOOK);
}

/** Insides lie on each other, so that the valley is darkest at its bottom. */
const LOOK = { name: "contour", tone: "basis-j", width: 1, opacity: 0.45, fillOpacity: 0.1 };
