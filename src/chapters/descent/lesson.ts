import type { Lesson } from "../chapter";

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
  ],
  challenges: [
    {
      id: "zigzag",
      title: "Glide without ringing",
      text: ["Gradient descent, no overshoot: bring ", { text: "α", tone: "basis-i" }, " to 1/λ₁ or a little under."],
      done: ({ descent: { optimiser, learningRate, lambda } }) =>
        optimiser === "gradientDescent" && learningRate * lambda[0] > 0.8 && learningRate * lambda[0] <= 1,
    },
    {
      id: "best",
      title: "The best single α",
      text: ["Let both eigenvectors shrink equally fast."],
      done: ({ descent: { optimiser, learningRate, lambda } }) =>
        optimiser === "gradientDescent" &&
        Math.abs((learningRate * (lambda[0] + lambda[1])) / 2 - 1) < 0.02 &&
        lambda[0] / lambda[1] >= 2,
    },
    {
      id: "escape",
      title: "Just diverge",
      text: ["Find the α that only just escapes."],
      done: ({ descent: { optimiser, learningRate, lambda } }) =>
        optimiser === "gradientDescent" && learningRate * lambda[0] > 2 && learningRate * lambda[0] < 2.06,
    },
    {
      id: "round",
      title: "Round the valley",
      text: ["Make both curvatures equal. Where did the zig-zag go?"],
      done: ({ descent: { lambda } }) => lambda[0] / lambda[1] < 1.05,
    },
  ],
};
