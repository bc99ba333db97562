/** The sets of points with one image, of a matrix that loses something: as they lie before A, and on their way to the point that each becomes. */
import { add3, apply3, type Mat3, norm3, scale3, sub3, type Vec2, type Vec3 } from "../../../math";
import type { Camera3d } from "../../../scene/camera3d";
import { line, segment } from "../../../scene/marks/line";
import { discPath } from "../../../scene/marks/pathData";
import { spacePlane } from "../../../scene/marks/spacePlane";
import type { Look, Shape } from "../../../scene/shape";
import type { Solid, SolidLook } from "../../../scene/solid";
import { toPixel, type View2d } from "../../../scene/view2d";
import { nullSpaceOf, type SpaceReading } from "./reading";

export interface Fibre3 {
  /** The point of the fibre nearest to the origin. */
  readonly at: Vec3;
  /** A line along `direction`, or the plane across `normal`. */
  readonly space:
    | { readonly kind: "line"; readonly direction: Vec3 }
    | { readonly kind: "plane"; readonly normal: Vec3 };
  readonly look: FibreLook;
}

interface FibreLook {
  /** Of a line or a plane that lies where it was. */
  readonly still: SolidLook;
  /** Of a line in the plane, which has no inside. */
  readonly line: Look;
  /** Of the same on its way, and of its image. */
  readonly moved: SolidLook;
  /** Pixels. */
  readonly radius: number;
}

/** Along the first singular direction colour and strength say which fibre it is, along the second the dash and the size of the dot. */
const ALONG = [-2, -1, 0, 1, 2] as const;
const ASIDE = [-1, 0, 1] as const;
const DASHES = { "-1": [7, 4], "0": undefined, "1": [2, 3.5] } as const;

const fibreLook = (along: number, aside: -1 | 0 | 1): FibreLook => {
  const tone = along < 0 ? "diverge-neg" : along > 0 ? "diverge-pos" : "muted";
  const strength = along === 0 ? 0.7 : 0.5 + 0.25 * Math.abs(along);
  const look = { name: "fibre", tone, dash: DASHES[`${aside}`] };
  return {
    still: { ...look, width: 1.4, opacity: 0.75 * strength, fillOpacity: 0.05 + 0.03 * Math.abs(along), veil: 0.06 },
    line: { ...look, width: 1.4, opacity: 0.75 * strength },
    moved: { ...look, width: 2.4, opacity: strength },
    radius: 4 + aside,
  };
};
/** One object for each look, so that edges of one look share a path. */
const FIBRE_LOOKS = ALONG.map((along) => ASIDE.map((aside) => fibreLook(along, aside)));

/** Half the length of a line, of the spacing: long enough to be seen as parallel, short enough to leave the rest in sight. */
const ARM = 3.8;
/** Of the box. */
const PLANE = 0.3;

/** At most fifteen, `spacing` apart in world units; none where A loses nothing (each is a point) or everything (the one is the whole input). */
export function fibresOf(reading: SpaceReading, spacing: number): readonly Fibre3[] {
  const lost = nullSpaceOf(reading);
  if (lost.kind !== "line" && lost.kind !== "plane") return [];
  const [first, second] = reading.v;
  return ALONG.flatMap((p, k) =>
    // Of rank one the images lie on a line, and so do the fibres' places.
    (reading.rank === 2 ? ASIDE : ([0] as const)).flatMap((q): readonly Fibre3[] => {
      const look = FIBRE_LOOKS[k]?.[q + 1];
      return look ? [{ at: add3(scale3(p * spacing, first), scale3(q * spacing, second)), space: lost, look }] : [];
    }),
  );
}

const flat = ([x, y]: Vec3): Vec2 => [x, y];
const dotOf = (to: Vec3, { moved, radius }: FibreLook): Solid => ({
  kind: "edge",
  from: to,
  to,
  look: moved,
  taper: [radius, radius],
});
/** Half of a line on its way to its image; null for a plane, and once it is the image. */
function armOf({ space }: Fibre3, spacing: number, now: Mat3, scale: number): Vec3 | null {
  const arm = space.kind === "line" ? apply3(now, scale3(ARM * spacing, space.direction)) : null;
  return arm && norm3(arm) > 1e-9 * Math.max(1, scale) * spacing ? arm : null;
}

/** The fibres before A, in space. */
export const fibreSolids = (camera: Camera3d, reading: SpaceReading, spacing: number): readonly Solid[] =>
  fibresOf(reading, spacing).flatMap(({ at, space, look }): readonly Solid[] => {
    if (space.kind === "plane") return spacePlane(camera, at, space.normal, look.still, PLANE);
    const arm = scale3(ARM * spacing, space.direction);
    return [{ kind: "edge", from: sub3(at, arm), to: add3(at, arm), look: look.still }];
  });

/** Where `now` has brought them, in space: shorter and shorter lines, and in the end their points. */
export const fibreImages = (reading: SpaceReading, spacing: number, now: Mat3): readonly Solid[] =>
  fibresOf(reading, spacing).flatMap((fibre): readonly Solid[] => {
    const to = apply3(now, fibre.at);
    const arm = armOf(fibre, spacing, now, reading.scale);
    const dot = dotOf(to, fibre.look);
    return arm ? [{ kind: "edge", from: sub3(to, arm), to: add3(to, arm), look: fibre.look.moved }, dot] : [dot];
  });

/** The fibres of a 3 × 2, lines in the plane that it starts from. */
export const fibreLines = (view: View2d, reading: SpaceReading, spacing: number): readonly Shape[] =>
  fibresOf(reading, spacing).flatMap(({ at, space, look }) =>
    space.kind === "line" ? [line(view, flat(at), flat(space.direction), look.line)] : [],
  );

/** The images of the fibres of a 2 × 3, in the plane where it brings them. */
export const fibreDots = (view: View2d, reading: SpaceReading, spacing: number, now: Mat3): readonly Shape[] =>
  fibresOf(reading, spacing).flatMap((fibre): readonly Shape[] => {
    const { name, tone, opacity } = fibre.look.moved;
    const to = apply3(now, fibre.at);
    const d = discPath(toPixel(view, flat(to)), fibre.look.radius);
    const disc: Shape = { kind: "path", name, d, fill: tone, opacity };
    const arm = armOf(fibre, spacing, now, reading.scale);
    return arm ? [segment(view, flat(sub3(to, arm)), flat(add3(to, arm)), fibre.look.moved), disc] : [disc];
  });
