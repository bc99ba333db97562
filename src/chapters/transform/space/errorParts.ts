/** What an error in b does, in space: the ball of errors about b, the ellipsoid of solutions about x, and the one that the reader holds. */
import { IDENTITY3, inverse3, type Mat3, norm3, sub3 } from "../../../math";
import type { Camera3d } from "../../../scene/camera3d";
import type { Label } from "../../../scene/marks/placeLabels";
import { spaceEllipsoid } from "../../../scene/marks/spaceEllipsoid";
import { spaceVector } from "../../../scene/marks/spaceVector";
import type { Shape } from "../../../scene/shape";
import type { Solid } from "../../../scene/solid";
import { tipLabel } from "./labels";
import { LOOKS } from "./looks";
import type { SceneOf } from "./sceneOf";

const times = (s: number, m: Mat3): Mat3 => m.map((v) => s * v) as unknown as Mat3;

/** The two bodies: all errors as long as the reader's, and what A⁻¹ makes of them. */
export function errorOutlines(camera: Camera3d, { wrong, x, reading }: SceneOf): readonly Shape[] {
  const inverse = wrong && inverse3(reading.matrix);
  if (!wrong || !inverse) return [];
  const radius = norm3(sub3(wrong.wrongB, wrong.b));
  return [
    spaceEllipsoid(camera, times(radius, IDENTITY3), LOOKS.error, wrong.b),
    spaceEllipsoid(camera, times(radius, inverse), LOOKS.error, x),
  ];
}

/** δ at b, and δx at x. */
export const errorSolids = (camera: Camera3d, { wrong, x }: SceneOf): readonly Solid[] =>
  wrong
    ? [
        ...spaceVector(camera, wrong.b, wrong.wrongB, LOOKS.errorArrow),
        ...spaceVector(camera, x, wrong.wrongX, LOOKS.errorArrow),
      ]
    : [];

/** Their names. */
export const errorLabels = (camera: Camera3d, { wrong, x }: SceneOf): readonly Label[] =>
  wrong
    ? [
        tipLabel(camera, "b + δ", LOOKS.errorArrow, wrong.wrongB, wrong.b),
        tipLabel(camera, "x + δx", LOOKS.errorArrow, wrong.wrongX, x),
      ]
    : [];
