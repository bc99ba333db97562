import { clipText } from "../../../charts/clipText";
import { formatNumber } from "../../../scene/formatNumber";
import { tickText } from "../../../scene/marks/axisTicks";
import type { Picture } from "../../../scene/picture";
import type { Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { dataset } from "../sources";
import { panelFrames, panelRaster, scaleWords } from "../views/heatPanels";
import { description, names, panels, running, size } from "./sources";

export const raster = derive([panels, size], panelRaster);
const frames = derive([panels], panelFrames);

/** Pixels that a number needs. */
const ROOM = 42;
const digits = derive([panels], (all): readonly Shape[] =>
  all.flatMap(({ matrix, tile: { left, top, width } }) => {
    const edge = width / matrix.cols;
    if (edge < ROOM) return [];
    const scale = matrix.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return Array.from(matrix.data, (value, k): Shape => {
      const [p, q] = [Math.floor(k / matrix.cols), k % matrix.cols];
      return {
        ...tickText(formatNumber(value, scale), [left + (q + 0.5) * edge, top + (p + 0.5) * edge + 4], "middle"),
        name: "entry",
        tone: "ink",
        size: 12,
      };
    });
  }),
);

const NAME = 84;
/** Beside the first picture, where there is room: a name for each row of it. */
const rowNames = derive([panels, names], (all, of): readonly Shape[] => {
  const tile = all[0]?.tile;
  if (!tile || tile.left < 100 || tile.height / Math.max(1, of.length) < 13) return [];
  const edge = tile.height / of.length;
  return of.map((name, p) =>
    tickText(clipText(name, 11, NAME), [tile.left - 8, tile.top + (p + 0.5) * edge + 4], "end"),
  );
});
const scale = derive([size], (box) =>
  scaleWords(box, "Orange above 0, blue below; the average and C on one scale, x xᵀ on its own."),
);

export const shapes: Source<readonly Shape[]> = derive([frames, digits, rowNames, scale], (...all) => all.flat());

export function picture(): Picture | null {
  if (!running.get()) return null;
  return {
    ...size.get(),
    rasters: [raster.get()],
    shapes: shapes.get(),
    title: `C of ${dataset.get()?.name ?? "the data"}, row by row`,
    description: description.get(),
  };
}
