import { derive } from "../../../scene/source";
import { selection } from "../../../state/derived";
import { source } from "../../../state/source";
import { Button } from "../../../ui/Button";
import { LiveText } from "../../../ui/LiveText";
import { Panel } from "../../../ui/Panel";
import { useSource } from "../../../ui/useSource";
import { clearRows, invertRows } from "../choose";
import { rows } from "../sources";
import css from "./PcaInspector.module.css";

const count = (n: number) => n.toLocaleString("en-US");
const mask = source(selection);
const meant = derive([mask], (now) => now?.reduce((sum, one) => sum + one, 0) ?? 0);
const any = derive([meant], (n) => n > 0);
const words = derive([meant, rows], (n, x) =>
  n === 0
    ? "No row in particular. Draw a box or a lasso in the plane, press a class’s name, or check rows in the data drawer."
    : `${count(n)} of ${count(x.rows)} rows stand out, in every chapter and in the table.`,
);

/** The rows that are meant: how many, and the way to let them go. */
export function SelectionPanel() {
  const some = useSource(any);
  return (
    <Panel title="Selection">
      <p className={css.note} role="status">
        <LiveText source={words} />
      </p>
      {some && (
        <div className={css.row}>
          <Button onClick={clearRows}>Clear</Button>
          <Button onClick={invertRows}>Invert</Button>
        </div>
      )}
    </Panel>
  );
}
