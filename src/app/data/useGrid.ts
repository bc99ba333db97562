/** What is active in a grid whose cells are only in the page while they are in sight, and how the focus follows it. */
import { type RefObject, useEffect, useRef, useState } from "react";

export interface ActiveCell {
  /** The held row; −1 is the head. */
  readonly row: number;
  /** 0 is the row's own head, then the columns from 1. */
  readonly column: number;
}

/**
 * The active cell is the one with `data-active`; it takes the focus after `go`, as soon as it is in the page. A focused cell that scrolls
 * out of the page leaves the focus to the box, so that keys are still heard.
 */
export function useGrid(
  box: RefObject<HTMLElement | null>,
  held: number,
  first: number,
  reveal: (to: ActiveCell) => void,
) {
  const [active, setActive] = useState<ActiveCell>({ row: first, column: 1 });
  const wanted = useRef(false);
  const within = useRef(false);
  useEffect(() => {
    const cell = box.current?.querySelector<HTMLElement>("[data-active]");
    const focused = document.activeElement;
    if (wanted.current && cell) {
      wanted.current = false;
      cell.focus({ preventScroll: true });
    } else if (within.current && !box.current?.contains(focused)) box.current?.focus({ preventScroll: true });
  });
  return {
    // Rows that were added may have gone again.
    active: active.row < held ? active : { ...active, row: held - 1 },
    go(to: ActiveCell) {
      wanted.current = true;
      setActive({ ...to });
      reveal(to);
    },
    focusEvents: {
      onFocus: () => {
        within.current = true;
      },
      onBlur: ({ target, relatedTarget }: { target: Element; relatedTarget: Element | null }) => {
        // One that was taken out of the page has not lost the focus to another.
        if (target.isConnected && !box.current?.contains(relatedTarget)) within.current = false;
      },
    },
  };
}
