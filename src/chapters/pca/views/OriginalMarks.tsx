import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { Handle } from "../../../scene/Handle";
import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { arrowPaths, ellipsePath, linePath } from "../../../scene/paths";
import { derive, type Source } from "../../../scene/source";
import { toPixel, type View2d } from "../../../scene/view2d";
import { beginGesture, cancelGesture, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useSource } from "../../../ui/useSource";
import { ellipseOf, guessAt, guessWords, isBest, percent, shadow, wrap } from "../plane";
import { vector } from "../sentence";
import { axis, guess, handle, kept, MOST_ARROWS, model, plane, showEllipse, showGuess, view } from "../sources";
import css from "./PcaStage.module.css";

const from = (anchor: Vec2, by: Vec2): Vec2 => [anchor[0] + by[0], anchor[1] + by[1]];
const ellipse = derive([view, plane, showEllipse], (v, p, on) =>
  p && on ? ellipsePath(v, ellipseOf(p), p.anchor) : "",
);
/** The first axis through the whole picture. */
const firstAxis = derive([view, plane, model], (v, p, m) => (p && m ? linePath(v, p.anchor, shadow(p, m, 0)) : ""));
const meanMark = derive([view, plane], (v, p) => {
  if (!p) return "";
  const [x, y] = toPixel(v, p.mean);
  return Math.abs(x) < 1e5 && Math.abs(y) < 1e5 ? `M${x - 6} ${y}h12M${x} ${y - 6}v12` : "";
});

/** Pixels under which an arrow points nearly at the reader, and a name beside it would only be in the way. */
const SHORT = 9;
const LETTER = 7.6;

/** A name just beyond a tip, on the far side from where the arrow starts; above the tip where the stage ends before it. */
function beyond(v: View2d, start: Vec2, tip: Vec2, text: string): LabelPlace {
  const [ax, ay] = toPixel(v, start);
  const [x, y] = toPixel(v, tip);
  const length = Math.hypot(x - ax, y - ay);
  if (!(length >= SHORT)) return { text: "", at: null };
  const [ux, uy] = [(x - ax) / length, (y - ay) / length];
  const width = LETTER * text.length;
  const across = x + 20 * ux + (ux < -0.2 ? -width : ux < 0.2 ? -width / 2 : 0);
  const room = Math.max(6, Math.min(v.width - width - 8, across));
  const up = room === across ? y + 20 * uy + 5 + 4 * uy : y - 18;
  return { text, at: [room, Math.max(44, Math.min(v.height - 34, up))] };
}

const arrow = (k: number) => {
  const tip = derive([plane, model, kept], (p, m, most) =>
    p && m && k < most ? from(p.anchor, shadow(p, m, k)) : null,
  );
  const paths = derive([view, plane, tip], (v, p, to) =>
    p && to ? arrowPaths(v, p.anchor, to) : { shaft: "", head: "" },
  );
  return {
    shaft: derive([paths], ({ shaft }) => shaft),
    head: derive([paths], ({ head }) => head),
    label: derive([view, plane, model, tip], (v, p, m, to): LabelPlace => {
      if (!p || !m || !to) return { text: "", at: null };
      return beyond(v, p.anchor, to, `${vector(k)} ${percent(m.explainedVarianceRatio[k] ?? 0)}`);
    }),
  };
};
const arrows = Array.from({ length: MOST_ARROWS }, (_, k) => ({ k, ...arrow(k) }));

