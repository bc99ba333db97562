import { type RefObject, useLayoutEffect } from "react";
import { forget, markDirty } from "./frame";
import type { Source } from "./source";

/**
 * Where React and the frame meet: paints the node once when it mounts, then once in each frame in which the source changed.
 * `paint` must be stable (a module function or from useCallback); it sets the few attributes that change.
 */
export function usePaint<E extends Element, T>(
  ref: RefObject<E | null>,
  source: Source<T>,
  paint: (node: E, value: T) => void,
): void {
  useLayoutEffect(() => {
    const draw = () => {
      if (ref.current) paint(ref.current, source.get());
    };
    draw();
    const stop = source.subscribe(() => markDirty(draw));
    return () => {
      stop();
      forget(draw);
    };
  }, [ref, source, paint]);
}
