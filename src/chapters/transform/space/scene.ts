/** The picture of space as shapes: what lies in it, brought into depth order, and the names that keep off each other. */
import { cross3, det3, dot3, inverse3, type Mat3, multiply3, norm3, scale3, type Vec2, type Vec3 } from "../../../math";
import { type Camera3d, pixelOf } from "../../../scene/camera3d";
import { formatNumber } from "../../../scene/formatNumber";
import { boxAbout, type Label, placeLabels } from "../../../scene/marks/placeLabels";
import { spaceCube, spaceParallelogram } from "../../../scene/marks/spaceCube";
import { ellipsoidSections, spaceEllipsoid } from "../../../scene/marks/spaceEllipsoid";
import { axisEnd, spaceAxes, spaceGrid } from "../../../scene/marks/spaceGrid";
import { lineName, spaceLine, spacePlane } from "../../../scene/marks/spacePlane";
import { spaceVector } from "../../../scene/marks/spaceVector";
import type { Shape } from "../../../scene/shape";
import type { Solid } from "../../../scene/solid";
import { spacePicture } from "../../../scene/spacePicture";
import { colsOf, columnOf, rowOf, type SpaceShape } from "./embedded";
import { fibreImages, fibreSolids } from "./fibres3";
import { BASIS_NAMES, COLUMN_LOOKS, LOOKS, TERM_LOOKS } from "./looks";
import { act, type ReadingName } from "./motion";
import { columnSpaceOf, eigenspacesOf, nullSpaceOf, type SpaceReading, type Subspace } from "./reading";

export interface Shown {
  readonly grid: boolean;
  readonly circle: boolean;
  readonly eigen: boolean;
  readonly area: boolean;
  readonly inverse: boolean;
  readonly covariance: boolean;
  readonly fibres: boolean;
}

export interface SceneOf {
  readonly shape: SpaceShape;
  /** What the matrix is called: A, or a product such as BA. */
  readonly name: string;
  /** What is drawn, on the way to A or A itself. */
  readonly now: Mat3;
  readonly x: Vec3;
  readonly reading: SpaceReading;
  readonly readingName: ReadingName;
  readonly progress: number;
  /** Eigenvalue of the space that x lies in. */
  readonly lambda: number | null;
  readonly way: readonly Vec3[] | null;
  readonly iterates: readonly Vec3[];
  readonly dataRoot: Mat3 | null;
  readonly show: Shown;
}

const I: Mat3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const FLOOR: Mat3 = [1, 0, 0, 0, 1, 0, 0, 0, 0];
const O: Vec3 = [0, 0, 0];
const AXIS_NAMES = ["x", "y", "z"] as const;

const apply = (m: Mat3, v: Vec3): Vec3 => [dot3(rowOf(m, 0), v), dot3(rowOf(m, 1), v), dot3(rowOf(m, 2), v)];

interface Parts {
  readonly solids: readonly Solid[];
  /** Drawn under the solids: outlines, whose depth is that of a whole body. */
  readonly outlines: readonly Shape[];
  readonly labels: readonly Label[];
  /** Points whose handles labels keep clear of. */
  readonly handles: readonly Vec3[];
}

/** All that the stage of space shows, back to front. About 2 ms. */
export function spaceShapes(camera: Camera3d, scene: SceneOf): readonly Shape[] {
  const { solids, outlines, labels, handles } =
    scene.shape === "2x3" ? inputSpace(camera, scene) : outputSpace(camera, scene);
  const taken = handles.map((at) => boxAbout(pixelOf(camera, at).at, 14));
  return [...outlines, ...spacePicture(camera, solids), ...placeLabels(labels, taken, camera)];
}

