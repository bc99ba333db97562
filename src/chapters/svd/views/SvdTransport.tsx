import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { announce } from "../../../ui/Announcer";
import { Button } from "../../../ui/Button";
import { NumberField } from "../../../ui/NumberField";
import { PlayBar } from "../../../ui/PlayBar";
import { useSource } from "../../../ui/useSource";
import { TakeAlong } from "../../TakeAlong";
import { type Motion, usePlayback } from "../../usePlayback";
import { leastRank } from "../model";
import { code } from "../snippet";
import { full, picture as pixels, rank, ranks, rung, spectral } from "../sources";
import css from "./SvdTransport.module.css";
import { picture } from "./stagePicture";

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

const mostWords = derive([pixels, full], (p, most) => (p ? String(most) : "…"));
const motion: Motion = {
  position: rung,
  end: () => ranks.get().length - 1,
  set: (position) => go(ranks.get()[Math.min(ranks.get().length - 1, position)] ?? 1),
  at: (from, seconds) => from + Math.floor(seconds * RUNGS_PER_SECOND),
};

export function SvdTransport() {
  const { playing, play, pause, scrub } = usePlayback(motion);
  const most = useSource(full);
  const rungs = useSource(ranks);
  const of = useSource(mostWords);
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
      formatPosition={() => `${rank.get()} of ${of}`}
      onScrub={scrub}
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
        <span className={css.of}>{`of ${of}`}</span>
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
      <TakeAlong code={code} picture={picture} />
    </PlayBar>
  );
}
