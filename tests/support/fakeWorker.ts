/** A worker in this same thread, over a MessageChannel: what it answers to is `api`; it can be made to crash. */
import { expose } from "comlink";

export interface FakeWorker {
  readonly worker: Worker;
  readonly ended: () => boolean;
  crash(): void;
}

export function createFakeWorker(api: object): FakeWorker {
  const { port1, port2 } = new MessageChannel();
  const errors = new EventTarget();
  let ended = false;
  expose(api, port2);
  const worker = {
    postMessage: (message: unknown, transfer: Transferable[]) => {
      if (!ended) port1.postMessage(message, transfer);
    },
    addEventListener: (type: string, listener: EventListener) =>
      (type === "error" ? errors : port1).addEventListener(type, listener),
    removeEventListener: (type: string, listener: EventListener) =>
      (type === "error" ? errors : port1).removeEventListener(type, listener),
    terminate: () => {
      ended = true;
      port1.close();
      port2.close();
    },
  };
  port1.start();
  return {
    worker: worker as unknown as Worker,
    ended: () => ended,
    crash: () => errors.dispatchEvent(new Event("error", { cancelable: true })),
  };
}
