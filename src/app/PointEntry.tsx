import { useState } from "react";
import type { PointQuestion } from "../scene/pointQuestion";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { formatExact } from "../ui/formatNumber";
import { NumberField } from "../ui/NumberField";
import css from "./PointEntry.module.css";

const LIMIT = 1e12;
const PLANE = ["across", "upwards"];
const SPACE = ["x₁", "x₂", "x₃"];

/** Types the exact place of a handle. */
export default function PointEntry({
  question,
  onClose,
}: {
  readonly question: PointQuestion;
  readonly onClose: () => void;
}) {
  const [point, setPoint] = useState(question.position);
  const names = point.length === 2 ? PLANE : SPACE;
  return (
    <Dialog open onClose={onClose} title={question.name}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          question.accept(point);
          onClose();
        }}
      >
        {names.map((name, k) => (
          <div key={name} className={css.field}>
            <span aria-hidden>{name}</span>
            <NumberField
              label={`${question.name}, ${name}`}
              value={point[k] ?? 0}
              min={-LIMIT}
              max={LIMIT}
              format={formatExact}
              onChange={(to) => setPoint((now) => now.map((value, i) => (i === k ? to : value)))}
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
