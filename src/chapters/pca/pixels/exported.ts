/** The pictures of components and of the probe, where the stage has them, to be taken along with it. */
import type { Vec2 } from "../../../math";
import { tickText } from "../../../scene/marks/axisTicks";
import { dots } from "../../../scene/marks/dots";
import type { Raster } from "../../../scene/picture";
import type { Shape } from "../../../scene/shape";
import { type Size, toPixel } from "../../../scene/view2d";
import { model, pair, view, which } from "../sources";
import { type PixelTile, pixelRaster } from "./paintPixels";
import { componentImage } from "./pixelImage";
import { grid, probe, probeImage, probing } from "./sources";

/** CSS pixels of a component's picture and of the probe's, as on the stage. */
const SIDE = 44;
const PROBE_SIDE = 84;

interface Extra {
  readonly rasters: readonly Raster[];
  readonly shapes: readonly Shape[];
}
const NOTHING: Extra = { rasters: [], shapes: [] };

/** On the plane: the two components beside their axes, and the digit that the probe stands for. */
export function planePictures(size: Size): Extra {
  const [g, m, image, [a, b]] = [grid.get(), model.get(), probeImage.get(), pair.get()];
  if (!probing.get() || !g || !m || b === null) return NOTHING;
  const v = view.get();
  const at = toPixel(v, probe.get());
  const left = at[0] + 22 + PROBE_SIDE > size.width ? at[0] - PROBE_SIDE - 22 : at[0] + 22;
  const top = Math.max(4, Math.min(size.height - PROBE_SIDE - 24, at[1] - PROBE_SIDE - 8));
  const tiles: PixelTile[] = [
    { image: componentImage(g, m, a), at: [size.width - 10 - SIDE, size.height - 40 - SIDE], size: SIDE },
    { image: componentImage(g, m, b), at: [44, 30], size: SIDE },
    ...(image ? [{ image, at: [left, top] as Vec2, size: PROBE_SIDE }] : []),
  ];
  return {
    rasters: [pixelRaster(size, tiles)],
    shapes: [
      dots([at], 7, { name: "probe", tone: "ink", width: 2.4 }),
      { ...tickText("mean + V y", [left, top + PROBE_SIDE + 14], "start"), tone: "ink" },
    ],
  };
}

/** In space: the three components in a row, by name. */
export function spacePictures(size: Size, ks: readonly number[] | null): Extra {
  const [g, m] = [grid.get(), model.get()];
  if (which.get() !== "scores" || !g || !m || !ks) return NOTHING;
  const left = (k: number) => 12 + k * (SIDE + 12);
  return {
    rasters: [
      pixelRaster(
        size,
        ks.map((k, j) => ({ image: componentImage(g, m, k), at: [left(j), 8], size: SIDE })),
      ),
    ],
    shapes: ks.map((k, j) => tickText(`PC${k + 1}`, [left(j), 8 + SIDE + 14], "start")),
  };
}
