/**
 * Activation functions σ(z) with σ′(z) and σ″(z), entry by entry. GELU is its tanh form (Hendrycks & Gimpel 2016), softplus log(1 + eᶻ).
 * At its kink a ReLU has its left slope, and its second derivative is 0 everywhere, as its pieces': a Hessian made with it is that of
 * the piece in which the point lies.
 */
export const ACTIVATIONS = ["identity", "relu", "leakyRelu", "tanh", "sigmoid", "gelu", "softplus"] as const;
export type ActivationName = (typeof ACTIVATIONS)[number];

export interface Activation {
  readonly value: (z: number) => number;
  readonly derivative: (z: number) => number;
  readonly second: (z: number) => number;
}

const LEAK = 0.01;
const sigmoid = (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));
/** σ(1 − σ), each factor with its own digits, where 1 − σ would have none left. */
const sigmoidSlope = (z: number) => sigmoid(z) * sigmoid(-z);
/** 1 − tanh², likewise. */
const tanhSlope = (z: number) => 1 / Math.cosh(z) ** 2;
const GELU = Math.sqrt(2 / Math.PI);
const CUBIC = 0.044715;
const geluInner = (z: number) => GELU * (z + CUBIC * z ** 3);
const geluInnerSlope = (z: number) => GELU * (1 + 3 * CUBIC * z * z);

export const activations: Readonly<Record<ActivationName, Activation>> = {
  identity: { value: (z) => z, derivative: () => 1, second: () => 0 },
  relu: { value: (z) => Math.max(z, 0), derivative: (z) => (z > 0 ? 1 : 0), second: () => 0 },
  leakyRelu: { value: (z) => (z > 0 ? z : LEAK * z), derivative: (z) => (z > 0 ? 1 : LEAK), second: () => 0 },
  tanh: { value: Math.tanh, derivative: tanhSlope, second: (z) => -2 * Math.tanh(z) * tanhSlope(z) },
  sigmoid: {
    value: sigmoid,
    derivative: sigmoidSlope,
    // 1 − 2σ(z) = −tanh(z/2).
    second: (z) => -sigmoidSlope(z) * Math.tanh(z / 2),
  },
  gelu: {
    value: (z) => 0.5 * z * (1 + Math.tanh(geluInner(z))),
    derivative: (z) => {
      const u = geluInner(z);
      return 0.5 * (1 + Math.tanh(u)) + 0.5 * z * tanhSlope(u) * geluInnerSlope(z);
    },
    second(z) {
      const u = geluInner(z);
      const slope = geluInnerSlope(z);
      const bend = 6 * CUBIC * GELU * z;
      return tanhSlope(u) * (slope + z * (bend / 2 - Math.tanh(u) * slope * slope));
    },
  },
  softplus: {
    value: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
    derivative: sigmoid,
    second: sigmoidSlope,
  },
};
