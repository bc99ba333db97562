import { add3, type Mat3, type Vec3 } from "../../math";
import type { Edge, Face, Solid, SolidLook } from "../solid";

/** Corners of the unit cube by the bits of their number. */
const FACES = [
  [0, 1, 3, 2],
  [4, 5, 7, 6],
  [0, 1, 5, 4],
  [2, 3, 7, 6],
  [0, 2, 6, 4],
  [1, 3, 7, 5],
] as const;
const EDGES = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((from) =>
  [1, 2, 4].flatMap((bit) => ((from & bit) === 0 ? [[from, from | bit] as const] : [])),
);

/** The image of the unit cube: a parallelepiped on the columns of `a`; flat where they lie in a plane. */
export function spaceCube(a: Mat3, faces: SolidLook, edges: SolidLook): readonly Solid[] {
  const columns: readonly [Vec3, Vec3, Vec3] = [
    [a[0], a[3], a[6]],
    [a[1], a[4], a[7]],
    [a[2], a[5], a[8]],
  ];
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) =>
    columns.reduce<Vec3>((sum, column, k) => (bits & (1 << k) ? add3(sum, column) : sum), [0, 0, 0]),
  );
  const at = (k: number) => corners[k] ?? [0, 0, 0];
  return [
    ...FACES.map((face): Face => ({ kind: "face", corners: face.map(at), look: faces })),
    ...EDGES.map(([from, to]): Edge => ({ kind: "edge", from: at(from), to: at(to), look: edges })),
  ];
}

/** The parallelogram on two vectors, its edges with it. */
export function spaceParallelogram(u: Vec3, v: Vec3, face: SolidLook, edges: SolidLook): readonly Solid[] {
  const corners: readonly Vec3[] = [[0, 0, 0], u, add3(u, v), v];
  return [
    { kind: "face", corners, look: face },
    ...corners.map((from, k): Edge => ({ kind: "edge", from, to: corners[(k + 1) % 4] ?? from, look: edges })),
  ];
}
