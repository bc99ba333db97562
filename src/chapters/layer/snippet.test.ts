import { beforeEach, describe, expect, it } from "vitest";
import { moons } from "../../../tests/support/moons";
import { hasNumpy, runSnippets } from "../../../tests/support/numpy";
import { ACTIVATIONS } from "../../math";
import { NO_COLOUR } from "../../state/derived";
import { DEFAULTS } from "../../state/parameters";
import { store, update } from "../../state/store";
import { now, trainSlice, wanted } from "./networkSources";
import { layerSnippet, networkSnippet } from "./snippet";

/** What each snippet printed, or its error. */
const printedBy = (snippets: readonly string[]) =>
  runSnippets(snippets).map(({ output, error }) => (error === "" ? output : error));
const SLOW = 60_000;

const train = (step: number) => {
  update("layer", { step });
  while (trainSlice(wanted.get()));
};

describe.skipIf(!hasNumpy)("Copy as NumPy", () => {
  beforeEach(() => {
    store.setState({ ...DEFAULTS, loaded: { dataset: moons(80), coming: null } });
    update("data", { features: ["a", "b"] });
  });

  it(
    "agrees with the numbers shown, for one layer with each σ, and fails where one is wrong",
    () => {
      const snippets = ACTIVATIONS.map((activation) => {
        update("layer", { activation, weights: [1, -2, 0.5, 30], bias: [0.1, -0.2], row: 7 });
        return layerSnippet();
      });
      const wrong = layerSnippet().replace("b = np.array([", "b = np.array([1 + ");
      const printed = printedBy([...snippets, wrong]);
      expect(printed.slice(0, -1).map((text) => text.slice(0, 11))).toEqual(ACTIVATIONS.map(() => "W @ x + b ="));
      expect(printed.at(-1)).toContain("AssertionError");
    },
    SLOW,
  );

  it(
    "agrees with loss and accuracy of a trained network with each σ, with those of a regression, and fails where a weight is wrong",
    () => {
      const snippets = ACTIVATIONS.map((hiddenActivation) => {
        update("layer", { mode: "network", hidden: [5, 3], hiddenActivation });
        train(40);
        return networkSnippet();
      });
      const wrong = networkSnippet().replace("b.append(np.array([", "b.append(np.array([1 + ");
      update("data", { colour: NO_COLOUR });
      update("layer", { hidden: [] });
      train(30);
      expect(now.get()?.run.task.kind).toBe("regression");
      const printed = printedBy([...snippets, networkSnippet(), wrong]);
      expect(printed.slice(0, -1).filter((text) => /^train: loss .*\ntest: loss/.test(text))).toHaveLength(8);
      expect(printed.at(-2)).toContain("R squared");
      expect(printed.at(-1)).toContain("AssertionError");
    },
    SLOW,
  );
});

describe("now", () => {
  it("is the same network for the same parameters, after undo as after a reload", () => {
    store.setState({ ...DEFAULTS, loaded: { dataset: moons(80), coming: null } });
    update("data", { features: ["a", "b"] });
    train(60);
    const before = [...(now.get()?.parameters ?? [])];
    update("layer", { learningRate: 1 });
    train(60);
    expect([...(now.get()?.parameters ?? [])]).not.toEqual(before);
    update("layer", { learningRate: 0.03 });
    // The run was kept, so the network is there at once, without a slice of training.
    expect(now.get()?.step).toBe(60);
    expect([...(now.get()?.parameters ?? [])]).toEqual(before);
  });

  it("says nothing it does not know where the dataset has no numbers", () => {
    const empty = {
      ...moons(5),
      columns: [],
      moments: { n: 0, mean: new Float64Array(0), comoment: new Float64Array(0) },
    };
    store.setState({ ...DEFAULTS, loaded: { dataset: empty, coming: null } });
    expect(now.get()).toBeNull();
    expect(networkSnippet()).toContain("nothing to learn");
  });
});
