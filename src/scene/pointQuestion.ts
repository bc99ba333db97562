import { cell } from "./source";

/** Enter on a handle asks for its exact place; the app shows the question where it likes. */
export interface PointQuestion {
  readonly name: string;
  /** Two coordinates in the plane, three in space. */
  readonly position: readonly number[];
  readonly accept: (to: readonly number[]) => void;
  /** Gives the focus back to the handle. */
  readonly back: () => void;
}

/** What is being asked now; null when nothing is. */
export const pointQuestion = cell<PointQuestion | null>(null);
