import { listen } from "../../../scene/listen";
import { MarkLayer } from "../../../scene/MarkLayer";
import { RasterLayer } from "../../../scene/RasterLayer";
import { Stage } from "../../../scene/Stage";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { LiveText } from "../../../ui/LiveText";
import { useSource } from "../../../ui/useSource";
import overlay from "../views/overlay.module.css";
import { raster, shapes } from "./covarianceShapes";
import { description, errorWords, lacks, most, size, taken } from "./sources";

/** Arrow keys take one row more or fewer. */
const attachRows = (svg: SVGSVGElement) =>
  listen(svg, {
    keydown(event) {
      const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (step === undefined || event.target !== svg) return;
      event.preventDefault();
      commit(() => update("pca", { outer: Math.max(0, Math.min(most.get(), taken.get() + step)) }));
    },
  });

/** C built as the average of outer products, row by row. */
export function CovarianceStage() {
  const found = useSource(lacks) === "";
  return (
    <div className={overlay.layout}>
      <div className={overlay.surface}>
        <Stage
          label="C, row by row"
          description={description}
          onResize={size.set}
          panZoom={attachRows}
          under={found && <RasterLayer raster={raster} />}
        >
          {found && <MarkLayer shapes={shapes} />}
        </Stage>
        {!found && (
          <p className={overlay.empty}>
            <LiveText source={lacks} />
          </p>
        )}
      </div>
      <LiveText className={overlay.notes} source={errorWords} />
    </div>
  );
}
