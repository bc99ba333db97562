import type { Mat3 } from "../math";
import type { Camera3d } from "./camera3d";
import { type AnyCanvas, easelFor, type PointLook, pointRadius, pointStyle } from "./easel";
import { spaceMap } from "./spaceMap";
import { type SpaceCloud, type SpaceScratch, spaceScratch, splatSpace } from "./splatSpace";

export interface SpacePointScene extends PointLook {
  readonly camera: Camera3d;
  readonly cloud: SpaceCloud;
  /** Moves the points, before they are seen. */
  readonly move?: Mat3 | undefined;
}

const scratches = new WeakMap<AnyCanvas, SpaceScratch>();

/** `paintPoints` for points of space, the nearer over the farther. */
export function paintSpacePoints(
  canvas: AnyCanvas,
  ratio: number,
  { camera, cloud, move, ...look }: SpacePointScene,
): void {
  const n = cloud.xyz.length / 3;
  const easel = easelFor(canvas, camera.width, camera.height, ratio, n);
  if (!easel) return;
  const scratch = scratches.get(canvas) ?? spaceScratch();
  scratches.set(canvas, scratch);
  const style = pointStyle(cloud.classes !== null, pointRadius(n, look) * ratio, look);
  splatSpace(easel.frame, spaceMap(camera, move, ratio), cloud, style, scratch);
  easel.show();
}
