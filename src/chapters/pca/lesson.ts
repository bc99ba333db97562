import { dataset, featureMomentsNow, featureRows, features } from "../../state/derived";
import type { State } from "../../state/store";
import type { Lesson } from "../chapter";
import { decompose, keptShare } from "./model";
import { guessAt, planeOf } from "./plane";

/** The state's components, or null where there are none. */
function componentsOf(state: State) {
  const { centre, standardise, divisor } = state.pca;
  const found = decompose(dataset(state), featureRows(state), featureMomentsNow(state), {
    centre,
    standardise,
    divisor,
  });
  return found.kind === "found" ? found.pca : null;
}

export const lesson: Lesson = {
  title: "Find the direction that says the most",
  paragraphs: [
    [
      "Each row is a point, with one coordinate for each feature: a flower of Iris has four. Much of what varies may lie along one line. Turn ",
      { text: "the line", tone: "strong" },
      " and watch the variance that it keeps; the grey threads are what it loses.",
    ],
    [
      "The best line is an ",
      { text: "eigenvector", tone: "eigen" },
      " of the covariance matrix, and its ",
      { text: "eigenvalue", tone: "eigen" },
      " is the variance that it keeps. The next component is the best of what is left, at a right angle to the first.",
    ],
  ],
  challenges: [
    {
      id: "keep",
      title: "Keep more than 90 %",
      text: ["Turn ", { text: "the line", tone: "strong" }, " by hand until it keeps 90 % of what varies on the axes."],
      done: (state) => {
        const { pca } = state;
        const model = pca.view === "original" && pca.showGuess ? componentsOf(state) : null;
        if (!model) return false;
        const plane = planeOf(model, featureMomentsNow(state), features(state), [pca.featureX, pca.featureY], pca);
        const { kept, total } = guessAt(plane, pca.axis);
        return plane.axes[1] !== null && kept > 0.9 * total;
      },
    },
    {
      id: "enough",
      title: "Lose less than 1 %",
      text: ["Keep the fewest components that still hold 99 % of the variance of three features or more."],
      done: (state) => {
        const model = componentsOf(state);
        const { kept, centre } = state.pca;
        return (
          centre &&
          model !== null &&
          model.columns.length > 2 &&
          keptShare(model, kept) >= 0.99 &&
          keptShare(model, kept - 1) < 0.99
        );
      },
    },
    {
      id: "vote",
      title: "One vote each",
      text: ["Standardise. Which feature gains a say in PC1, and how much does PC1 still explain?"],
      done: (state) => state.pca.standardise && state.pca.centre && (componentsOf(state)?.columns.length ?? 0) > 1,
    },
    {
      id: "break",
      title: "Break it",
      text: ["Forget to centre. PC1 now explains nearly everything, but where does it point?"],
      done: ({ pca }) => !pca.centre,
    },
    {
      id: "own",
      title: "Your own data",
      text: ["Drop a CSV anywhere on this page. It never leaves your browser."],
      done: ({ loaded }) => loaded.dataset?.id.startsWith("file:") ?? false,
    },
  ],
};
