import type { Parameters } from "./parameters";
import { parametersOf, sameParameters, store } from "./store";

/** What has settled: a gesture of the reader, or a way back or forward among earlier ones. */
export type Settlement = "gesture" | "history";

let before: Parameters | null = null;
const opening = new Set<() => void>();
const settled = new Set<(by: Settlement) => void>();
const tell = (by: Settlement) => {
  for (const listener of settled) listener(by);
};

/** Opens a gesture: all changes until `endGesture` become one undo step. Nested calls join the open one. */
export function beginGesture(): void {
  if (before !== null) return;
  before = parametersOf(store.getState());
  store.temporal.getState().pause();
  for (const listener of opening) listener();
}

/** Closes the gesture; a gesture that changed nothing leaves no step. */
export function endGesture(): void {
  if (before === null) return;
  const start = before;
  before = null;
  store.temporal.getState().resume();
  if (sameParameters(start, store.getState())) return;
  const { pastStates } = store.temporal.getState();
  store.temporal.setState({ pastStates: [...pastStates, start], futureStates: [] });
  tell("gesture");
}

/** Takes the open gesture back, as Escape does. */
export function cancelGesture(): void {
  if (before === null) return;
  store.setState(before);
  before = null;
  store.temporal.getState().resume();
}

/** Runs `change` as one undo step. */
export function commit(change: () => void): void {
  beginGesture();
  try {
    change();
  } finally {
    endGesture();
  }
}

export function undo(): void {
  endGesture();
  store.temporal.getState().undo();
  tell("history");
}

export function redo(): void {
  endGesture();
  store.temporal.getState().redo();
  tell("history");
}

/** Calls back each time the state has settled: a gesture's end, an undo, a redo. The link and storage follow this. */
export function onSettled(listener: (by: Settlement) => void): () => void {
  settled.add(listener);
  return () => settled.delete(listener);
}

/** Calls back as each gesture opens, before its first change. */
export function onGesture(listener: () => void): () => void {
  opening.add(listener);
  return () => opening.delete(listener);
}

/** Whether a gesture is open. */
export const inGesture = (): boolean => before !== null;
