/** The generated datasets: what each is called, what can be set, and within which limits. */
import { blobs, circles, gaussian, line, moons, type Shape, spirals, xor } from "./shapes";

export interface GeneratorParameter {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly initial: number;
  readonly whole: boolean;
}

export interface Recipe {
  readonly kind: string;
  readonly name: string;
  readonly about: string;
  readonly parameters: readonly GeneratorParameter[];
  readonly shape: Shape;
  /** Names of the classes; none where the points have no class. */
  readonly classes: readonly string[];
  readonly columns: readonly [string, string];
  readonly target: string;
}

const parameter = (name: string, min: number, max: number, initial: number, whole = false): GeneratorParameter => ({
  name,
  min,
  max,
  initial,
  whole,
});

/** Each recipe has n first and seed last. */
const recipe = (
  kind: string,
  name: string,
  about: string,
  shape: Shape,
  own: readonly GeneratorParameter[],
  classes: readonly string[],
): Recipe => ({
  kind,
  name,
  about,
  shape,
  parameters: [parameter("n", 2, 100_000, 200, true), ...own, parameter("seed", 0, 2 ** 32 - 1, 1, true)],
  classes,
  columns: ["x1", "x2"],
  target: "",
});

const noise = (initial: number) => parameter("noise", 0, 2, initial);

/** In the order in which the list shows them. */
export const RECIPES: readonly Recipe[] = [
  recipe(
    "blobs",
    "Blobs",
    "Round clouds around a circle, which straight lines part.",
    blobs,
    [parameter("classes", 2, 6, 3, true), parameter("spread", 0, 3, 0.6)],
    ["A", "B", "C", "D", "E", "F"],
  ),
  recipe(
    "moons",
    "Moons",
    "Two half circles that hold each other: no line parts them, one bend does.",
    moons,
    [noise(0.1)],
    ["upper", "lower"],
  ),
  recipe(
    "circles",
    "Circles",
    "A ring within a ring: the distance from the middle is what tells.",
    circles,
    [parameter("inner", 0.05, 0.95, 0.5), noise(0.08)],
    ["outer", "inner"],
  ),
  recipe(
    "xor",
    "XOR",
    "Opposite quarters share a class: each column alone tells nothing.",
    xor,
    [noise(0.05)],
    ["same sign", "opposite"],
  ),
  recipe(
    "spirals",
    "Spirals",
    "Two arms wound around each other: hard for a small network.",
    spirals,
    [parameter("turns", 0.25, 3, 1.25), noise(0.03)],
    ["first arm", "second arm"],
  ),
  recipe(
    "gaussian",
    "Stretched Gaussian",
    "One cloud, longer along one direction: its components are known beforehand.",
    gaussian,
    [parameter("stretch", 1, 20, 3), parameter("angle", 0, 180, 30)],
    [],
  ),
  {
    ...recipe(
      "line",
      "Line with noise",
      "y = slope · x + intercept + noise, for least squares.",
      line,
      [parameter("slope", -10, 10, 0.8), parameter("intercept", -10, 10, 0.5), noise(0.4)],
      [],
    ),
    columns: ["x", "y"],
    target: "y",
  },
];
