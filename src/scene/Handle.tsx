import { type CSSProperties, useCallback, useLayoutEffect, useRef } from "react";
import type { Vec2 } from "../math";
import { attachHandle, type HandleOptions, type HandleSpace, placesOf } from "./handle";
import { pointQuestion } from "./pointQuestion";
import css from "./Stage.module.css";
import { settledHandle } from "./settledHandle";
import type { Tone } from "./shape";
import { derive, type Source } from "./source";
import { usePaint } from "./usePaint";
import type { View2d } from "./view2d";

export interface HandleProps<P> {
  /** What assistive technology calls it, such as 'Image of i'. */
  readonly name: string;
  readonly tone: Tone;
  readonly position: Source<P>;
  /** The position in words. */
  readonly inWords: (position: P) => string;
  readonly gesture: Pick<HandleOptions<P>, "onStart" | "onMove" | "onEnd" | "onCancel" | "onType">;
  /** Hears whether the pointer or the keyboard's focus is on it, to light what belongs to it. */
  readonly onPoint?: ((pointed: boolean) => void) | undefined;
}

const showHint = (node: Element, settled: unknown) => node.toggleAttribute("data-hint", settled === null);

/** A focusable point of the plane. */
export function Handle({ view, ...props }: HandleProps<Vec2> & { readonly view: Source<View2d> }) {
  return <PlacedHandle space={useRef(derive([view], placesOf)).current} {...props} />;
}

type PlacedProps<P> = HandleProps<P> & { readonly space: Source<HandleSpace<P>> };

/** A focusable point on the stage, 46 pixels across to the finger; `space` says how it lies there. */
export function PlacedHandle<P extends readonly number[]>(props: PlacedProps<P>) {
  const { name, tone, space, position, inWords, gesture, onPoint } = props;
  const ref = useRef<SVGGElement>(null);
  const place = useRef(derive([space, position], (v, p) => ({ v, p }))).current;
  const paint = useCallback(
    (node: SVGGElement, { v, p }: { v: HandleSpace<P>; p: P }) => {
      const [x, y] = v.toPixel(p);
      // A handle whose point is off screen waits at the edge, where it can still be grabbed.
      const cx = Math.max(8, Math.min(v.width - 8, x));
      const cy = Math.max(8, Math.min(v.height - 8, y));
      node.setAttribute("transform", `translate(${cx.toFixed(2)} ${cy.toFixed(2)})`);
      node.setAttribute("aria-valuenow", String(Number((p[0] ?? 0).toPrecision(6))));
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
          gesture.onMove(to as unknown as P, { alt: true });
          gesture.onEnd();
        },
        back: () => node.focus({ preventScroll: true }),
      });
    const onSettled = () => settledHandle.set({ name, words: inWords(position.get()) });
    return attachHandle(node, surface, {
      space: space.get,
      position: position.get,
      onType: ask,
      onSettled,
      ...gesture,
    });
  }, [name, space, position, inWords, gesture]);
  return (
    <g
      ref={ref}
      className={css.handle}
      style={{ "--tone": `var(--${tone})` } as CSSProperties}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuenow={0}
      onPointerEnter={onPoint && (() => onPoint(true))}
      onPointerLeave={onPoint && (() => onPoint(false))}
      // A press focuses too, and what is pressed is pointed at already.
      onFocus={
        onPoint &&
        ((e) => {
          if (e.currentTarget.matches(":focus-visible")) onPoint(true);
        })
      }
      onBlur={onPoint && (() => onPoint(false))}
    >
      <circle r={23} className={css.reach} />
      <circle r={14} className={css.halo} />
      <circle r={6.5} className={css.knob} />
    </g>
  );
}
