import { Minus, Plus, X } from "lucide-react";
import { commit } from "../../../state/history";
import { store, update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { announce } from "../../../ui/Announcer";
import { Button, IconButton } from "../../../ui/Button";
import css from "./LayerInspector.module.css";

const MOST_LAYERS = 6;
const MOST_UNITS = 8;
const NEW_UNITS = 4;

function set(sizes: readonly number[], words: string): void {
  commit(() => update("layer", { hidden: sizes }));
  announce(words);
}

/** Layers and units, one button for each change. */
export function HiddenLayers() {
  const hidden = useParameter((s) => s.layer.hidden);
  const change = (l: number, by: number) => {
    const units = (store.getState().layer.hidden[l] ?? 0) + by;
    set(
      store.getState().layer.hidden.map((size, k) => (k === l ? units : size)),
      `Hidden layer ${l + 1}: ${units} units`,
    );
  };
  return (
    <>
      <ul className={css.layers} aria-label="Hidden layers">
        {hidden.map((units, l) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is known by its place
          <li key={l}>
            <span className={css.name}>Layer {l + 1}</span>
            <IconButton
              label={`Remove a unit from layer ${l + 1}`}
              kind="outline"
              disabled={units <= 1}
              onClick={() => change(l, -1)}
            >
              <Minus size={14} aria-hidden />
            </IconButton>
            <span className={css.count}>{units === 1 ? "1 unit" : `${units} units`}</span>
            <IconButton
              label={`Add a unit to layer ${l + 1}`}
              kind="outline"
              disabled={units >= MOST_UNITS}
              onClick={() => change(l, 1)}
            >
              <Plus size={14} aria-hidden />
            </IconButton>
            <IconButton
              label={`Remove layer ${l + 1}`}
              onClick={() =>
                set(
                  hidden.filter((_, k) => k !== l),
                  `Layer ${l + 1} removed`,
                )
              }
            >
              <X size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        disabled={hidden.length >= MOST_LAYERS}
        onClick={() => set([...hidden, NEW_UNITS], `Hidden layer ${hidden.length + 1} added with ${NEW_UNITS} units`)}
      >
        <Plus size={14} aria-hidden /> Add layer
      </Button>
    </>
  );
}
