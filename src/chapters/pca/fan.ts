/** Components of resamples: a fan of faint arrows, and whiskers on each λ. Few rows are resampled at once, many in a worker when the hand is still. */
import { bootstrapPca, createRandom, type PcaBootstrap } from "../../math";
import { cell, derive } from "../../scene/source";
import { source } from "../../state/source";
import { settled } from "../../state/useSettled";
import { notify } from "../../ui/notify";
import type { BootstrapRequest } from "../../workers/pcaJob";
import { dataset, model, options, rows } from "./sources";

export const RESAMPLES = 50;
const SEED = 1;
/** Multiply-adds that fit in a frame beside the rest of it. */
const AT_ONCE = 4e6;
/** Columns beyond which 50 decompositions take longer than anyone waits. */
export const MOST_FEATURES = 150;

export const showFan = source((s) => s.pca.showBootstrap);
const wanted = derive([showFan, rows, model, options], (on, x, base, how): BootstrapRequest | null =>
  on && base && base.columns.length <= MOST_FEATURES ? { x, base, options: how } : null,
);
const small = ({ x, base }: BootstrapRequest) => RESAMPLES * x.rows * base.columns.length ** 2 <= AT_ONCE;

/** As `bootstrapPca` with this chapter's number and seed, here or in a worker. */
export const fanOf = ({ x, base, options: how }: BootstrapRequest): PcaBootstrap =>
  bootstrapPca(x, base, how, RESAMPLES, createRandom(SEED));

/** What the worker has answered last. */
const answered = cell<{ readonly request: BootstrapRequest; readonly fan: PcaBootstrap } | null>(null);

/** The fan of now; while a worker is at it the former one, unless that was of other columns; null where none is wanted or can be had. */
export const fan = derive([wanted, answered], (now, last) => {
  if (!now) return null;
  if (small(now)) return fanOf(now);
  return last && last.request.base.columns.length === now.base.columns.length ? last.fan : null;
});
export const whiskers = derive([fan], (now) => (now && now.components.length > 1 ? now : null));

/** Asks the worker whenever the hand is still and the answer is not of now. Returns the way to stop. */
export function keepFan(): () => void {
  const calm = settled(wanted);
  let asked: BootstrapRequest | null = null;
  let stop = new AbortController();
  const look = () => {
    const now = calm.get();
    if (now === asked) return;
    asked = now;
    stop.abort();
    if (!now || small(now)) return;
    const mine = new AbortController();
    stop = mine;
    const act = () =>
      ask(now, mine.signal).catch((reason: unknown) =>
        notify({
          title: "The resamples could not be made.",
          text: reason instanceof Error ? reason.message : String(reason),
          kind: "bad",
          seconds: 0,
          action: { label: "Try again", run: act },
        }),
      );
    void act();
  };
  look();
  const off = calm.subscribe(look);
  return () => {
    off();
    stop.abort();
  };
}

async function ask(request: BootstrapRequest, signal: AbortSignal): Promise<void> {
  const { resampleElsewhere } = await import("../../workers/pcaClient");
  if (signal.aborted) return;
  const fanNow = await resampleElsewhere(request, RESAMPLES, SEED, signal);
  if (fanNow && !signal.aborted) answered.set({ request, fan: fanNow });
}

/** What the fan says in words, and why there is none. */
export const fanWords = derive([showFan, model, dataset, fan], (on, base, of, now) => {
  if (!on || !base || !of) return "";
  if (base.columns.length > MOST_FEATURES) return `Resampled up to ${MOST_FEATURES} features.`;
  if (!now) return "Resampling…";
  if (now.components.length === 0) return "Some column varies in so few rows that resamples have it constant.";
  const held = of.rows === of.held ? "" : " of the sample that is held; all rows would be surer";
  return `${now.components.length} resamples of ${of.held.toLocaleString("en-US")} rows${held}. Whiskers: nine of ten lie between.`;
});
