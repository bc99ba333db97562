import { useMemo } from "react";
import { formatNumber } from "../../../scene/formatNumber";
import { derive, type Source } from "../../../scene/source";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { FoldPanel } from "../../../ui/FoldPanel";
import { LiveText } from "../../../ui/LiveText";
import { Switch } from "../../../ui/Switch";
import { useSource } from "../../../ui/useSource";
import type { ErrorReading } from "../error";
import { showError } from "../sources";
import css from "./TransformInspector.module.css";

interface Props {
  /** What the errors of one length fill. */
  readonly body: "disc" | "ball";
  readonly wrong: Source<ErrorReading<unknown> | null>;
  /** Of its κ; where that is infinite, A is singular. */
  readonly reading: Source<{ readonly cond: number }>;
}

const percent = (part: number) => `${formatNumber(100 * part)} %`;

/** The condition number, felt by hand. */
export function ErrorPanel({ body, wrong, reading }: Props) {
  const on = useParameter((s) => s.transform.showError);
  const [words, solvable] = useMemo(
    () =>
      [
        derive([wrong, reading, showError], (w, { cond }, shown) => {
          if (!shown) return "Solving Ax = b, an error in b becomes one in x: up to κ times as large, relatively.";
          if (!w) return "There is no relative error to speak of while x or δ is zero.";
          return `An error of ${percent(w.errorB)} in b is one of ${percent(w.errorX)} in x: ×${formatNumber(w.growth)}, at most κ = ${formatNumber(cond)}. Drag b + δ around its ${body}.`;
        }),
        derive([reading], ({ cond }) => Number.isFinite(cond)),
      ] as const,
    [body, wrong, reading],
  );
  const can = useSource(solvable);
  return (
    <FoldPanel title="Solve Ax = b with an error" open={on}>
      <Switch
        label={`Error ${body} around b`}
        checked={on && can}
        disabled={!can}
        note={can ? undefined : "A is singular: Ax = b has no solution, or more than one."}
        onChange={(show) => commit(() => update("transform", { showError: show }))}
      />
      <p className={css.words}>
        <LiveText source={words} />
      </p>
    </FoldPanel>
  );
}
