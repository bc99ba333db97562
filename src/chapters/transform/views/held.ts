import type { HandleProps } from "../../../scene/Handle";
import type { Source } from "../../../scene/source";
import { beginGesture, cancelGesture, endGesture } from "../../../state/history";
import { lit } from "../sources";

type Move<P> = HandleProps<P>["gesture"]["onMove"];

/** A handle of the chapter: what it is called, where it stands, what moving it does, and what lights up while it is pointed at. */
export const held = <P>(name: string, tone: string, position: Source<P>, onMove: Move<P>, about?: string) => ({
  name,
  tone,
  position,
  gesture: { onStart: beginGesture, onEnd: endGesture, onCancel: cancelGesture, onMove },
  onPoint: about ? (pointed: boolean) => lit.set(pointed ? about : null) : undefined,
});

/** The names of the columns' handles. */
export const COLUMN_HANDLES = [
  "Image of î, first column of A",
  "Image of ĵ, second column of A",
  "Image of k̂, third column of A",
] as const;
