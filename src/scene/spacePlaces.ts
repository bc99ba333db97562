import { add3, scale3, sub2, type Vec2, type Vec3 } from "../math";
import { type Camera3d, panInView, pixelOf, spanOfCamera } from "./camera3d";
import { type HandleSpace, keyStep } from "./handle";

/** Left and right are x, up and down y, the page keys z, whatever the camera: a key then always does the same to the same number. */
const KEYS: Readonly<Record<string, Vec3>> = {
  ArrowLeft: [-1, 0, 0],
  ArrowRight: [1, 0, 0],
  ArrowUp: [0, 1, 0],
  ArrowDown: [0, -1, 0],
  PageUp: [0, 0, 1],
  PageDown: [0, 0, -1],
};

/** The places of space as a camera sees them: a pixel alone leaves the depth open, which stays that of the drag's start. */
export const placesInSpace = (camera: Camera3d): HandleSpace<Vec3> => ({
  width: camera.width,
  height: camera.height,
  toPixel: (place) => pixelOf(camera, place).at,
  toPlace: (pixel, from, { shift }) => {
    const move = sub2(pixel, pixelOf(camera, from).at);
    return shift ? alongAxis(camera, from, move) : panInView(camera, from, move);
  },
  step: (from, key, modifiers) => {
    const direction = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    return direction ? add3(from, scale3(keyStep(spanOfCamera(camera), modifiers), direction)) : null;
  },
});

/** An axis seen shorter than this part of its length points at the reader, and a drag cannot mean it. */
const END_ON = 0.1;

/** The point moved along the coordinate axis whose picture runs most as the hand moved, by as much as keeps it nearest to the hand. */
function alongAxis(camera: Camera3d, from: Vec3, move: Vec2): Vec3 {
  const { rotation } = camera;
  const { size } = pixelOf(camera, from);
  let best: { readonly axis: Vec3; readonly agreement: number } | null = null;
  for (const k of [0, 1, 2] as const) {
    const [x, y] = [rotation[k], -rotation[(k + 3) as 3 | 4 | 5]];
    const length = Math.hypot(x, y);
    if (length < END_ON) continue;
    const along = (move[0] * x + move[1] * y) / length;
    const axis: Vec3 = [0, 1, 2].map((j) => (j === k ? along / (length * size) : 0)) as unknown as Vec3;
    if (!best || Math.abs(along) > best.agreement) best = { axis, agreement: Math.abs(along) };
  }
  return best ? add3(from, best.axis) : from;
}
