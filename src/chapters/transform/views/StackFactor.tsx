import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useMemo } from "react";
import { derive } from "../../../scene/source";
import { beginGesture, endGesture } from "../../../state/history";
import { Button, IconButton } from "../../../ui/Button";
import { MatrixField } from "../../../ui/MatrixField";
import { useSource } from "../../../ui/useSource";
import { factorName } from "../stack";
import { LIMIT } from "./MatrixPanel";
import { MOST, type StackInState, stackActions } from "./stackOfMatrices";
import css from "./TransformInspector.module.css";

interface Props<M extends readonly number[]> {
  readonly of: StackInState<M>;
  readonly index: number;
  readonly count: number;
}

/** One matrix of a stack: its place, its inverse, and of all but A its entries. */
export function StackFactor<M extends readonly number[]>({ of, index, count }: Props<M>) {
  const { source, lost, actions } = useMemo(() => {
    const here = derive([of.factors], (all) => all[index] ?? of.identity);
    return { source: here, lost: derive([here], (m) => of.inverse(m) === null), actions: stackActions(of) };
  }, [of, index]);
  const singular = useSource(lost);
  const called = factorName(index);
  return (
    <li className={css.factor}>
      <div className={css.line}>
        <strong>{called}</strong>
        <span className={css.buttons}>
          <Button
            kind="quiet"
            disabled={singular || count >= MOST}
            title={singular ? `${called} is singular: nothing undoes it.` : undefined}
            onClick={() => actions.undo(index)}
          >
            Undo with {called}⁻¹
          </Button>
          <IconButton label={`Apply ${called} earlier`} disabled={index === 0} onClick={() => actions.swap(index - 1)}>
            <ArrowUp size={14} aria-hidden />
          </IconButton>
          <IconButton
            label={`Apply ${called} later`}
            disabled={index === count - 1}
            onClick={() => actions.swap(index)}
          >
            <ArrowDown size={14} aria-hidden />
          </IconButton>
          <IconButton label={`Remove ${called}`} disabled={count === 1} onClick={() => actions.remove(index)}>
            <X size={14} aria-hidden />
          </IconButton>
        </span>
      </div>
      {index > 0 && (
        <MatrixField
          name={called}
          rows={of.size}
          cols={of.size}
          values={source.get()}
          source={source}
          min={-LIMIT}
          max={LIMIT}
          onChange={(k, value) => {
            beginGesture();
            const changed = source.get().map((v, i) => (i === k ? value : v)) as readonly number[] as M;
            actions.set(of.factors.get().map((m, i) => (i === index ? changed : m)));
          }}
          onCommit={endGesture}
        />
      )}
    </li>
  );
}
