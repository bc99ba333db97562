import { lazy } from "react";
import type { Picture } from "../../../scene/picture";
import { derive } from "../../../scene/source";
import { source } from "../../../state/source";
import { useSource } from "../../../ui/useSource";
import { PlaneStage } from "../views/PlaneStage";
import { picture } from "../views/stageShapes";
import { turn } from "./sources";
import { turns } from "./turnSources";

const SpaceStage = lazy(() => import("./SpaceStage").then((m) => ({ default: m.SpaceStage })));
const TurnStage = lazy(() => import("./TurnStage").then((m) => ({ default: m.TurnStage })));

/** Which of the three: two axes, three, or two on their way from the features to the components. */
const stage = derive([source((s) => s.pca.space), turn, turns], (space, t, can) =>
  space ? "space" : can && t > 0 ? "turn" : "plane",
);

/** The points on two axes or three. */
export function PointsStage() {
  const now = useSource(stage);
  return now === "space" ? <SpaceStage /> : now === "turn" ? <TurnStage /> : <PlaneStage />;
}

/** The points as they are shown now, to be taken along. */
export async function pointsPicture(): Promise<Picture | null> {
  const now = stage.get();
  if (now === "space") return (await import("./exported")).spacePicture();
  if (now === "turn") return (await import("./exported")).turnPicture();
  return picture();
}
