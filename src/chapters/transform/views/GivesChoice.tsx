import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Segmented } from "../../../ui/Segmented";
import css from "./TransformInspector.module.css";

const GIVES = [
  { value: "x", label: "x gives" },
  { value: "A", label: "A gives" },
] as const;

/** What follows when the result is dragged, in the plane and in space. */
export function GivesChoice() {
  const gives = useParameter((s) => s.transform.gives);
  return (
    <>
      <div className={css.line}>
        <span>Drag Ax, and</span>
        <Segmented
          label="What follows when Ax is dragged"
          value={gives}
          options={GIVES}
          onChange={(value) => commit(() => update("transform", { gives: value }))}
        />
      </div>
      <p className={css.words}>
        {gives === "x"
          ? "x becomes the solution of Ax = b; where there are many or none, the nearest one."
          : "A changes by the smallest matrix that sends x there: (b − Ax)xᵀ / xᵀx."}
      </p>
    </>
  );
}
