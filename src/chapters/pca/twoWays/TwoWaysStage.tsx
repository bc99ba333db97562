import { useLayoutEffect, useRef } from "react";
import { MarkLayer } from "../../../scene/MarkLayer";
import { findInPlane } from "../../../scene/nearestPoint";
import { PointsLayer } from "../../../scene/PointsLayer";
import { attachPointHover } from "../../../scene/pointHover";
import { Stage } from "../../../scene/Stage";
import { LiveText } from "../../../ui/LiveText";
import { attachRowKeys, pickRow } from "../rowKeys";
import { hovered, rows } from "../sources";
import { ClassLegend } from "../views/ClassLegend";
import overlay from "../views/overlay.module.css";
import { type HalfShapes, SHAPES } from "./halfShapes";
import { HALVES, type Half, verdict } from "./preparations";
import css from "./TwoWaysStage.module.css";

const attachKeys = attachRowKeys(() => [...Array(rows.get().rows).keys()]);

/** What one column in other units does to PC1: both preparations beside each other, their points linked. */
export function TwoWaysStage() {
  return (
    <div className={overlay.layout}>
      <div className={css.halves}>
        {HALVES.map((half, k) => {
          const shapes = SHAPES[k];
          return shapes && <HalfStage key={half.title} half={half} shapes={shapes} />;
        })}
      </div>
      <ClassLegend />
      <LiveText className={overlay.notes} source={verdict} />
    </div>
  );
}

function HalfStage({ half, shapes }: { readonly half: Half; readonly shapes: HalfShapes }) {
  const surface = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!surface.current) return;
    const find = findInPlane(half.view.get, half.points.get);
    return attachPointHover(surface.current, { find, onHover: hovered.set, onPick: pickRow });
  }, [half]);
  return (
    <section className={css.half} aria-label={half.title}>
      <h3 className={css.title}>{half.title}</h3>
      <div ref={surface} className={overlay.surface}>
        <Stage
          label={`Scores, ${half.title.toLowerCase()}`}
          description={half.words}
          onResize={half.size.set}
          panZoom={attachKeys}
          under={
            <>
              <svg aria-hidden="true">
                <MarkLayer shapes={shapes.under} />
              </svg>
              <PointsLayer view={half.view} cloud={half.cloud} />
            </>
          }
        >
          <MarkLayer shapes={shapes.over} />
        </Stage>
      </div>
      <p className={css.words}>
        <LiveText source={half.words} />
      </p>
    </section>
  );
}
