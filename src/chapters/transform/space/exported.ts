import { spacePoints } from "../../../scene/marks/spacePoints";
import type { Picture } from "../../../scene/picture";
import { store } from "../../../state/store";
import { spaceShapesNow } from "./pictures";
import { camera, cloud3, shape, shown3, spaceSentence } from "./sources";

const LOOK = { opacity: 0.6, size: 0.75 };

/** The stage of space as it is now, points under it, to be written as SVG or PNG. */
export function spacePictureNow(): Picture {
  const from = camera.get();
  const move = shape.get() === "2x3" ? undefined : shown3.get();
  const { showData } = store.getState().transform;
  return {
    width: from.width,
    height: from.height,
    shapes: spaceShapesNow.get(),
    rasters: showData ? [spacePoints(from, cloud3.get(), LOOK, move)] : [],
    title: shape.get() === "2x3" ? "Space, before A" : "Space and its image under A",
    description: spaceSentence.get(),
  };
}
