/** What the readings of one matrix add to the picture of space. */
import { dot3, norm3, scale3, type Vec3 } from "../../../math";
import { type Camera3d, pixelOf } from "../../../scene/camera3d";
import { formatNumber } from "../../../scene/formatNumber";
import type { Label } from "../../../scene/marks/placeLabels";
import { spacePlane } from "../../../scene/marks/spacePlane";
import { spaceVector } from "../../../scene/marks/spaceVector";
import type { Solid } from "../../../scene/solid";
import { rowOf } from "./embedded";
import { steepest } from "./labels";
import { LOOKS, TERM_LOOKS } from "./looks";
import { act } from "./motion";
import type { SceneOf } from "./sceneOf";

const O: Vec3 = [0, 0, 0];

/** What the rows and the outer products add to the picture. */
export function readingParts(camera: Camera3d, { readingName, reading, progress, x }: SceneOf): readonly Solid[] {
  if (readingName === "rows")
    return ([0, 1, 2] as const).flatMap((i) => {
      const row = rowOf(reading.matrix, i);
      // Each row's plane of equal output through x, arriving one after the other.
      return act(progress, i, 3) > 0 ? spacePlane(camera, x, row, LOOKS.rows[i]) : [];
    });
  if (readingName !== "outer") return [];
  return ([0, 1, 2] as const).flatMap((k) => {
    const size = (reading.singular[k] ?? 0) * act(progress, k, 3);
    return size > 0 ? spaceVector(camera, O, scale3(size, reading.u[k]), LOOKS.outer) : [];
  });
}

/** Their names and levels. */
export function readingLabels(camera: Camera3d, { readingName, reading, progress, x }: SceneOf): readonly Label[] {
  if (readingName === "outer")
    return ([0, 1, 2] as const).flatMap((k): readonly Label[] => {
      const size = (reading.singular[k] ?? 0) * act(progress, k, 3);
      if (!(size > 1e-9 * reading.scale)) return [];
      const near = pixelOf(camera, scale3(size, reading.u[k])).at;
      return [{ name: "outer", text: `σ${"₁₂₃"[k]}u${"₁₂₃"[k]}`, tone: "singular", near, size: 15 }];
    });
  if (readingName !== "rows") return [];
  return ([0, 1, 2] as const).flatMap((i): readonly Label[] => {
    const row = rowOf(reading.matrix, i);
    const size = norm3(row);
    if (!(size > 0) || act(progress, i, 3) === 0) return [];
    const away = steepest(camera, scale3(1 / size, row));
    const length = norm3(away) || 1;
    const at: Vec3 = [0, 1, 2].map(
      (k) => (x[k] ?? 0) + (1.6 * (i - 1 || 0.4) * (away[k] ?? 0)) / length,
    ) as unknown as Vec3;
    const text = `row ${i + 1}: ${formatNumber(dot3(row, x), reading.scale)}`;
    return [
      { name: `row ${i + 1}`, text, tone: LOOKS.rows[i].tone, near: pixelOf(camera, at).at, size: 13, face: "ui" },
    ];
  });
}

/** The columns tip to tail, on the way to Ax. */
export const wayParts = (camera: Camera3d, way: readonly Vec3[]): readonly Solid[] =>
  way.slice(1).flatMap((to, k) => spaceVector(camera, way[k] ?? O, to, TERM_LOOKS[k] ?? LOOKS.iTerm));
