import type { VirtualItem } from "@tanstack/react-virtual";
import type { MouseEvent, ReactNode } from "react";
import type { Column } from "../../data/dataset";
import { store } from "../../state/store";
import { CellEditor, type Onward } from "./CellEditor";
import { cellText } from "./cellText";
import css from "./DatasetTable.module.css";
import type { ActiveCell } from "./useGrid";

/** What makes a cell the one that takes the focus, or one that can. */
export type Focusable = (
  row: number,
  column: number,
) => { readonly tabIndex: number; readonly "data-active"?: boolean };

interface Props {
  readonly row: number;
  readonly line: number;
  readonly meant: boolean;
  /** Whether its card stays open on the stage. */
  readonly pinned: boolean;
  readonly shown: readonly { readonly item: VirtualItem; readonly column: Column }[];
  readonly before: ReactNode;
  readonly after: ReactNode;
  readonly focusable: Focusable;
  readonly isEdited: (row: number, column: number) => boolean;
  /** The column, from 1, whose cell is typed in; 0 for none. */
  readonly typing: number;
  readonly refusalId: string | undefined;
  readonly onChoose: (row: number, shift: boolean) => void;
  readonly onCell: (event: MouseEvent, at: ActiveCell) => void;
  readonly onOpen: (at: ActiveCell) => void;
  readonly onDone: (at: ActiveCell, typed: string, onward: Onward) => boolean;
  readonly onGiveUp: (at: ActiveCell) => void;
}

/** A held row: whether it is selected, its number, and its cells in sight, of which one may be typed in. */
export function GridRow(props: Props) {
  const { row, meant, shown, focusable } = props;
  return (
    <tr
      aria-rowindex={props.line + 2}
      aria-selected={meant}
      aria-current={props.pinned || undefined}
      className={css.row}
      onPointerEnter={() => store.setState({ pointedRow: row })}
      onPointerLeave={() => store.setState({ pointedRow: -1 })}
    >
      <th scope="row" aria-colindex={1} className={css.number} {...focusable(row, 0)}>
        <label className={css.choose}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={meant}
            aria-label={`Row ${row + 1}`}
            onChange={({ nativeEvent }) =>
              props.onChoose(row, "shiftKey" in nativeEvent && nativeEvent.shiftKey === true)
            }
          />
          {row + 1}
        </label>
      </th>
      {props.before}
      {shown.map(({ item: { key, index }, column }) => {
        const at = { row, column: index + 1 };
        const edited = props.isEdited(row, index);
        const typing = props.typing === at.column;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the grid
          <td
            key={key}
            aria-colindex={index + 2}
            className={css.cell}
            data-kind={column.kind}
            data-edited={edited || undefined}
            aria-description={edited ? "changed by you" : undefined}
            // The field within takes its place while it is typed in.
            {...(typing ? {} : focusable(row, at.column))}
            onClick={(event) => typing || props.onCell(event, at)}
            onDoubleClick={() => props.onOpen(at)}
          >
            {typing ? (
              <CellEditor
                label={`${column.name} of row ${row + 1}`}
                initial={cellText(column, row)}
                refusalId={props.refusalId}
                onDone={(typed, onward) => props.onDone(at, typed, onward)}
                onGiveUp={() => props.onGiveUp(at)}
              />
            ) : (
              cellText(column, row)
            )}
          </td>
        );
      })}
      {props.after}
    </tr>
  );
}
