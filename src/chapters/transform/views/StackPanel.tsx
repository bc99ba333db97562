import { Plus } from "lucide-react";
import { useMemo } from "react";
import { derive } from "../../../scene/source";
import { Button } from "../../../ui/Button";
import { FoldPanel } from "../../../ui/FoldPanel";
import { LiveText } from "../../../ui/LiveText";
import { useSource } from "../../../ui/useSource";
import { StackFactor } from "./StackFactor";
import { MOST, orderWords, type StackInState, stackActions } from "./stackOfMatrices";
import css from "./TransformInspector.module.css";

/** A, and what is applied after it: an ordered stack whose product the stage shows. */
export function StackPanel<M extends readonly number[]>({ of }: { readonly of: StackInState<M> }) {
  const [length, words, { add }] = useMemo(
    () => [derive([of.factors], (all) => all.length), orderWords(of), stackActions(of)] as const,
    [of],
  );
  const count = useSource(length);
  return (
    <FoldPanel title="Compose" open={count > 1}>
      <ol className={css.stack} aria-label="Matrices, first applied first">
        {Array.from({ length: count }, (_, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the factors are known by their place
          <StackFactor key={k} of={of} index={k} count={count} />
        ))}
      </ol>
      <div className={css.line}>
        <Button disabled={count >= MOST} onClick={add}>
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