const guessLine = derive([view, plane, guess], (v, p, g) => (p && g ? linePath(v, p.anchor, g.direction) : ""));
const onBest = derive([guessLine, guess], (d, g) => (g && isBest(g) ? d : ""));
/** Where the handle passes on a whole turn: its peaks are the eigenvectors of the two features. */
const trace = derive([view, plane], (v, p) => {
  if (!p) return "";
  const steps = Array.from({ length: 121 }, (_, k) => {
    const { direction, kept: variance } = guessAt(p, 3 * k);
    const r = 2 * Math.sqrt(Math.max(0, variance));
    const [x, y] = toPixel(v, from(p.anchor, [r * direction[0], r * direction[1]]));
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return steps.some((at) => /e|N|I/.test(at)) ? "" : `M${steps.join("L")}`;
});
/** Across the line from the name of v₁, so that the two do not meet when the line is the best one. */
const guessLabel = derive([view, plane, guess, handle, model], (v, p, g, at, m): LabelPlace => {
  if (!p || !g || !m || !(g.total > 0)) return { text: "", at: null };
  const text = `keeps ${percent(g.kept / g.total)}`;
  const width = LETTER * text.length;
  const [x, y] = toPixel(v, at);
  const [c, s] = g.direction;
  const v1 = shadow(p, m, 0);
  const side = c * v1[1] - s * v1[0] > 0 ? 1 : -1;
  // The perpendicular on screen, where y runs downwards.
  const [nx, ny] = [s * side, c * side];
  const put: Vec2 = [x + 26 * nx + (nx < -0.3 ? -width : nx > 0.3 ? 0 : -width / 2), y + 26 * ny + 5];
  return {
    text,
    at: [Math.max(6, Math.min(v.width - width - 8, put[0])), Math.max(44, Math.min(v.height - 34, put[1]))],
  };
});

/** Turns the line so that it passes through `to`; a key that pushes straight along the line turns it as far instead. */
function turn(to: Vec2, { alt }: { readonly alt: boolean }): void {
  const p = plane.get();
  if (!p) return;
  const [dx, dy] = [to[0] - p.anchor[0], to[1] - p.anchor[1]];
  if (dx === 0 && dy === 0) return;
  const before = axis.get();
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
  const [hx, hy] = handle.get();
  const [mx, my] = [to[0] - hx, to[1] - hy];
  const radius = Math.hypot(hx - p.anchor[0], hy - p.anchor[1]);
  const gained = wrap(degrees - before);
  const pushed = (Math.hypot(mx, my) / radius) * (180 / Math.PI);
  // Keys come with `alt`: they move by a fixed step along one axis, most of which may lie along the line.
  const along = alt && Math.abs(gained) < pushed / 3;
  update("pca", { axis: wrap(along ? before + Math.sign(mx + my) * pushed : degrees) });
}
const gesture = { onStart: beginGesture, onMove: turn, onEnd: endGesture, onCancel: cancelGesture };
const inWords = () => {
  const g = guess.get();
  return g ? guessWords(g, axis.get()) : `${formatNumber(axis.get())}°`;
};

const flat = derive([plane], (p) => p === null || p.axes[1] === null);

/** Two features, the components' arrows on them, and the line that the reader turns. */
export function OriginalMarks() {
  const line = useSource(flat);
  const turning = useSource(showGuess) && !line;
  return (
    <>
      <PathMark d={ellipse} className={css.ellipse} />
      <PathMark d={firstAxis} className={css.firstAxis} />
      {turning && (
        <>
          <PathMark d={trace} className={css.trace} />
          <PathMark d={guessLine} className={css.guess} />
          <PathMark d={onBest} className={css.onBest} />
        </>
      )}
      <PathMark d={meanMark} className={css.mean} />
      {arrows.map(({ k, shaft, head }) => (
        <ArrowMark key={k} shaft={shaft} head={head} />
      ))}
      {arrows.map(({ k, label }) => (
        <LabelMark key={k} place={label} className={css.eigenLabel} />
      ))}
      {turning && (
        <>
          <LabelMark place={guessLabel} className={css.guessLabel} />
          <Handle
            name="Line turned by hand"
            tone="ink"
            view={view}
            position={handle}
            inWords={inWords}
            gesture={gesture}
          />
        </>
      )}
    </>
  );
}

export function ArrowMark({ shaft, head }: { readonly shaft: Source<string>; readonly head: Source<string> }) {
  return (
    <g className={css.arrow}>
      <PathMark d={shaft} className={css.shaft} />
      <PathMark d={head} className={css.head} />
    </g>
  );
}
