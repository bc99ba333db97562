import { lazy, Suspense } from "react";
import { numberColumns } from "../../data/columns";
import { dataset as datasetOf } from "../../state/derived";
import type { State } from "../../state/store";
import { useParameter } from "../../state/useParameter";
import { useSource } from "../../ui/useSource";
import css from "./DataChip.module.css";
import { drawerOpen } from "./importState";

const DataDrawer = lazy(() => import("./DataDrawer"));

function sizeOf(state: State): string | null {
  const dataset = datasetOf(state);
  return dataset && `${dataset.rows.toLocaleString("en")} × ${numberColumns(dataset).length}`;
}

/** The shared dataset's name and size; opens the drawer. */
export function DataChip() {
  const coming = useParameter((s) => s.loaded.coming);
  const name = useParameter((s) => datasetOf(s)?.name) ?? "Loading";
  const size = useParameter(sizeOf);
  const open = useSource(drawerOpen);
  return (
    <>
      <button
        type="button"
        className={css.chip}
        aria-haspopup="dialog"
        aria-label={`Dataset: ${[name, size].filter(Boolean).join(", ")}. Open the data drawer`}
        aria-busy={coming !== null}
        onClick={() => drawerOpen.set(true)}
      >
        <span className={css.name}>{name}</span> {size && <span className={css.size}>{size}</span>}
      </button>
      {open && (
        <Suspense>
          <DataDrawer />
        </Suspense>
      )}
    </>
  );
}
