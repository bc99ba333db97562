import { clipText } from "../../../charts/clipText";
import { tickText } from "../../../scene/marks/axisTicks";
import type { Picture } from "../../../scene/picture";
import { pathShape, type Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { dataset, features, model, told } from "../sources";
import { panelFrames, panelRaster, scaleWords } from "../views/heatPanels";
import { description, FULL, panels, parts, size } from "./sources";

export const raster = derive([panels, size], panelRaster);
const frames = derive([panels], panelFrames);

/** Under a column that is wide enough, its name or the beginning of it. */
const LEAST = 29;
const names = derive([panels, model, features], (all, m, of): readonly Shape[] => {
  const used = Array.from(m?.columns ?? [], (j) => of[j] ?? "");
  return all.flatMap(({ tile: { left, top, width, height } }) => {
    const room = width / Math.max(1, used.length);
    if (room < LEAST) return [];
    return used.map((name, j) =>
      tickText(clipText(name, 11, room - 6), [left + (j + 0.5) * room, top + height + 15], "middle"),
    );
  });
});

/** The row that is meant, in all three. */
const marked = derive([panels, parts, told], (all, now, row): readonly Shape[] => {
  const at = row < 0 ? -1 : (now?.order.indexOf(row) ?? -1);
  if (!now || at < 0) return [];
  return all.map(({ tile: { left, top, width, height } }) => {
    const strip = height / now.order.length;
    const d = `M${left - 3} ${(top + at * strip).toFixed(1)}h${width + 6}v${Math.max(2, strip).toFixed(1)}h${-width - 6}Z`;
    return pathShape(d, { name: "row", tone: "ink", width: 1.6 });
  });
});

const scale = derive([size], (box) =>
  scaleWords(box, `Full colour at ${FULL} standard deviations: orange above the mean, blue below.`),
);

export const shapes: Source<readonly Shape[]> = derive([frames, names, marked, scale], (...all) => all.flat());

export function picture(): Picture | null {
  if (!parts.get()) return null;
  return {
    ...size.get(),
    rasters: [raster.get()],
    shapes: shapes.get(),
    title: `Reconstruction of ${dataset.get()?.name ?? "the data"}`,
    description: description.get(),
  };
}
