import { derive } from "../../../../scene/source";
import { commit, endGesture } from "../../../../state/history";
import { store, update } from "../../../../state/store";
import { useParameter } from "../../../../state/useParameter";
import { CopyButton } from "../../../../ui/CopyButton";
import { PlayBar } from "../../../../ui/PlayBar";
import { Segmented } from "../../../../ui/Segmented";
import { TakeAlong } from "../../../TakeAlong";
import { type Motion, usePlayback } from "../../../usePlayback";
import { spaceCsv, spaceLatex, spaceSnippet } from "../copy3";
import { spacePictureNow } from "../exported";
import { progress, readingName, shape } from "../sources";

const SECONDS = 0.9;
const WAYS = [
  { value: "straight", label: "Straight" },
  { value: "polar", label: "Polar" },
  { value: "svd", label: "U Σ Vᵀ" },
] as const;
const ease = (t: number) => t * t * (3 - 2 * t);
const motion: Motion = {
  position: progress,
  end: () => 1,
  set: (t) => update("transform", { progress: t }),
  at: (from, seconds) => {
    const { reading, interpolation } = store.getState().transform;
    // Three acts take longer than one.
    const acts = reading === "grid" && interpolation !== "svd" ? 1 : 2.4;
    return from + (1 - from) * ease(Math.min(1, seconds / (SECONDS * acts)));
  },
};
const text = derive([readingName, shape], (reading, now) =>
  reading === "columns"
    ? "0 → Ax"
    : reading === "rows"
      ? "rows 1, 2, 3"
      : reading === "outer"
        ? "0 → A"
        : now === "3x3"
          ? "I → A"
          : now === "3x2"
            ? "floor → A"
            : "shadow → A",
);
const percent = (t: number) => `${Math.round(100 * t)} % of the way`;

export function SpaceTransport() {
  const { playing, play, pause, scrub } = usePlayback(motion);
  const interpolation = useParameter((s) => s.transform.interpolation);
  const reading = useParameter((s) => s.transform.reading);
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
      <CopyButton text={spaceSnippet}>Copy as NumPy</CopyButton>
      <TakeAlong picture={spacePictureNow} latex={spaceLatex} csv={spaceCsv} />
    </PlayBar>
  );
}
