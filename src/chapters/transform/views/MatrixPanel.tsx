import type { Mat2 } from "../../../math";
import { derive } from "../../../scene/source";
import { commit, endGesture } from "../../../state/history";
import { store, update } from "../../../state/store";
import { Chip, ChipRow } from "../../../ui/Button";
import { MatrixField } from "../../../ui/MatrixField";
import { Panel } from "../../../ui/Panel";
import { useSource } from "../../../ui/useSource";
import { PRESETS } from "../presets";
import { matrix, setMatrix, whitening } from "../sources";
import { ShapeChoice } from "./ShapeChoice";

export const LIMIT = 1e12;
const canWhiten = derive([whitening], (w) => w !== null);

const take = (next: Mat2) => update("transform", { matrix: next, progress: 1 });
/** The generator is fetched when it is first wanted. */
async function takeRandom(): Promise<void> {
  const { randomMatrix } = await import("../randomMatrix");
  const seed = (store.getState().transform.seed + 1) % 2 ** 32;
  commit(() => {
    take(randomMatrix(seed));
    update("transform", { seed });
  });
}
/** Twelve digits, so that the last bits of a root do not stand in the fields. */
const tidy = (m: Mat2) => m.map((v) => Number(v.toPrecision(12))) as unknown as Mat2;

/** A: its shape, its entries, and well-known ones to start from. */
export function MatrixPanel() {
  const whitens = useSource(canWhiten);
  return (
    <Panel title="Matrix A">
      <ShapeChoice />
      <MatrixField
        name="A"
        rows={2}
        cols={2}
        values={matrix.get()}
        source={matrix}
        tones={["basis-i", "basis-j"]}
        min={-LIMIT}
        max={LIMIT}
        onChange={(k, value) => setMatrix(matrix.get().map((v, i) => (i === k ? value : v)) as unknown as Mat2)}
        onCommit={endGesture}
      />
      <ChipRow label="Presets">
        {PRESETS.map(({ name, matrix: preset }) => (
          <Chip key={name} onClick={() => commit(() => take(preset))}>
            {name}
          </Chip>
        ))}
        <Chip onClick={() => void takeRandom()}>Random</Chip>
        <Chip
          disabled={!whitens}
          title={whitens ? undefined : "The points have no spread in some direction, so nothing whitens them."}
          onClick={() => {
            const w = whitening.get();
            if (w) commit(() => take(tidy(w)));
          }}
        >
          Whiten the data
        </Chip>
      </ChipRow>
    </Panel>
  );
}
