import { scaleLog } from "d3";
import { formatNumber } from "../scene/formatNumber";
import css from "./SpectrumStrip.module.css";

interface Props {
  /** λ, largest first. */
  readonly values: ArrayLike<number>;
  /** The one that is pointed at, here or elsewhere; null when none. */
  readonly lit: number | null;
  readonly onPoint: (k: number | null) => void;
}

const WIDTH = 256;
const EDGE = 10;
/** Below this part of the largest a value is rounding, and would stretch the axis over nothing. */
const FLOOR = 1e-8;
const MOST = 24;

/** λᵢ = σᵢ²/n and the limits 2/λᵢ on one logarithmic axis: what varies most is what allows the shortest steps. */
export function SpectrumStrip({ values, lit, onPoint }: Props) {
  const largest = values[0] ?? 0;
  const shown = Array.from(values)
    .slice(0, MOST)
    .filter((value) => value > largest * FLOOR);
  if (shown.length === 0) return <p className={css.words}>Nothing varies in the chosen columns.</p>;
  const ends = shown.flatMap((value) => [value, 2 / value]);
  const x = scaleLog([Math.min(...ends), Math.max(...ends)], [EDGE, WIDTH - EDGE]);
  const left = values.length - shown.length;
  return (
    <>
      <svg className={css.strip} viewBox={`0 0 ${WIDTH} 58`} role="img" aria-label={inWords(shown)}>
        <line className={css.axis} x1={EDGE} x2={WIDTH - EDGE} y1={28} y2={28} />
        <rect className={css.safe} x={EDGE} y={26.5} width={Math.max(0, x(2 / largest) - EDGE)} height={3} />
        {shown.map((value, k) => (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: a component is its place in the order
            key={k}
            className={css.pair}
            data-lit={lit === k || undefined}
            onPointerEnter={() => onPoint(k)}
            onPointerLeave={() => onPoint(null)}
          >
            <circle className={css.reach} cx={x(value)} cy={16} r={12} />
            <circle className={css.value} cx={x(value)} cy={16} r={lit === k ? 6.5 : 4.5} />
            <path className={css.limit} d={`M${x(2 / value)} 34l-4.5 9h9Z`} />
          </g>
        ))}
        {shown.slice(0, 1).map((value) => (
          <text key="limit" className={css.note} x={Math.min(WIDTH - 40, Math.max(30, x(2 / value)))} y={55}>
            2/λ₁
          </text>
        ))}
      </svg>
      <p className={css.words}>
        {lit !== null && lit < shown.length
          ? `λ${subscript(lit + 1)} = σ${subscript(lit + 1)}²/n = ${formatNumber(shown[lit] ?? 0, largest)}; limit 2/λ${subscript(lit + 1)} = ${formatNumber(2 / (shown[lit] ?? 1))}`
          : `● λᵢ = σᵢ²/n   ▲ 2/λᵢ. On these columns descent converges below 2/λ₁ = ${formatNumber(2 / largest)}.`}
        {left > 0 && ` ${left} more, smaller or zero.`}
      </p>
    </>
  );
}

const inWords = (values: readonly number[]) =>
  `On one logarithmic axis, λ: ${values.map((value) => formatNumber(value, values[0])).join(", ")}, and the limits 2/λ: ${values.map((value) => formatNumber(2 / value)).join(", ")}`;

const subscript = (k: number) => [...String(k)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");
