import { useEffect, useRef } from "react";
import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { Handle } from "../../../scene/Handle";
import { MarkLayer } from "../../../scene/MarkLayer";
import { findInPlane } from "../../../scene/nearestPoint";
import { PointsLayer } from "../../../scene/PointsLayer";
import { attachPointHover } from "../../../scene/pointHover";
import { Stage } from "../../../scene/Stage";
import { beginGesture, cancelGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { carried, moveOrigin, moveTip, origin, size, tips, view } from "../sources";
import css from "./LayerStage.module.css";
import { Legend } from "./Legend";
import { description, hovered, layerShapes, POINTS } from "./layerShapes";

const words = (p: Vec2) => `${formatNumber(p[0])}, ${formatNumber(p[1])}`;
const gesture = { onStart: beginGesture, onEnd: endGesture, onCancel: cancelGesture };
const gestures = {
  i: { ...gesture, onMove: (to: Vec2) => moveTip(0, to) },
  j: { ...gesture, onMove: (to: Vec2) => moveTip(1, to) },
  b: { ...gesture, onMove: moveOrigin },
};
const panZoom = {
  view: view.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: Vec2; span: number }) => update("layer", { centre, span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("layer", { centre: [0, 0], span: 0 })),
};
const pick = {
  find: findInPlane(view.get, () => carried.get().xy),
  onHover: hovered.set,
  onPick: (index: number) => {
    if (index >= 0) commit(() => update("layer", { row: index }));
  },
};

/** The plane, its grid and the dataset's points, carried by one layer. */
export function OneLayerStage() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => (box.current ? attachPointHover(box.current, pick) : undefined), []);
  return (
    <div ref={box} className={css.surface}>
      <Stage
        label="The plane and the points under one layer"
        description={description}
        onResize={size.set}
        panZoom={panZoom}
        under={<PointsLayer view={view} cloud={carried} {...POINTS} />}
      >
        <MarkLayer shapes={layerShapes} />
        <Handle
          name="Image of the origin, b"
          tone="ink"
          view={view}
          position={origin}
          inWords={words}
          gesture={gestures.b}
        />
        <Handle
          name="Image of î, first column of W"
          tone="basis-i"
          view={view}
          position={tips[0]}
          inWords={words}
          gesture={gestures.i}
        />
        <Handle
          name="Image of ĵ, second column of W"
          tone="basis-j"
          view={view}
          position={tips[1]}
          inWords={words}
          gesture={gestures.j}
        />
      </Stage>
      <Legend />
    </div>
  );
}
