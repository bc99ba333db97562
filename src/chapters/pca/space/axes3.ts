/** The axes of a picture in space: a floor, three lines through the anchor with numbers along them, and their names. */
import type { Vec2, Vec3 } from "../../../math";
import { type Camera3d, pixelOf, spanOfCamera } from "../../../scene/camera3d";
import { formatNumber } from "../../../scene/formatNumber";
import { tickText } from "../../../scene/marks/axisTicks";
import type { Box, Label } from "../../../scene/marks/placeLabels";
import type { TextShape } from "../../../scene/shape";
import type { Solid, SolidLook } from "../../../scene/solid";
import { fadingLine } from "../../../scene/spacePicture";
import { roundStep } from "../../../scene/view2d";
import type { Extent } from "./fit3";

const FLOOR: SolidLook = { name: "grid", tone: "axis", width: 0.8, opacity: 0.7, fades: true };
const AXIS: SolidLook = { name: "axes", tone: "line-strong", width: 1.4, fades: true };
/** Part of the box's diagonal by which an axis passes the points. */
const BEYOND = 0.05;
/** Pieces of a line, which grow fainter one by one. */
const PIECES = 5;
/** Pixels that a number keeps from another, and from where the axes meet. */
const APART = 32;

const along = (k: number, value: number): Vec3 => [0, 1, 2].map((j) => (j === k ? value : 0)) as unknown as Vec3;
const reach = ({ low, high }: Extent, k: number): readonly [number, number] => {
  const more = BEYOND * Math.hypot(...low.map((x, j) => (high[j] as number) - x));
  return [(low[k] as number) - more, (high[k] as number) + more];
};

/** World units between two numbers of an axis. */
export const tickStep = (camera: Camera3d): number => roundStep(spanOfCamera(camera) / 7);

/** A grid on the first two axes and three lines; `offset` is what an axis reads at the anchor, so that the grid's lines are round numbers. */
export function axisSolids(camera: Camera3d, all: Extent, offset: Vec3): readonly Solid[] {
  const [x, y] = [reach(all, 0), reach(all, 1)];
  const grid = [
    ...places(camera, x, offset[0]).flatMap(({ at }) => fadingLine([at, y[0], 0], [at, y[1], 0], FLOOR, PIECES)),
    ...places(camera, y, offset[1]).flatMap(({ at }) => fadingLine([x[0], at, 0], [x[1], at, 0], FLOOR, PIECES)),
  ];
  const axes = [0, 1, 2].flatMap((k) => {
    const [low, high] = reach(all, k);
    return fadingLine(along(k, low), along(k, high), AXIS, PIECES);
  });
  return [...grid, ...axes];
}

/** More lines than this are a texture. */
const MOST = 40;

/** Where the round numbers lie on an axis, in world units, and what they are. */
function places(camera: Camera3d, [low, high]: readonly [number, number], offset: number) {
  const step = tickStep(camera);
  const first = Math.ceil((low + offset) / step);
  const count = Math.min(MOST, Math.floor((high + offset) / step) - first + 1);
  return Array.from({ length: Math.max(0, count) }, (_, k) => {
    const value = step < 1 ? (first + k) / Math.round(1 / step) : (first + k) * step;
    return { value, at: value - offset };
  });
}

/** Numbers along the axes, those left out that would stand on others. */
export function axisNumbers(camera: Camera3d, all: Extent, offset: Vec3): readonly TextShape[] {
  const taken: Vec2[] = [pixelOf(camera, [0, 0, 0]).at];
  return [0, 1, 2].flatMap((k) =>
    places(camera, reach(all, k), offset[k] as number).flatMap(({ value, at }) => {
      const [px, py] = pixelOf(camera, along(k, at)).at;
      const inside = px > 8 && py > 12 && px < camera.width - 8 && py < camera.height - 8;
      if (!inside || taken.some(([x, y]) => Math.hypot(x - px, y - py) < APART)) return [];
      taken.push([px, py]);
      return [tickText(formatNumber(value, tickStep(camera)), [px + 4, py + 12], "start")];
    }),
  );
}

/** What a number covers, for names to keep off. */
export const numberBox = ({ at: [x, y], text }: TextShape): Box => ({
  left: x,
  top: y - 10,
  right: x + 6.5 * text.length,
  bottom: y + 3,
});

const MOST_LETTERS = 30;
export const shortened = (name: string): string =>
  name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;

/** The name of each axis beyond its positive end. */
export const axisNames = (camera: Camera3d, all: Extent, names: readonly string[]): readonly Label[] =>
  names.map((text, k) => ({
    ...nameAt(camera, shortened(text), along(k, reach(all, k)[1])),
    name: "axisTitle",
    tone: "muted",
    face: "ui",
    size: 12,
    weight: 600,
  }));

/** A name beyond a point, on its far side from the anchor. */
export function nameAt(camera: Camera3d, text: string, tip: Vec3): Pick<Label, "text" | "near" | "toward"> {
  const near = pixelOf(camera, tip).at;
  const from = pixelOf(camera, [0, 0, 0]).at;
  const away: Vec2 = [near[0] - from[0], near[1] - from[1]];
  return { text, near, ...(Math.hypot(...away) > 4 ? { toward: away } : {}) };
}
