/** How space lies on the screen: a rotation into the eye's axes (right, up, toward the reader), then a projection. Immutable. */
import { add3, apply3, type Mat3, scale3, sub3, transpose3, type Vec2, type Vec3 } from "../math";

export interface Camera3d {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** World to eye; its rows are the world directions right, up and toward the reader. */
  readonly rotation: Mat3;
  /** World point at the middle. */
  readonly target: Vec3;
  /** Pixels for one world unit at the target's depth. */
  readonly unit: number;
  /** World units from the target to the eye; Infinity is orthographic. */
  readonly eye: number;
}

export interface Projected {
  /** CSS pixels. */
  readonly at: Vec2;
  /** World units toward the reader, from the target: the larger is nearer. */
  readonly depth: number;
}

/** How much larger than at the target a thing at this depth looks; 0 or less is behind the eye. */
export const nearness = ({ eye }: Camera3d, depth: number): number =>
  eye === Number.POSITIVE_INFINITY ? 1 : eye > depth ? eye / (eye - depth) : 0;

/** Where a world point stands on the screen; null when it is behind the eye. */
export function project(camera: Camera3d, point: Vec3): Projected | null {
  const [x, y, depth] = apply3(camera.rotation, sub3(point, camera.target));
  const size = nearness(camera, depth) * camera.unit;
  if (!(size > 0)) return null;
  return { at: [camera.width / 2 + x * size, camera.height / 2 - y * size], depth };
}

/** The world point that is seen at a pixel, at this depth toward the reader: the inverse of `project`. */
export function unproject(camera: Camera3d, [px, py]: Vec2, depth: number): Vec3 {
  const size = nearness(camera, depth) * camera.unit;
  const seen: Vec3 = [(px - camera.width / 2) / size, (camera.height / 2 - py) / size, depth];
  return add3(camera.target, apply3(transpose3(camera.rotation), seen));
}

/** The rotation of a turntable: turned by `azimuth` about the world's z, seen from `elevation` above its plane; degrees. */
export function turntable(azimuth: number, elevation: number): Mat3 {
  const [a, e] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180];
  const [ca, sa, ce, se] = [Math.cos(a), Math.sin(a), Math.cos(e), Math.sin(e)];
  return [-sa, ca, 0, -se * ca, -se * sa, ce, ce * ca, ce * sa, se];
}

/** The point of the view plane through `from` that a drag by this many pixels reaches. */
export const panInView = (camera: Camera3d, from: Vec3, [dx, dy]: Vec2): Vec3 => {
  const depth = apply3(camera.rotation, sub3(from, camera.target))[2];
  const size = nearness(camera, depth) * camera.unit;
  return add3(from, apply3(transpose3(camera.rotation), scale3(1 / size, [dx, -dy, 0])));
};
