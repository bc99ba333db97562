import { points } from "../../../scene/marks/points";
import { spacePoints } from "../../../scene/marks/spacePoints";
import type { Picture } from "../../../scene/picture";
import { sideBySide } from "../../../scene/sideBySide";
import { store } from "../../../state/store";
import { sizeWords } from "./embedded";
import { flatCloud } from "./flatCloud";
import { planeShapesNow, spaceShapesNow } from "./pictures";
import { camera, cloud3, name3, planeView, shape, shown3, spaceSentence } from "./sources";
import { stageTitles } from "./words";

const LOOK = { opacity: 0.6, size: 0.75 };

/** What is on screen now, points under it, to be written as SVG or PNG: of a matrix that is not square both stages, side by side. */
export function spacePictureNow(): Picture {
  const now = shape.get();
  const from = camera.get();
  const { showData } = store.getState().transform;
  const space = {
    width: from.width,
    height: from.height,
    shapes: spaceShapesNow.get(),
    rasters: showData ? [spacePoints(from, cloud3.get(), LOOK, now === "2x3" ? undefined : shown3.get())] : [],
  };
  if (now === "3x3")
    return { ...space, title: `Space and its image under ${name3.get()}`, description: spaceSentence.get() };
  const view = planeView.get();
  const plane = {
    width: view.width,
    height: view.height,
    shapes: planeShapesNow.get(),
    rasters: showData ? [points(view, flatCloud.get(), LOOK)] : [],
  };
  const [input, output] = stageTitles(now);
  const [first, second] = now === "3x2" ? [plane, space] : [space, plane];
  return sideBySide(
    [
      { ...first, title: input },
      { ...second, title: output },
    ],
    `A, ${sizeWords(now)}`,
    spaceSentence.get(),
  );
}
