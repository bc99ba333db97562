import { featureMatrix, featureMoments } from "../../data/columns";
import type { Dataset } from "../../data/dataset";
import { colour, dataset, featureMomentsNow, featureRows, features, memo, selection } from "../../state/derived";
import type { State } from "../../state/store";
import type { Lesson } from "../chapter";
import { componentsNow } from "./components";
import { keptShare, loading, spreadOf } from "./model";
import { guessAt, planeOf } from "./plane";

/** What the dataset is without the reader's edits; made once, so that its components are found once. */
const unedited = memo((of: Dataset, names: readonly string[]) => ({
  x: featureMatrix(of, names),
  moments: featureMoments(of, names),
}));

/** The state's components, or null where there are none. */
function componentsOf(state: State) {
  const { centre, standardise, divisor } = state.pca;
  const found = componentsNow(dataset(state), features(state), featureRows(state), featureMomentsNow(state), {
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
    [
      "Going from the features to the components is ",
      { text: "a rotation", sets: { pca: { view: "original", space: false, sideBySide: false, turn: 0.5 } } },
      ". C itself is ",
      { text: "an average", sets: { pca: { view: "covariance", outer: 1 } } },
      " of one small matrix for each row. Resamples say ",
      {
        text: "how sure",
        sets: { pca: { view: "original", space: false, sideBySide: false, turn: 0, showBootstrap: true } },
      },
      " the components are; the table they rebuild says ",
      { text: "what they lose", sets: { pca: { view: "reconstruction" } } },
      ", and two distances say ",
      { text: "which rows", sets: { pca: { view: "outliers" } } },
      " they do not know.",
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
        const plane = planeOf(
          model,
          spreadOf(featureMomentsNow(state), featureRows(state)),
          features(state),
          [pca.featureX, pca.featureY],
          pca,
        );
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
      id: "pull",
      title: "One row is enough",
      text: ["With ‘Drag points’ carry one point so far that v₁ turns by more than 20°."],
      done: (state) => {
        const before = state.loaded.dataset;
        const now = componentsOf(state);
        if (!before || !now || state.data.edits.length === 0) return false;
        const { x, moments } = unedited(before, features(state));
        const found = componentsNow(before, features(state), x, moments, state.pca);
        if (found.kind === "none" || found.pca.columns.length !== now.columns.length) return false;
        const cosine = now.columns.reduce((sum, _, j) => sum + loading(now, j, 0) * loading(found.pca, j, 0), 0);
        return Math.abs(cosine) < Math.cos((20 * Math.PI) / 180);
      },
    },
    {
      id: "class",
      title: "Round up a class",
      text: ["Draw a lasso round all points of one class and none of another."],
      done: (state) => {
        const mask = selection(state);
        const codes = colour(state)?.codes;
        if (!mask || !codes) return false;
        const code = codes[mask.indexOf(1)] ?? -1;
        return code >= 0 && mask.every((meant, row) => (meant === 1) === (codes[row] === code));
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
      text: ["Drop a table anywhere on this page: CSV, TSV or JSON. It never leaves your browser."],
      done: ({ loaded }) => loaded.dataset?.id.startsWith("file:") ?? false,
    },
  ],
};
