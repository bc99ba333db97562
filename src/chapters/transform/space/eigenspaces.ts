import { cross3, norm3, scale3, type Vec3 } from "../../../math";
import type { Camera3d } from "../../../scene/camera3d";
import { formatNumber } from "../../../scene/formatNumber";
import type { Label } from "../../../scene/marks/placeLabels";
import { lineName, spaceLine, spacePlane } from "../../../scene/marks/spacePlane";
import type { Solid } from "../../../scene/solid";
import { planeName } from "./labels";
import { LOOKS } from "./looks";
import { eigenspacesOf } from "./reading";
import type { SceneOf } from "./sceneOf";

const O: Vec3 = [0, 0, 0];

/** Of the box: an eigenplane is context, and leaves the picture to what moves. */
const EIGEN_PLANE = 0.3;

/** The eigenspaces to show: those of λ = 0 are the null space, which has a look and a name of its own. */
const eigenspacesShown = ({ reading }: SceneOf) =>
  reading.square
    ? eigenspacesOf(reading.square.eig).flatMap((space) => {
        const said = formatNumber(space.value, reading.scale);
        return reading.rank < 3 && (said === "0" || said.startsWith("≈")) ? [] : [{ ...space, said }];
      })
    : [];

/** The unit normal of the plane that a complex pair turns; null where there is none. */
function turningPlane({ reading }: SceneOf): Vec3 | null {
  const eig = reading.square?.eig;
  if (eig?.kind !== "complex") return null;
  const normal = cross3(eig.plane[0], eig.plane[1]);
  const size = norm3(normal);
  return size > 1e-9 ? scale3(1 / size, normal) : null;
}

/** Lines and planes that A keeps, and the plane that it turns. */
export function eigenParts(camera: Camera3d, scene: SceneOf): readonly Solid[] {
  // Three planes of rows leave no room for a fourth.
  if (!scene.show.eigen || scene.readingName === "rows") return [];
  const turning = turningPlane(scene);
  return [
    ...eigenspacesShown(scene).flatMap(({ space, value }) =>
      space.kind === "line"
        ? spaceLine(camera, O, space.direction, value === scene.lambda ? LOOKS.eigenLit : LOOKS.eigen)
        : spacePlane(camera, O, space.normal, LOOKS.eigenPlane, EIGEN_PLANE),
    ),
    ...(turning ? spacePlane(camera, O, turning, LOOKS.eigenPlane, EIGEN_PLANE) : []),
  ];
}

/** Their eigenvalues, or the angle of the turn. */
export function eigenLabels(camera: Camera3d, scene: SceneOf): readonly Label[] {
  if (!scene.show.eigen || scene.readingName === "rows") return [];
  const eig = scene.reading.square?.eig;
  const label = (text: string, at: ReturnType<typeof lineName>): readonly Label[] =>
    at ? [{ name: "eigen", text, tone: "eigen", ...at, size: 16 }] : [];
  const spaces = eigenspacesShown(scene);
  const numbered = spaces.length > 1 && spaces.every(({ space }) => space.kind === "line");
  const turning = turningPlane(scene);
  return [
    ...spaces.flatMap(({ space, said }, k) =>
      space.kind === "line"
        ? label(`λ${numbered ? "₁₂₃"[k] : ""} = ${said}`, lineName(camera, space.direction))
        : label(`λ = ${said} twice`, planeName(camera, space.normal, EIGEN_PLANE)),
    ),
    ...(turning && eig?.kind === "complex"
      ? label(`turns by ${formatNumber((eig.angle * 180) / Math.PI, 180)}°`, planeName(camera, turning, EIGEN_PLANE))
      : []),
  ];
}
