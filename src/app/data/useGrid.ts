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
  const wanted = useRef<ActiveCell>(null);
  const within = useRef(false);
  useEffect(() => {
    const cell = box.current?.querySelector<HTMLElement>("[data-active]");
    const focused = document.activeElement;
    // A key may come before the effect of an earlier render, whose cell is the one that was left.
    if (cell && wanted.current === active) {
      wanted.current = null;
      cell.focus({ preventScroll: true });
    } else if (within.current && !box.current?.contains(focused)) box.current?.focus({ preventScroll: true });
  });
  return {
    // Rows that were added may have gone again.
    active: active.row < held ? active : { ...active, row: held - 1 },
    go(to: ActiveCell) {
      const there = { ...to };
      wanted.current = there;
      setActive(there);
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
