import type { Vec2, Vec3 } from "../../../../math";
import { Handle } from "../../../../scene/Handle";
import { derive, type Source } from "../../../../scene/source";
import { useSource } from "../../../../ui/useSource";
import { COLUMN_HANDLES, held } from "../../views/held";
import { planeView, setColumn3, setResult3, setX, shape, shownAx3, shownColumns, x3 } from "../sources";
import { placeWords } from "../words";

const lifted = ([x, y]: Vec2): Vec3 => [x, y, 0];
const flat = (of: Source<Vec3>) => derive([of], ([x, y]): Vec2 => [x, y]);

const RESULT = held("Result Ax", "ink", flat(shownAx3), (to) => setResult3(lifted(to)), "Ax");
const X = held("Vector x", "ink", flat(x3), (to) => setX(lifted(to)), "x");
const COLUMNS = shownColumns.map((column, k) => {
  const j = k as 0 | 1 | 2;
  return held(COLUMN_HANDLES[j], `basis-${"ijk"[j]}`, flat(column), (to: Vec2) => setColumn3(j, lifted(to)), "ijk"[j]);
});

/** What can be taken in hand in the plane beside space: x of a 3 × 2, or what a 2 × 3 makes. */
export function FlatHandles() {
  const handles = useSource(shape) === "3x2" ? [X] : [RESULT, ...COLUMNS];
  return handles.map((handle) => <Handle key={handle.name} {...handle} view={planeView} inWords={placeWords} />);
}
