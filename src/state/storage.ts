/** What the browser keeps between visits, by key. It may keep nothing, or nothing more: all goes on without, and the first refusal is told. */
import { del, get, set } from "idb-keyval";

let refused = false;
const listeners = new Set<() => void>();

/** What stands under that key; undefined where nothing does or nothing can be read. */
export async function kept(key: string): Promise<unknown> {
  try {
    // Awaited, since a browser that denies storage throws where others reject.
    return await get(key);
  } catch {
    return undefined;
  }
}

/** Resolves whether the browser took it or not. */
export async function keep(key: string, value: unknown): Promise<void> {
  try {
    await set(key, value);
  } catch {
    tellRefused();
  }
}

export async function forget(key: string): Promise<void> {
  try {
    await del(key);
  } catch {
    // What cannot be reached is as good as gone.
  }
}

/** For what is kept elsewhere than here. */
export function tellRefused(): void {
  if (refused) return;
  refused = true;
  for (const listener of listeners) listener();
}

/** Calls back when the browser first refuses to keep something. Returns the way to stop. */
export function onRefused(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
