/** One line for each feature, one column of bars for each component, all bars on one scale. */
import { clipText } from "../../../charts/clipText";
import { tickText } from "../../../scene/marks/axisTicks";
import { dots } from "../../../scene/marks/dots";
import { pathShape, type Shape } from "../../../scene/shape";
import { textWidth } from "../../../scene/textWidth";
import type { Size } from "../../../scene/view2d";
import { formatFixed } from "../../../ui/formatNumber";
import type { LoadingRow } from "./loadingRows";
import { FOOT, HEAD } from "./sources";

const SIDE = 14;
const GAP = 18;
/** Room for a bar's digits at each of its ends. */
const DIGITS = 40;
const TALLEST = 64;

interface Picture {
  readonly rows: readonly LoadingRow[];
  readonly names: readonly string[];
  readonly titles: readonly string[];
  /** Signed, or never below 0. */
  readonly signed: boolean;
  /** What each feature gives to a row's scores, one array for each component; null for none. */
  readonly parts: readonly Float64Array[] | null;
}

/** Where the columns stand: pixels of each left edge, and of their common width. */
export function columnsOf({ width }: Size, { rows, names, titles }: Pick<Picture, "rows" | "names" | "titles">) {
  const longest = Math.max(0, ...rows.map(({ feature }) => textWidth(names[feature] ?? "", "ui", 12)));
  const label = Math.min(longest + 4, 0.3 * width, 190);
  const across = Math.max(1, (width - 2 * SIDE - label - titles.length * GAP) / titles.length);
  return { label, across, left: titles.map((_, at) => SIDE + label + GAP + at * (across + GAP)) };
}

/** The chart on a stage of this size. */
export function barShapes(box: Size, picture: Picture): readonly Shape[] {
  const { rows, names, titles, signed, parts } = picture;
  const { label, across, left } = columnsOf(box, picture);
  const step = Math.min(TALLEST, (box.height - HEAD - FOOT) / Math.max(1, rows.length));
  const most = Math.max(Number.MIN_VALUE, ...rows.flatMap(({ values }) => values.map(Math.abs)));
  const reach = Math.max(1, signed ? across / 2 - DIGITS : across - DIGITS);
  const y = (place: number) => HEAD + (place + 0.5) * step;
  const zero = (at: number) => (left[at] ?? 0) + (signed ? across / 2 : 0);
  const thick = Math.min(30, Math.max(4, step * 0.62));
  const bar = (at: number) =>
    rows.map(({ values }, place) => {
      const long = ((values[at] ?? 0) / most) * reach;
      return `M${zero(at).toFixed(1)} ${(y(place) - thick / 2).toFixed(1)}h${long.toFixed(1)}v${thick.toFixed(1)}h${(-long).toFixed(1)}Z`;
    });
  const digits = (at: number) =>
    rows.map(({ values }, place): Shape => {
      const value = values[at] ?? 0;
      const end = zero(at) + (value / most) * reach;
      const text = formatFixed(value, 2, 1);
      return value < 0
        ? tickText(text, [end - 5, y(place) + 4], "end")
        : tickText(text, [end + 5, y(place) + 4], "start");
    });
  const called = rows.map(
    ({ feature }, place): Shape => ({
      ...tickText(clipText(names[feature] ?? "", 12, label), [SIDE + label, y(place) + 4], "end"),
      name: "feature",
      tone: "ink",
      size: 12,
    }),
  );
  return [
    ...called,
    ...titles.flatMap((title, at): readonly Shape[] => [
      pathShape(bar(at).join(""), { name: `bars${at}`, tone: "eigen", width: 0, fillOpacity: 0.8 }),
      pathShape(`M${zero(at).toFixed(1)} ${HEAD}V${(HEAD + rows.length * step).toFixed(1)}`, {
        name: "zero",
        tone: "axis",
        width: 1.4,
      }),
      {
        ...tickText(clipText(title, 13, across), [(left[at] ?? 0) + across / 2, HEAD - 12], "middle"),
        name: "axisTitle",
        tone: "eigen",
        size: 13,
        weight: 600,
      },
      ...digits(at),
    ]),
    ...dotShapes(),
  ];

  /** Dots on a scale of their own, since a row's parts have the units of the data. */
  function dotShapes(): readonly Shape[] {
    if (!parts) return [];
    const widest = Math.max(
      Number.MIN_VALUE,
      ...parts.flatMap((of) => rows.map(({ feature }) => Math.abs(of[feature] ?? 0))),
    );
    const places = parts.flatMap((of, at) =>
      rows.map(({ feature }, place) => [zero(at) + ((of[feature] ?? 0) / widest) * reach, y(place)] as const),
    );
    return [dots(places, 4.5, { name: "ring", tone: "ink", width: 2 })];
  }
}
