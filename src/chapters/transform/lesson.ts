import { det2, eig2, type Mat2, type Mat3 } from "../../math";
import type { Lesson } from "../chapter";
import { product } from "./compose";
import { eigenvalueAt } from "./snap";

const CLOSE = 0.02;
const near = (a: number, b: number) => Math.abs(a - b) <= CLOSE;

type Stack = readonly (readonly number[])[];

/** Where 3 × 3 matrices, first applied first, send v together; the products of space come with space. */
const send = (stack: Stack, v: readonly number[]): readonly number[] =>
  stack.reduce((from, a) => [0, 3, 6].map((i) => from.reduce((sum, c, j) => sum + (a[i + j] as number) * c, 0)), v);
/** The nine entries of the product, column after column. */
const columnsOf = (stack: Stack) =>
  [0, 1, 2].flatMap((j) =>
    send(
      stack,
      [0, 1, 2].map((i) => (i === j ? 1 : 0)),
    ),
  );
const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));

/** Whether x keeps its line under matrices that together are no multiple of the identity; as its closed forms come with space, by its residual. */
function keepsLine(stack: Stack, x: readonly number[]): boolean {
  const columns = columnsOf(stack);
  const scale = largest(columns);
  const size = Math.hypot(...x);
  if (size === 0 || columns.every((v, k) => Math.abs(v - (k % 4 === 0 ? (columns[0] as number) : 0)) <= 1e-9 * scale))
    return false;
  const unit = x.map((v) => v / size);
  const image = send(stack, unit);
  const lambda = image.reduce((sum, v, i) => sum + v * (unit[i] as number), 0);
  return image.every((v, i) => Math.abs(v - lambda * (unit[i] as number)) <= 1e-9 * scale);
}

/** Whether a matrix by its columns takes nearly all area or volume, and yet is not nearly zero. */
function flattens(columns: readonly number[]): boolean {
  const scale = largest(columns);
  const unit = columns.map((v) => v / scale);
  const det = unit.length === 4 ? det2(unit as unknown as Mat2) : volume(unit as unknown as Mat3);
  return scale > 0.25 && Math.abs(det) <= CLOSE;
}
const volume = ([a, b, c, d, e, f, g, h, i]: Mat3) => a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);

const isMultiple = ([a, b, c, d]: Mat2) => b === 0 && c === 0 && a === d;

export const lesson: Lesson = {
  title: "A matrix is a motion of space",
  paragraphs: [
    [
      "The columns of A say where the basis vectors land. Everything else follows: drag the ",
      { text: "image of î", tone: "basis-i" },
      " or the ",
      { text: "image of ĵ", tone: "basis-j" },
      " and the whole grid comes along.",
    ],
    [
      "Most vectors are knocked off their line. The ",
      { text: "eigenvectors", tone: "eigen" },
      " are not: they only stretch. The ",
      { text: "ellipse, in space an ellipsoid,", tone: "singular" },
      " is where all vectors of length one went; its half axes are the singular values.",
    ],
    [
      "One matrix has many readings: a mixture of its ",
      { text: "columns", sets: { transform: { reading: "columns", shape: "2x2" } } },
      ", a measurement by its ",
      { text: "rows", sets: { transform: { reading: "rows", shape: "2x2" } } },
      ", a ",
      { text: "sum of rank-one layers", sets: { transform: { reading: "outer", shape: "2x2" } } },
      ", a ",
      { text: "turn, a stretch and a turn", sets: { transform: { reading: "turns", shape: "2x2" } } },
      ". A ",
      {
        text: "singular one",
        sets: { transform: { shape: "2x2", reading: "grid", matrix: [1, 2, 2, 4], showFibres: true, progress: 1 } },
      },
      " gives a whole line of points one image, so nothing brings them back.",
    ],
    [
      "The same holds in ",
      { text: "space", sets: { transform: { shape: "3x3" } } },
      ", for a ",
      { text: "plane laid into space", sets: { transform: { shape: "3x2" } } },
      ", and for ",
      { text: "space flattened onto a plane", sets: { transform: { shape: "2x3" } } },
      ".",
    ],
  ],
  challenges: [
    {
      id: "shear",
      title: "Make it a shear",
      text: [
        "In the plane, keep the ",
        { text: "image of î", tone: "basis-i" },
        " where î was, and slide the ",
        { text: "image of ĵ", tone: "basis-j" },
        " sideways.",
      ],
      done: ({ transform: { matrix: m } }) => near(m[0], 1) && near(m[2], 0) && near(m[3], 1) && Math.abs(m[1]) > 0.25,
    },
    {
      id: "eigenvector",
      title: "Catch an eigenvector",
      text: [
        "Drag x onto a ",
        { text: "line that A keeps", tone: "eigen" },
        ", with an A that does not keep them all, in the plane or in space. It snaps, and the formula grows.",
      ],
      done: ({ transform: { shape, matrix3, after3, x3, matrix, after, x } }) => {
        if (shape === "3x3") return keepsLine([matrix3, ...after3], x3);
        const eig = eig2(product(matrix, after));
        return eig.kind !== "every" && eigenvalueAt(x, eig) !== null;
      },
    },
    {
      id: "flatten",
      title: "Flatten the plane, or space",
      text: [
        "Bring ",
        { text: "the area, or the volume,", tone: "singular" },
        " to zero without sending everything to the origin. What is lost cannot come back.",
      ],
      done: ({ transform: { shape, matrix3, after3, matrix, after } }) =>
        flattens(shape === "3x3" ? columnsOf([matrix3, ...after3]) : product(matrix, after)),
    },
    {
      id: "complex",
      title: "No eigenvectors",
      text: ["In the plane, find an A that turns every real vector off its line. Why can space not have one?"],
      done: ({ transform: { matrix, after } }) => eig2(product(matrix, after)).kind === "complex",
    },
    {
      id: "commute",
      title: "Two that commute",
      text: [
        "In the plane, under Compose, apply a second matrix for which the order does not matter. Multiples of the identity are too easy.",
      ],
      done: ({ transform: { matrix, after } }) => {
        const [b, ...more] = after;
        if (!b || more.length > 0 || isMultiple(matrix) || isMultiple(b)) return false;
        const [ab, ba] = [product(b, [matrix]), product(matrix, [b])];
        const size = Math.max(...ab.map(Math.abs));
        return size > 0 && ab.every((value, i) => Math.abs(value - (ba[i] as number)) <= 1e-9 * size);
      },
    },
  ],
};
