import { commit, endGesture } from "../../../state/history";
import { store, update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { CopyButton } from "../../../ui/CopyButton";
import { PlayBar } from "../../../ui/PlayBar";
import { Segmented } from "../../../ui/Segmented";
import { type Motion, usePlayback } from "../../usePlayback";
import { snippet } from "../copy";
import { progress } from "../sources";

const SECONDS = 0.9;
const WAYS = [
  { value: "straight", label: "Straight" },
  { value: "polar", label: "Polar" },
  { value: "svd", label: "U Σ Vᵀ" },
] as const;
const percent = (t: number) => `${Math.round(100 * t)} % of the way from I to A`;

/** Slow at both ends, as moving things are. */
const ease = (t: number) => t * t * (3 - 2 * t);

const motion: Motion = {
  position: progress,
  end: () => 1,
  set: (t) => update("transform", { progress: t }),
  at: (from, seconds) => {
    // Three acts take longer than one.
    const whole = SECONDS * (store.getState().transform.interpolation === "svd" ? 2 : 1);
    return from + (1 - from) * ease(Math.min(1, seconds / whole));
  },
};

export function TransformTransport() {
  const { playing, play, pause, scrub } = usePlayback(motion);
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
      text="I → A"
    >
      <Segmented
        label="Way from I to A"
        value={interpolation}
        options={WAYS}
        onChange={(value) => commit(() => update("transform", { interpolation: value }))}
      />
      <CopyButton text={snippet}>Copy as NumPy</CopyButton>
    </PlayBar>
  );
}
