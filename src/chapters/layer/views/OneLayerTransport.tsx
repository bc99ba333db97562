import { useEffect, useRef, useState } from "react";
import { animate } from "../../../scene/frame";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { CopyButton } from "../../../ui/CopyButton";
import { PlayBar } from "../../../ui/PlayBar";
import { useSource } from "../../../ui/useSource";
import { ACT_WORDS, actOf } from "../model";
import { layerSnippet } from "../snippet";
import { progress } from "../sources";

const SECONDS_AN_ACT = 0.9;
const ease = (t: number) => t * t * (3 - 2 * t);
/** Eased within each act, so that the eye sees where one ends. */
const eased = (t: number) => Math.floor(t) + ease(t - Math.floor(t));
const WIDEST = Math.max(...ACT_WORDS.map((words) => words.length));
const text = derive([progress], (p) => ACT_WORDS[actOf(p)].padEnd(WIDEST));
const atStart = derive([progress], (p) => p === 0);
const atEnd = derive([progress], (p) => p === 3);
const inWords = (p: number) => (p === Math.round(p) ? ACT_WORDS[actOf(p)] : `on the way to ${ACT_WORDS[actOf(p)]}`);

export function OneLayerTransport() {
  const [playing, setPlaying] = useState(false);
  const stop = useRef<(() => void) | null>(null);
  const halt = () => {
    stop.current?.();
    stop.current = null;
    setPlaying(false);
  };
  const end = () => {
    halt();
    endGesture();
  };
  useEffect(() => () => stop.current?.(), []);
  const play = () => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches)
      return commit(() => update("layer", { progress: progress.get() >= 3 ? 0 : 3 }));
    beginGesture();
    setPlaying(true);
    let at = progress.get() >= 3 ? 0 : progress.get();
    stop.current = animate((seconds) => {
      at = Math.min(3, at + seconds / SECONDS_AN_ACT);
      update("layer", { progress: at >= 3 ? 3 : eased(at) });
      if (at < 3) return true;
      end();
      return false;
    });
  };
  const go = (to: number) => {
    halt();
    commit(() => update("layer", { progress: Math.max(0, Math.min(3, to)) }));
  };
  return (
    <PlayBar
      playing={playing}
      onPlay={play}
      onPause={end}
      label="Acts of the layer"
      position={progress}
      min={0}
      max={3}
      step={0.01}
      formatPosition={inWords}
      onScrub={(p) => {
        halt();
        beginGesture();
        update("layer", { progress: p });
      }}
      onCommit={endGesture}
      onBack={() => go(Math.ceil(progress.get()) - 1)}
      onStep={() => go(Math.floor(progress.get()) + 1)}
      atStart={useSource(atStart)}
      atEnd={useSource(atEnd)}
      text={text}
    >
      <CopyButton text={layerSnippet}>Copy as NumPy</CopyButton>
    </PlayBar>
  );
}
