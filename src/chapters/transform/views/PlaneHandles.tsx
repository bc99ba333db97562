import { useMemo } from "react";
import type { Vec2 } from "../../../math";
import { Handle } from "../../../scene/Handle";
import { derive } from "../../../scene/source";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { useSource } from "../../../ui/useSource";
import { pointWords } from "../model";
import { snapToEigenline } from "../snap";
import { reading, setColumn, setResult, shownAx, shownI, shownJ, vectors, view, wrong, x } from "../sources";
import { COLUMN_HANDLES, held } from "./held";

const snapped = (to: Vec2, alt: boolean) => (alt ? to : snapToEigenline(to, reading.get().eig));

const RESULT = held("Result Ax", "ink", shownAx, setResult, "ax");
const X = held("Vector x", "ink", x, (to, { alt }) => update("transform", { x: snapped(to, alt) }), "x");
const I = held(COLUMN_HANDLES[0], "basis-i", shownI, (to) => setColumn(0, to), "i");
const J = held(COLUMN_HANDLES[1], "basis-j", shownJ, (to) => setColumn(1, to), "j");
const wrongB = derive([wrong], (w): Vec2 => w?.wrongB ?? [0, 0]);
const ERROR = held("b with its error", "bad", wrongB, (to) => {
  const b = wrong.get()?.b;
  if (b) update("transform", { error: [to[0] - b[0], to[1] - b[1]] });
});
const hasError = derive([wrong], (w) => w !== null);
const inPlane = { view, inWords: pointWords };

/** Everything on the plane that can be taken in hand. What was drawn first lies below: where two meet, the column wins. */
export function PlaneHandles() {
  const count = useParameter((s) => s.transform.vectors.length);
  const erring = useSource(hasError);
  return (
    <>
      <Handle {...RESULT} {...inPlane} />
      {Array.from({ length: count }, (_, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the vectors are known by their place
        <FurtherVector key={k} index={k} />
      ))}
      {erring && <Handle {...ERROR} {...inPlane} />}
      <Handle {...X} {...inPlane} />
      <Handle {...I} {...inPlane} />
      <Handle {...J} {...inPlane} />
    </>
  );
}

function FurtherVector({ index }: { readonly index: number }) {
  const handle = useMemo(() => {
    const position = derive([vectors], (all): Vec2 => all[index] ?? [0, 0]);
    return held(`Vector x${index + 2}`, "muted", position, (to, { alt }) =>
      update("transform", { vectors: vectors.get().map((v, k) => (k === index ? snapped(to, alt) : v)) }),
    );
  }, [index]);
  return <Handle {...handle} {...inPlane} />;
}
