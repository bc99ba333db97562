import { derive } from "../../scene/source";
import { numpyLines } from "./snippet";
import { ax, reading, total, x } from "./sources";

/** The chapter's snippet for the plane, as it is now. */
export const planeCode = derive([total, x, ax, reading], (a, at, image, { det, singular }) =>
  numpyLines(a, at, image, det, singular),
);
