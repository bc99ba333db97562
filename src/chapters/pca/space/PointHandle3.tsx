import type { Vec3 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { SpaceHandle } from "../../../scene/SpaceHandle";
import { derive } from "../../../scene/source";
import { useSource } from "../../../ui/useSource";
import { giveUp, handled, letGo } from "../drag";
import { pinned } from "../sources";
import { movePoint3, pointOf, takePoint3 } from "./hand3";
import { camera, points3 } from "./sources";

const position = derive([points3, pinned], pointOf);
const inWords = (at: Vec3) => at.map((x) => formatNumber(x)).join(", ");
const gesture = { onStart: () => takePoint3(pinned.get()), onMove: movePoint3, onEnd: letGo, onCancel: giveUp };

/** The chosen row's point in space as a handle, for fingers and for keys. */
export function PointHandle3() {
  const row = useSource(handled);
  if (row < 0) return null;
  return (
    <SpaceHandle
      name={`Point of row ${row + 1}`}
      tone="ink"
      camera={camera}
      position={position}
      inWords={inWords}
      gesture={gesture}
    />
  );
}
