import type { PcaBootstrap } from "../math";
import type { BootstrapJob, BootstrapRequest } from "./bootstrapJob";
import { Cancelled, createLane } from "./lane";

/**
 * Resamples in a worker of its own, which ends with the answer. Null when the signal aborts, which ends the worker at once. Rejects
 * with WorkerCrash when the worker dies. The rows are copied to it, O(nd).
 */
export async function resampleElsewhere(
  request: BootstrapRequest,
  count: number,
  seed: number,
  signal: AbortSignal,
): Promise<PcaBootstrap | null> {
  const lane = createLane<BootstrapJob>(
    () => new Worker(new URL("./bootstrapWorker.ts", import.meta.url), { type: "module" }),
  );
  const cancel = () => lane.cancel();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    return await lane.run(async (api) => api.resample(request, count, seed));
  } catch (reason) {
    if (reason instanceof Cancelled) return null;
    throw reason;
  } finally {
    signal.removeEventListener("abort", cancel);
    lane.cancel();
  }
}
