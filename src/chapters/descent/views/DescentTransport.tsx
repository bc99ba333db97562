import { derive } from "../../../scene/source";
import { commit, endGesture } from "../../../state/history";
import { PlayBar } from "../../../ui/PlayBar";
import { useSource } from "../../../ui/useSource";
import { TakeAlong } from "../../TakeAlong";
import { type Motion, usePlayback } from "../../usePlayback";
import { goTo } from "../acts";
import { code } from "../copy";
import { STEPS } from "../model";
import { lastStep, step, walkable } from "../sources";
import { picture } from "./stageShapes";

const STEPS_PER_SECOND = 12;
const text = derive([step], (k) => `${k} / ${STEPS}`);
const atStart = derive([step], (k) => k === 0);
const atEnd = derive([step, lastStep], (k, last) => k >= last);
const motion: Motion = {
  position: step,
  end: lastStep.get,
  set: goTo,
  at: (from, seconds) => from + Math.floor(seconds * STEPS_PER_SECOND),
};

export function DescentTransport() {
  const { playing, play, pause, scrub } = usePlayback(motion);
  const canWalk = useSource(walkable);
  return (
    <PlayBar
      playing={playing}
      // Without a valley there is no run, and the step asked for is kept for when there is one.
      onPlay={canWalk ? play : () => undefined}
      onPause={pause}
      label="Step"
      position={step}
      min={0}
      max={STEPS}
      step={1}
      formatPosition={String}
      onScrub={scrub}
      onCommit={endGesture}
      onBack={() => commit(() => goTo(step.get() - 1))}
      onStep={() => commit(() => goTo(step.get() + 1))}
      atStart={useSource(atStart)}
      atEnd={useSource(atEnd)}
      text={text}
    >
      <TakeAlong code={code} noCode={!canWalk} picture={picture} />
    </PlayBar>
  );
}
