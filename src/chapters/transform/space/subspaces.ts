/** What a matrix reaches and what it loses, as lines and planes. */
import type { Vec3 } from "../../../math";
import type { Camera3d } from "../../../scene/camera3d";
import type { Label } from "../../../scene/marks/placeLabels";
import { lineName, spaceLine, spacePlane } from "../../../scene/marks/spacePlane";
import type { Solid } from "../../../scene/solid";
import { planeName } from "./labels";
import { LOOKS } from "./looks";
import { columnSpaceOf, nullSpaceOf, type Subspace } from "./reading";
import type { SceneOf } from "./sceneOf";

const O: Vec3 = [0, 0, 0];

/** Column and null space of a matrix that loses something; of a 3 × 2 the column space always, since it is the picture. */
export function subspaces(camera: Camera3d, { shape, reading }: SceneOf): readonly Solid[] {
  const draw = (space: Subspace, line: typeof LOOKS.columnLine, plane: typeof LOOKS.columnSpace): readonly Solid[] => {
    if (space.kind === "line") return spaceLine(camera, O, space.direction, line);
    return space.kind === "plane" ? spacePlane(camera, O, space.normal, plane) : [];
  };
  return [
    ...(shape !== "2x3" ? draw(columnSpaceOf(reading), LOOKS.columnLine, LOOKS.columnSpace) : []),
    ...(shape !== "3x2" && reading.rank > 0 ? draw(nullSpaceOf(reading), LOOKS.nullLine, LOOKS.nullSpace) : []),
  ];
}

/** Their names. */
export function subspaceLabels(camera: Camera3d, { shape, reading }: SceneOf): readonly Label[] {
  const name = (text: string, tone: string, space: Subspace): readonly Label[] => {
    const at =
      space.kind === "line"
        ? lineName(camera, space.direction)
        : space.kind === "plane"
          ? planeName(camera, space.normal, 0.4)
          : null;
    return at ? [{ name: text, text, tone, ...at, size: 13, face: "ui" }] : [];
  };
  return [
    ...(shape !== "2x3" ? name("column space", "singular", columnSpaceOf(reading)) : []),
    ...(shape !== "3x2" && reading.rank > 0
      ? name(shape === "3x3" ? "null space, λ = 0" : "null space", "bad", nullSpaceOf(reading))
      : []),
  ];
}
