/** Columns that only count or name the rows: numbers by their spelling, but no measurement. */

const NAMES = /^(|#|no|nr|id|ids|idx|index|row|rows|rowid|row[ _]?(id|name|names|number)|rownames|unnamed: 0)$/i;

/** Whether a column called so holds whole numbers that never repeat; an unnamed one must count by ones. O(cells). */
export function isRowNumber(name: string, cells: readonly string[]): boolean {
  if (!NAMES.test(name) || cells.length < 2) return false;
  const numbers = cells.map((cell) => (/^\d{1,15}$/.test(cell.trim()) ? Number(cell) : Number.NaN));
  if (numbers.some(Number.isNaN)) return false;
  if (name === "") return numbers.every((value, i) => i === 0 || value === (numbers[i - 1] as number) + 1);
  return new Set(numbers).size === numbers.length;
}
