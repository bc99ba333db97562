import { useRef } from "react";
import type { Dataset } from "../../../data/dataset";
import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { derive, type Source } from "../../../scene/source";
import { classColour } from "../../../scene/theme";
import { usePaint } from "../../../scene/usePaint";
import type { Size } from "../../../scene/view2d";
import { useSettled } from "../../../state/useSettled";
import { useSource } from "../../../ui/useSource";
import { RowPicture } from "../pixels/RowPicture";
import { grid } from "../pixels/sources";
import { readPoint } from "../pointReading";
import { colour, dataset, features, model, plane, rows, told } from "../sources";
import type { Surface } from "../surface";
import { Swatch } from "./ClassLegend";
import css from "./overlay.module.css";

/** What there is room for beside a point; the inspector has all of it. */
const MOST_FEATURES = 6;
const MOST_SCORES = 3;

/** Where a card stands: beside a pixel of a stage. */
export interface CardPlace {
  readonly v: Size;
  readonly at: Vec2;
}
/** Beside the told row's point on a picture of the points. */
export const placeOn = (view: Source<Size>, { place }: Surface, points: Source<unknown>): Source<CardPlace> =>
  derive([view, points, told], (v, _, row) => ({ v, at: place(row) }));
/** Beside the point, on the side that has more room. */
const paint = (node: HTMLElement, { v, at: [x, y] }: CardPlace) => {
  const { offsetWidth: w, offsetHeight: h } = node;
  const left = x > v.width / 2 ? x - w - 18 : x + 18;
  const top = Math.max(6, Math.min(v.height - h - 6, y - h / 2));
  node.style.transform = `translate(${Math.max(6, Math.min(v.width - w - 6, left)).toFixed(1)}px, ${top.toFixed(1)}px)`;
};

/** The point under the pointer, or the one that was chosen: its row, its class, its values and scores. */
export function PointCard({ place }: { readonly place: Source<CardPlace> }) {
  const row = useSource(told);
  const of = useSettled(dataset);
  if (row < 0 || !of) return null;
  return <Card row={row} of={of} place={place} />;
}

interface CardProps {
  readonly row: number;
  readonly of: Dataset;
  readonly place: Source<CardPlace>;
}

function Card({ row, of, place }: CardProps) {
  const ref = useRef<HTMLDivElement>(null);
  usePaint(ref, place, paint);
  const classes = useSettled(colour);
  const [m, x, names, p] = [useSettled(model), useSettled(rows), useSettled(features), useSettled(plane)];
  // Sixty-four values of pixels say less than the picture that they are.
  const pictured = useSettled(grid) !== null;
  if (!m) return null;
  const { title, code, labels, values, scores } = readPoint(of, classes, m, x, names, row);
  // The two features on the axes come first.
  const onAxes = p?.axes.map((k) => (k === null ? -1 : (m.columns[k] as number))) ?? [];
  const most = pictured ? 0 : MOST_FEATURES;
  const order = [...values].sort((a, b) => Number(onAxes.includes(b.column)) - Number(onAxes.includes(a.column)));
  return (
    <div ref={ref} className={css.card} role="note" aria-label={title}>
      <p className={css.cardTitle}>
        {title}
        {classes && (
          <span className={css.cardClass}>
            <Swatch property={code < 0 ? "--data" : classColour(code)} /> {classes.levels[code] ?? "no class"}
          </span>
        )}
      </p>
      {labels.map((label) => (
        <p key={label} className={css.cardLabel}>
          {label}
        </p>
      ))}
      <RowPicture row={row} />
      <dl className={css.cardValues}>
        {order.slice(0, most).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatNumber(value)}</dd>
          </div>
        ))}
        {order.length > most && !pictured && (
          <div>
            <dt>and {order.length - most} more features</dt>
          </div>
        )}
        {scores.slice(0, MOST_SCORES).map(({ name, value }) => (
          <div key={name} className={css.cardScore}>
            <dt>{name} score</dt>
            <dd>{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