/** Space as the output, of a 3 × 3 with the input laid over it. */
function outputSpace(camera: Camera3d, scene: SceneOf): Parts {
  const { shape, name, now, x, reading, show } = scene;
  const square = shape === "3x3";
  const cols = colsOf(shape);
  const flipped = square && det3(now) < 0;
  const [face, edge] = flipped ? [LOOKS.faceFlipped, LOOKS.faceEdgeFlipped] : [LOOKS.face, LOOKS.faceEdge];
  const columns = ([0, 1, 2] as const).slice(0, cols).map((j) => columnOf(now, j));
  const ax = apply(now, x);
  const outlines: Shape[] = [];
  const solids: Solid[] = [...backdrop(camera)];
  if (show.grid) solids.push(...movedGrid(camera, now, cols));
  solids.push(...subspaces(camera, scene));
  if (show.fibres) solids.push(...(square ? fibreSolids(camera, reading) : []), ...fibreImages(reading, now));
  if (show.area)
    solids.push(
      ...(square
        ? spaceCube(now, face, edge)
        : spaceParallelogram(columns[0] ?? O, columns[1] ?? O, LOOKS.face, LOOKS.faceEdge)),
    );
  if (show.circle) {
    if (square) outlines.push(spaceEllipsoid(camera, I, LOOKS.sphere));
    outlines.push(spaceEllipsoid(camera, now, LOOKS.ellipsoid));
    solids.push(...ellipsoidSections(camera, now, LOOKS.sectionFront, LOOKS.sectionBack));
  }
  const inverse = show.inverse && square && reading.rank === 3 ? inverse3(reading.matrix) : null;
  if (inverse) outlines.push(spaceEllipsoid(camera, inverse, LOOKS.inverse));
  if (show.covariance && scene.dataRoot)
    outlines.push(spaceEllipsoid(camera, multiply3(now, scene.dataRoot), LOOKS.covariance));
  if (square) solids.push(...eigenParts(camera, scene), ...readingParts(camera, scene));
  if (scene.way) solids.push(...wayParts(camera, scene.way));
  for (const [k, to] of scene.iterates.entries()) {
    if (k > 0) solids.push({ kind: "edge", from: scene.iterates[k - 1] ?? O, to, look: LOOKS.step });
    solids.push({ kind: "edge", from: to, to, look: LOOKS.stepDot, taper: [3, 3] });
  }
  if (square) solids.push(...spaceVector(camera, O, x, LOOKS.x));
  solids.push(...spaceVector(camera, O, ax, LOOKS.ax));
  columns.forEach((to, j) => {
    solids.push(...spaceVector(camera, O, to, COLUMN_LOOKS[j] ?? LOOKS.i));
  });
  return {
    solids,
    outlines,
    handles: square ? [...columns, x, ax] : [...columns, ax],
    labels: [
      ...columns.map((to, j) => tipLabel(camera, `${name}${BASIS_NAMES[j]}`, COLUMN_LOOKS[j] ?? LOOKS.i, to)),
      ...(square ? [tipLabel(camera, "x", LOOKS.x, x)] : []),
      tipLabel(camera, scene.iterates.length > 1 ? iteratesName(name) : `${name}x`, LOOKS.ax, ax),
      ...(square ? eigenLabels(camera, scene) : []),
      ...rowLabels(camera, scene),
      ...subspaceLabels(camera, scene),
      ...axisLabels(camera),
    ],
  };
}

/** Ax, A²x, …; a product's powers stand in brackets. */
const iteratesName = (name: string) => `${name}x, ${name.length > 1 ? `(${name})` : name}²x, …`;

/** Space as the input of a 2 × 3. */
function inputSpace(camera: Camera3d, scene: SceneOf): Parts {
  const { x, reading, show } = scene;
  const outlines: Shape[] = show.circle ? [spaceEllipsoid(camera, I, LOOKS.ellipsoid)] : [];
  const solids: Solid[] = [...backdrop(camera), ...subspaces(camera, scene)];
  if (show.fibres) solids.push(...fibreSolids(camera, reading));
  if (show.area) solids.push(...spaceCube(I, LOOKS.face, LOOKS.faceEdge));
  if (show.circle) solids.push(...ellipsoidSections(camera, I, LOOKS.sectionFront, LOOKS.sectionBack));
  const basis = ([0, 1, 2] as const).map((j) => columnOf(I, j));
  solids.push(...spaceVector(camera, O, x, LOOKS.x));
  basis.forEach((to, j) => {
    solids.push(...spaceVector(camera, O, to, COLUMN_LOOKS[j] ?? LOOKS.i));
  });
  return {
    solids,
    outlines,
    handles: [x],
    labels: [
      tipLabel(camera, "x", LOOKS.x, x),
      ...basis.map((to, j) => tipLabel(camera, BASIS_NAMES[j] ?? "", COLUMN_LOOKS[j] ?? LOOKS.i, to)),
      ...subspaceLabels(camera, scene),
      ...axisLabels(camera),
    ],
  };
}

const backdrop = (camera: Camera3d): readonly Solid[] => [
  ...spaceGrid(camera, FLOOR, [0, 1], LOOKS.ghost),
  ...spaceAxes(camera, I, LOOKS.axes),
];

/** Lines of the moved grid on each side: enough to see where it goes, few enough to see through. */
const MOVED = 2;

