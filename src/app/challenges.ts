/** Which challenges the reader has met: by a change of their own, not by what a link, an undo or a word of the lesson set. */
import type { Challenge, StatePatch } from "../chapters/chapter";
import { cell } from "../scene/source";
import { commit, onGesture, onSettled } from "../state/history";
import { SLICES } from "../state/parameters";
import { type State, sameParameters, store, update } from "../state/store";

const done = cell<ReadonlySet<Challenge>>(new Set());
/** Met since the page was opened, in all chapters: a challenge once done stays done. */
export const challengesDone: { get(): ReadonlySet<Challenge>; subscribe(listener: () => void): () => void } = done;

/** The last state that was not the reader's own making. */
let given: State = store.getState();
/** The state as the reader's last change left it; null where somebody else has changed it since. */
let own: State | null = null;
let setting = false;

/** Sets the stage as a word of the lesson says, as one undo step. */
export function setStage(patch: StatePatch): void {
  setting = true;
  try {
    commit(() => {
      for (const slice of SLICES) if (patch[slice]) update(slice, patch[slice]);
    });
  } finally {
    setting = false;
  }
}

/**
 * Ticks challenges as the reader's changes settle. One that was met already before they began must first be undone by them.
 * Returns the way to stop.
 */
export function watchChallenges(challenges: readonly Challenge[], onDone: (challenge: Challenge) => void): () => void {
  const metIn = (state: State) => new Set(challenges.filter((challenge) => challenge.done(state)));
  let barred = metIn(given);
  const stops = [
    onGesture(() => {
      const now = store.getState();
      if (own && sameParameters(own, now)) return;
      // What a link asked for, such as trained weights, may have come only by now.
      given = own = now;
      barred = metIn(now);
    }),
    onSettled((by) => {
      own = by === "gesture" && !setting ? store.getState() : null;
      if (!own) return;
      const met = metIn(own);
      barred = new Set([...barred].filter((challenge) => met.has(challenge)));
      const fresh = [...met].filter((challenge) => !barred.has(challenge) && !done.get().has(challenge));
      if (fresh.length === 0) return;
      done.set(new Set([...done.get(), ...fresh]));
      fresh.forEach(onDone);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
