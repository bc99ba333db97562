import { type CSSProperties, useCallback, useLayoutEffect, useRef } from "react";
import type { Vec2 } from "../math";
import { attachHandle, type HandleOptions } from "./handle";
import { pointQuestion } from "./pointQuestion";
import css from "./Stage.module.css";
import { settledHandle } from "./settledHandle";
import type { Tone } from "./shape";
import { derive, type Source } from "./source";
import { usePaint } from "./usePaint";
import { toPixel, type View2d } from "./view2d";

interface Props {
  /** What assistive technology calls it, such as 'Image of i'. */
  readonly name: string;
  readonly tone: Tone;
  readonly view: Source<View2d>;
  readonly position: Source<Vec2>;
  /** The position in words. */
  readonly inWords: (position: Vec2) => string;
  readonly gesture: Pick<HandleOptions, "onStart" | "onMove" | "onEnd" | "onCancel" | "onType">;
}

const showHint = (node: Element, settled: unknown) => node.toggleAttribute("data-hint", settled === null);

/** A focusable point on the stage, 46 pixels across to the finger. */
export function Handle({ name, tone, view, position, inWords, gesture }: Props) {
  const ref = useRef<SVGGElement>(null);
  const place = useRef(derive([view, position], (v, p) => ({ v, p }))).current;
  const paint = useCallback(
    (node: SVGGElement, { v, p }: { v: View2d; p: Vec2 }) => {
      const [x, y] = toPixel(v, p);
      // A handle whose point is off screen waits at the edge, where it can still be grabbed.
      const cx = Math.max(8, Math.min(v.width - 8, x));
      const cy = Math.max(8, Math.min(v.height - 8, y));
      node.setAttribute("transform", `translate(${cx.toFixed(2)} ${cy.toFixed(2)})`);
      node.setAttribute("aria-valuenow", String(Number(p[0].toPrecision(6))));
      node.setAttribute("aria-valuetext", inWords(p));
    },
    [inWords],
  );
  usePaint(ref, place, paint);
  usePaint(ref, settledHandle, showHint);
  useLayoutEffect(() => {
    const node = ref.current;
    const surface = node?.ownerSVGElement;
    if (!node || !surface) return;
    const ask = () =>
      pointQuestion.set({
        name,
        position: position.get(),
        accept: (to) => {
          gesture.onStart();
          gesture.onMove(to, { alt: true });
          gesture.onEnd();
        },
        back: () => node.focus({ preventScroll: true }),
      });
    const onSettled = () => settledHandle.set({ name, words: inWords(position.get()) });
    return attachHandle(node, surface, { view: view.get, position: position.get, onType: ask, onSettled, ...gesture });
  }, [name, view, position, inWords, gesture]);
  return (
    <g
      ref={ref}
      className={css.handle}
      style={{ "--tone": `var(--${tone})` } as CSSProperties}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuenow={0}
    >
      <circle r={23} className={css.reach} />
      <circle r={14} className={css.halo} />
      <circle r={6.5} className={css.knob} />
    </g>
  );
}
