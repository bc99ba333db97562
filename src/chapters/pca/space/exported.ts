import { points } from "../../../scene/marks/points";
import { spacePoints } from "../../../scene/marks/spacePoints";
import type { Picture } from "../../../scene/picture";
import { spacePictures } from "../pixels/exported";
import { dataset } from "../sources";
import { camera, cloud3, lacks, trio } from "./sources";
import { shapes3 } from "./spaceShapes";
import { description3 } from "./spaceWords";
import { turnOver, turnUnder } from "./turnShapes";
import { turnCloud, turnView } from "./turnSources";
import { turnDescription } from "./turnWords";

const title = () => `Principal components of ${dataset.get()?.name ?? "the data"}`;

/** The stage of space as it stands now; null where there is none. */
export function spacePicture(): Picture | null {
  if (lacks.get() !== "") return null;
  const from = camera.get();
  const more = spacePictures(from, trio.get());
  return {
    width: from.width,
    height: from.height,
    rasters: [spacePoints(from, cloud3.get(), {}), ...more.rasters],
    shapes: [...shapes3.get(), ...more.shapes],
    title: `${title()}, in space`,
    description: description3.get(),
  };
}

/** The plane on its way, as it stands now. */
export function turnPicture(): Picture {
  const v = turnView.get();
  return {
    width: v.width,
    height: v.height,
    under: turnUnder.get(),
    rasters: [points(v, turnCloud.get())],
    shapes: turnOver.get(),
    title: `${title()}, the picture on its way`,
    description: turnDescription.get(),
  };
}
