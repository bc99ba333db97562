import { useEffect, useRef, useState } from "react";
import { animate } from "../../../scene/frame";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { store, update } from "../../../state/store";
import { CopyButton } from "../../../ui/CopyButton";
import { PlayBar } from "../../../ui/PlayBar";
import { useSource } from "../../../ui/useSource";
import { STEPS } from "../model";
import { numpySnippet } from "../snippet";
import { step } from "../sources";

const STEPS_PER_SECOND = 12;
const text = derive([step], (k) => `${k} / ${STEPS}`);
const atStart = derive([step], (k) => k === 0);
const atEnd = derive([step], (k) => k >= STEPS);
const go = (k: number) => update("descent", { step: Math.max(0, Math.min(STEPS, k)) });

export function DescentTransport() {
  const [playing, setPlaying] = useState(false);
  const stop = useRef<(() => void) | null>(null);
  const halt = () => {
    stop.current?.();
    stop.current = null;
    setPlaying(false);
  };
  useEffect(() => () => stop.current?.(), []);
  const play = () => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return commit(() => go(STEPS));
    beginGesture();
    setPlaying(true);
    let position = step.get() >= STEPS ? 0 : step.get();
    stop.current = animate((seconds) => {
      position += seconds * STEPS_PER_SECOND;
      go(Math.floor(position));
      // The run may have ended before its last step: it diverged.
      if (position < STEPS && step.get() >= Math.floor(position)) return true;
      halt();
      endGesture();
      return false;
    });
  };
  return (
    <PlayBar
      playing={playing}
      onPlay={play}
      onPause={() => {
        halt();
        endGesture();
      }}
      label="Step"
      position={step}
      min={0}
      max={STEPS}
      step={1}
      onScrub={(k) => {
        halt();
        beginGesture();
        go(k);
      }}
      onCommit={endGesture}
      onBack={() => commit(() => go(step.get() - 1))}
      onStep={() => commit(() => go(step.get() + 1))}
      atStart={useSource(atStart)}
      atEnd={useSource(atEnd)}
      text={text}
    >
      <CopyButton text={() => numpySnippet(store.getState().descent.beta)}>Copy as NumPy</CopyButton>
    </PlayBar>
  );
}
