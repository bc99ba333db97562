import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { Handle } from "../../../scene/Handle";
import { MarkLayer } from "../../../scene/MarkLayer";
import { Stage } from "../../../scene/Stage";
import { derive } from "../../../scene/source";
import { beginGesture, cancelGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { LiveText } from "../../../ui/LiveText";
import { useSource } from "../../../ui/useSource";
import { setStart } from "../acts";
import { description, holdView, note, releaseView, size, start, state, view, walkable } from "../sources";
import { DescentCharts } from "./DescentCharts";
import css from "./DescentStage.module.css";
import { shapes } from "./stageShapes";

const advice = derive([state], (s) => s.advice);
const diverges = derive([advice], (words) => words !== "");

const words = (p: Vec2) => `${formatNumber(p[0])}, ${formatNumber(p[1])}`;
const finish = (end: () => void) => () => {
  releaseView();
  end();
};
const gesture = {
  onStart: () => {
    holdView();
    beginGesture();
  },
  onEnd: finish(endGesture),
  onCancel: finish(cancelGesture),
  onMove: setStart,
};
const panZoom = {
  view: view.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: Vec2; span: number }) => update("descent", { centre, span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("descent", { centre: [0, 0], span: 0 })),
};

export function DescentStage() {
  const canWalk = useSource(walkable);
  return (
    <div className={css.split}>
      <div className={css.surface}>
        <Stage
          label="Contours of the loss and the path"
          description={description}
          onResize={size.set}
          panZoom={panZoom}
        >
          <MarkLayer shapes={shapes} />
          {canWalk && (
            <Handle name="Start w₀" tone="ink" view={view} position={start} inWords={words} gesture={gesture} />
          )}
        </Stage>
        {!canWalk && (
          <p className={css.empty}>
            <LiveText source={note} />
          </p>
        )}
        {useSource(diverges) && canWalk && (
          <p className={css.advice}>
            <LiveText source={advice} />
          </p>
        )}
      </div>
      <DescentCharts />
    </div>
  );
}
