import type { Mat3 } from "../../math";
import type { Camera3d } from "../camera3d";
import { easelFor, type PointLook, pointRadius, pointStyle } from "../easel";
import type { Raster } from "../picture";
import { type SpaceCloud, type SpaceScratch, spaceScratch } from "../spaceCloud";
import { spaceMap } from "../spaceMap";
import { splatSpace } from "../splatSpace";

const scratches = new WeakMap<object, SpaceScratch>();

/** Points of space, moved by `move` and then seen, the nearer over the farther: a raster at the canvas's own resolution. The cloud is neither copied nor changed. */
export const spacePoints =
  (camera: Camera3d, cloud: SpaceCloud, look: PointLook = {}, move?: Mat3): Raster =>
  (canvas, ratio) => {
    const n = cloud.xyz.length / 3;
    const easel = easelFor(canvas, camera, ratio, n);
    if (!easel) return;
    const scratch = scratches.get(canvas) ?? spaceScratch();
    scratches.set(canvas, scratch);
    const style = pointStyle(cloud.classes !== null, pointRadius(n, look) * ratio, look);
    splatSpace(easel.frame, spaceMap(camera, move, ratio), cloud, style, scratch);
    easel.show();
  };
