import { useEffect, useRef, useState } from "react";
import { animate } from "../../../scene/frame";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { announce } from "../../../ui/Announcer";
import { Button } from "../../../ui/Button";
import { CopyButton } from "../../../ui/CopyButton";
import { NumberField } from "../../../ui/NumberField";
import { PlayBar } from "../../../ui/PlayBar";
import { useSource } from "../../../ui/useSource";
import { leastRank } from "../model";
import { numpySnippet } from "../snippet";
import { full, rank, ranks, rung, spectral } from "../sources";
import css from "./SvdTransport.module.css";

/** Rungs of the ladder in a second, so that the first layers are seen one by one. */
const RUNGS_PER_SECOND = 9;
const TARGETS = [0.9, 0.99, 0.999];

const whole = (k: number) => String(Math.round(k));
const go = (k: number) => update("svd", { rank: Math.max(0, Math.min(full.get(), Math.round(k))) });

function toTarget(part: number): void {
  const profile = spectral.get();
  if (!profile) return;
  const k = leastRank(profile, part);
  if (k === null) announce("The exact spectrum is not here yet");
  else commit(() => go(k));
}

export function SvdTransport() {
  const [playing, setPlaying] = useState(false);
  const stop = useRef<(() => void) | null>(null);
  const most = useSource(full);
  const rungs = useSource(ranks);
  const halt = () => {
    stop.current?.();
    stop.current = null;
    setPlaying(false);
  };
  const pause = () => {
    halt();
    endGesture();
  };
  useEffect(
    () => () => {
      stop.current?.();
      endGesture();
    },
    [],
  );
  const play = () => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return commit(() => go(full.get()));
    beginGesture();
    setPlaying(true);
    let position = rung.get() >= rungs.length - 1 ? 0 : rung.get();
    stop.current = animate((seconds) => {
      position += seconds * RUNGS_PER_SECOND;
      go(rungs[Math.min(rungs.length - 1, Math.floor(position))] ?? 1);
      if (position < rungs.length - 1) return true;
      pause();
      return false;
    });
  };
  return (
    <PlayBar
      playing={playing}
      onPlay={play}
      onPause={pause}
      label="Rank k"
      position={rung}
      min={0}
      max={Math.max(1, rungs.length - 1)}
      step={1}
      formatPosition={() => `${rank.get()} of ${most}`}
      onScrub={(position) => {
        halt();
        beginGesture();
        go(rungs[Math.min(rungs.length - 1, position)] ?? 1);
      }}
      onCommit={endGesture}
    >
      <span className={css.rank}>
        <span aria-hidden>k</span>
        <NumberField
          label="Rank k, exactly"
          value={rank.get()}
          source={rank}
          step={1}
          min={0}
          max={most}
          format={whole}
          tone="singular"
          onChange={(value) => {
            beginGesture();
            go(value);
          }}
          onCommit={endGesture}
        />
        <span className={css.of}>{`of ${most}`}</span>
      </span>
      <span className={css.targets}>
        {TARGETS.map((part) => (
          <Button
            key={part}
            onClick={() => toTarget(part)}
            title={`The least k that keeps ${100 * part} % of the energy`}
          >
            {String(100 * part)} %
          </Button>
        ))}
      </span>
      <CopyButton text={numpySnippet}>Copy as NumPy</CopyButton>
    </PlayBar>
  );
}
