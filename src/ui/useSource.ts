import { useSyncExternalStore } from "react";
import type { Source } from "./source";

/** Renders with a source's present value; for values that change rarely, or in a leaf as small as a slider. */
export function useSource<T>(source: Source<T>): T {
  return useSyncExternalStore(source.subscribe, source.get, source.get);
}
