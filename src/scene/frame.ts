/**
 * The one animation-frame loop: newest input first, then what plays, then each dirty painter once.
 * It asks for a frame only while there is something to do.
 */
type Task = () => void;
/** Advances by the seconds since its last frame; false when it has ended. */
export type Stepper = (seconds: number) => boolean;

/** After a hidden page or a stall, one ordinary frame passes, so that nothing jumps. */
const LONGEST_STEP = 0.05;

const inputs = new Map<object, Task>();
const steppers = new Map<Stepper, number | null>();
const dirty = new Set<Task>();
let requested: number | null = null;

function request(): void {
  if (requested !== null || typeof requestAnimationFrame === "undefined") return;
  requested = requestAnimationFrame((now) => {
    requested = null;
    run(now);
  });
}

function run(now: number): void {
  const samples = [...inputs.values()];
  inputs.clear();
  for (const apply of samples) apply();
  for (const [stepper, last] of [...steppers]) {
    const seconds = last === null ? 0 : Math.min(LONGEST_STEP, (now - last) / 1000);
    if (stepper(seconds)) {
      if (steppers.has(stepper)) steppers.set(stepper, now);
    } else steppers.delete(stepper);
  }
  const painters = [...dirty];
  dirty.clear();
  for (const paint of painters) paint();
  if (inputs.size + steppers.size + dirty.size > 0) request();
}

/** Applies `apply` on the next frame; a later call with the same key replaces it, so only the newest sample of a pointer counts. */
export function onNextInput(key: object, apply: Task): void {
  inputs.set(key, apply);
  request();
}

/** Runs `stepper` each frame until it returns false or the returned function is called. */
export function animate(stepper: Stepper): () => void {
  steppers.set(stepper, null);
  request();
  return () => {
    steppers.delete(stepper);
  };
}

/** Paints once on the next frame, however often it is marked before. */
export function markDirty(painter: Task): void {
  dirty.add(painter);
  request();
}

/** Takes a painter that is going away out of the next frame. */
export function forget(painter: Task): void {
  dirty.delete(painter);
}

/** Runs what is due now, for tests and for exports that must be current. */
export function flush(now = performance.now()): void {
  run(now);
}
