import { sub3, type Vec3 } from "../../../../math";
import { SpaceHandle } from "../../../../scene/SpaceHandle";
import { derive } from "../../../../scene/source";
import { update } from "../../../../state/store";
import { useSource } from "../../../../ui/useSource";
import { COLUMN_HANDLES, held } from "../../views/held";
import { snapToEigenspace } from "../snap3";
import { camera, reading3, setColumn3, setResult3, setX, shape, shownAx3, shownColumns, wrong3, x3 } from "../sources";
import { placeWords } from "../words";

const RESULT = held("Result Ax", "ink", shownAx3, setResult3, "Ax");
const X = held(
  "Vector x",
  "ink",
  x3,
  (to: Vec3, { alt }) => {
    const { square } = reading3.get();
    setX(alt || !square ? to : snapToEigenspace(to, square.eig));
  },
  "x",
);
const COLUMNS = shownColumns.map((column, k) => {
  const j = k as 0 | 1 | 2;
  return held(COLUMN_HANDLES[j], `basis-${"ijk"[j]}`, column, (to) => setColumn3(j, to), "ijk"[j]);
});
const wrongB = derive([wrong3], (w): Vec3 => w?.wrongB ?? [0, 0, 0]);
const ERROR = held("b with its error", "bad", wrongB, (to: Vec3) => {
  const b = wrong3.get()?.b;
  if (b) update("transform", { error3: sub3(to, b) });
});
const hasError = derive([wrong3], (w) => w !== null);

/** Everything in space that can be taken in hand, of a matrix of this shape. */
export function SpaceHandles() {
  const now = useSource(shape);
  const erring = useSource(hasError);
  const columns = now === "2x3" ? [] : COLUMNS.slice(0, now === "3x3" ? 3 : 2);
  const handles = [
    ...(now === "2x3" ? [] : [RESULT]),
    ...(erring ? [ERROR] : []),
    ...(now === "3x2" ? [] : [X]),
    ...columns,
  ];
  return handles.map((handle) => <SpaceHandle key={handle.name} {...handle} camera={camera} inWords={placeWords} />);
}
