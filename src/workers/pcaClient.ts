import type { Remote } from "comlink";
import type { Pca, PcaBootstrap, PcaOptions } from "../math";
import { Cancelled, createLane } from "./lane";
import type { BootstrapRequest, PcaInput, PcaJob } from "./pcaJob";

/**
 * Components from a worker of its own, which ends with the answer. Null when the signal aborts, which ends the worker at once.
 * Rejects with WorkerCrash when the worker dies. The input is copied to it, O(nd) or O(d²).
 */
export const componentsElsewhere = (input: PcaInput, options: PcaOptions, signal: AbortSignal): Promise<Pca | null> =>
  once((api) => api.components(input, options), signal);

/** Resamples in a worker of their own, by the same rules. */
export const resampleElsewhere = (
  request: BootstrapRequest,
  count: number,
  seed: number,
  signal: AbortSignal,
): Promise<PcaBootstrap | null> => once((api) => api.resample(request, count, seed), signal);

async function once<R>(job: (api: Remote<PcaJob>) => Promise<R>, signal: AbortSignal): Promise<R | null> {
  const lane = createLane<PcaJob>(() => new Worker(new URL("./pcaWorker.ts", import.meta.url), { type: "module" }));
  const cancel = () => lane.cancel();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    return await lane.run(job);
  } catch (reason) {
    if (reason instanceof Cancelled) return null;
    throw reason;
  } finally {
    signal.removeEventListener("abort", cancel);
    lane.cancel();
  }
}
