/** Where the units of a network's diagram stand, and its edges by weight. */
import type { FlatShape } from "../../../math";
import { type PathShape, pathShape } from "../../../scene/shape";

export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  /** Side of a unit's picture. */
  readonly side: number;
  /** Centre of each unit, by layer. */
  readonly places: readonly (readonly (readonly [number, number])[])[];
}

const WIDTH = 288;
const TALLEST = 300;
const MOST_SHOWN = 8;
const GAP = 6;

/** Layers in columns, left to right; a picture is as large as the fullest row or column allows, 18 to 40 pixels. */
export function layoutOf({ sizes }: Pick<FlatShape, "sizes">): DiagramLayout {
  const shown = sizes.map((size) => Math.min(MOST_SHOWN, size));
  const fullest = Math.max(...shown);
  const across = WIDTH / sizes.length;
  const side = Math.floor(Math.max(18, Math.min(40, across - 10, TALLEST / fullest - GAP)));
  const height = fullest * (side + GAP);
  return {
    width: WIDTH,
    height,
    side,
    places: shown.map((units, l) =>
      Array.from({ length: units }, (_, u): readonly [number, number] => [
        side / 2 + 1 + (l * (WIDTH - side - 2)) / Math.max(1, sizes.length - 1),
        height / 2 + (u - (units - 1) / 2) * (side + GAP),
      ]),
    ),
  };
}

/** Widths of edges in pixels, by how much of the largest |w| a weight has. */
const EDGE_WIDTHS = [0.5, 1.2, 2.2, 3.6] as const;

const PLUS = { name: "positive", tone: "diverge-pos" };
const MINUS = { name: "negative", tone: "diverge-neg", dash: [4, 3] };

/** One shape for each sign and width, the negative ones dashed. */
export function edgeShapes(
  { sizes }: FlatShape,
  theta: Float64Array,
  { places, side }: DiagramLayout,
): readonly PathShape[] {
  const parts = [0, 1].map(() => EDGE_WIDTHS.map(() => [] as string[]));
  let most = 0;
  visit(sizes, theta, (_, __, ___, w) => {
    most = Math.max(most, Math.abs(w));
  });
  visit(sizes, theta, (l, from, to, w) => {
    const [a, b] = [places[l - 1]?.[from], places[l]?.[to]];
    if (!a || !b || w === 0) return;
    const width = Math.min(EDGE_WIDTHS.length - 1, Math.floor((Math.abs(w) / most) * EDGE_WIDTHS.length));
    const [x0, x1] = [a[0] + side / 2, b[0] - side / 2];
    const middle = (x0 + x1) / 2;
    parts[w > 0 ? 1 : 0]?.[width]?.push(
      `M${x0.toFixed(1)} ${a[1].toFixed(1)}C${middle.toFixed(1)} ${a[1].toFixed(1)} ${middle.toFixed(1)} ${b[1].toFixed(1)} ${x1.toFixed(1)} ${b[1].toFixed(1)}`,
    );
  });
  return parts.flatMap((bySign, sign) =>
    bySign.map((edges, k) => pathShape(edges.join(""), { ...(sign === 1 ? PLUS : MINUS), width: EDGE_WIDTHS[k] })),
  );
}

/** Calls back for every weight, from unit to unit; biases are passed over. */
function visit(
  sizes: readonly number[],
  theta: Float64Array,
  see: (layer: number, from: number, to: number, weight: number) => void,
): void {
  let at = 0;
  for (let l = 1; l < sizes.length; l++) {
    const [inputs, units] = [sizes[l - 1] ?? 0, sizes[l] ?? 0];
    for (let j = 0; j < units; j++) for (let k = 0; k < inputs; k++) see(l, k, j, theta[at + j * inputs + k] ?? 0);
    at += units * (inputs + 1);
  }
}
