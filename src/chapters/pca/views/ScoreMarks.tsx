import type { Vec2 } from "../../../math";
import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { arrowPaths, ellipsePath } from "../../../scene/paths";
import { derive } from "../../../scene/source";
import { toPixel } from "../../../scene/view2d";
import { REACH, usedNames } from "../plane";
import { biplot, features, model, pair, showEllipse, view } from "../sources";
import css from "./PcaStage.module.css";

const ORIGIN: Vec2 = [0, 0];
const ellipse = derive([view, model, pair, showEllipse], (v, m, [a, b], on) => {
  if (!m || b === null || !on) return "";
  const radius = (k: number) => REACH * Math.sqrt(m.explainedVariance[k] ?? 0);
  return ellipsePath(v, [radius(a), 0, 0, radius(b)]);
});

/** The 2σ ellipse of the scores: its axes are the picture's, since scores are uncorrelated. */
export function ScoreMarks() {
  return <PathMark d={ellipse} className={css.ellipse} />;
}

const paths = derive([view, biplot], (v, b) => b?.arrows.map(({ tip }) => arrowPaths(v, ORIGIN, tip)) ?? []);
const shafts = derive([paths], (all) => all.map(({ shaft }) => shaft).join(""));
const heads = derive([paths], (all) => all.map(({ head }) => head).join(""));
const NAMES = 12;
const LETTER = 6.8;
const MOST_LETTERS = 28;
const LINE = 18;

/** Names beyond the tips, moved apart where two would lie on each other. */
const places = derive([view, biplot, model, features], (v, b, m, names): readonly LabelPlace[] => {
  if (!b || !m) return [];
  const used = usedNames(m, names);
  const taken: { x: number; y: number; width: number }[] = [];
  return b.arrows
    .filter(({ named }) => named)
    .map(({ feature, tip }): LabelPlace => {
      const name = used[feature] ?? "";
      const text = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;
      const width = LETTER * text.length + 4;
      const [ox, oy] = toPixel(v, ORIGIN);
      const [px, py] = toPixel(v, tip);
      const length = Math.hypot(px - ox, py - oy);
      if (!(length > 4 && Number.isFinite(length))) return { text: "", at: null };
      const x = Math.max(6, Math.min(v.width - width - 4, px + (px >= ox ? 13 : -8 - width)));
      let y = Math.max(44, Math.min(v.height - 48, py + 5 + (8 * (py - oy)) / length));
      const down = py >= oy ? LINE : -LINE;
      for (
        let tries = 0;
        tries < NAMES && taken.some((t) => Math.abs(t.y - y) < LINE && t.x < x + width && x < t.x + t.width);
        tries++
      )
        y += down;
      taken.push({ x, y, width });
      return { text, at: [x, y] };
    });
});
const labels = Array.from({ length: NAMES }, (_, k) => ({
  k,
  place: derive([places], (all): LabelPlace => all[k] ?? { text: "", at: null }),
}));

/** One arrow for each feature: its loadings on the two components. */
export function BiplotMarks() {
  return (
    <>
      <g className={css.loading}>
        <PathMark d={shafts} className={css.loadingShaft} />
        <PathMark d={heads} className={css.head} />
      </g>
      {labels.map(({ k, place }) => (
        <LabelMark key={k} place={place} className={css.loadingLabel} />
      ))}
    </>
  );
}
