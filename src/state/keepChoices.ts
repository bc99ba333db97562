/** What of the state still fits when the same table has been read in another way: everything that names a column which is still there. */
import { categoryColumns, numberColumns } from "../data/columns";
import type { Dataset } from "../data/dataset";
import type { Parameters } from "./parameters";

type Names = { readonly [name: string]: string };
/** The changes to make once the new reading is on screen, by slice. */
export type Kept = { readonly [S in "data" | "transform" | "pca" | "layer" | "descent"]: Partial<Parameters[S]> };

/**
 * `state` as it was under `before`. Choices of number columns and of a category stay where `after` has them; edits, added rows and the
 * selection stay where both hold the same rows, an edit only where its column is of the same kind. O(columns + edits).
 */
export function keepChoices(state: Parameters, before: Dataset, after: Dataset): Kept {
  const numbers = new Set(numberColumns(after).map(({ name }) => name));
  const categories = new Set(categoryColumns(after).map(({ name }) => name));
  const { data, transform, pca, layer, descent } = state;
  const axes = (names: Names) => Object.fromEntries(Object.entries(names).filter(([, name]) => numbers.has(name)));
  const noColumn = data.colour !== "" && !categoryColumns(before).some(({ name }) => name === data.colour);
  return {
    data: {
      features: data.features.filter((name) => numbers.has(name)),
      ...(noColumn || categories.has(data.colour) ? { colour: data.colour } : {}),
      ...(numbers.has(data.target) ? { target: data.target } : {}),
      ...(sameRows(before, after) ? rowsOf(data, before, after) : {}),
    },
    transform: axes({ featureX: transform.featureX, featureY: transform.featureY, featureZ: transform.featureZ }),
    pca: axes({ featureX: pca.featureX, featureY: pca.featureY, featureZ: pca.featureZ }),
    layer: axes({ featureX: layer.featureX, featureY: layer.featureY }),
    descent: axes({ featureX: descent.featureX }),
  };
}

const sameRows = (a: Dataset, b: Dataset) => a.rows === b.rows && a.held === b.held;

function rowsOf({ edits, added, selected }: Parameters["data"], before: Dataset, after: Dataset) {
  const moved = before.columns.map(({ name, kind }) =>
    after.columns.findIndex((column) => column.name === name && column.kind === kind),
  );
  return {
    edits: edits.flatMap(([row, column, to]) => {
      const at = moved[column] ?? -1;
      return at < 0 ? [] : [[row, at, to] as const];
    }),
    added,
    selected,
  };
}
