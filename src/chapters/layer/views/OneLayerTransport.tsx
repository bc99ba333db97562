import { derive } from "../../../scene/source";
import { commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { PlayBar } from "../../../ui/PlayBar";
import { useSource } from "../../../ui/useSource";
import { TakeAlong } from "../../TakeAlong";
import { type Motion, usePlayback } from "../../usePlayback";
import { ACT_WORDS, actOf } from "../model";
import { layerCode } from "../snippet";
import { progress } from "../sources";
import { layerPicture } from "./layerShapes";

const SECONDS_AN_ACT = 0.9;
const ease = (t: number) => t * t * (3 - 2 * t);
/** Eased within each act, so that the eye sees where one ends. */
const eased = (t: number) => Math.floor(t) + ease(t - Math.floor(t));
const WIDEST = Math.max(...ACT_WORDS.map((words) => words.length));
const text = derive([progress], (p) => ACT_WORDS[actOf(p)].padEnd(WIDEST));
const atStart = derive([progress], (p) => p === 0);
const atEnd = derive([progress], (p) => p === 3);
const inWords = (p: number) => (p === Math.round(p) ? ACT_WORDS[actOf(p)] : `on the way to ${ACT_WORDS[actOf(p)]}`);

const motion: Motion = {
  position: progress,
  end: () => 3,
  set: (p) => update("layer", { progress: Math.max(0, Math.min(3, p)) }),
  at: (from, seconds) => eased(Math.min(3, from + seconds / SECONDS_AN_ACT)),
};

export function OneLayerTransport() {
  const { playing, play, pause, scrub } = usePlayback(motion);
  const go = (to: number) => {
    if (playing) pause();
    commit(() => motion.set(to));
  };
  return (
    <PlayBar
      playing={playing}
      onPlay={play}
      onPause={pause}
      label="Acts of the layer"
      position={progress}
      min={0}
      max={3}
      step={0.01}
      formatPosition={inWords}
      onScrub={scrub}
      onCommit={endGesture}
      onBack={() => go(Math.ceil(progress.get()) - 1)}
      onStep={() => go(Math.floor(progress.get()) + 1)}
      atStart={useSource(atStart)}
      atEnd={useSource(atEnd)}
      text={text}
    >
      <TakeAlong code={layerCode} picture={layerPicture} />
    </PlayBar>
  );
}
