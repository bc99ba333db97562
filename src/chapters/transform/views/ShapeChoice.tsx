import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Segmented } from "../../../ui/Segmented";

const SHAPES = [
  { value: "2x2", label: "2 × 2" },
  { value: "3x3", label: "3 × 3" },
  { value: "3x2", label: "3 × 2" },
  { value: "2x3", label: "2 × 3" },
] as const;

/** Rows × columns of A: the plane, space, the plane laid into space, or space flattened onto the plane. */
export function ShapeChoice() {
  const shape = useParameter((s) => s.transform.shape);
  return (
    <Segmented
      label="Rows × columns of A"
      value={shape}
      options={SHAPES}
      onChange={(value) => commit(() => update("transform", { shape: value }))}
    />
  );
}
