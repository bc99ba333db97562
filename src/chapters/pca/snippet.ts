/** NumPy that computes the same components with the same conventions and asserts the numbers shown. */
import type { Dataset } from "../../data/dataset";
import type { Divisor, Matrix } from "../../math";
import type { Outcome } from "./model";

/** Rows up to which the data stand in the snippet itself. */
export const MOST_INLINE_ROWS = 200;
const MOST_INLINE_NUMBERS = 5000;

interface Options {
  readonly centre: boolean;
  readonly standardise: boolean;
  readonly divisor: Divisor;
}

/** A JSON string is a Python string too: both escape alike. */
const quote = (text: string) => JSON.stringify(text);
const list = (values: ArrayLike<number>) => `[${Array.from(values).join(", ")}]`;
/** A name inside a comment must not end it. */
const plain = (text: string) => text.replaceAll(/\s+/g, " ");

export function numpySnippet(
  dataset: Dataset,
  names: readonly string[],
  x: Matrix,
  outcome: Outcome,
  { centre, standardise, divisor }: Options,
): string {
  if (outcome.kind === "none") return `# ${plain(outcome.reason)}\n`;
  const { explainedVariance, explainedVarianceRatio, columns } = outcome.pca;
  const used = Array.from(columns, (j) => names[j] ?? "");
  const k = explainedVariance.length;
  const ddof = divisor === "n" ? 0 : 1;
  const inline = dataset.rows === dataset.held && x.rows <= MOST_INLINE_ROWS && x.rows * k <= MOST_INLINE_NUMBERS;
  const leftOut =
    used.length < names.length
      ? `\n# Left out, since they are constant: ${plain(names.filter((n) => !used.includes(n)).join(", "))}`
      : "";
  return `import numpy as np
${inline ? "" : "import csv\n"}
# ${plain(dataset.name)}: ${dataset.rows} rows
features = [${used.map(quote).join(", ")}]${leftOut}
${inline ? literal(x, columns) : reader(dataset)}
n = len(X)

Z = ${centre ? "X - X.mean(axis=0)" : "X                                         # not centred"}
${standardise ? `Z = Z / X.std(axis=0, ddof=${ddof})\n` : ""}C = Z.T @ Z / ${divisor === "n" ? "n" : "(n - 1)"}
values, vectors = np.linalg.eigh(C)           # smallest first
values, vectors = values[::-1][:${k}], vectors[:, ::-1][:, :${k}]
lead = np.abs(vectors).argmax(axis=0)         # largest loading positive
vectors = vectors * np.sign(vectors[lead, np.arange(${k})])
explained_variance = np.maximum(values, 0)
explained_variance_ratio = explained_variance / explained_variance.sum()
scores = Z @ vectors

scale = explained_variance[0]
assert np.allclose(explained_variance, ${list(explainedVariance)}, rtol=1e-10, atol=1e-13 * scale)
assert np.allclose(explained_variance_ratio, ${list(explainedVarianceRatio)}, rtol=1e-10, atol=1e-13)
print("explained variance:", explained_variance)
print("ratio:", explained_variance_ratio)
print("PC1:", dict(zip(features, vectors[:, 0])))
`;
}

function literal(x: Matrix, columns: Int32Array): string {
  const rows = Array.from(
    { length: x.rows },
    (_, i) => `    ${list(Array.from(columns, (j) => x.data[i * x.cols + j] as number))},`,
  );
  return `X = np.array([\n${rows.join("\n")}\n], dtype=float)`;
}

/** Reads the columns by name; a row without a number in one of them is left out, as the import does unless told otherwise. */
function reader({ name }: Dataset): string {
  const file = /\.(csv|tsv|txt)$/i.test(name) ? name : `${name}.csv`;
  return `X = []
with open(${quote(file)}, newline="", encoding="utf-8-sig") as file:
    for row in csv.DictReader(file):          # another delimiter: delimiter=";"
        try:
            values = [float(row[name]) for name in features]
        except (TypeError, ValueError):
            continue                          # no number in one of the features
        if np.all(np.isfinite(values)):
            X.append(values)
X = np.array(X)`;
}
