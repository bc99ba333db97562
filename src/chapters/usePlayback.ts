/** Playing a position: pressed, it runs by itself in the frame loop, and the whole run is one undo step. */
import { useCallback, useEffect, useRef, useState } from "react";
import { animate } from "../scene/frame";
import type { Source } from "../scene/source";
import { beginGesture, commit, endGesture } from "../state/history";

export interface Motion {
  /** Plays from 0, or from where it stands, to `end`. */
  readonly position: Source<number>;
  readonly end: () => number;
  readonly set: (position: number) => void;
  /** Where a run that began at `from` stands after so many seconds. */
  readonly at: (from: number, seconds: number) => number;
}

export interface Playback {
  readonly playing: boolean;
  readonly play: () => void;
  readonly pause: () => void;
  /** Takes the position by hand; `endGesture` closes what this opens. */
  readonly scrub: (position: number) => void;
}

/** Plays `motion`, which must be stable. A reader who asked for reduced motion gets the end at once. */
export function usePlayback({ position, end, set, at }: Motion): Playback {
  const [playing, setPlaying] = useState(false);
  const stop = useRef<(() => void) | null>(null);
  const halt = useCallback(() => {
    stop.current?.();
    stop.current = null;
    setPlaying(false);
  }, []);
  useEffect(() => () => stop.current?.(), []);
  const pause = useCallback(() => {
    halt();
    endGesture();
  }, [halt]);
  const play = useCallback(() => {
    const from = position.get() >= end() ? 0 : position.get();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      commit(() => set(from === 0 && position.get() > 0 ? 0 : end()));
      return;
    }
    halt();
    beginGesture();
    set(from);
    setPlaying(true);
    let elapsed = 0;
    let last = position.get();
    stop.current = animate((seconds) => {
      // Somebody else moved it: an undo, a scrub, a link.
      if (position.get() !== last) {
        pause();
        return false;
      }
      elapsed += seconds;
      // Another act in the middle closes the gesture; what plays on must not leave a step for every frame.
      beginGesture();
      set(Math.min(end(), at(from, elapsed)));
      last = position.get();
      if (last < end()) return true;
      pause();
      return false;
    });
  }, [position, end, set, at, halt, pause]);
  const scrub = useCallback(
    (to: number) => {
      halt();
      beginGesture();
      set(to);
    },
    [halt, set],
  );
  return { playing, play, pause, scrub };
}
