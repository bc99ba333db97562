import type { State } from "../../state/store";
import type { Lesson } from "../chapter";
import { groundOf, outsetOf } from "./ground";
import { bestDial } from "./zones";

/** α·λ₁ and the curvatures of the run, for gradient descent; null for another optimiser or where there is no valley. */
function gradientRun(s: State): { readonly dial: number; readonly lambda: readonly [number, number] } | null {
  const ground = groundOf(s);
  if (!ground.valley || s.descent.optimiser !== "gradientDescent") return null;
  const { lambda } = ground.valley;
  return { dial: outsetOf(s, ground).learningRate * lambda[0], lambda };
}
const dialIn = (low: number, high: number) => (s: State) => {
  const run = gradientRun(s);
  return run !== null && run.dial > low && run.dial <= high;
};

export const lesson: Lesson = {
  title: "How fast may you walk downhill?",
  paragraphs: [
    [
      "Drag ",
      { text: "the start", tone: "strong" },
      ", then drag ",
      { text: "α", tone: "basis-i" },
      " slowly to the right. First the path creeps, then it glides, then it rings, then it escapes.",
    ],
    [
      "The limit is written in the curvature: past ",
      { text: "2/λ₁", tone: "eigen" },
      " the steepest eigenvector overshoots more at every step.",
    ],
    ["Fit a line and the valley is made of ", { text: "your data", tone: "strong" }, ": its Hessian is (1/n) XᵀX."],
  ],
  challenges: [
    {
      id: "glide",
      title: "Glide without ringing",
      text: ["Gradient descent, no overshoot: bring ", { text: "α", tone: "basis-i" }, " to 1/λ₁ or a little under."],
      done: dialIn(0.8, 1),
    },
    {
      id: "best",
      title: "The best single α",
      text: ["Let both eigenvectors shrink equally fast: make the two bars the same length."],
      done: (s) => {
        const run = gradientRun(s);
        return (
          run !== null && run.lambda[0] >= 2 * run.lambda[1] && Math.abs(run.dial / bestDial(run.lambda) - 1) < 0.01
        );
      },
    },
    {
      id: "escape",
      title: "Just diverge",
      text: ["Find the ", { text: "α", tone: "basis-i" }, " that only just escapes."],
      done: dialIn(2, 2.06),
    },
    {
      id: "round",
      title: "Round the valley",
      text: ["Switch to ", { text: "your dataset", tone: "strong" }, " and standardise it. Where did the zig-zag go?"],
      done: (s) => {
        const { valley } = groundOf(s);
        return (
          s.descent.loss === "leastSquares" &&
          s.descent.standardise &&
          valley !== null &&
          valley.lambda[0] < 1.05 * valley.lambda[1]
        );
      },
    },
  ],
};
