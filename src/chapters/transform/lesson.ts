import { det2, eig2 } from "../../math";
import type { Lesson } from "../chapter";

const CLOSE = 0.02;
const near = (a: number, b: number) => Math.abs(a - b) <= CLOSE;

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
      done: ({ transform: { matrix } }) => eig2(matrix).kind === "complex",
    },
    {
      id: "mirror",
      title: "Turn the plane over",
      text: ["Make ", { text: "the area", tone: "singular" }, " negative: Aĵ passes to the other side of Aî."],
      done: ({ transform: { matrix } }) => det2(matrix) < -CLOSE,
    },
  ],
};
