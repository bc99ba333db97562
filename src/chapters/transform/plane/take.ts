/** The plane as the reader takes it along: picture, numbers, and formulas for a paper. */
import { points as pointsRaster } from "../../../scene/marks/points";
import type { Picture, Raster } from "../../../scene/picture";
import { bmatrix } from "../../latex";
import {
  ax,
  description,
  inverse,
  matrix,
  movedPicture,
  name,
  points,
  reading,
  shown,
  total,
  vectors,
  view,
  x,
} from "../sources";
import { POINT_LOOK } from "./looks";
import { planeShapes } from "./picture";

export function planePicture(): Picture {
  const v = view.get();
  const picture = movedPicture.get();
  const rasters: Raster[] = [...(picture ? [picture] : []), pointsRaster(v, points.get(), POINT_LOOK, shown.get())];
  const { width, height } = v;
  return {
    width,
    height,
    shapes: planeShapes(),
    rasters,
    title: `${name.get()} as a motion of the plane`,
    description: description.get(),
  };
}

/** Rows of name and value, with every digit. */
export function planeCsv(): string {
  const { det, trace, rank, eig, singular, cond, norm } = reading.get();
  const a = name.get();
  const rows: (readonly [string, string | number])[] = [
    ...entries("A", matrix.get(), 2),
    ...(a === "A" ? [] : entries(a, total.get(), 2)),
    ...entries("x", x.get(), 1),
    ...vectors.get().flatMap((v, k) => entries(`x${k + 2}`, v, 1)),
    ...entries(`${a}x`, ax.get(), 1),
    ["determinant", det],
    ["trace", trace],
    ["rank", rank],
    ...eigenRows(eig),
    ["sigma_1", singular[0]],
    ["sigma_2", singular[1]],
    ["condition number", Number.isFinite(cond) ? cond : "infinite"],
    ["Frobenius norm", norm],
    ...entries("inverse", inverse.get() ?? [], 2),
  ];
  return `name,value\n${rows.map(([key, value]) => `${key},${value}`).join("\n")}\n`;
}

const entries = (called: string, values: readonly number[], columns: number) =>
  values.map((value, k) => {
    const [row, column] = [Math.floor(k / columns) + 1, (k % columns) + 1];
    return [columns === 1 ? `${called}_${k + 1}` : `${called}_${row}${column}`, value] as const;
  });

function eigenRows(eig: ReturnType<typeof reading.get>["eig"]): readonly (readonly [string, number])[] {
  if (eig.kind === "complex")
    return [
      ["lambda, real part", eig.re],
      ["lambda, imaginary part", eig.im],
    ];
  const [first, second] = eig.kind === "real" ? eig.values : [eig.value, eig.value];
  return [
    ["lambda_1", first],
    ["lambda_2", second],
  ];
}

const rowsOf = (values: readonly number[], columns: number) =>
  Array.from({ length: values.length / columns }, (_, i) => values.slice(i * columns, (i + 1) * columns));

/** The formula on screen with its numbers, for LaTeX with amsmath. */
export const planeLatex = (): string =>
  `f(x) = ${name.get()}x = ${bmatrix(rowsOf(total.get(), 2))} ${bmatrix(rowsOf(x.get(), 1))} = ${bmatrix(rowsOf(ax.get(), 1))}`;
