/** One example of each mark, small enough to read at a glance: the gallery that e2e/marks.spec.ts draws and compares, and where a new mark begins. */
import { IDENTITY3, type Mat2, type Mat3, type Vec2, type Vec3 } from "../../math";
import { camera3d } from "../camera3d";
import type { Picture } from "../picture";
import type { Look, Shape } from "../shape";
import type { Solid, SolidLook } from "../solid";
import { spacePicture } from "../spacePicture";
import { type View2d, view2d } from "../view2d";
import { arc } from "./arc";
import { axisTicks } from "./axisTicks";
import { bars, histogram } from "./bars";
import { contours } from "./contours";
import { curve, type Scales } from "./curve";
import { cross, dots, marker } from "./dots";
import { ellipse } from "./ellipse";
import { axes, grid } from "./grid";
import { heatMap, signedField } from "./heatMap";
import { image } from "./image";
import { line, segment } from "./line";
import { boxAbout, placeLabels } from "./placeLabels";
import { points } from "./points";
import { polygon, polyline } from "./polygon";
import { spaceCube, spaceParallelogram } from "./spaceCube";
import { ellipsoidSections, spaceEllipsoid } from "./spaceEllipsoid";
import { spaceAxes, spaceGrid } from "./spaceGrid";
import { spaceLine, spacePlane } from "./spacePlane";
import { spacePoints } from "./spacePoints";
import { spaceVector } from "./spaceVector";
import { arrow, vector } from "./vector";

const SIZE = { width: 240, height: 180 };
const view: View2d = view2d(SIZE, [0, 0], 4);
const O: Vec2 = [0, 0];
const A: Mat2 = [1, 1, 0.5, 1.5];
/** Space as chapter 1 opens on it. */
const camera = camera3d(SIZE, { azimuth: 30, elevation: 22, span: 3.4, projection: "perspective" });
const O3: Vec3 = [0, 0, 0];
const B: Mat3 = [1, 0.5, 0, 0, 1, 0.5, 0.5, 0, 1];
/** A chart of 0 … 10 by 0 … 1 with a margin of 20 pixels. */
const chart: Scales = { x: (v) => 20 + 20 * v, y: (v) => 160 - 140 * v };

const eigen: Look = { name: "example", tone: "eigen" };
const singular: Look = { name: "example", tone: "singular" };
const ink: Look = { name: "example", tone: "ink" };
const faint: Look = { name: "example", tone: "grid-ghost", width: 1 };

type Drawn = Partial<Pick<Picture, "shapes" | "rasters">> & { readonly words: string };
const shapes = (words: string, ...all: readonly (Shape | readonly Shape[])[]): Drawn => ({ words, shapes: all.flat() });
const clear: SolidLook = { ...singular, fillOpacity: 0.12, veil: 0.3 };
const space = (words: string, ...all: readonly (readonly Solid[])[]) => shapes(words, spacePicture(camera, all.flat()));

