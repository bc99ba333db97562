/** What a picture of space is made from, and what it is made of before depth is known. */
import type { Mat3, Vec3 } from "../../../math";
import type { Label } from "../../../scene/marks/placeLabels";
import type { Shape } from "../../../scene/shape";
import type { Solid } from "../../../scene/solid";
import type { ErrorReading } from "../error";
import type { SpaceShape } from "./embedded";
import type { ReadingName } from "./motion";
import type { SpaceReading } from "./reading";

export interface Shown {
  readonly grid: boolean;
  readonly circle: boolean;
  readonly eigen: boolean;
  readonly area: boolean;
  readonly inverse: boolean;
  readonly covariance: boolean;
  readonly fibres: boolean;
}

export interface SceneOf {
  readonly shape: SpaceShape;
  /** What the matrix is called: A, or a product such as BA. */
  readonly name: string;
  /** What is drawn, on the way to A or A itself. */
  readonly now: Mat3;
  readonly x: Vec3;
  readonly reading: SpaceReading;
  readonly readingName: ReadingName;
  readonly progress: number;
  /** Eigenvalue of the space that x lies in. */
  readonly lambda: number | null;
  readonly way: readonly Vec3[] | null;
  readonly iterates: readonly Vec3[];
  readonly dataRoot: Mat3 | null;
  /** What an error in b does to x, where it is asked for. */
  readonly wrong: ErrorReading<Vec3> | null;
  /** World units between fibres, the same on both stages, so that a fibre and its image belong together. */
  readonly spacing: number;
  readonly show: Shown;
}

export interface Parts {
  readonly solids: readonly Solid[];
  /** Drawn under the solids: outlines, whose depth is that of a whole body. */
  readonly outlines: readonly Shape[];
  readonly labels: readonly Label[];
  /** Points whose handles labels keep clear of, and the ends of arrows from the origin, which they keep off. */
  readonly handles: readonly Vec3[];
  readonly tips: readonly Vec3[];
}
