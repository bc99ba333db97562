import { useEffect, useRef, useState } from "react";
import { animate } from "../../../scene/frame";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { store, update } from "../../../state/store";
import { Button } from "../../../ui/Button";
import { PlayBar } from "../../../ui/PlayBar";
import { useSource } from "../../../ui/useSource";
import { TakeAlong } from "../../TakeAlong";
import { blowup, horizon, now, run, shownStep, trainSlice, wanted } from "../networkSources";
import { LAST_STEP } from "../run";
import { networkCode } from "../snippet";
import { networkPicture } from "./networkShapes";

const STEPS_PER_SECOND = { slow: 6, normal: 60, fast: 600 } as const;
const text = derive([shownStep, wanted, blowup], (shown, asked, found) =>
  shown < asked && !found ? `${shown} of ${asked} …` : `step ${shown}`,
);
const atStart = derive([shownStep], (k) => k === 0);
const atEnd = derive([shownStep, blowup, run], (k, found, of) => k >= LAST_STEP || found !== null || of === null);
const go = (k: number) => update("layer", { step: Math.max(0, Math.min(LAST_STEP, k)) });

export function NetworkTransport() {
  const [playing, setPlaying] = useState(false);
  const stop = useRef<(() => void) | null>(null);
  const halt = () => {
    stop.current?.();
    stop.current = null;
    setPlaying(false);
  };
  useEffect(() => () => stop.current?.(), []);
  const play = () => {
    // At the end, or where the run has ended by itself, there is nothing left to play.
    if (!run.get() || blowup.get() || shownStep.get() >= LAST_STEP) return;
    beginGesture();
    setPlaying(true);
    let position = shownStep.get();
    go(position);
    let last = position;
    const finish = () => {
      halt();
      endGesture();
      return false;
    };
    stop.current = animate((seconds) => {
      const of = run.get();
      // Whoever else moved the step (undo, a link, another dataset) has taken over.
      if (!of || wanted.get() !== last) return finish();
      // A change of the run in full play: it is first brought to this step, by `keepTrained`.
      if (of.reached() < last && !of.blowup()) return true;
      position = Math.min(LAST_STEP, position + seconds * STEPS_PER_SECOND[store.getState().layer.pace]);
      trainSlice(Math.floor(position));
      // Where a frame is too short for the pace, the pace yields.
      if (of.reached() < Math.floor(position)) position = of.reached();
      const end = of.blowup();
      last = end ? end.step + 1 : Math.floor(position);
      // Joins the open gesture, or opens one where a slider has just closed it.
      beginGesture();
      go(last);
      return position < LAST_STEP && !end ? true : finish();
    });
  };
  const step = (by: number) => {
    halt();
    endGesture();
    commit(() => go((now.get()?.step ?? 0) + by));
  };
  return (
    <PlayBar
      playing={playing}
      onPlay={play}
      onPause={() => {
        halt();
        endGesture();
      }}
      label="Training step"
      position={shownStep}
      min={0}
      max={useSource(horizon)}
      step={1}
      onScrub={(k) => {
        halt();
        beginGesture();
        go(k);
      }}
      onCommit={endGesture}
      onBack={() => step(-1)}
      onStep={() => step(1)}
      atStart={useSource(atStart)}
      atEnd={useSource(atEnd)}
      text={text}
    >
      <Button
        disabled={useSource(atStart)}
        onClick={() => {
          halt();
          endGesture();
          commit(() => go(0));
        }}
      >
        Reset
      </Button>
      <TakeAlong code={networkCode} picture={networkPicture} />
    </PlayBar>
  );
}
