import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moons } from "../../../tests/support/moons";
import type { Dataset } from "../../data/dataset";
import {
  ACTIVATIONS,
  backward,
  createRandom,
  flatten,
  forward,
  initialNetwork,
  initialState,
  lossOf,
  type Matrix,
  OPTIMISERS,
  transpose,
  unflatten,
  updateStep,
} from "../../math";
import { readInputs } from "./inputs";
import { createRun, LAST_STEP, RECORD_EVERY, type Setting } from "./run";
import { readTask, type Task } from "./task";

function taskOf(data: Dataset, kind: Task["kind"] = "classes"): Task {
  const column = (name: string) => data.columns.find((c) => c.name === name);
  const category = column("moon");
  const target = column("c");
  const inputs = readInputs(
    data,
    ["a", "b"],
    kind === "classes" && category?.kind === "category" ? category : undefined,
    target?.kind === "number" ? target : undefined,
    "",
    "",
  );
  const task = readTask(inputs, target?.kind === "number" ? target : undefined);
  if (task.kind === "missing") throw new Error(task.text);
  return task;
}

const SETTING: Setting = {
  hidden: [6, 6],
  activation: "tanh",
  optimiser: "adam",
  learningRate: 0.03,
  beta: 0.9,
  batch: 0,
  seed: 1,
};
const always = () => false;
const settings = fc.record({
  hidden: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 3 }),
  activation: fc.constantFrom(...ACTIVATIONS),
  optimiser: fc.constantFrom(...OPTIMISERS),
  learningRate: fc.double({ min: 1e-4, max: 0.1, noNaN: true }),
  beta: fc.constant(0.9),
  batch: fc.constantFrom(0, 1, 8, 32, 1000),
  seed: fc.nat(1e6),
});

describe("createRun", () => {
  const task = taskOf(moons(60));

  it("trains as backward and updateStep do from the same initial weights", () => {
    const run = createRun(task, SETTING);
    run.advance(40, always);
    const n = task.trainRows;
    const rows = <T extends Float64Array>(values: T, cols: number): Matrix => {
      const whole = transpose({ rows: cols, cols: task.rows.length, data: values });
      return { rows: n, cols, data: whole.data.slice(0, n * cols) };
    };
    let network = initialNetwork([2, 6, 6, 2], "tanh", "identity", createRandom(1));
    const [x, t] = [rows(task.x, 2), rows(task.target, 2)];
    let state = initialState(flatten(network.layers).length);
    for (let k = 0; k < 40; k++) {
      const gradient = flatten(backward(network, x, t, "crossEntropy").layers);
      const moved = updateStep("adam", flatten(network.layers), gradient, state, { learningRate: 0.03 });
      network = unflatten(network, moved.x);
      state = moved.state;
    }
    const mine = run.parametersAt(40);
    flatten(network.layers).forEach((v, k) => {
      expect(Math.abs((mine[k] ?? 0) - v)).toBeLessThan(1e-9);
    });
    const loss = lossOf("crossEntropy", forward(network, x).outputs.at(-1) as Matrix, t).loss;
    expect(run.measure(mine).trainLoss).toBeCloseTo(loss, 9);
  });

  it("has the same weights at a step however it came there: at once, in slices, or back from further on", () => {
    fc.assert(
      fc.property(settings, fc.integer({ min: 0, max: 70 }), (how, step) => {
        const straight = createRun(task, how);
        straight.advance(step, always);
        const sliced = createRun(task, how);
        while (sliced.reached() < step && !sliced.blowup()) sliced.advance(step, () => true);
        const beyond = createRun(task, how);
        beyond.advance(90, always);
        const at = straight.reached();
        expect([...sliced.parametersAt(at)]).toEqual([...straight.parametersAt(at)]);
        expect([...beyond.parametersAt(at)]).toEqual([...straight.parametersAt(at)]);
        // And going back disturbs nothing: the next step is still the one it was.
        const front = beyond.reached();
        const before = [...beyond.parametersAt(front)];
        expect([...beyond.parametersAt(Math.floor(front / 2))]).toHaveLength(before.length);
        const again = createRun(task, how);
        again.advance(front + 3, always);
        beyond.advance(front + 3, always);
        const last = Math.min(again.reached(), beyond.reached());
        expect([...beyond.parametersAt(last)]).toEqual([...again.parametersAt(last)]);
      }),
      { numRuns: 40 },
    );
  });

  it("starts from other weights with another seed, and from the same with the same", () => {
    const at = (seed: number) => [...createRun(task, { ...SETTING, seed }).parametersAt(0)];
    expect(at(1)).toEqual(at(1));
    expect(at(2)).not.toEqual(at(1));
  });

  it("learns the moons: 95 % of the rows it has never seen", () => {
    const run = createRun(taskOf(moons(200)), SETTING);
    run.advance(400, always);
    const { trainScore, testScore } = run.measure(run.parametersAt(400));
    expect(trainScore).toBeGreaterThanOrEqual(0.95);
    expect(testScore).toBeGreaterThanOrEqual(0.95);
    expect(run.record()).toHaveLength(400 / RECORD_EVERY + 1);
  });

  it("learns with mini-batches, in which every training row comes once an epoch", () => {
    const run = createRun(taskOf(moons(200)), { ...SETTING, batch: 16 });
    run.advance(600, always);
    expect(run.measure(run.parametersAt(600)).testScore).toBeGreaterThanOrEqual(0.95);
  });

  it("fits a number: R² of a linear target reaches 1", () => {
    const run = createRun(taskOf(moons(100), "regression"), { ...SETTING, hidden: [], learningRate: 0.05 });
    run.advance(800, always);
    expect(run.measure(run.parametersAt(800)).testScore).toBeGreaterThan(0.9999);
  });

  it("stops at the last step whose weights and losses are finite, and names the unit, where the learning rate is far too large", () => {
    for (const kind of ["classes", "regression"] as const)
      for (const activation of ["relu", "identity"] as const)
        for (const batch of [0, 8]) {
          const how: Setting = { ...SETTING, activation, optimiser: "gradientDescent", learningRate: 100, batch };
          const run = createRun(taskOf(moons(100), kind), how);
          run.advance(LAST_STEP, always);
          const found = run.blowup();
          // ReLU may die instead of blowing up: then it stands still, and nothing is to be said.
          if (!found && activation === "relu") continue;
          expect(found?.step).toBe(run.reached());
          expect(run.reached()).toBeLessThan(200);
          const last = run.parametersAt(run.reached());
          expect(last.every(Number.isFinite)).toBe(true);
          expect(Number.isFinite(run.measure(last).trainLoss)).toBe(true);
          expect(Number.isFinite(run.measure(last).testLoss)).toBe(true);
          expect(run.record().every(({ trainLoss }) => Number.isFinite(trainLoss))).toBe(true);
          expect(found?.layer).toBeGreaterThan(0);
          expect(found?.unit).toBeGreaterThan(0);
        }
  });
});

