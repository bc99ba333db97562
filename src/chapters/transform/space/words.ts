/** The numbers of a matrix of three rows or columns in words: what the text twin, the notes and the readouts say. */
import { axisAngle3, cross3, norm3, scale3, type Vec3 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { columnSpaceOf, eigenspacesOf, nullSpaceOf, type SpaceReading } from "./reading";

/** A point or direction, as '(0.5, 0, −1.2)'; of the plane two numbers. */
export const vectorWords = (v: readonly number[]): string =>
  `(${v.map((x) => formatNumber(x, Math.max(...v.map(Math.abs)))).join(", ")})`;

/** What stands over the two stages of a matrix that is not square, input first. */
export const stageTitles = (shape: "3x2" | "2x3"): readonly [string, string] =>
  shape === "3x2" ? ["Input: the plane", "Output: space"] : ["Input: space", "Output: the plane"];

/** A point as a handle says it. */
export const placeWords = (v: readonly number[]): string =>
  v.map((x) => formatNumber(x, Math.max(1, ...v.map(Math.abs)))).join(", ");

const degrees = (radians: number) => `${formatNumber((radians * 180) / Math.PI, 180)}°`;
const times = (value: number, scale: number) => `×${formatNumber(value, scale)}`;

export const NOT_SQUARE = "only square matrices have one";

/** The eigenvalues as the inspector says them. */
export function eigenvalueWords({ square, scale }: SpaceReading): string {
  if (!square) return NOT_SQUARE.replace("one", "them");
  const { eig } = square;
  const say = (value: number) => formatNumber(value, scale);
  switch (eig.kind) {
    case "every":
      return `${say(eig.value)}, every direction`;
    case "complex":
      return `${say(eig.value)}, ${say(eig.re)} ± ${say(eig.im)}i`;
    case "defective":
      return `${eig.values.map(say).join(", ")}: defective`;
    case "real":
      return eig.values.map(say).join(", ");
  }
}

/** What the eigenvalues mean where three lines do not say it; empty where they do. */
export function eigenNote({ square, scale }: SpaceReading): string {
  if (!square) return "";
  const { eig } = square;
  switch (eig.kind) {
    case "every":
      return "Every vector is an eigenvector: A only scales.";
    case "complex": {
      const normal = cross3(eig.plane[0], eig.plane[1]);
      const axis = scale3(1 / (norm3(normal) || 1), normal);
      return `One real eigenvector, λ = ${formatNumber(eig.value, scale)} along ${vectorWords(eig.axis)}. The plane across ${vectorWords(upward(axis))} is turned by ${degrees(eig.angle)} and stretched ${times(eig.modulus, scale)} each time.`;
    }
    case "defective":
      return `Defective: three eigenvalues, but only ${eig.vectors.length === 1 ? "one direction that keeps its line" : "two directions that keep their lines"}.`;
    case "real": {
      const repeated = eigenspacesOf(eig).find(({ space }) => space.kind === "plane");
      return repeated
        ? `λ = ${formatNumber(repeated.value, scale)} twice: every vector of a plane is an eigenvector.`
        : "";
    }
  }
}

/** The direction or its opposite, whichever has its first entry that is not zero positive. */
const upward = (v: Vec3): Vec3 => ((v.find((x) => Math.abs(x) > 1e-12) ?? 1) < 0 ? [0 - v[0], 0 - v[1], 0 - v[2]] : v);

/** A rotation by its axis and angle, a reflection as such; empty for other matrices. */
export function turnWords({ matrix, square }: SpaceReading): string {
  if (!square?.orthogonal) return "";
  const turn = axisAngle3(matrix);
  if (!turn) return "Orthogonal with det −1: it reflects, and keeps all lengths.";
  if (turn.angle === 0) return "";
  return `A rotation by ${degrees(turn.angle)} about ${vectorWords(turn.axis)}.`;
}

export function columnSpaceWords(reading: SpaceReading): string {
  const space = columnSpaceOf(reading);
  const all = reading.shape === "2x3" ? "the whole plane" : "all of space";
  if (space.kind === "all") return all;
  if (space.kind === "origin") return "the origin alone";
  const size = reading.shape === "2x3" ? 2 : 3;
  return space.kind === "line"
    ? `the line along ${vectorWords(space.direction.slice(0, size))}`
    : `the plane across ${vectorWords(upward(space.normal))}`;
}

export function nullSpaceWords(reading: SpaceReading): string {
  const space = nullSpaceOf(reading);
  const size = reading.shape === "3x2" ? 2 : 3;
  if (space.kind === "origin") return "the origin alone: nothing is lost";
  if (space.kind === "all") return size === 2 ? "the whole plane" : "all of space";
  return space.kind === "line"
    ? `the line along ${vectorWords(upward(space.direction).slice(0, size))}`
    : `the plane across ${vectorWords(upward(space.normal))}`;
}

/** The picture of the matrix of this name in a sentence: for screen readers, captions and alternative text. */
export function spaceSentenceOf(reading: SpaceReading, name = "A"): string {
  const { shape, rank, singular, scale, v, square } = reading;
  const measure = shape === "3x3" ? "volume" : "area";
  if (rank === 0) return `${name} sends every vector to the origin: rank 0, ${measure} 0.`;
  const long = upward(v[0]).slice(0, shape === "3x2" ? 2 : 3);
  const [most = 0] = singular;
  const even = most - (singular.at(-1) ?? 0) <= 1e-9 * most;
  const stretch = even
    ? `stretches every direction alike, ${times(most, scale)}`
    : `stretches most, ${times(most, scale)}, along ${vectorWords(long)}`;
  if (square) {
    if (rank < 3)
      return `${name} ${stretch}; it flattens space onto ${columnSpaceWords(reading)}: rank ${rank}, volume 0, not invertible. What it loses is ${nullSpaceWords(reading)}.`;
    const volume = `volume ${times(Math.abs(square.det), scale ** 3)}`;
    return [
      `${name} ${stretch}; ${volume}; ${square.det < 0 ? "space is reflected" : "no reflection"}.`,
      turnWords(reading),
      eigenNote(reading),
    ]
      .filter((part) => part !== "")
      .join(" ");
  }
  if (shape === "3x2") {
    if (rank === 1)
      return `A lays the plane into space and flattens it onto ${columnSpaceWords(reading)}: rank 1, area 0. It ${stretch}.`;
    return `A lays the plane into space as ${columnSpaceWords(reading)}. It ${stretch}; area ${times((singular[0] ?? 0) * (singular[1] ?? 0), scale * scale)}; nothing is lost, rank 2.`;
  }
  return `A brings space down to ${columnSpaceWords(reading)}: rank ${rank}. It ${stretch}. What it loses is ${nullSpaceWords(reading)}.`;
}
