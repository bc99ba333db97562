import { spawnSync } from "node:child_process";
import { beforeEach, describe, expect, it } from "vitest";
import { moons } from "../../../tests/support/moons";
import { ACTIVATIONS } from "../../math";
import { NO_COLOUR } from "../../state/derived";
import { DEFAULTS } from "../../state/parameters";
import { store, update } from "../../state/store";
import { now, trainSlice, wanted } from "./networkSources";
import { layerSnippet, networkSnippet } from "./snippet";

/** Runs each snippet by itself in one Python, whose numpy takes long to load; what it printed, or its error. */
function python(snippets: readonly string[]): readonly string[] | null {
  const code = `
import numpy, json, io, contextlib, sys
results = []
for code in json.load(sys.stdin):
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(code, {})
        results.append(out.getvalue())
    except Exception as error:
        results.append(type(error).__name__ + ": " + str(error))
print(json.dumps(results))
`;
  const { status, stdout } = spawnSync("python3", ["-c", code], { input: JSON.stringify(snippets), encoding: "utf8" });
  return status === 0 ? (JSON.parse(stdout) as string[]) : null;
}
const here = python([]) !== null;
if (!here) process.stderr.write("SKIPPED: the snippets are not run, since python3 with numpy is not here\n");
const SLOW = 60_000;

const train = (step: number) => {
  update("layer", { step });
  while (trainSlice(wanted.get()));
};

describe.skipIf(!here)("Copy as NumPy", () => {
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
      const printed = python([...snippets, wrong]) ?? [];
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
      const printed = python([...snippets, networkSnippet(), wrong]) ?? [];
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
