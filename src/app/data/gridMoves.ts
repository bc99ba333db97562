/** How keys move through a grid of cells, after the ARIA Authoring Practices' grid pattern. */

export interface Place {
  /** −1 is the head. */
  readonly line: number;
  /** 0 is the row's own head. */
  readonly column: number;
}

export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Where a key leads from `at` in a grid of `lines` × `columns` (besides the heads) that shows `page` lines; undefined for a key that moves nothing. */
export function moved(
  { key, ctrlKey, metaKey }: GridKey,
  at: Place,
  { lines, columns, page }: { readonly lines: number; readonly columns: number; readonly page: number },
): Place | undefined {
  const far = ctrlKey || metaKey;
  const to = (line: number, column: number): Place => ({
    line: Math.max(-1, Math.min(lines - 1, line)),
    column: Math.max(0, Math.min(columns, column)),
  });
  switch (key) {
    case "ArrowUp":
      return to(far ? 0 : at.line - 1, at.column);
    case "ArrowDown":
      return to(far ? lines - 1 : at.line + 1, at.column);
    case "ArrowLeft":
      return to(at.line, far ? 0 : at.column - 1);
    case "ArrowRight":
      return to(at.line, far ? columns : at.column + 1);
    case "Home":
      return to(far ? 0 : at.line, 0);
    case "End":
      return to(far ? lines - 1 : at.line, columns);
    case "PageUp":
      return to(Math.max(0, at.line - page), at.column);
    case "PageDown":
      return to(at.line + page, at.column);
    default:
      return undefined;
  }
}
