/** Which rows belong to the table: by how many cells they have. */

/** The number of cells that most rows have; of two equally common, the larger; 0 for no rows. */
export function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let width = 0;
  for (const [candidate, count] of counts) {
    const most = counts.get(width) ?? 0;
    if (count > most || (count === most && candidate > width)) width = candidate;
  }
  return width;
}

/** As wide as the table, or wider only by empty cells, as spreadsheets write them. */
export function fits(cells: readonly string[], width: number): boolean {
  if (cells.length <= width) return cells.length === width;
  return cells.every((cell, j) => j < width || cell.trim() === "");
}

/** Begins with #, which is a comment unless the row fits the table. */
export const startsComment = (cells: readonly string[]): boolean => cells[0]?.startsWith("#") ?? false;

/** Above the table: a comment, or a title that stands alone in its row; beside empty cells, only if it is of several words. */
export const isPreamble = (cells: readonly string[], width: number): boolean =>
  startsComment(cells) || (width > 2 && (cells.length === 1 || (/\S\s+\S/.test(cells[0] ?? "") && fits(cells, 1))));
