import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { FoldPanel } from "../../../ui/FoldPanel";
import { LiveText } from "../../../ui/LiveText";
import { Switch } from "../../../ui/Switch";
import { useSource } from "../../../ui/useSource";
import { reading, showError, wrong } from "../sources";
import css from "./TransformInspector.module.css";

const percent = (part: number) => `${formatNumber(100 * part)} %`;
const words = derive([wrong, reading, showError], (w, { cond }, on) => {
  if (!on) return "Solving Ax = b, an error in b becomes one in x: up to κ times as large, relatively.";
  if (!w) return "There is no relative error to speak of while x or δ is zero.";
  return `An error of ${percent(w.errorB)} in b is one of ${percent(w.errorX)} in x: ×${formatNumber(w.growth)}, at most κ = ${formatNumber(cond)}. Drag b + δ around its disc.`;
});
const solvable = derive([reading], ({ rank }) => rank === 2);

/** The condition number, felt by hand. */
export function ErrorPanel() {
  const on = useParameter((s) => s.transform.showError);
  const can = useSource(solvable);
  return (
    <FoldPanel title="Solve Ax = b with an error" open={on}>
      <Switch
        label="Error disc around b"
        checked={on && can}
        disabled={!can}
        note={can ? undefined : "A is singular: Ax = b has no solution, or a whole line of them."}
        onChange={(show) => commit(() => update("transform", { showError: show }))}
      />
      <p className={css.words}>
        <LiveText source={words} />
      </p>
    </FoldPanel>
  );
}
