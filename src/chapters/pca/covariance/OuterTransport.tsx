import { derive, type Source } from "../../../scene/source";
import { commit, endGesture } from "../../../state/history";
import { PlayBar } from "../../../ui/PlayBar";
import { useSource } from "../../../ui/useSource";
import type { CodeLine } from "../../code";
import { TakeAlong } from "../../TakeAlong";
import { type Motion, usePlayback } from "../../usePlayback";
import { picture } from "./covarianceShapes";
import { go, last, m } from "./sources";

/** The whole run takes about as long for any number of rows, but a few rows go by one by one. */
const SECONDS = 8;
const LEAST_PER_SECOND = 6;
const motion: Motion = {
  position: m,
  end: last.get,
  set: go,
  at: (from, seconds) => from + Math.floor(seconds * Math.max(LEAST_PER_SECOND, last.get() / SECONDS)),
};
const text = derive([m, last], (now, n) => `${now} / ${n}`);
const atStart = derive([m], (now) => now === 0);
const atEnd = derive([m, last], (now, n) => now >= n);

/** The rows come in one after the other. */
export function OuterTransport({ code }: { readonly code: Source<readonly CodeLine[]> }) {
  const { playing, play, pause, scrub } = usePlayback(motion);
  return (
    <PlayBar
      playing={playing}
      onPlay={play}
      onPause={pause}
      label="Rows in the average"
      position={m}
      min={0}
      max={Math.max(1, useSource(last))}
      step={1}
      formatPosition={String}
      onScrub={scrub}
      onCommit={endGesture}
      onBack={() => commit(() => go(m.get() - 1))}
      onStep={() => commit(() => go(m.get() + 1))}
      atStart={useSource(atStart)}
      atEnd={useSource(atEnd)}
      text={text}
    >
      <TakeAlong code={code} picture={picture} />
    </PlayBar>
  );
}
