import { det2 } from "../../math";
import type { Lesson } from "../chapter";
import { now, run } from "./networkSources";
import { reading } from "./sources";

export const lesson: Lesson = {
  title: "Bend space until a line can cut it",
  paragraphs: [
    [
      "One layer is three acts: W carries ",
      { text: "î", tone: "basis-i" },
      " and ",
      { text: "ĵ", tone: "basis-j" },
      ", ",
      { text: "b", tone: "strong" },
      " slides everything, and σ bends it. Drag the three handles, then play the acts.",
    ],
    [
      "Where σ is flat, points fall together and no gradient comes back. Choose ReLU: the dotted lines are where it folds the plane.",
    ],
    [
      "Switch to ",
      { text: "a network", tone: "strong" },
      " and press play: layer after layer bends the plane until its classes lie on either side of a line.",
    ],
  ],
  challenges: [
    {
      id: "saturate",
      title: "Lose the points",
      text: ["Make a unit flat for at least half of the points, with the σ of your choice."],
      done: ({ layer: { mode } }) => mode === "layer" && Math.max(...reading.get().flat) >= 0.5,
    },
    {
      id: "collapse",
      title: "A layer that only moves",
      text: ["Choose the identity for σ and turn the plane over: which of the three acts is left to bend anything?"],
      done: ({ layer: { mode, activation, weights } }) =>
        mode === "layer" && activation === "identity" && det2(weights) < -0.02,
    },
    {
      id: "learn",
      title: "Learn it",
      text: ["Train a network until it is right for 95 % of the test rows."],
      done: ({ layer: { mode } }) => mode === "network" && testScore() >= 0.95,
    },
    {
      id: "small",
      title: "As few as it takes",
      text: ["The same with at most 4 hidden units in all."],
      done: ({ layer: { mode, hidden } }) =>
        mode === "network" && hidden.reduce((sum, units) => sum + units, 0) <= 4 && testScore() >= 0.95,
    },
    {
      id: "explode",
      title: "Too fast",
      text: ["Raise ", { text: "α", tone: "strong" }, " until training blows up. Which unit went first? Then undo."],
      done: ({ layer: { mode } }) => mode === "network" && (run.get()?.blowup() ?? null) !== null,
    },
  ],
};

function testScore(): number {
  const at = now.get();
  // A regression's R² is no share of rows.
  return at?.run.task.kind === "classes" ? at.measure.testScore : 0;
}
