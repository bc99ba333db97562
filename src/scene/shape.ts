/**
 * What a mark turns into: plain data in CSS pixels, which one painter puts on screen, another writes as SVG and a third draws on a canvas.
 * Colours are named by what they mean (a custom property of the theme without its dashes), so every painter can follow the theme.
 */
import type { Vec2 } from "../math";

/** A custom property of tokens.css without its dashes: 'basis-i', 'eigen', 'class-0', … */
export type Tone = string;

interface Named {
  /** What it stands for, such as 'ellipse': a symbol that is hovered lights the shapes of its name. */
  readonly name: string;
  /** 0 to 1; 1 where left out. */
  readonly opacity?: number;
}

export interface PathShape extends Named {
  readonly kind: "path";
  /** SVG path data; an empty one draws nothing. */
  readonly d: string;
  readonly stroke?: Tone;
  /** CSS pixels; 1.5 where left out. */
  readonly width?: number;
  /** CSS pixels of line and gap. */
  readonly dash?: readonly number[];
  readonly fill?: Tone;
  readonly fillOpacity?: number;
}

export interface TextShape extends Named {
  readonly kind: "text";
  readonly text: string;
  /** The baseline's start, middle or end. */
  readonly at: Vec2;
  readonly anchor: "start" | "middle" | "end";
  readonly tone: Tone;
  /** 'math' is the italic serif of symbols, 'ui' the plain face of numbers along an axis. */
  readonly face: "math" | "ui";
  /** CSS pixels. */
  readonly size: number;
  /** 400 where left out. */
  readonly weight?: number;
}

export type Shape = PathShape | TextShape;

/** The look of a line, given to a mark beside its geometry. */
export interface Look {
  readonly name: string;
  readonly tone: Tone;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
  /** Of the inside, in the same tone; none where left out. */
  readonly fillOpacity?: number;
}

/** A stroked and perhaps filled path in a look. */
export const pathShape = (d: string, { name, tone, width, dash, opacity, fillOpacity }: Look): PathShape => ({
  kind: "path",
  name,
  d,
  stroke: tone,
  width,
  dash,
  opacity,
  ...(fillOpacity === undefined ? {} : { fill: tone, fillOpacity }),
});

/** Many strokes of one look as one shape, and likewise what is only filled, so that a hundred arrows are two nodes. */
export function joined(paths: readonly PathShape[]): readonly PathShape[] {
  const join = (some: readonly PathShape[]) => (some[0] ? [{ ...some[0], d: some.map(({ d }) => d).join("") }] : []);
  return [
    ...join(paths.filter(({ stroke }) => stroke !== undefined)),
    ...join(paths.filter(({ stroke }) => stroke === undefined)),
  ];
}

/** The shapes with those of one name stronger and the rest as they were; null lights none. */
export function light(shapes: readonly Shape[], name: string | null): readonly Shape[] {
  if (name === null) return shapes;
  return shapes.map((shape) =>
    shape.name !== name || shape.kind === "text"
      ? shape
      : { ...shape, width: (shape.width ?? DEFAULT_WIDTH) * 1.5, opacity: 1 },
  );
}

export const DEFAULT_WIDTH = 1.5;
/** Pixels of the halo in the paper's colour about a text, so that it can be read on lines; Stage.module.css says the same. */
export const HALO: Readonly<Record<TextShape["face"], number>> = { math: 5, ui: 4 };
