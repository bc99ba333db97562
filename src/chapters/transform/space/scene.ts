/** The picture of space as shapes: what lies in it, brought into depth order, and the names that keep off each other. */
import { type Camera3d, pixelOf } from "../../../scene/camera3d";
import { boxAbout, placeLabels, type Stroke } from "../../../scene/marks/placeLabels";
import type { Shape } from "../../../scene/shape";
import { spacePicture } from "../../../scene/spacePicture";
import type { SceneOf } from "./sceneOf";
import { squareScene } from "./squareScene";
import { tallScene } from "./tallScene";
import { wideScene } from "./wideScene";

const SCENES = { "3x3": squareScene, "3x2": tallScene, "2x3": wideScene } as const;

/** All that the stage of space shows, back to front. About 2 ms. */
export function spaceShapes(camera: Camera3d, scene: SceneOf): readonly Shape[] {
  const { solids, outlines, labels, handles, tips } = SCENES[scene.shape](camera, scene);
  const taken = handles.map((at) => boxAbout(pixelOf(camera, at).at, 14));
  const origin = pixelOf(camera, [0, 0, 0]).at;
  const arrows = tips.map((at): Stroke => [origin, pixelOf(camera, at).at]);
  return [...outlines, ...spacePicture(camera, solids), ...placeLabels(labels, taken, camera, arrows)];
}
