import { tickText } from "../../../scene/marks/axisTicks";
import { mosaic } from "../../../scene/mosaic";
import type { Picture } from "../../../scene/picture";
import { pathShape, type Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { dataset, features, model, told } from "../sources";
import { description, FULL, panels, parts, size } from "./sources";

export const raster = derive([panels, size], (all, box) =>
  mosaic(
    box,
    all.map(({ tile }) => tile),
  ),
);

const frames = derive([panels], (all): readonly Shape[] =>
  all.flatMap(({ title, tile: { left, top, width, height } }) => [
    pathShape(`M${left} ${top}h${width}v${height}h${-width}Z`, { name: "frame", tone: "line-strong", width: 1 }),
    { ...tickText(title, [left, top - 7], "start"), name: "panelTitle", tone: "ink", size: 13, weight: 600 },
  ]),
);

/** Under a column that is wide enough, its name or the beginning of it. */
const LETTER = 6.2;
const names = derive([panels, model, features], (all, m, of): readonly Shape[] => {
  const used = Array.from(m?.columns ?? [], (j) => of[j] ?? "");
  return all.flatMap(({ tile: { left, top, width, height } }) => {
    const room = width / Math.max(1, used.length);
    const letters = Math.floor((room - 4) / LETTER);
    if (letters < 4) return [];
    return used.map((name, j) =>
      tickText(
        name.length > letters ? `${name.slice(0, letters - 1)}…` : name,
        [left + (j + 0.5) * room, top + height + 15],
        "middle",
      ),
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

/** On a narrow stage the sentence would not fit. */
const WIDE = 520;
const scale = derive([size], ({ width, height }): readonly Shape[] =>
  width < WIDE
    ? []
    : [
        tickText(
          `Full colour at ${FULL} standard deviations: orange above the mean, blue below.`,
          [width - 16, height - 8],
          "end",
        ),
      ],
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
