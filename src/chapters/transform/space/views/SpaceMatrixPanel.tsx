import { derive } from "../../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../../state/history";
import { store, update } from "../../../../state/store";
import { Chip, ChipRow } from "../../../../ui/Button";
import { MatrixField } from "../../../../ui/MatrixField";
import { Panel } from "../../../../ui/Panel";
import { useSource } from "../../../../ui/useSource";
import { GivesChoice } from "../../views/GivesChoice";
import { ShapeChoice } from "../../views/ShapeChoice";
import { whiteningEntries } from "../cloud3";
import { colsOf, rowsOf } from "../embedded";
import { randomEntries, SPACE_PRESETS } from "../presets";
import { covariance3, entries, setEntries, setX, shape, x3 } from "../sources";

const LIMIT = 1e12;
const TONES = ["basis-i", "basis-j", "basis-k"] as const;
const x = derive([shape, x3], (now, at): readonly number[] => at.slice(0, colsOf(now)));
const whitened = derive([covariance3], (c) => (c ? whiteningEntries(c) : null));

const take = (next: readonly number[]) =>
  commit(() => {
    setEntries(next);
    update("transform", { progress: 1 });
  });
function takeRandom(): void {
  const seed = (store.getState().transform.seed + 1) % 2 ** 32;
  commit(() => {
    setEntries(randomEntries(shape.get(), seed));
    update("transform", { seed, progress: 1 });
  });
}

/** A and x by their entries, and well-known matrices to start from. */
export function SpaceMatrixPanel() {
  const now = useSource(shape);
  const w = useSource(whitened);
  return (
    <>
      <Panel title="Matrix A">
        <ShapeChoice />
        <MatrixField
          key={now}
          name="A"
          rows={rowsOf(now)}
          cols={colsOf(now)}
          values={entries.get()}
          source={entries}
          tones={TONES.slice(0, colsOf(now))}
          min={-LIMIT}
          max={LIMIT}
          onChange={(k, value) => setEntries(entries.get().map((v, i) => (i === k ? value : v)))}
          onCommit={endGesture}
        />
        <ChipRow label="Presets">
          {SPACE_PRESETS[now].map(({ name, entries: preset }) => (
            <Chip key={name} onClick={() => take(preset)}>
              {name}
            </Chip>
          ))}
          <Chip onClick={takeRandom}>Random</Chip>
          {now === "3x3" && (
            <Chip
              disabled={!w}
              title={w ? undefined : "The points have no spread in some direction, so nothing whitens them."}
              onClick={() => w && take(w)}
            >
              Whiten the data
            </Chip>
          )}
        </ChipRow>
      </Panel>
      <Panel title="Vector x">
        <MatrixField
          key={now}
          name="x"
          rows={colsOf(now)}
          cols={1}
          values={x.get()}
          source={x}
          min={-LIMIT}
          max={LIMIT}
          onChange={(k, value) => {
            beginGesture();
            const [a, b, c] = x3.get().map((v, i) => (i === k ? value : v)) as [number, number, number];
            setX([a, b, c]);
          }}
          onCommit={endGesture}
        />
        <GivesChoice />
      </Panel>
    </>
  );
}
