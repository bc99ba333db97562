import { lazy, Suspense } from "react";
import { numberColumns } from "../../data/columns";
import { useParameter } from "../../state/useParameter";
import { useSource } from "../../ui/useSource";
import css from "./DataChip.module.css";
import { drawerOpen } from "./importState";

const DataDrawer = lazy(() => import("./DataDrawer"));

/** The shared dataset's name and size; opens the drawer. */
export function DataChip() {
  const { dataset, coming } = useParameter((s) => s.loaded);
  const open = useSource(drawerOpen);
  const name = dataset?.name ?? "Loading";
  const size = dataset && `${dataset.rows.toLocaleString("en")} × ${numberColumns(dataset).length}`;
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
