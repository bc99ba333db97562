import { useCallback, useRef } from "react";
import { formatNumber } from "./formatNumber";
import css from "./Stage.module.css";
import { derive, type Source } from "./source";
import { usePaint } from "./usePaint";
import { gridStep, toPixel, toWorld, type View2d } from "./view2d";

interface Props {
  readonly view: Source<View2d>;
  /** What stands along the axes, with units where there are any. */
  readonly x: Source<string>;
  readonly y: Source<string>;
}

const EDGE = 8;

/** Tick numbers along the bottom and the left edge of the stage, and what they count. */
export function AxisTicks({ view, x, y }: Props) {
  const ref = useRef<SVGGElement>(null);
  const scene = useRef(derive([view, x, y], (v, right, up) => ({ v, right, up }))).current;
  const paint = useCallback((group: SVGGElement, { v, right, up }: { v: View2d; right: string; up: string }) => {
    const step = gridStep(v, 90);
    const words: { text: string; x: number; y: number; className?: string }[] = [];
    const [west, south] = toWorld(v, [0, v.height]);
    const [east, north] = toWorld(v, [v.width, 0]);
    for (let k = Math.ceil(west / step); k * step <= east; k++) {
      const [px] = toPixel(v, [k * step, 0]);
      if (px > 46 && px < v.width - 24)
        words.push({ text: tick(k, step), x: px, y: v.height - EDGE, className: css.tickX });
    }
    for (let k = Math.ceil(south / step); k * step <= north; k++) {
      const [, py] = toPixel(v, [0, k * step]);
      if (py > 40 && py < v.height - 40) words.push({ text: tick(k, step), x: EDGE, y: py + 4 });
    }
    words.push({ text: right, x: v.width - EDGE, y: v.height - EDGE - 16, className: css.titleX });
    words.push({ text: up, x: EDGE, y: 20, className: css.titleY });
    write(group, words);
  }, []);
  usePaint(ref, scene, paint);
  return <g ref={ref} className={css.ticks} />;
}

/** k steps as a number: multiplied by a power of ten's inverse where the step is one, so that 3 · 0.1 reads 0.3. */
const tick = (k: number, step: number) => formatNumber(step < 1 ? k / Math.round(1 / step) : k * step, Math.abs(step));

/** Reuses the nodes that are there: a pan changes their places, rarely their number. */
function write(group: SVGGElement, words: readonly { text: string; x: number; y: number; className?: string }[]) {
  while (group.childNodes.length > words.length) group.lastChild?.remove();
  words.forEach(({ text, x, y, className }, k) => {
    const node = group.children[k] ?? group.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "text"));
    node.setAttribute("x", x.toFixed(1));
    node.setAttribute("y", y.toFixed(1));
    node.setAttribute("class", className ?? "");
    if (node.textContent !== text) node.textContent = text;
  });
}
