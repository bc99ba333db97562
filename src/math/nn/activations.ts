/** Activation functions σ(z) and their derivatives σ′(z), entry by entry. */
export const ACTIVATIONS = ["identity", "relu", "leakyRelu", "tanh", "sigmoid", "gelu", "softplus"] as const;
export type ActivationName = (typeof ACTIVATIONS)[number];

export interface Activation {
  readonly value: (z: number) => number;
  readonly derivative: (z: number) => number;
}

const LEAK = 0.01;
const sigmoid = (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));
/** √(2/π), of the tanh form of GELU (Hendrycks & Gimpel 2016). */
const GELU = Math.sqrt(2 / Math.PI);
const geluInner = (z: number) => GELU * (z + 0.044715 * z ** 3);

export const activations: Readonly<Record<ActivationName, Activation>> = {
  identity: { value: (z) => z, derivative: () => 1 },
  // The subgradient at 0 is 0, for both kinds of ReLU its left slope.
  relu: { value: (z) => Math.max(z, 0), derivative: (z) => (z > 0 ? 1 : 0) },
  leakyRelu: { value: (z) => (z > 0 ? z : LEAK * z), derivative: (z) => (z > 0 ? 1 : LEAK) },
  tanh: { value: Math.tanh, derivative: (z) => 1 - Math.tanh(z) ** 2 },
  sigmoid: { value: sigmoid, derivative: (z) => sigmoid(z) * (1 - sigmoid(z)) },
  gelu: {
    value: (z) => 0.5 * z * (1 + Math.tanh(geluInner(z))),
    derivative: (z) => {
      const t = Math.tanh(geluInner(z));
      return 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * GELU * (1 + 3 * 0.044715 * z * z);
    },
  },
  softplus: { value: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), derivative: sigmoid },
};
