import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Challenge } from "../chapters/chapter";
import { beginGesture, cancelGesture, commit, redo, undo } from "../state/history";
import { DEFAULTS, type Parameters } from "../state/parameters";
import { store, update } from "../state/store";
import { challengesDone, setStage, watchChallenges } from "./challenges";

type Matrix = Parameters["transform"]["matrix"];
const FLAT = [1, 2, 2, 4] as unknown as Matrix;
const ROUND = [1, 0, 0, 1] as unknown as Matrix;
const reader = (matrix: Matrix) => commit(() => update("transform", { matrix }));
const link = (matrix: Matrix) => store.setState({ transform: { ...DEFAULTS.transform, matrix } });

let flat: Challenge;
let told: string[];
let stop = () => {};
const watch = () => {
  stop = watchChallenges([flat], ({ title }) => told.push(title));
};
const isDone = () => challengesDone.get().has(flat);

beforeEach(() => {
  cancelGesture();
  store.setState(DEFAULTS);
  store.temporal.getState().clear();
  // A challenge of its own for each test: what is done stays done.
  flat = {
    id: "flat",
    title: "Flatten",
    text: [],
    done: ({ transform: { matrix: m } }) => m[0] * m[3] === m[1] * m[2],
  };
  told = [];
});
afterEach(() => stop());

describe("a challenge", () => {
  it("is ticked by the reader's own change, is told once, and stays ticked", () => {
    watch();
    reader(FLAT);
    expect(isDone()).toBe(true);
    reader(ROUND);
    reader(FLAT);
    expect(isDone()).toBe(true);
    expect(told).toEqual(["Flatten"]);
    stop();
    watch();
    expect(isDone()).toBe(true);
  });

  it("is not ticked where a link opened on what it asks for, until the reader has left that and come again", () => {
    link(FLAT);
    watch();
    commit(() => update("transform", { progress: 0.5 }));
    expect(isDone()).toBe(false);
    reader(ROUND);
    expect(isDone()).toBe(false);
    reader([2, 4, 1, 2] as unknown as Matrix);
    expect(isDone()).toBe(true);
  });

  it("is not ticked by a link that comes later, nor by undo and redo", () => {
    watch();
    reader(ROUND);
    link(FLAT);
    commit(() => update("transform", { progress: 0.5 }));
    expect(isDone()).toBe(false);
    stop();
    reader(ROUND);
    reader(FLAT);
    undo();
    watch();
    redo();
    commit(() => update("transform", { progress: 0.25 }));
    expect(isDone()).toBe(false);
  });

  it("is not ticked by a word of the lesson that sets the stage, and can still be met by hand", () => {
    watch();
    setStage({ transform: { matrix: FLAT } });
    expect(store.getState().transform.matrix).toEqual(FLAT);
    expect(store.temporal.getState().pastStates).toHaveLength(1);
    commit(() => update("transform", { progress: 0.5 }));
    expect(isDone()).toBe(false);
    reader(ROUND);
    reader(FLAT);
    expect(isDone()).toBe(true);
  });

  it("is not ticked by a gesture that is taken back", () => {
    watch();
    beginGesture();
    update("transform", { matrix: FLAT });
    cancelGesture();
    expect(isDone()).toBe(false);
    reader(FLAT);
    expect(isDone()).toBe(true);
  });

  it("is ticked where what the reader asked for comes only after the gesture, as training does", () => {
    let trained = false;
    flat = { ...flat, done: () => trained };
    watch();
    reader(ROUND);
    trained = true;
    commit(() => update("transform", { progress: 0.5 }));
    expect(isDone()).toBe(true);
  });
});
