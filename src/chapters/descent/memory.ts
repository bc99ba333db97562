/** What an optimiser remembers between steps, as rows of numbers: the very arrays that its next step starts from. */
import type { Optimiser, Snapshot } from "../../math";
import { formatNumber } from "../../scene/formatNumber";

/** Where the memory is zero by definition nothing has been divided yet. */
const EPSILON = 1e-8;
const pair = (values: ArrayLike<number>) =>
  `${formatNumber(values[0] ?? 0, scaleOf(values))}, ${formatNumber(values[1] ?? 0, scaleOf(values))}`;
const scaleOf = (values: ArrayLike<number>) => Math.max(Math.abs(values[0] ?? 0), Math.abs(values[1] ?? 0)) || 1;

export interface MemoryRow {
  readonly label: string;
  readonly value: (at: Snapshot, learningRate: number) => string;
}

const velocity: MemoryRow = { label: "v, sum of past gradients", value: ({ state }) => pair(state.first) };
const rates = (second: (at: Snapshot) => readonly number[]): MemoryRow => ({
  label: "α for w₁, w₂ just now",
  value: (at, alpha) =>
    at.state.step === 0 ? "set by the first step" : pair(second(at).map((s) => alpha / (Math.sqrt(s) + EPSILON))),
});

/** Rows for the inspector; none for an optimiser without a memory. Conventions as in math/optimize/optimisers. */
export const MEMORY: Readonly<Record<Optimiser, readonly MemoryRow[]>> = {
  gradientDescent: [],
  momentum: [velocity],
  nesterov: [velocity],
  adaGrad: [
    { label: "s, sum of squares", value: ({ state }) => pair(state.second) },
    rates(({ state }) => [...state.second]),
  ],
  rmsProp: [
    { label: "s, running mean of squares", value: ({ state }) => pair(state.second) },
    rates(({ state }) => [...state.second]),
  ],
  adam: [
    { label: "m, running mean", value: ({ state }) => pair(state.first) },
    { label: "s, running mean of squares", value: ({ state }) => pair(state.second) },
    rates(({ state }) => [...state.second].map((s) => s / (1 - 0.999 ** state.step))),
  ],
};
