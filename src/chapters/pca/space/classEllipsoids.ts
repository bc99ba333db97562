/** The 2σ ellipsoid of each class's points, about their mean, by its outline. */
import { eigh3, type Mat3, type Vec3 } from "../../../math";
import { spaceEllipsoid } from "../../../scene/marks/spaceEllipsoid";
import type { Shape } from "../../../scene/shape";
import { derive } from "../../../scene/source";
import { classTone } from "../../../scene/theme";
import { classSpreadsOn } from "../classSpread";
import { REACH } from "../plane";
import { camera, points3 } from "./sources";

/** Maps the unit sphere onto the 2σ ellipsoid of a covariance. One eigh3. */
export function ellipsoidOf(covariance: Mat3): Mat3 {
  const { values, vectors } = eigh3(covariance);
  return vectors.map((x, at) => x * REACH * Math.sqrt(Math.max(0, values[at % 3] as number))) as unknown as Mat3;
}

export const classEllipsoids = derive([camera, classSpreadsOn(points3, 3)], (from, all): readonly Shape[] =>
  all.map(({ code, mean, covariance }) => {
    const look = { name: `class-${code}`, tone: classTone(code), width: 1.4, fillOpacity: 0.05 };
    return spaceEllipsoid(from, ellipsoidOf(covariance as unknown as Mat3), look, mean as unknown as Vec3);
  }),
);
