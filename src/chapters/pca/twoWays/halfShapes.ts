import type { Vec2 } from "../../../math";
import { axisTicks } from "../../../scene/marks/axisTicks";
import { dots } from "../../../scene/marks/dots";
import { grid } from "../../../scene/marks/grid";
import { line } from "../../../scene/marks/line";
import { points as pointRaster } from "../../../scene/marks/points";
import type { Picture } from "../../../scene/picture";
import { joined, type Shape } from "../../../scene/shape";
import { sideBySide } from "../../../scene/sideBySide";
import { derive, type Source } from "../../../scene/source";
import { toPixel } from "../../../scene/view2d";
import { dataset, told } from "../sources";
import { description, HALVES, type Half } from "./preparations";

const GHOST = [1, 0, 0, 1] as const;

export interface HalfShapes {
  readonly under: Source<readonly Shape[]>;
  readonly over: Source<readonly Shape[]>;
}

export function shapesOf({ view, points, axes }: Half): HalfShapes {
  const look = { name: "axes", tone: "axis", width: 1.4 };
  return {
    under: derive([view], (v): readonly Shape[] => [
      grid(v, GHOST, { name: "grid", tone: "grid-ghost" }),
      ...joined([line(v, [0, 0], [1, 0], look), line(v, [0, 0], [0, 1], look)]),
    ]),
    over: derive([view, axes, points, told], (v, [x, y], xy, row): readonly Shape[] => {
      const at: Vec2 = [xy[2 * row] ?? Number.NaN, xy[2 * row + 1] ?? Number.NaN];
      const ring = row < 0 ? [] : [dots([toPixel(v, at)], 8, { name: "ring", tone: "ink", width: 2.4 })];
      return [...axisTicks(v, x, y), ...ring];
    }),
  };
}
export const SHAPES: readonly HalfShapes[] = HALVES.map(shapesOf);

export function picture(): Picture | null {
  if (HALVES.some(({ model }) => !model.get())) return null;
  const stages = HALVES.flatMap((half, k) => {
    const shapes = SHAPES[k];
    const { width, height } = half.view.get();
    if (!shapes) return [];
    const all = [...shapes.under.get(), ...shapes.over.get()];
    return [
      { title: half.title, width, height, shapes: all, rasters: [pointRaster(half.view.get(), half.cloud.get())] },
    ];
  });
  return sideBySide(stages, `${dataset.get()?.name ?? "The data"} as measured and standardised`, description.get());
}
