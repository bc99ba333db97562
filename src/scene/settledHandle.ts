import { cell } from "./source";

/** A handle that the reader has let go of, and its new place in words: for whoever reads it out. */
export interface SettledHandle {
  readonly name: string;
  readonly words: string;
}

/** The last one; null before the first drag of the session, until which the handles show that they can be dragged. */
export const settledHandle = cell<SettledHandle | null>(null);
