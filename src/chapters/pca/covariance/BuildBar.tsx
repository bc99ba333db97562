import type { ReactNode } from "react";
import { commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useSettled } from "../../../state/useSettled";
import { PlayBar } from "../../../ui/PlayBar";
import { type Motion, usePlayback } from "../../usePlayback";
import { most, taken } from "./sources";

const SECONDS = 8;
const set = (m: number) => update("pca", { outer: Math.round(m) });
/** The first rows one by one, the later ones ever faster: what each still changes grows less. */
const motion: Motion = {
  position: taken,
  end: most.get,
  set,
  at: (from, seconds) => from + Math.round((most.get() - from) * Math.min(1, seconds / SECONDS) ** 2),
};
const words = (m: number) => `${m.toLocaleString("en-US")} of ${most.get().toLocaleString("en-US")} rows`;
const step = (by: number) => commit(() => set(Math.max(0, Math.min(most.get(), taken.get() + by))));

/** The transport of the average: how many rows are in it. */
export function BuildBar({ children }: { readonly children: ReactNode }) {
  const { playing, play, pause, scrub } = usePlayback(motion);
  const rows = useSettled(most);
  return (
    <PlayBar
      playing={playing}
      onPlay={play}
      onPause={pause}
      label="Rows in the average"
      position={taken}
      min={0}
      max={rows}
      step={1}
      formatPosition={words}
      onScrub={scrub}
      onCommit={endGesture}
      onBack={() => step(-1)}
      onStep={() => step(1)}
    >
      {children}
    </PlayBar>
  );
}
