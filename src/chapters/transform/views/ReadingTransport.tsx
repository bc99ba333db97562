import type { ReactNode } from "react";
import { commit, endGesture } from "../../../state/history";
import { store, update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { PlayBar, type PlayBarProps } from "../../../ui/PlayBar";
import { Segmented } from "../../../ui/Segmented";
import { type Motion, usePlayback } from "../../usePlayback";
import { progress } from "../sources";

const SECONDS = 0.9;
const WAYS = [
  { value: "straight", label: "Straight" },
  { value: "polar", label: "Polar" },
  { value: "svd", label: "U Σ Vᵀ" },
] as const;
const percent = (t: number) => `${Math.round(100 * t)} % of the way`;

/** Slow at both ends, as moving things are. */
const ease = (t: number) => t * t * (3 - 2 * t);

const motion: Motion = {
  position: progress,
  end: () => 1,
  set: (t) => update("transform", { progress: t }),
  at: (from, seconds) => {
    // Several acts take longer than one; only a square A is followed by others.
    const { reading, interpolation, after, after3, shape } = store.getState().transform;
    const factors = 1 + (shape === "2x2" ? after : shape === "3x3" ? after3 : []).length;
    const acts = reading === "grid" ? (interpolation === "svd" ? 2 : 1) * factors : 2;
    return from + (1 - from) * ease(Math.min(1, seconds / (SECONDS * acts)));
  },
};

interface Props {
  /** What the scrubber goes through. */
  readonly text: PlayBarProps["text"];
  /** What is taken along. */
  readonly children: ReactNode;
}

/** The scrubber of a reading, the ways from I to A where it has them, and what is taken along. */
export function ReadingTransport({ text, children }: Props) {
  const { playing, play, pause, scrub } = usePlayback(motion);
  const reading = useParameter((s) => s.transform.reading);
  const interpolation = useParameter((s) => s.transform.interpolation);
  return (
    <PlayBar
      playing={playing}
      onPlay={play}
      onPause={pause}
      label="From I to A"
      position={progress}
      min={0}
      max={1}
      step={0.01}
      formatPosition={percent}
      onScrub={scrub}
      onCommit={endGesture}
      text={text}
    >
      {reading === "grid" && (
        <Segmented
          label="Way from I to A"
          value={interpolation}
          options={WAYS}
          onChange={(value) => commit(() => update("transform", { interpolation: value }))}
        />
      )}
      {children}
    </PlayBar>
  );
}
