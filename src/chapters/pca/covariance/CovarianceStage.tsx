import { MarkLayer } from "../../../scene/MarkLayer";
import { RasterLayer } from "../../../scene/RasterLayer";
import { Stage } from "../../../scene/Stage";
import { LiveText } from "../../../ui/LiveText";
import { attachRowKeys } from "../rowKeys";
import { rows } from "../sources";
import overlay from "../views/overlay.module.css";
import { raster, shapes } from "./covarianceShapes";
import { description, notes, size } from "./sources";

const attachKeys = attachRowKeys(() => rows.get().rows);

/** C as the average of outer products: the row that came last, the average so far, and what it becomes. */
export function CovarianceStage() {
  return (
    <div className={overlay.layout}>
      <div className={overlay.surface}>
        <Stage
          label="C, built point by point"
          description={description}
          onResize={size.set}
          panZoom={attachKeys}
          under={<RasterLayer raster={raster} />}
        >
          <MarkLayer shapes={shapes} />
        </Stage>
      </div>
      <LiveText className={overlay.notes} source={notes} />
    </div>
  );
}