function movedGrid(camera: Camera3d, now: Mat3, cols: 2 | 3): readonly Solid[] {
  const floor = spaceGrid(camera, now, [0, 1], LOOKS.floor, MOVED);
  if (cols === 2) return [...floor, ...spaceAxes(camera, now, LOOKS.movedAxes, [0, 1], MOVED)];
  return [
    ...floor,
    ...spaceGrid(camera, now, [0, 2], LOOKS.walls, MOVED),
    ...spaceGrid(camera, now, [1, 2], LOOKS.walls, MOVED),
    ...spaceAxes(camera, now, LOOKS.movedAxes, [0, 1, 2], MOVED),
  ];
}

/** Column and null space of a matrix that loses something; of a 3 × 2 the column space always, since it is the picture. */
function subspaces(camera: Camera3d, { shape, reading }: SceneOf): readonly Solid[] {
  const draw = (space: Subspace, line: typeof LOOKS.columnLine, plane: typeof LOOKS.columnSpace): readonly Solid[] => {
    if (space.kind === "line") return spaceLine(camera, O, space.direction, line);
    return space.kind === "plane" ? spacePlane(camera, O, space.normal, plane) : [];
  };
  return [
    ...(shape !== "2x3" ? draw(columnSpaceOf(reading), LOOKS.columnLine, LOOKS.columnSpace) : []),
    ...(shape !== "3x2" && reading.rank > 0 ? draw(nullSpaceOf(reading), LOOKS.nullLine, LOOKS.nullSpace) : []),
  ];
}

function subspaceLabels(camera: Camera3d, { shape, reading }: SceneOf): readonly Label[] {
  const name = (text: string, tone: string, space: Subspace): readonly Label[] => {
    const at =
      space.kind === "line"
        ? lineName(camera, space.direction)
        : space.kind === "plane"
          ? planeName(camera, space.normal, 0.4)
          : null;
    return at ? [{ name: text, text, tone, ...at, size: 13, face: "ui" }] : [];
  };
  return [
    ...(shape !== "2x3" ? name("column space", "singular", columnSpaceOf(reading)) : []),
    ...(shape !== "3x2" && reading.rank > 0
      ? name(shape === "3x3" ? "null space, λ = 0" : "null space", "bad", nullSpaceOf(reading))
      : []),
  ];
}

/** Where a plane through the origin has its name: at this part of the box, in the direction in which it runs most up and across. */
function planeName(
  camera: Camera3d,
  normal: Vec3,
  part: number,
): { readonly near: Vec2; readonly toward: Vec2 } | null {
  const at = lineName(camera, steepest(camera, normal), part);
  return at && { near: at.near, toward: [1, -1] };
}

/** The direction in the plane that runs most across the picture: where a plane has room for its name. */
function steepest({ rotation }: Camera3d, normal: Vec3): Vec3 {
  const right: Vec3 = [rotation[0], rotation[1], rotation[2]];
  const up: Vec3 = [rotation[3], rotation[4], rotation[5]];
  const diagonal: Vec3 = [right[0] + up[0], right[1] + up[1], right[2] + up[2]];
  const flat = dot3(diagonal, normal);
  return [diagonal[0] - flat * normal[0], diagonal[1] - flat * normal[1], diagonal[2] - flat * normal[2]];
}

/** Of the box: an eigenplane is context, and leaves the picture to what moves. */
const EIGEN_PLANE = 0.3;

/** The eigenspaces to show: those of λ = 0 are the null space, which has a look and a name of its own. */
const eigenspacesShown = ({ reading }: SceneOf) =>
  reading.square
    ? eigenspacesOf(reading.square.eig).flatMap((space) => {
        const said = formatNumber(space.value, reading.scale);
        return reading.rank < 3 && (said === "0" || said.startsWith("≈")) ? [] : [{ ...space, said }];
      })
    : [];

/** The unit normal of the plane that a complex pair turns; null where there is none. */
function turningPlane({ reading }: SceneOf): Vec3 | null {
  const eig = reading.square?.eig;
  if (eig?.kind !== "complex") return null;
  const normal = cross3(eig.plane[0], eig.plane[1]);
  const size = norm3(normal);
  return size > 1e-9 ? scale3(1 / size, normal) : null;
}

function eigenParts(camera: Camera3d, scene: SceneOf): readonly Solid[] {
  // Three planes of rows leave no room for a fourth.
  if (!scene.show.eigen || scene.readingName === "rows") return [];
  const turning = turningPlane(scene);
  return [
    ...eigenspacesShown(scene).flatMap(({ space, value }) =>
      space.kind === "line"
        ? spaceLine(camera, O, space.direction, value === scene.lambda ? LOOKS.eigenLit : LOOKS.eigen)
        : spacePlane(camera, O, space.normal, LOOKS.eigenPlane, EIGEN_PLANE),
    ),
    ...(turning ? spacePlane(camera, O, turning, LOOKS.eigenPlane, EIGEN_PLANE) : []),
  ];
}

