import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useMemo } from "react";
import { IDENTITY2, inverse2, type Mat2, rank2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Button, IconButton } from "../../../ui/Button";
import { FoldPanel } from "../../../ui/FoldPanel";
import { LiveText } from "../../../ui/LiveText";
import { MatrixField } from "../../../ui/MatrixField";
import { notify } from "../../../ui/notify";
import { useSource } from "../../../ui/useSource";
import { factorName, product } from "../compose";
import { after, matrix, name, total } from "../sources";
import { LIMIT } from "./MatrixPanel";
import css from "./TransformInspector.module.css";

const MOST = 6;
const factors = (): readonly Mat2[] => [matrix.get(), ...after.get()];

function setFactors([first = IDENTITY2, ...rest]: readonly Mat2[]): void {
  update("transform", { matrix: first, after: rest, progress: 1 });
}
const swapped = (k: number): readonly Mat2[] => {
  const all = [...factors()];
  const [p, q] = [all[k], all[k + 1]];
  if (p && q) all.splice(k, 2, q, p);
  return all;
};
const written = (m: Mat2) => {
  const [a, b, c, d] = m.map((v) => formatNumber(v, Math.max(...m.map(Math.abs))));
  return `[${a} ${b}; ${c} ${d}]`;
};
/** The product, and what the same matrices give in the opposite order. */
const words = derive([matrix, after, total, name], (a, rest, m, called) => {
  const [last = IDENTITY2, ...others] = [a, ...rest].reverse();
  const turned = product(last, others);
  const size = Math.max(...m.map(Math.abs), ...turned.map(Math.abs));
  const off = Math.max(...m.map((v, i) => Math.abs(v - (turned[i] as number))));
  const back = [...called].reverse().join("");
  return `${called} = ${written(m)}. ${
    off <= 1e-9 * size
      ? `${back} is the same: these commute.`
      : `${back} = ${written(turned)} is another matrix: order matters.`
  }`;
});

/** A, and what is applied after it: an ordered stack whose product the stage shows. */
export function StackPanel() {
  const count = useParameter((s) => s.transform.after.length) + 1;
  return (
    <FoldPanel title="Compose" open={count > 1}>
      <ol className={css.stack} aria-label="Matrices, first applied first">
        {Array.from({ length: count }, (_, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the factors are known by their place
          <Factor key={k} index={k} count={count} />
        ))}
      </ol>
      <div className={css.line}>
        <Button
          disabled={count >= MOST}
          onClick={() => commit(() => setFactors([...factors(), count % 2 === 1 ? QUARTER_TURN : SHEAR]))}
        >
          <Plus size={14} aria-hidden /> Then apply another
        </Button>
      </div>
      {count > 1 && (
        <p className={css.words}>
          <LiveText source={words} />
        </p>
      )}
    </FoldPanel>
  );
}

const QUARTER_TURN: Mat2 = [0, -1, 1, 0];
const SHEAR: Mat2 = [1, 1, 0, 1];

function Factor({ index, count }: { readonly index: number; readonly count: number }) {
  const source = useMemo(
    () => derive([matrix, after], (a, rest) => (index === 0 ? a : (rest[index - 1] ?? IDENTITY2))),
    [index],
  );
  const singular = useSource(useMemo(() => derive([source], (m) => rank2(m) < 2), [source]));
  const called = factorName(index);
  const undo = () => {
    const inverse = inverse2(source.get());
    if (!inverse || inverse.some((v) => Math.abs(v) > LIMIT))
      return notify({ title: `${called}⁻¹ has entries beyond 10¹², which cannot be drawn.`, kind: "warn" });
    commit(() => setFactors([...factors().slice(0, index + 1), inverse, ...factors().slice(index + 1)]));
  };
  return (
    <li className={css.factor}>
      <div className={css.line}>
        <strong>{called}</strong>
        <span className={css.buttons}>
          <Button
            kind="quiet"
            disabled={singular || count >= MOST}
            title={singular ? `${called} is singular: nothing undoes it.` : undefined}
            onClick={undo}
          >
            Undo with {called}⁻¹
          </Button>
          <IconButton
            label={`Apply ${called} earlier`}
            disabled={index === 0}
            onClick={() => commit(() => setFactors(swapped(index - 1)))}
          >
            <ArrowUp size={14} aria-hidden />
          </IconButton>
          <IconButton
            label={`Apply ${called} later`}
            disabled={index === count - 1}
            onClick={() => commit(() => setFactors(swapped(index)))}
          >
            <ArrowDown size={14} aria-hidden />
          </IconButton>
          <IconButton
            label={`Remove ${called}`}
            disabled={count === 1}
            onClick={() => commit(() => setFactors(factors().filter((_, k) => k !== index)))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </span>
      </div>
      {index > 0 && (
        <MatrixField
          name={called}
          rows={2}
          cols={2}
          values={source.get()}
          source={source}
          min={-LIMIT}
          max={LIMIT}
          onChange={(k, value) => {
            beginGesture();
            const changed = source.get().map((v, i) => (i === k ? value : v)) as unknown as Mat2;
            setFactors(factors().map((m, i) => (i === index ? changed : m)));
          }}
          onCommit={endGesture}
        />
      )}
    </li>
  );
}