const GALLERY: Readonly<Record<string, () => Drawn>> = {
  arc: () => shapes("A quarter turn about the origin.", arc(view, O, 60, 0, Math.PI / 2, eigen)),
  arrow: () => shapes("Between two pixels.", arrow([40, 140], [200, 40], ink)),
  axes: () => shapes("The axes and their images under A.", axes(view, faint), axes(view, eigen, A)),
  axisTicks: () => shapes("Numbers along the edges.", axisTicks(view, "petal length", "petal width")),
  bars: () => {
    const heights = [0.9, 0.6, 0.35, 0.2, 0.1];
    const all = heights.map((value, k) => ({ from: 2 * k, to: 2 * k + 2, value }));
    return shapes("Five bars.", bars(chart, all, eigen, { gap: 6 }));
  },
  contours: () => {
    const bowl = ([x, y]: Vec2) => x * x + 4 * y * y;
    const look = { ...singular, fillOpacity: 0.08 };
    return shapes("x² + 4y² at 1, 2 and 4.", contours(view, bowl, [1, 2, 4], look));
  },
  cross: () => shapes("A mean.", cross([120, 90], 8, ink)),
  curve: () => {
    const decay = Array.from({ length: 101 }, (_, k): Vec2 => [k / 10, k === 50 ? Number.NaN : 0.97 ** k]);
    return shapes("A gap where a value is not a number.", curve(chart, decay, ink));
  },
  dots: () => {
    const at: readonly Vec2[] = Array.from({ length: 12 }, (_, k) => [15 + 19 * k, 90 - 60 * Math.sin(k)]);
    return shapes("Iterates.", dots(at, 4, { ...eigen, fillOpacity: 0.4 }));
  },
  ellipse: () => shapes("The unit circle's image.", ellipse(view, A, { ...singular, width: 2, fillOpacity: 0.14 })),
  ellipsoidSections: () => {
    const back = { ...singular, opacity: 0.45, dash: [3, 3] };
    return space("Solid before, dashed behind.", ellipsoidSections(camera, B, singular, back));
  },
  grid: () => shapes("The grid moved by A.", grid(view, A, { name: "example", tone: "grid-moved" })),
  heatMap: () => {
    const field = signedField(24, 18, (col, row) => Math.sin(col / 4) * Math.cos(row / 4), 1);
    return { words: "Signed: blue, nothing, orange.", rasters: [heatMap(field, 1)] };
  },
  histogram: () => {
    const values = Array.from({ length: 400 }, (_, k) => 5 + 3 * Math.sin(k) * Math.cos(k * k));
    const counts = histogram(values, 0, 10, 20);
    const share = counts.map((bar) => ({ ...bar, value: bar.value / 80 }));
    return shapes("400 values in 20 parts.", bars(chart, share, { name: "example", tone: "data" }));
  },
  image: () => {
    const board = Object.assign(document.createElement("canvas"), { width: 4, height: 4 });
    const context = board.getContext("2d");
    for (let k = 0; k < 16; k++) if ((k + (k >> 2)) % 2 === 0) context?.fillRect(k % 4, k >> 2, 1, 1);
    return { words: "A board moved by A.", rasters: [image(view, board, A, { opacity: 0.6 })] };
  },
  line: () => shapes("From edge to edge.", line(view, [0, 0.5], [2, 1], { ...eigen, dash: [8, 6] })),
  marker: () => shapes("Where w stands now.", marker([120, 90], 6, { name: "example", tone: "basis-i" })),
  placeLabels: () => {
    const near: Vec2 = [120, 90];
    const label = (text: string, tone: string) => ({ name: "example", text, tone, near });
    const all = placeLabels(
      [label("x", "ink"), label("Ax", "eigen"), label("λ₁ = 2.00", "singular")],
      [boxAbout(near, 8)],
      SIZE,
    );
    return shapes("Three labels of one point.", all, marker(near, 6, ink));
  },
  points: () => {
    const xy = Float32Array.from({ length: 300 }, (_, k) => 1.6 * Math.sin(k * k));
    const classes = Int32Array.from({ length: 150 }, (_, k) => k % 3);
    return { words: "150 rows in three classes.", rasters: [points(view, { xy, classes })] };
  },
  polygon: () => {
    const corners: readonly Vec2[] = [O, [1, 0.5], [2, 2], [1, 1.5]];
    return shapes("The unit square's image.", polygon(view, corners, { ...singular, fillOpacity: 0.14 }));
  },
  polyline: () => {
    const spiral = Array.from({ length: 80 }, (_, k): Vec2 => [(k / 50) * Math.cos(k / 5), (k / 50) * Math.sin(k / 5)]);
    return shapes("A spiral.", polyline(view, spiral, ink));
  },
  segment: () => shapes("Between two world points.", segment(view, [-1.5, -1], [1.5, 1], { ...ink, dash: [3, 3] })),
  spaceAxes: () =>
    space("Axes and their images, fainter afar.", [
      ...spaceAxes(camera, IDENTITY3, { ...ink, fades: true }),
      ...spaceAxes(camera, B, { ...eigen, fades: true }),
    ]),
  spaceCube: () =>
    space("A vector through the unit cube's image.", [
      ...spaceCube(B, clear, singular),
      ...spaceVector(camera, [-1, -0.6, 0.2], [1.6, 1.4, 0.9], ink),
    ]),
  spaceEllipsoid: () =>
    shapes("The unit sphere's image.", spaceEllipsoid(camera, B, { ...singular, width: 2, fillOpacity: 0.1 })),
  spaceGrid: () => space("The floor moved.", spaceGrid(camera, B, [0, 1], { ...eigen, fades: true })),
  spaceLine: () =>
    space("A line through a plane.", [
      ...spacePlane(camera, O3, [0.2, 0.1, 1], clear),
      ...spaceLine(camera, O3, [0.3, 0.6, 1], { ...eigen, dash: [8, 6] }),
    ]),
  spaceParallelogram: () => space("On two columns.", spaceParallelogram([1, 0, 0.6], [0, 1.2, 0.3], clear, singular)),
  spacePlane: () =>
    space("Two planes that cross.", [
      ...spacePlane(camera, O3, [1, 0.3, 0.4], { ...eigen, fillOpacity: 0.15, veil: 0.4 }),
      ...spacePlane(camera, O3, [-0.3, 0.2, 1], clear),
    ]),
  spacePoints: () => {
    const xyz = Float32Array.from({ length: 450 }, (_, k) => 1.2 * Math.sin(k * k));
    const classes = Int32Array.from({ length: 150 }, (_, k) => k % 3);
    return { words: "150 rows of space in three classes.", rasters: [spacePoints(camera, { xyz, classes })] };
  },
  spaceVector: () =>
    space("Heads of one size, near and far.", [
      ...spaceVector(camera, O3, [1.2, 0.2, 0.4], eigen),
      ...spaceVector(camera, O3, [-1.2, 0.8, 0.6], singular),
    ]),
  vector: () =>
    shapes("A column and one of no length.", vector(view, O, [1, 1.5], eigen), vector(view, [-1, 0], [-1, 0], ink)),
};

/** The marks by name, and the picture of each. */
export const EXAMPLES: Readonly<Record<string, () => Picture>> = Object.fromEntries(
  Object.entries(GALLERY).map(([title, draw]) => [
    title,
    () => {
      const { words, ...drawn } = draw();
      return { ...SIZE, shapes: [], rasters: [], ...drawn, title, description: words };
    },
  ]),
);
