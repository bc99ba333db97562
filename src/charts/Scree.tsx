import css from "./Scree.module.css";

interface Props {
  /** λ, largest first. */
  readonly values: ArrayLike<number>;
  /** λ / Σλ, 0 to 1. */
  readonly ratios: ArrayLike<number>;
  /** Components kept: their bars are strong, the others faint. */
  readonly kept: number;
  /** The component that is pointed at, here or elsewhere; null when none. */
  readonly lit: number | null;
  readonly onPoint: (k: number | null) => void;
}

const percent = (part: number) => `${(100 * part).toFixed(1)} %`;

/** What each component explains, as bars on one scale, with its per cent; the cumulative part stands in each row's title. */
export function Scree({ values, ratios, kept, lit, onPoint }: Props) {
  const longest = Math.max(ratios[0] ?? 0, Number.MIN_VALUE);
  let sum = 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard (axe scrollable-region-focusable)
    <section className={css.scroll} tabIndex={0} aria-label="Explained variance of each component">
      <ol className={css.list}>
        {Array.from(ratios, (ratio, k) => {
          sum += ratio;
          const name = `PC${k + 1}`;
          return (
            <li
              key={name}
              className={css.row}
              data-kept={k < kept || undefined}
              data-lit={k === lit || undefined}
              onPointerEnter={() => onPoint(k)}
              onPointerLeave={() => onPoint(null)}
              title={`λ = ${String(values[k])}, with those before ${percent(Math.min(1, sum))}`}
            >
              <span className={css.name}>{name}</span>
              <span className={css.track}>
                <span className={css.bar} style={{ width: `${(100 * ratio) / longest}%` }} />
                <data className={css.part} value={String(ratio)}>
                  {ratio > 0 && ratio < 0.0005 ? "< 0.05 %" : percent(ratio)}
                </data>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
