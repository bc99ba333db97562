import { lazy, Suspense } from "react";
import { derive } from "../../../scene/source";
import { commit, endGesture } from "../../../state/history";
import { store, update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Button } from "../../../ui/Button";
import { CopyButton } from "../../../ui/CopyButton";
import { PlayBar } from "../../../ui/PlayBar";
import { Segmented } from "../../../ui/Segmented";
import { type Motion, usePlayback } from "../../usePlayback";
import { snippet } from "../copy";
import { kind, name, progress } from "../sources";

/** Nobody takes a picture along before it is there. */
const TakeAlong = lazy(async () => ({ default: (await import("../../TakeAlong")).TakeAlong }));
const take = () => import("../plane/take");
const picture = async () => (await take()).planePicture();
const latex = async () => (await take()).planeLatex();
const csv = async () => (await take()).planeCsv();

const SECONDS = 0.9;
const WAYS = [
  { value: "straight", label: "Straight" },
  { value: "polar", label: "Polar" },
  { value: "svd", label: "U Σ Vᵀ" },
] as const;
const percent = (t: number) => `${Math.round(100 * t)} % of the way`;
/** What the scrubber goes through. */
const text = derive([kind, name], (reading, a) => {
  switch (reading) {
    case "grid":
      return `I → ${a}`;
    case "columns":
      return "x₁a₁ + x₂a₂";
    case "rows":
      return "row 1, row 2";
    case "outer":
      return "σ₁u₁v₁ᵀ + σ₂u₂v₂ᵀ";
    case "turns":
      return "Vᵀ, Σ, U";
  }
});

/** Slow at both ends, as moving things are. */
const ease = (t: number) => t * t * (3 - 2 * t);

const motion: Motion = {
  position: progress,
  end: () => 1,
  set: (t) => update("transform", { progress: t }),
  at: (from, seconds) => {
    // Several acts take longer than one.
    const { reading, interpolation, after } = store.getState().transform;
    const acts = reading === "grid" ? (interpolation === "svd" ? 2 : 1) * (1 + after.length) : 2;
    const whole = SECONDS * acts;
    return from + (1 - from) * ease(Math.min(1, seconds / whole));
  },
};

export function TransformTransport() {
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
      <CopyButton text={snippet}>Copy as NumPy</CopyButton>
      <Suspense fallback={<Button disabled>Export</Button>}>
        <TakeAlong picture={picture} latex={latex} csv={csv} />
      </Suspense>
    </PlayBar>
  );
}
