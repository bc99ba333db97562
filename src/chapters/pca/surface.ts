import type { Source } from "../../scene/source";
import type { View2d } from "../../scene/view2d";

/** A picture of the held rows: where each stands, and what of it is seen. */
export interface Surface {
  readonly view: Source<View2d>;
  readonly points: Source<Float32Array>;
}
