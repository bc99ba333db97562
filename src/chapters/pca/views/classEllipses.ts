/** The 2σ ellipse of each class's points, about their mean. */
import { ellipse } from "../../../scene/marks/ellipse";
import type { Shape } from "../../../scene/shape";
import { derive } from "../../../scene/source";
import { classTone } from "../../../scene/theme";
import { classSpreadsOn } from "../classSpread";
import { ellipseOf } from "../plane";
import { points, view } from "../sources";

export const classEllipses = derive([view, classSpreadsOn(points, 2)], (v, all): readonly Shape[] =>
  all.map(({ code, mean: [x = 0, y = 0], covariance: [a = 0, b = 0, , d = 0] }) =>
    ellipse(
      v,
      ellipseOf({ block: [a, b, b, d] }),
      { name: `class-${code}`, tone: classTone(code), fillOpacity: 0.05 },
      [x, y],
    ),
  ),
);
