import { det2, eig2, type Mat2 } from "../../math";
import type { Lesson } from "../chapter";
import { product } from "./compose";
import { eigenvalueAt } from "./snap";

const CLOSE = 0.02;
const near = (a: number, b: number) => Math.abs(a - b) <= CLOSE;

const isMultiple = ([a, b, c, d]: Mat2) => b === 0 && c === 0 && a === d;

export const lesson: Lesson = {
  title: "A matrix is a motion of space",
  paragraphs: [
    [
      "The columns of A say where the two basis vectors land. Everything else follows: drag ",
      { text: "Aî", tone: "basis-i" },
      " and ",
      { text: "Aĵ", tone: "basis-j" },
      " and the whole grid comes along.",
    ],
    [
      "Most vectors are knocked off their line. The ",
      { text: "eigenvectors", tone: "eigen" },
      " are not: they only stretch. The ",
      { text: "ellipse", tone: "singular" },
      " is where the unit circle went; its half axes are the singular values.",
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
        "Keep ",
        { text: "Aî", tone: "basis-i" },
        " where î was, and slide ",
        { text: "Aĵ", tone: "basis-j" },
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
        ", with an A that does not keep them all. It snaps, and the formula grows.",
      ],
      done: ({ transform: { matrix, after, x } }) => {
        const eig = eig2(product(matrix, after));
        return eig.kind !== "every" && eigenvalueAt(x, eig) !== null;
      },
    },
    {
      id: "flatten",
      title: "Flatten the plane",
      text: [
        "Bring ",
        { text: "the area", tone: "singular" },
        " to zero without sending everything to the origin. What is lost cannot come back.",
      ],
      done: ({ transform: { matrix: m } }) =>
        Math.max(...m.map(Math.abs)) > 0.25 && Math.abs(det2(m)) <= CLOSE * Math.max(...m.map(Math.abs)) ** 2,
    },
    {
      id: "complex",
      title: "No eigenvectors",
      text: ["Find an A that turns every real vector off its line."],
      done: ({ transform: { matrix, after } }) => eig2(product(matrix, after)).kind === "complex",
    },
    {
      id: "commute",
      title: "Two that commute",
      text: [
        "Under Compose, apply a second matrix for which the order does not matter. Multiples of the identity are too easy.",
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
