/**
 * One worker, started when first asked: it can be given up in the middle of a job, and starts again at the next.
 * Comlink carries the calls; what it lacks is that a worker which dies leaves its callers waiting for ever.
 */
import { type Remote, releaseProxy, wrap } from "comlink";

/** The job was given up: by Cancel, or because a newer one took its place. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
  constructor() {
    super("The job was cancelled.");
  }
}

/** The worker died in the middle of the job, out of memory for instance. */
export class WorkerCrash extends Error {
  override readonly name = "WorkerCrash";
  constructor() {
    super("The computation stopped unexpectedly; it may have run out of memory. Try a smaller input.");
  }
}

export interface Lane<T> {
  /** Runs a job in the worker; rejects with Cancelled or WorkerCrash, or with what the job threw. */
  run<R>(job: (api: Remote<T>) => Promise<R>): Promise<R>;
  /** Ends the worker at once, with all that it was doing and all that it kept. */
  cancel(): void;
}

export function createLane<T>(start: () => Worker): Lane<T> {
  let current: { worker: Worker; api: Remote<T>; fail: Set<(reason: Error) => void> } | null = null;
  const end = (reason: Error) => {
    if (!current) return;
    const { worker, api, fail } = current;
    current = null;
    worker.terminate();
    api[releaseProxy]();
    for (const reject of fail) reject(reason);
  };
  const open = () => {
    if (current) return current;
    const worker = start();
    current = { worker, api: wrap<T>(worker), fail: new Set() };
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (current?.worker === worker) end(new WorkerCrash());
    });
    return current;
  };
  return {
    run(job) {
      const { api, fail } = open();
      return new Promise((resolve, reject) => {
        fail.add(reject);
        const done = () => fail.delete(reject);
        job(api).then(
          (value) => {
            done();
            resolve(value);
          },
          (reason: unknown) => {
            done();
            reject(reason);
          },
        );
      });
    },
    cancel: () => end(new Cancelled()),
  };
}
