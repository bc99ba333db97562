import { type ReactNode, useRef } from "react";
import { derive, type Source } from "../scene/source";
import { usePaint } from "../scene/usePaint";
import css from "./Scree.module.css";

export interface Spectrum {
  /** λ, largest first. */
  readonly values: ArrayLike<number>;
  /** λ / Σλ, 0 to 1. */
  readonly ratios: ArrayLike<number>;
}

/** Between what bounds each λ lies, in the units of λ. */
export interface Whiskers {
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

interface Props {
  /** Number of components; all else is painted. */
  readonly count: number;
  readonly spectrum: Source<Spectrum>;
  /** Components kept: their bars are strong, the others faint. */
  readonly kept: Source<number>;
  /** Null where nothing is known of how sure each λ is. */
  readonly whiskers: Source<Whiskers | null>;
  /** Whether the bars stand end to end, on a scale from nothing to all, and the per cents are sums. */
  readonly cumulative: boolean;
  /** The component that is pointed at, here or elsewhere; null when none. */
  readonly lit: number | null;
  readonly onPoint: (k: number | null) => void;
  /** Stands over the list: the cut. */
  readonly children?: ReactNode;
}

const percent = (part: number) => (part > 0 && part < 0.0005 ? "< 0.05 %" : `${(100 * part).toFixed(1)} %`);

/** What each component explains, as bars on one scale, with its per cent. */
export function Scree({ count, spectrum, kept, whiskers, cumulative, lit, onPoint, children }: Props) {
  const names = Array.from({ length: count }, (_, k) => `PC${k + 1}`);
  const list = useRef<HTMLOListElement>(null);
  const both = useRef<{ readonly of: boolean; readonly source: Source<Painted> } | null>(null);
  if (both.current?.of !== cumulative)
    both.current = {
      of: cumulative,
      source: derive([spectrum, kept, whiskers], (s, k, w): Painted => ({ ...s, kept: k, whiskers: w, cumulative })),
    };
  usePaint(list, both.current.source, paint);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard (axe scrollable-region-focusable)
    <section className={css.scroll} tabIndex={0} aria-label="Explained variance of each component">
      <div className={css.frame}>
        <ol ref={list} className={css.list}>
          {names.map((name, k) => (
            <li
              key={name}
              className={css.row}
              data-lit={k === lit || undefined}
              onPointerEnter={() => onPoint(k)}
              onPointerLeave={() => onPoint(null)}
            >
              <span className={css.name}>{name}</span>
              <span className={css.track}>
                <span className={css.bar} />
                <span className={css.whisker} />
                <data className={css.part} />
              </span>
            </li>
          ))}
        </ol>
        {children}
      </div>
    </section>
  );
}

interface Painted extends Spectrum {
  readonly kept: number;
  readonly whiskers: Whiskers | null;
  readonly cumulative: boolean;
}

function paint(list: HTMLOListElement, { values, ratios, kept, whiskers, cumulative }: Painted): void {
  const total = (ratios[0] ?? 0) > 0 ? (values[0] ?? 0) / (ratios[0] as number) : 1;
  const part = (value: number | undefined) => (total > 0 ? (value ?? 0) / total : 0);
  const highest = whiskers && !cumulative ? part(whiskers.high[0]) : 0;
  const longest = cumulative ? 1 : Math.max(ratios[0] ?? 0, highest, Number.MIN_VALUE);
  let sum = 0;
  for (const [k, row] of [...list.children].entries()) {
    const ratio = ratios[k] ?? 0;
    const before = cumulative ? Math.min(1, sum) : 0;
    sum += ratio;
    const node = row as HTMLElement;
    const low = part(whiskers?.low[k]);
    const high = part(whiskers?.high[k]);
    place(node, "--from", before / longest);
    place(node, "--to", Math.min(1, before + ratio) / longest);
    place(node, "--low", (before + low) / longest);
    place(node, "--high", whiskers ? Math.min(1, (before + high) / longest) : 0);
    node.toggleAttribute("data-kept", k < kept);
    node.toggleAttribute("data-sure", whiskers !== null);
    const range = whiskers ? `, between ${percent(low)} and ${percent(high)} in nine of ten resamples` : "";
    node.title = `λ = ${String(values[k])}, with those before ${percent(Math.min(1, sum))}${range}`;
    const data = node.querySelector("data");
    const shown = cumulative ? Math.min(1, sum) : ratio;
    if (data) Object.assign(data, { value: String(shown), textContent: percent(shown) });
  }
}

const place = (node: HTMLElement, name: string, part: number) => node.style.setProperty(name, part.toFixed(4));
