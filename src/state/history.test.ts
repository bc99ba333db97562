import { beforeEach, describe, expect, it } from "vitest";
import { beginGesture, cancelGesture, commit, endGesture, onSettled, redo, undo } from "./history";
import { DEFAULTS } from "./parameters";
import { parametersOf, store, update } from "./store";

const matrix = () => store.getState().transform.matrix;

describe("history", () => {
  beforeEach(() => {
    cancelGesture();
    store.setState(DEFAULTS);
    store.temporal.getState().clear();
  });

  it("makes one step of a whole drag", () => {
    beginGesture();
    for (let k = 1; k <= 60; k++) update("transform", { matrix: [k, 0, 0, 1] });
    endGesture();
    expect(store.temporal.getState().pastStates).toHaveLength(1);
    undo();
    expect(matrix()).toEqual(DEFAULTS.transform.matrix);
    redo();
    expect(matrix()).toEqual([60, 0, 0, 1]);
  });

  it("leaves no step for a gesture that changed nothing or was taken back", () => {
    beginGesture();
    endGesture();
    beginGesture();
    update("transform", { matrix: [9, 0, 0, 9] });
    cancelGesture();
    expect(matrix()).toEqual(DEFAULTS.transform.matrix);
    expect(store.temporal.getState().pastStates).toHaveLength(0);
  });

  it("undoes each commit of any chapter, in order, and forgets the redone branch", () => {
    commit(() => update("transform", { matrix: [2, 0, 0, 2] }));
    commit(() => update("pca", { standardise: true }));
    undo();
    expect(store.getState().pca.standardise).toBe(false);
    expect(matrix()).toEqual([2, 0, 0, 2]);
    commit(() => update("svd", { rank: 3 }));
    redo();
    expect(store.getState().pca.standardise).toBe(false);
    undo();
    undo();
    expect(parametersOf(store.getState())).toEqual(DEFAULTS);
  });

  it("tells the link once for each settled change", () => {
    let settled = 0;
    const stop = onSettled(() => settled++);
    beginGesture();
    for (let k = 0; k < 10; k++) update("descent", { learningRate: k / 100 });
    expect(settled).toBe(0);
    endGesture();
    expect(settled).toBe(1);
    undo();
    expect(settled).toBe(2);
    stop();
  });
});
