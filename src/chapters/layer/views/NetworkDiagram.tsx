import { useMemo } from "react";
import { FieldLayer } from "../../../scene/FieldLayer";
import { MarkLayer } from "../../../scene/MarkLayer";
import type { Shape } from "../../../scene/shape";
import { derive } from "../../../scene/source";
import { useSource } from "../../../ui/useSource";
import { lookedAt, now, run, thumbs } from "../networkSources";
import { unitName } from "../networkWords";
import { edgeShapes, layoutOf } from "./diagramPaths";
import css from "./NetworkDiagram.module.css";

const shapeText = derive([run], (of) => JSON.stringify(of?.shape.sizes ?? []));
const layout = derive([shapeText], (text) => {
  const sizes = JSON.parse(text) as number[];
  return layoutOf({ sizes: sizes.length > 0 ? sizes : [1] });
});
const edges = derive([now, layout], (at, places) => (at ? edgeShapes(at.run.shape, at.parameters, places) : NO_EDGES));
const NO_EDGES: readonly Shape[] = [];

/** The network: units as small heat maps of what they compute over the plane, edges by weight. */
export function NetworkDiagram() {
  const { width, height, side, places } = useSource(layout);
  const task = useSource(run)?.task;
  if (!task) return null;
  return (
    <section className={css.diagram} aria-label="Network diagram">
      <div className={css.sheet} style={{ width, height }}>
        <svg width={width} height={height} aria-hidden="true">
          <MarkLayer shapes={edges} />
        </svg>
        {places.map((units, layer) =>
          units.map(([x, y], unit) => {
            const id = `${layer}-${unit}`;
            return (
              <Unit
                key={id}
                layer={layer}
                unit={unit}
                left={x - side / 2}
                top={y - side / 2}
                side={side}
                name={unitName(task, layer, unit, places.length)}
              />
            );
          }),
        )}
      </div>
      <p className={css.note}>
        Point at a unit to see it on the stage. Edges: <span className={css.plus}>positive</span>,{" "}
        <span className={css.minus}>negative, dashed</span>; wider is larger.
      </p>
    </section>
  );
}

interface UnitProps {
  readonly layer: number;
  readonly unit: number;
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly name: string;
}

function Unit({ layer, unit, left, top, side, name }: UnitProps) {
  const field = useMemo(() => derive([thumbs], (all) => all[layer]?.[unit] ?? null), [layer, unit]);
  const look = () => lookedAt.set({ layer, unit });
  const away = () => lookedAt.set(null);
  return (
    <button
      type="button"
      className={css.unit}
      style={{ left, top, width: side, height: side }}
      aria-label={`Look at ${name}`}
      title={name}
      onPointerEnter={look}
      onPointerLeave={away}
      onFocus={look}
      onBlur={away}
      onClick={look}
    >
      <FieldLayer field={field} className={css.map} strength={1} />
    </button>
  );
}
