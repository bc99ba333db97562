import { useSyncExternalStore } from "react";
import { inGesture, onSettled } from "./history";
import type { Source } from "./source";

const made = new WeakMap<Source<unknown>, Source<unknown>>();

/** The source as it was when the last gesture ended, or as it is between gestures. */
export function settled<T>(of: Source<T>): Source<T> {
  const kept = made.get(of) as Source<T> | undefined;
  if (kept) return kept;
  let known: { value: T } | null = null;
  const fresh: Source<T> = {
    get() {
      if (known === null || !inGesture()) known = { value: of.get() };
      return known.value;
    },
    subscribe(listener) {
      const stops = [of.subscribe(() => inGesture() || listener()), onSettled(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
  made.set(of, fresh);
  return fresh;
}

/** The value of a source for what need not be live: it stays as it is during a gesture, so that a drag renders nothing. */
export function useSettled<T>(of: Source<T>): T {
  const { get, subscribe } = settled(of);
  return useSyncExternalStore(subscribe, get);
}
