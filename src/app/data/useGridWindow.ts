/** The part of a grid that is in sight, and how to bring another part there. */
import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import type { Dataset } from "../../data/dataset";

const ROW_HEIGHT = 28;
const COLUMN_WIDTH = 120;
const HEAD_WIDTH = 84;

/** Lines and columns of `data` in sight of the scrolled box, with the room that the others keep. */
export function useGridWindow(box: RefObject<HTMLElement | null>, { held, columns: all }: Dataset) {
  const rows = useVirtualizer({
    count: held,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // The head covers what is scrolled under it.
    scrollPaddingEnd: ROW_HEIGHT,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: all.length,
    getScrollElement: () => box.current,
    estimateSize: () => COLUMN_WIDTH,
    overscan: 2,
    scrollPaddingEnd: HEAD_WIDTH,
  });
  const shown = columns.getVirtualItems().flatMap((item) => {
    const column = all[item.index];
    return column ? [{ item, column }] : [];
  });
  const lines = rows.getVirtualItems();
  return {
    lines,
    shown,
    above: lines[0]?.start ?? 0,
    below: rows.getTotalSize() - (lines.at(-1)?.end ?? 0),
    before: shown[0]?.item.start ?? 0,
    after: columns.getTotalSize() - (shown.at(-1)?.item.end ?? 0),
    /** Whether a line (−1 is the head) and a column (from 1, 0 is the row's head) are in the page. */
    has: (line: number, column: number) =>
      (line < 0 || lines.some(({ index }) => index === line)) &&
      (column === 0 || shown.some(({ item }) => item.index === column - 1)),
    reveal(line: number, column: number) {
      if (line >= 0) rows.scrollToIndex(line);
      if (column > 0) columns.scrollToIndex(column - 1);
    },
  };
}
