import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { Handle } from "../../../scene/Handle";
import { beginGesture, cancelGesture, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { guessWords, wrap } from "../plane";
import { axis, guess, handle, plane, view } from "../sources";

/** Turns the line so that it passes through `to`; a key that pushes straight along the line turns it as far instead. */
function turn(to: Vec2, { alt }: { readonly alt: boolean }): void {
  const p = plane.get();
  if (!p) return;
  const [dx, dy] = [to[0] - p.anchor[0], to[1] - p.anchor[1]];
  if (dx === 0 && dy === 0) return;
  const before = axis.get();
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
  const [hx, hy] = handle.get();
  const [mx, my] = [to[0] - hx, to[1] - hy];
  const radius = Math.hypot(hx - p.anchor[0], hy - p.anchor[1]);
  const gained = wrap(degrees - before);
  const pushed = (Math.hypot(mx, my) / radius) * (180 / Math.PI);
  // Keys come with `alt`: they move by a fixed step along one axis, most of which may lie along the line.
  const along = alt && Math.abs(gained) < pushed / 3;
  update("pca", { axis: wrap(along ? before + Math.sign(mx + my) * pushed : degrees) });
}
const gesture = { onStart: beginGesture, onMove: turn, onEnd: endGesture, onCancel: cancelGesture };
const inWords = () => {
  const g = guess.get();
  return g ? guessWords(g, axis.get()) : `${formatNumber(axis.get())}°`;
};

/** The handle of the line that the reader turns. */
export function TurnedLine() {
  return (
    <Handle name="Line turned by hand" tone="ink" view={view} position={handle} inWords={inWords} gesture={gesture} />
  );
}
