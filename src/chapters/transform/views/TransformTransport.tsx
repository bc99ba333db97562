import { useEffect, useRef, useState } from "react";
import { animate } from "../../../scene/frame";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { store, update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { CopyButton } from "../../../ui/CopyButton";
import { PlayBar } from "../../../ui/PlayBar";
import { Segmented } from "../../../ui/Segmented";
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

export function TransformTransport() {
  const [playing, setPlaying] = useState(false);
  const stop = useRef<(() => void) | null>(null);
  const interpolation = useParameter((s) => s.transform.interpolation);

  const end = () => {
    stop.current?.();
    stop.current = null;
    setPlaying(false);
    endGesture();
  };
  useEffect(() => () => stop.current?.(), []);

  const play = () => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      const { progress: now } = store.getState().transform;
      commit(() => update("transform", { progress: now < 1 ? 1 : 0 }));
      return;
    }
    beginGesture();
    setPlaying(true);
    const from = progress.get() >= 1 ? 0 : progress.get();
    let elapsed = 0;
    stop.current = animate((seconds) => {
      elapsed += seconds / (SECONDS * (interpolation === "svd" ? 2 : 1));
      update("transform", { progress: from + (1 - from) * ease(Math.min(1, elapsed)) });
      if (elapsed < 1) return true;
      end();
      return false;
    });
  };

  return (
    <PlayBar
      playing={playing}
      onPlay={play}
      onPause={end}
      label="From I to A"
      position={progress}
      min={0}
      max={1}
      step={0.01}
      formatPosition={percent}
      onScrub={(t) => {
        stop.current?.();
        stop.current = null;
        setPlaying(false);
        beginGesture();
        update("transform", { progress: t });
      }}
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
