import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { Handle } from "../../../scene/Handle";
import { derive } from "../../../scene/source";
import { useSource } from "../../../ui/useSource";
import { giveUp, handled, letGo, movePoint, takePoint } from "../drag";
import { pinned, points, view } from "../sources";

const position = derive([points, pinned], (xy, row): Vec2 => [xy[2 * row] ?? 0, xy[2 * row + 1] ?? 0]);
const inWords = ([x, y]: Vec2) => `${formatNumber(x)} across, ${formatNumber(y)} up`;
const gesture = {
  onStart: () => takePoint(pinned.get()),
  onMove: movePoint,
  onEnd: letGo,
  onCancel: giveUp,
};

/** The chosen row's point as a handle, for fingers and for keys. */
export function PointHandle() {
  const row = useSource(handled);
  if (row < 0) return null;
  return (
    <Handle
      name={`Point of row ${row + 1}`}
      tone="ink"
      view={view}
      position={position}
      inWords={inWords}
      gesture={gesture}
    />
  );
}
