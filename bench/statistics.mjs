// What every benchmark says of its repetitions.
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
export const percentile = (values, p) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(p * values.length))] ?? Number.NaN;
const cell = (value) => (typeof value === "number" ? String(Number(value.toPrecision(3))) : value);

/** Prints rows as a Markdown table. */
export function printTable(head, rows) {
  console.log(`\n| ${head.join(" | ")} |\n| ${head.map(() => "---").join(" | ")} |`);
  for (const row of rows) console.log(`| ${row.map(cell).join(" | ")} |`);
}