function eigenLabels(camera: Camera3d, scene: SceneOf): readonly Label[] {
  if (!scene.show.eigen || scene.readingName === "rows") return [];
  const eig = scene.reading.square?.eig;
  const label = (text: string, at: ReturnType<typeof lineName>): readonly Label[] =>
    at ? [{ name: "eigen", text, tone: "eigen", ...at, size: 16 }] : [];
  const spaces = eigenspacesShown(scene);
  const numbered = spaces.length > 1 && spaces.every(({ space }) => space.kind === "line");
  const turning = turningPlane(scene);
  return [
    ...spaces.flatMap(({ space, said }, k) =>
      space.kind === "line"
        ? label(`λ${numbered ? "₁₂₃"[k] : ""} = ${said}`, lineName(camera, space.direction))
        : label(`λ = ${said} twice`, planeName(camera, space.normal, EIGEN_PLANE)),
    ),
    ...(turning && eig?.kind === "complex"
      ? label(`turns by ${formatNumber((eig.angle * 180) / Math.PI, 180)}°`, planeName(camera, turning, EIGEN_PLANE))
      : []),
  ];
}

/** What the rows and the outer products add to the picture. */
function readingParts(camera: Camera3d, { readingName, reading, progress, x }: SceneOf): readonly Solid[] {
  if (readingName === "rows")
    return ([0, 1, 2] as const).flatMap((i) => {
      const row = rowOf(reading.matrix, i);
      // Each row's plane of equal output through x, arriving one after the other.
      return act(progress, i, 3) > 0 ? spacePlane(camera, x, row, LOOKS.rows[i]) : [];
    });
  if (readingName !== "outer") return [];
  return ([0, 1, 2] as const).flatMap((k) => {
    const size = (reading.singular[k] ?? 0) * act(progress, k, 3);
    return size > 0 ? spaceVector(camera, O, scale3(size, reading.u[k]), LOOKS.outer) : [];
  });
}

function rowLabels(camera: Camera3d, { readingName, reading, progress, x }: SceneOf): readonly Label[] {
  if (readingName === "outer")
    return ([0, 1, 2] as const).flatMap((k): readonly Label[] => {
      const size = (reading.singular[k] ?? 0) * act(progress, k, 3);
      if (!(size > 1e-9 * reading.scale)) return [];
      const near = pixelOf(camera, scale3(size, reading.u[k])).at;
      return [{ name: "outer", text: `σ${"₁₂₃"[k]}u${"₁₂₃"[k]}`, tone: "singular", near, size: 15 }];
    });
  if (readingName !== "rows") return [];
  return ([0, 1, 2] as const).flatMap((i): readonly Label[] => {
    const row = rowOf(reading.matrix, i);
    const size = norm3(row);
    if (!(size > 0) || act(progress, i, 3) === 0) return [];
    const away = steepest(camera, scale3(1 / size, row));
    const length = norm3(away) || 1;
    const at: Vec3 = [0, 1, 2].map(
      (k) => (x[k] ?? 0) + (1.6 * (i - 1 || 0.4) * (away[k] ?? 0)) / length,
    ) as unknown as Vec3;
    const text = `row ${i + 1}: ${formatNumber(dot3(row, x), reading.scale)}`;
    return [
      { name: `row ${i + 1}`, text, tone: LOOKS.rows[i].tone, near: pixelOf(camera, at).at, size: 13, face: "ui" },
    ];
  });
}

const wayParts = (camera: Camera3d, way: readonly Vec3[]): readonly Solid[] =>
  way.slice(1).flatMap((to, k) => spaceVector(camera, way[k] ?? O, to, TERM_LOOKS[k] ?? LOOKS.iTerm));

/** A name beside a tip, on its far side from the origin. */
function tipLabel(camera: Camera3d, text: string, { name, tone }: { name: string; tone: string }, tip: Vec3): Label {
  const near = pixelOf(camera, tip).at;
  const from = pixelOf(camera, O).at;
  const away: Vec2 = [near[0] - from[0], near[1] - from[1]];
  return { name, text, tone, near, ...(Math.hypot(...away) > 4 ? { toward: away } : {}) };
}

const axisLabels = (camera: Camera3d): readonly Label[] =>
  ([0, 1, 2] as const).map((k) => ({
    name: "axes",
    text: AXIS_NAMES[k],
    tone: "muted",
    near: pixelOf(camera, axisEnd(camera, k)).at,
    size: 14,
  }));
