import { choice, edit, type Field, flag, integer, list, number, text, tuple, type ValuesOf } from "./field";

export const CHAPTERS = ["transform", "pca", "layer", "descent", "svd"] as const;
export type ChapterId = (typeof CHAPTERS)[number];

const OPTIMISERS = ["gradientDescent", "momentum", "nesterov", "adaGrad", "rmsProp", "adam"] as const;
const ACTIVATIONS = ["identity", "relu", "leakyRelu", "tanh", "sigmoid", "gelu", "softplus"] as const;
/** Cells that the reader may change. */
export const MOST_EDITS = 2000;
/** Beyond this a drawing in doubles loses its digits; a link or a cell that asks for more is refused. */
const DRAWABLE = 1e12;

const view = {
  /** World point at the middle of the stage. */
  centre: tuple([0, 0], DRAWABLE),
  /** World units across the shorter side of the stage. 0: fitted to what is shown. */
  span: number(0, 0, DRAWABLE),
};

/**
 * Every parameter of the app: type, range and default in one table.
 * The state's type, the link, what is stored and what undo restores are all read from it.
 */
export const PARAMETERS = {
  app: {
    chapter: choice("transform", CHAPTERS),
  },
  data: {
    /** A catalogue name, a generator with its arguments, or the identity of an imported file. */
    dataset: text("iris"),
    /** Columns that are X; empty means every numeric column. */
    features: list(text("", 500), [], 5000),
    /** Category that colours the points; empty means the dataset's own, NO_COLOUR none. */
    colour: text("", 500),
    /** Cells that the reader has changed: held row, column of the dataset, what stands there now. Rows from `held` on are added ones. */
    edits: list(edit, [], MOST_EDITS),
    /** Rows that the reader has added, each at the columns' means until its cells are edited. */
    added: integer(0, 0, 1000),
    /** The held rows that are meant in every picture, as `packRows` writes them; empty means none in particular. */
    selected: text("", 10_000),
    /** Number to be predicted; empty means the dataset's own, or its last number column. */
    target: text("", 500),
  },
  transform: {
    ...view,
    /** Rows × columns of A; each has its own matrix, so that going to another and back loses nothing. */
    shape: choice("2x2", ["2x2", "3x3", "3x2", "2x3"]),
    matrix: tuple([1, 1, 0.5, 1.5], DRAWABLE),
    matrix3: tuple([1, 0.5, 0, 0, 1, 0.5, 0.5, 0, 1], DRAWABLE),
    matrix32: tuple([1, -0.25, 0.25, 1, -0.5, 0.5], DRAWABLE),
    matrix23: tuple([1, 0, 0.5, 0, 1, 0.5], DRAWABLE),
    x: tuple([-1.2, 1.1], DRAWABLE),
    x3: tuple([-1, 1, 0.8], DRAWABLE),
    /** Further vectors beside x. */
    vectors: list(tuple([1, 0], DRAWABLE), [], 12),
    /** 2 × 2 matrices that are applied after A, first to last. */
    after: list(tuple([1, 0, 0, 1], DRAWABLE), [], 5),
    /** The same of 3 × 3. */
    after3: list(tuple([1, 0, 0, 0, 1, 0, 0, 0, 1], DRAWABLE), [], 5),
    /** Which of the readings of one matrix the scrubber plays. */
    reading: choice("grid", ["grid", "columns", "rows", "outer", "turns"]),
    /** The start of the reading at 0, its end at 1. */
    progress: number(1, 0, 1),
    interpolation: choice("straight", ["straight", "polar", "svd"]),
    /** What follows when Ax is dragged. */
    gives: choice("x", ["x", "A"]),
    /** How often A is applied to x over again. */
    iterations: integer(0, 0, 60),
    /** Each iterate is scaled back to the length of x: the power method. */
    unitSteps: flag(false),
    /** Error put on b = Ax. */
    error: tuple([0.3, 0.2], DRAWABLE),
    error3: tuple([0.3, 0.2, -0.1], DRAWABLE),
    showError: flag(false),
    showFibres: flag(false),
    showCovariance: flag(false),
    /** Shipped picture that A moves; empty for none. */
    picture: text(""),
    /** Of the random matrix. */
    seed: integer(0, 0, 4294967295),
    /** Degrees that the camera is turned about the vertical, and raised. */
    azimuth: number(30, -180, 180),
    elevation: number(22, -90, 90),
    /** World units across the shorter side of a picture in space; 0 is the default. */
    span3: number(0, 0, DRAWABLE),
    projection: choice("perspective", ["perspective", "orthographic"]),
    showGrid: flag(true),
    showCircle: flag(true),
    showEigen: flag(true),
    showArea: flag(true),
    showData: flag(true),
    /** Whether the points are columns of the dataset or its principal components' scores. */
    points: choice("columns", ["columns", "scores"]),
    /** Columns on the axes; empty means the two features of largest variance. */
    featureX: text("", 500),
    featureY: text("", 500),
    featureZ: text("", 500),
    showInverse: flag(false),
  },
  pca: {
    /** World point at the middle of the stage; `centre` is the preparation of the data. */
    middle: view.centre,
    span: view.span,
    view: choice("original", [
      "original",
      "scores",
      "biplot",
      "loadings",
      "strips",
      "reconstruction",
      "outliers",
      "covariance",
    ]),
    /** Original, scores and biplot: three axes instead of two. */
    space: flag(false),
    /** Features on the axes of the original view; empty means those of largest variance. */
    featureX: text("", 500),
    featureY: text("", 500),
    featureZ: text("", 500),
    componentX: integer(0, 0, 4999),
    componentY: integer(1, 0, 4999),
    componentZ: integer(2, 0, 4999),
    /** Two scores, of which the row that they stand for is drawn where rows are pictures. */
    probe: tuple([0, 0], DRAWABLE),
    /** From the original axes, 0, to those of the components, 1: the rotation on its way. */
    turn: number(0, 0, 1),
    /** Degrees that the camera is turned about the vertical, and raised. */
    azimuth: number(-60, -180, 180),
    elevation: number(22, -90, 90),
    /** World units across the shorter side of a picture in space. 0: fitted to the points. */
    span3: number(0, 0, DRAWABLE),
    /** What a pointer on the stage does with the points. */
    tool: choice("look", ["look", "drag", "box", "lasso"]),
    /** Components whose sign is the other one than the largest loading gives, since a drag has carried them there. */
    flipped: list(integer(0, 0, 4999), [], 5000),
    /** Reconstruction: the rows that are made worst first, instead of all in their order. */
    worstFirst: flag(true),
    /** Per cent of normal rows that stay below the control limits of T² and Q. */
    controlLevel: choice("95", ["95", "99"]),
    /** What the table of features holds. */
    measure: choice("loadings", ["loadings", "correlations", "cos2", "contributions"]),
    /** Loadings: bars, the largest first or in the features' order, or arrows in the circle of correlations. */
    loadingForm: choice("bars", ["bars", "sorted", "circle"]),
    /** Strips: all on one scale, or each in its own standard deviations. */
    stripScale: choice("common", ["common", "own"]),
    /** Bars of the explained variance end to end. */
    cumulative: flag(false),
    /** Components of 50 resamples, as a fan. */
    showBootstrap: flag(false),
    /** One ellipse for each class. */
    showClassEllipses: flag(false),
    /** How many rows' outer products are in the average, in the view that builds C; 0 is none yet. */
    outer: integer(0, 0, 1e9),
    /** Raw and standardised beside each other. */
    sideBySide: flag(false),
    centre: flag(true),
    standardise: flag(false),
    divisor: choice("n", ["n", "n-1"]),
    kept: integer(2, 1, 5000),
    /** Degrees from the horizontal axis to the line that the reader turns by hand. */
    axis: number(-30, -180, 180),
    showGuess: flag(true),
    showThreads: flag(true),
    showEllipse: flag(true),
    /** Number of the row, from 1, whose card stays open; 0 for none. */
    point: integer(0, 0, 1e9),
  },
  layer: {
    ...view,
    mode: choice("layer", ["layer", "network"]),
    weights: tuple([1, 1, 0.5, 1.5], DRAWABLE),
    bias: tuple([0.5, -0.5], DRAWABLE),
    activation: choice("tanh", ACTIVATIONS),
    /** 0 is x, 1 Wx, 2 Wx + b, 3 σ(Wx + b). */
    progress: number(3, 0, 3),
    /** Columns on the axes; empty means the first two features. */
    featureX: text("", 500),
    featureY: text("", 500),
    /** Held row whose x stands in the formula. */
    row: integer(0, 0, 1e9),
    /** Units of each hidden layer. */
    hidden: list(integer(4, 1, 8), [6, 6], 6),
    hiddenActivation: choice("tanh", ACTIVATIONS),
    optimiser: choice("adam", OPTIMISERS),
    learningRate: number(0.03, 1e-6, 100),
    /** Of momentum and Nesterov. */
    beta: number(0.9, 0, 0.9999),
    /** Rows in a mini-batch; 0 is all of them. */
    batch: integer(0, 0, 1024),
    pace: choice("normal", ["slow", "normal", "fast"]),
    seed: integer(1, 0, 4294967295),
    /** Training steps taken from the initial weights; the network itself is derived. */
    step: integer(0, 0, 1_000_000),
  },
  descent: {
    ...view,
    loss: choice("quadratic", ["quadratic", "leastSquares"]),
    /** Eigenvalues of the quadratic's Hessian, larger first. */
    lambda: tuple([10, 1], 1e6),
    /** Degrees from the horizontal axis to the eigenvector of the smaller eigenvalue. */
    tilt: number(30, -180, 180),
    start: tuple([-3, 2.5], DRAWABLE),
    learningRate: number(0.17, 0, 1e6),
    optimiser: choice("gradientDescent", OPTIMISERS),
    beta: number(0.9, 0, 0.9999),
    step: integer(6, 0, 10000),
    /** Column that the line predicts from; empty means the first feature that is not the target. */
    featureX: text("", 500),
    standardise: flag(false),
    /** Least squares: while true, start and α are the quadratic's, carried over to the data's valley at the same α·λ₁. */
    fitted: flag(true),
    /** Least squares, once the reader has set start or α: both as given. */
    lineStart: tuple([0, 0], DRAWABLE),
    lineRate: number(0, 0, 1e6),
    showContours: flag(true),
    showEigen: flag(true),
  },
  svd: {
    /** A shipped picture's name, or the identity of the reader's own. */
    picture: text("tartan"),
    rank: integer(8, 0, 1024),
    compare: choice("reconstruction", ["reconstruction", "original", "residual"]),
  },
} as const;

type Table = typeof PARAMETERS;
export type SliceName = keyof Table;
export type Parameters = { readonly [S in SliceName]: ValuesOf<Table[S]> };

export const SLICES = Object.keys(PARAMETERS) as readonly SliceName[];

export const DEFAULTS: Parameters = fill((field) => field.default);

/** A whole state from a rule for each field. */
export function fill(rule: (field: Field<unknown>, slice: string, name: string) => unknown): Parameters {
  return Object.fromEntries(
    Object.entries(PARAMETERS).map(([slice, fields]) => [
      slice,
      Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, rule(field, slice, name)])),
    ]),
  ) as unknown as Parameters;
}
