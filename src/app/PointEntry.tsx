import { useState } from "react";
import type { PointQuestion } from "../scene/pointQuestion";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { formatExact } from "../ui/formatNumber";
import { NumberField } from "../ui/NumberField";
import css from "./PointEntry.module.css";

const LIMIT = 1e12;

/** Types the exact place of a handle. */
export default function PointEntry({
  question,
  onClose,
}: {
  readonly question: PointQuestion;
  readonly onClose: () => void;
}) {
  const [[x, y], setPoint] = useState(question.position);
  return (
    <Dialog open onClose={onClose} title={question.name}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          question.accept([x, y]);
          onClose();
        }}
      >
        {[x, y].map((value, k) => (
          <div key={k === 0 ? "x" : "y"} className={css.field}>
            <span aria-hidden>{k === 0 ? "across" : "upwards"}</span>
            <NumberField
              label={`${question.name}, ${k === 0 ? "across" : "upwards"}`}
              value={value}
              min={-LIMIT}
              max={LIMIT}
              format={formatExact}
              onChange={(to) => setPoint(([px, py]) => (k === 0 ? [to, py] : [px, to]))}
            />
          </div>
        ))}
        <Button kind="primary" type="submit">
          Place it
        </Button>
      </form>
    </Dialog>
  );
}