describe("readTask", () => {
  it("sets three tenths of the rows aside, each row once", () => {
    const task = taskOf(moons(200));
    expect([task.trainRows, task.rows.length]).toEqual([140, 200]);
    expect(new Set(task.rows).size).toBe(200);
  });

  it("uses at most 1000 rows and says so", () => {
    const task = taskOf(moons(1500));
    expect(task.rows).toHaveLength(1000);
    expect(task.notes.join()).toContain("1000 of 1500 rows");
  });

  it("says what is missing, in words", () => {
    const data = moons(10);
    const number = (name: string) => {
      const column = data.columns.find((c) => c.name === name);
      return column?.kind === "number" ? column : undefined;
    };
    const words = (inputs: ReturnType<typeof readInputs>, target: string) => {
      const task = readTask(inputs, number(target));
      return task.kind === "missing" ? task.text : "";
    };
    expect(words(null, "c")).toContain("no numbers");
    const one = { ...data, columns: data.columns.slice(0, 1) };
    expect(words(readInputs(one, ["a"], undefined, undefined, "", ""), "c")).toContain("has one");
    expect(words(readInputs(data, ["a", "b"], undefined, number("c"), "a", "c"), "c")).toContain("no category");
    const single = { kind: "category" as const, name: "moon", levels: ["x"], codes: new Int32Array(10) };
    expect(words(readInputs(data, ["a", "b"], single, undefined, "", ""), "c")).toContain("only one value");
  });

  it("works with a single row, which it cannot test on", () => {
    const task = taskOf(moons(1));
    expect(task.trainRows).toBe(1);
    expect(task.notes.join()).toContain("Too few rows");
    const run = createRun(task, SETTING);
    run.advance(3, always);
    expect(run.measure(run.parametersAt(3)).testLoss).toBeNaN();
    expect(Number.isFinite(run.measure(run.parametersAt(3)).trainLoss)).toBe(true);
  });
});
