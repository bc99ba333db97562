import { useMemo } from "react";
import type { Vec2 } from "../../../math";
import { Handle } from "../../../scene/Handle";
import { derive } from "../../../scene/source";
import { beginGesture, cancelGesture, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { useSource } from "../../../ui/useSource";
import { pointWords } from "../model";
import { snapToEigenline } from "../snap";
import { lit, reading, setColumn, setResult, shownAx, shownI, shownJ, vectors, view, wrong, x } from "../sources";

const lighting = (about: string) => (pointed: boolean) => lit.set(pointed ? about : null);
const pointed = { i: lighting("i"), j: lighting("j"), x: lighting("x"), ax: lighting("ax") };
const gestures = { onStart: beginGesture, onEnd: endGesture, onCancel: cancelGesture };
const snapped = (to: Vec2, alt: boolean) => (alt ? to : snapToEigenline(to, reading.get().eig));

const columns = ([0, 1] as const).map((j) => ({ ...gestures, onMove: (to: Vec2) => setColumn(j, to) }));
const onX = {
  ...gestures,
  onMove: (to: Vec2, { alt }: { alt: boolean }) => update("transform", { x: snapped(to, alt) }),
};
const onResult = { ...gestures, onMove: setResult };
const wrongB = derive([wrong], (w): Vec2 => w?.wrongB ?? [0, 0]);
const onError = {
  ...gestures,
  onMove: (to: Vec2) => {
    const b = wrong.get()?.b;
    if (b) update("transform", { error: [to[0] - b[0], to[1] - b[1]] });
  },
};
const hasError = derive([wrong], (w) => w !== null);

/** Everything on the plane that can be taken in hand. What was drawn first lies below: where two meet, the column wins. */
export function PlaneHandles() {
  const count = useParameter((s) => s.transform.vectors.length);
  const erring = useSource(hasError);
  return (
    <>
      <Handle
        name="Result Ax"
        tone="ink"
        view={view}
        position={shownAx}
        inWords={pointWords}
        gesture={onResult}
        onPoint={pointed.ax}
      />
      {Array.from({ length: count }, (_, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the vectors are known by their place
        <FurtherVector key={k} index={k} />
      ))}
      {erring && (
        <Handle
          name="b with its error"
          tone="bad"
          view={view}
          position={wrongB}
          inWords={pointWords}
          gesture={onError}
        />
      )}
      <Handle
        name="Vector x"
        tone="ink"
        view={view}
        position={x}
        inWords={pointWords}
        gesture={onX}
        onPoint={pointed.x}
      />
      <Handle
        name="Image of î, first column of A"
        tone="basis-i"
        view={view}
        position={shownI}
        inWords={pointWords}
        gesture={columns[0] as typeof onResult}
        onPoint={pointed.i}
      />
      <Handle
        name="Image of ĵ, second column of A"
        tone="basis-j"
        view={view}
        position={shownJ}
        inWords={pointWords}
        gesture={columns[1] as typeof onResult}
        onPoint={pointed.j}
      />
    </>
  );
}

function FurtherVector({ index }: { readonly index: number }) {
  const { position, gesture } = useMemo(
    () => ({
      position: derive([vectors], (all): Vec2 => all[index] ?? [0, 0]),
      gesture: {
        ...gestures,
        onMove: (to: Vec2, { alt }: { alt: boolean }) =>
          update("transform", { vectors: vectors.get().map((v, k) => (k === index ? snapped(to, alt) : v)) }),
      },
    }),
    [index],
  );
  return (
    <Handle
      name={`Vector x${index + 2}`}
      tone="muted"
      view={view}
      position={position}
      inWords={pointWords}
      gesture={gesture}
    />
  );
}
