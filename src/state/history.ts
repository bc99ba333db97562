import type { Parameters } from "./parameters";
import { parametersOf, sameParameters, store } from "./store";

let before: Parameters | null = null;
const settled = new Set<() => void>();

/** Opens a gesture: all changes until `endGesture` become one undo step. Nested calls join the open one. */
export function beginGesture(): void {
  if (before !== null) return;
  before = parametersOf(store.getState());
  store.temporal.getState().pause();
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
  for (const listener of settled) listener();
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
  for (const listener of settled) listener();
}

export function redo(): void {
  endGesture();
  store.temporal.getState().redo();
  for (const listener of settled) listener();
}

/** Calls back each time the state has settled: a gesture's end, an undo, a redo. The link and storage follow this. */
export function onSettled(listener: () => void): () => void {
  settled.add(listener);
  return () => settled.delete(listener);
}

/** Whether a gesture is open. */
export const inGesture = (): boolean => before !== null;
