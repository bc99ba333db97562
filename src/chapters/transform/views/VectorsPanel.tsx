import { Plus, X } from "lucide-react";
import { useMemo } from "react";
import type { Vec2 } from "../../../math";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Button, IconButton } from "../../../ui/Button";
import { MatrixField } from "../../../ui/MatrixField";
import { Panel } from "../../../ui/Panel";
import { vectors, x } from "../sources";
import { GivesChoice } from "./GivesChoice";
import { LIMIT } from "./MatrixPanel";
import css from "./TransformInspector.module.css";

const MOST = 12;
/** Where a further vector starts: each a golden angle on, so that no two lie on one another. */
const start = (k: number): Vec2 => {
  const angle = 0.6 + 2.4 * k;
  return [Math.round(15 * Math.cos(angle)) / 10, Math.round(15 * Math.sin(angle)) / 10];
};

/** x, any further vectors, and what follows when Ax is dragged. */
export function VectorsPanel() {
  const count = useParameter((s) => s.transform.vectors.length);
  return (
    <Panel title="Vectors">
      <VectorField
        name="x"
        source={x}
        onChange={(to) => {
          beginGesture();
          update("transform", { x: to });
        }}
      />
      {Array.from({ length: count }, (_, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the vectors are known by their place
        <FurtherVector key={k} index={k} />
      ))}
      <Button
        disabled={count >= MOST}
        onClick={() => commit(() => update("transform", { vectors: [...vectors.get(), start(count)] }))}
      >
        <Plus size={14} aria-hidden /> Add a vector
      </Button>
      <GivesChoice />
    </Panel>
  );
}

function FurtherVector({ index }: { readonly index: number }) {
  const source = useMemo(() => derive([vectors], (all): Vec2 => all[index] ?? [0, 0]), [index]);
  const change = (to: Vec2) => {
    beginGesture();
    update("transform", { vectors: vectors.get().map((v, k) => (k === index ? to : v)) });
  };
  const name = `x${index + 2}`;
  return (
    <div className={css.line}>
      <VectorField name={name} source={source} onChange={change} />
      <IconButton
        label={`Remove ${name}`}
        onClick={() => commit(() => update("transform", { vectors: vectors.get().filter((_, k) => k !== index) }))}
      >
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  );
}

function VectorField(props: {
  readonly name: string;
  readonly source: { get(): Vec2; subscribe(listener: () => void): () => void };
  readonly onChange: (to: Vec2) => void;
}) {
  const { name, source, onChange } = props;
  return (
    <div className={css.vector}>
      <span aria-hidden className={css.symbol}>
        {name}
      </span>
      <MatrixField
        name={name}
        rows={1}
        cols={2}
        values={source.get()}
        source={source}
        min={-LIMIT}
        max={LIMIT}
        onChange={(k, value) => onChange(k === 0 ? [value, source.get()[1]] : [source.get()[0], value])}
        onCommit={endGesture}
      />
    </div>
  );
}
