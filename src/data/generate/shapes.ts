/** How each generated dataset places its points: parameters and chance in, points out. */
import type { Random } from "../../math";

/** x, y and the index of the class. */
export type Point = readonly [number, number, number];
/** Places point i; classes take turns, so that every part of the table is balanced. */
export type Shape = (i: number, parameter: (name: string) => number, random: Random) => Point;

const TURN = 2 * Math.PI;

/** Round clouds, their middles evenly around a circle of radius 3. */
export const blobs: Shape = (i, parameter, random) => {
  const c = i % parameter("classes");
  const angle = (TURN * c) / parameter("classes") + 0.5;
  return jittered(3 * Math.cos(angle), 3 * Math.sin(angle), c, parameter("spread"), random);
};

/** Two half circles of radius 1, each with its end in the other's hollow. */
export const moons: Shape = (i, parameter, random) => {
  const t = Math.PI * random.next();
  const noise = parameter("noise");
  return i % 2 === 0
    ? jittered(Math.cos(t), Math.sin(t), 0, noise, random)
    : jittered(1 - Math.cos(t), 0.5 - Math.sin(t), 1, noise, random);
};

/** A ring of radius 1 and a smaller one inside. */
export const circles: Shape = (i, parameter, random) => {
  const t = TURN * random.next();
  const radius = i % 2 === 0 ? 1 : parameter("inner");
  return jittered(radius * Math.cos(t), radius * Math.sin(t), i % 2, parameter("noise"), random);
};

/** The class says whether x and y had the same sign before the noise. */
export const xor: Shape = (i, parameter, random) => {
  const x = random.next() * (random.next() < 0.5 ? -1 : 1);
  const y = random.next() * Math.sign(x) * (i % 2 === 0 ? 1 : -1);
  return jittered(x, y, i % 2, parameter("noise"), random);
};

/** Two arms, half a turn apart; the square root spreads the points evenly over the disc. */
export const spirals: Shape = (i, parameter, random) => {
  const t = Math.sqrt(random.next());
  const angle = TURN * parameter("turns") * t + Math.PI * (i % 2);
  return jittered(t * Math.cos(angle), t * Math.sin(angle), i % 2, parameter("noise"), random);
};

/** R diag(stretch, 1) z, z standard normal, R the rotation by `angle` degrees. */
export const gaussian: Shape = (_, parameter, random) => {
  const along = parameter("stretch") * random.normal();
  const across = random.normal();
  const angle = (TURN * parameter("angle")) / 360;
  return [along * Math.cos(angle) - across * Math.sin(angle), along * Math.sin(angle) + across * Math.cos(angle), 0];
};

/** y = slope · x + intercept + noise, x uniform over [−3, 3]. */
export const line: Shape = (_, parameter, random) => {
  const x = 6 * random.next() - 3;
  return [x, parameter("slope") * x + parameter("intercept") + parameter("noise") * random.normal(), 0];
};

const jittered = (x: number, y: number, c: number, noise: number, random: Random): Point => [
  x + noise * random.normal(),
  y + noise * random.normal(),
  c,
];
