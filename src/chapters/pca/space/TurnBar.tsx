import type { ReactNode } from "react";
import { endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { PlayBar } from "../../../ui/PlayBar";
import { type Motion, usePlayback } from "../../usePlayback";
import { turn } from "./sources";

const SECONDS = 2.4;
/** Slow at both ends, as moving things are. */
const ease = (t: number) => t * t * (3 - 2 * t);
const motion: Motion = {
  position: turn,
  end: () => 1,
  set: (t) => update("pca", { turn: t }),
  at: (from, seconds) => from + (1 - from) * ease(Math.min(1, seconds / (SECONDS * (1 - from)))),
};
const percent = (t: number) => `${Math.round(100 * t)} % turned`;

/** The scrubber of the rotation from the features' axes to the components, and what else is in the transport. */
export function TurnBar({ children }: { readonly children: ReactNode }) {
  const { playing, play, pause, scrub } = usePlayback(motion);
  return (
    <PlayBar
      playing={playing}
      onPlay={play}
      onPause={pause}
      label="From features to components"
      position={turn}
      min={0}
      max={1}
      step={0.01}
      formatPosition={percent}
      onScrub={scrub}
      onCommit={endGesture}
    >
      {children}
    </PlayBar>
  );
}
