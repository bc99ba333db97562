/** How space lies on the screen: a rotation into the eye's axes (right, up, toward the reader), then a projection. Immutable. */
import { add3, apply3, type Mat3, scale3, sub3, transpose3, type Vec2, type Vec3 } from "../math";
import type { Box } from "./boxClip";
import type { Size } from "./view2d";

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

/** Where a turntable camera stands: what the state holds of it. */
export interface Pose {
  /** Degrees about the vertical, and above the floor. */
  readonly azimuth: number;
  readonly elevation: number;
  /** World units across the shorter side, at the target's depth. */
  readonly span: number;
  readonly projection: "perspective" | "orthographic";
}

/** Spans from the target to the eye: near enough to be felt, far enough that nothing in the box is behind it. */
const EYE = 2.6;
/** Half of the box that is drawn, in spans: its corners lie 1.31 spans out, well before the eye. */
const REACH = 0.76;

/** A camera that looks at the origin. */
export const camera3d = ({ width, height }: Size, { azimuth, elevation, span, projection }: Pose): Camera3d => ({
  width,
  height,
  rotation: turntable(azimuth, elevation),
  target: [0, 0, 0],
  unit: Math.max(1, Math.min(width, height)) / span,
  eye: projection === "perspective" ? EYE * span : Number.POSITIVE_INFINITY,
});

/** World units across the shorter side, at the target's depth. */
export const spanOfCamera = ({ width, height, unit }: Camera3d): number => Math.max(1, Math.min(width, height)) / unit;

/** Half of the side of the box about the target in which things are drawn, in world units. */
export const reachOf = (camera: Camera3d): number => REACH * spanOfCamera(camera);

/** The box in which things are drawn; all of it lies before the eye. */
export const boxOf = (camera: Camera3d): Box => ({ centre: camera.target, reach: reachOf(camera) });

/** The eye, or for an orthographic camera the direction toward it. */
export function viewpointOf({ rotation, target, eye }: Camera3d): { readonly at: Vec3; readonly finite: boolean } {
  const toward: Vec3 = [rotation[6], rotation[7], rotation[8]];
  return eye === Number.POSITIVE_INFINITY
    ? { at: toward, finite: false }
    : { at: add3(target, scale3(eye, toward)), finite: true };
}

/** World units toward the reader, from the target. */
export const depthOf = ({ rotation, target }: Camera3d, point: Vec3): number =>
  apply3(rotation, sub3(point, target))[2];

/** What is nearer to the eye than this part of the way to it is drawn as if it stood there: behind the eye there are no pixels. */
const NEAREST = 0.9;

interface Pixel {
  /** CSS pixels. */
  readonly at: Vec2;
  /** Pixels for one world unit there. */
  readonly size: number;
  /** Larger is nearer; runs evenly along the picture of a straight line. */
  readonly nearness: number;
}

/** Where a world point stands on the screen, for points of any depth: of one behind the eye, the way in which it lies. */
export function pixelOf(camera: Camera3d, point: Vec3): Pixel {
  const [x, y, depth] = apply3(camera.rotation, sub3(point, camera.target));
  const near = nearness(camera, Math.min(depth, NEAREST * camera.eye));
  const size = near * camera.unit;
  return {
    at: [camera.width / 2 + x * size, camera.height / 2 - y * size],
    size,
    nearness:
      camera.eye === Number.POSITIVE_INFINITY ? (depth * camera.unit) / Math.min(camera.width, camera.height) : near,
  };
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
  const { size } = pixelOf(camera, from);
  return add3(from, apply3(transpose3(camera.rotation), scale3(1 / size, [dx, -dy, 0])));
};
