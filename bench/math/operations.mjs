// What is measured: inputs, and each library's own way to ask for the same thing. Every run returns a number to be compared.
import dgemm from "@stdlib/blas-base-dgemm";
import { all, create } from "mathjs";
import {
  CholeskyDecomposition,
  EVD,
  LuDecomposition,
  Matrix as MlMatrix,
  inverse as mlInverse,
  solve as mlSolve,
  QrDecomposition,
  SVD,
} from "ml-matrix";
import { PCA } from "ml-pca";
import numeric from "numeric";

const math = create(all);
const firstColumn = (rows) => rows.map((row) => row[0]);
const rowSums = (rows) => rows.map((row) => row.reduce((sum, v) => sum + v, 0));

/** The peers' forms of one input, made before the clock runs. */
const formsOf = (core, a) => {
  const rows = core.toRows(a);
  return { a, rows, ml: new MlMatrix(rows), b: firstColumn(rows), sums: rowSums(rows) };
};

const matmul = (core) => ({
  ours: ({ a }) => core.matmul(a, a).data[0],
  "ml-matrix": ({ ml }) => ml.mmul(ml).get(0, 0),
  mathjs: ({ rows }) => math.multiply(rows, rows)[0][0],
  numeric: ({ rows }) => numeric.dot(rows, rows)[0][0],
  "@stdlib": ({ a }) => {
    const c = new Float64Array(a.data.length);
    dgemm(
      "row-major",
      "no-transpose",
      "no-transpose",
      a.rows,
      a.rows,
      a.rows,
      1,
      a.data,
      a.rows,
      a.data,
      a.rows,
      0,
      c,
      a.rows,
    );
    return c[0];
  },
});
const solve = (core) => ({
  ours: ({ a, b }) => core.solve(a, b)[0],
  "ml-matrix": ({ ml, b }) => mlSolve(ml, MlMatrix.columnVector(b)).get(0, 0),
  mathjs: ({ rows, b }) => math.lusolve(rows, b)[0][0],
  numeric: ({ rows, b }) => numeric.solve(rows, b)[0],
});
const inverse = (core) => ({
  ours: ({ a }) => core.inverse(a).inverse.data[0],
  "ml-matrix": ({ ml }) => mlInverse(ml).get(0, 0),
  mathjs: ({ rows }) => math.inv(rows)[0][0],
  numeric: ({ rows }) => numeric.inv(rows)[0][0],
});
const cholesky = (core) => ({
  ours: ({ a }) => core.cholesky(a).l.data.at(-1),
  "ml-matrix": ({ ml }) => new CholeskyDecomposition(ml).lowerTriangularMatrix.get(ml.rows - 1, ml.rows - 1),
});
const qr = (core) => ({
  ours: ({ a }) => Math.abs(core.qr(a).r.data[0]),
  "ml-matrix": ({ ml }) => {
    const factors = new QrDecomposition(ml);
    return Math.abs(factors.orthogonalMatrix.get(0, 0) * 0 + factors.upperTriangularMatrix.get(0, 0));
  },
  mathjs: ({ rows }) => Math.abs(math.qr(rows).R[0][0]),
});
const eigh = (core) => ({
  ours: ({ a }) => core.eigh(a).values[0],
  "ml-matrix": ({ ml }) => new EVD(ml, { assumeSymmetric: true }).realEigenvalues.at(-1),
  mathjs: ({ rows }) => Math.max(...math.eigs(rows).values),
  numeric: ({ rows }) => Math.max(...numeric.eig(rows).lambda.x),
});
const eig = (core) => ({
  ours: ({ a }) => {
    const { re, im } = core.eig(a);
    return Math.hypot(re[0], im[0]);
  },
  "ml-matrix": ({ ml }) => {
    const e = new EVD(ml, { assumeSymmetric: false });
    return Math.max(...e.realEigenvalues.map((re, i) => Math.hypot(re, e.imaginaryEigenvalues[i])));
  },
  numeric: ({ rows }) => {
    const { x, y } = numeric.eig(rows).lambda;
    return Math.max(...x.map((re, i) => Math.hypot(re, y ? y[i] : 0)));
  },
});
const svd = (core) => ({
  ours: ({ a }) => core.svd(a).s[0],
  "ml-matrix": ({ ml }) => new SVD(ml).diagonal[0],
  numeric: ({ rows }) => numeric.svd(rows).S[0],
});
const singularValues = (core) => ({
  ours: ({ a }) => core.singularValues(a)[0],
  "ml-matrix": ({ ml }) =>
    new SVD(ml, { computeLeftSingularVectors: false, computeRightSingularVectors: false }).diagonal[0],
});
const lstsq = (core) => ({
  ours: ({ a, sums }) => core.lstsq(a, sums).x[0],
  "ml-matrix": ({ ml, sums }) => new QrDecomposition(ml).solve(MlMatrix.columnVector(sums)).get(0, 0),
});
const det = (core) => ({
  ours: ({ a }) => Math.log(Math.abs(core.det(a))),
  "ml-matrix": ({ ml }) => Math.log(Math.abs(new LuDecomposition(ml).determinant)),
  mathjs: ({ rows }) => Math.log(Math.abs(math.det(rows))),
  numeric: ({ rows }) => Math.log(Math.abs(numeric.det(rows))),
});
const pca = (core) => ({
  ours: ({ a }) => core.pca(a, { divisor: "n" }).explainedVariance[0],
  "ml-pca": ({ rows }) => {
    const n = rows.length;
    return (new PCA(rows, { method: "covarianceMatrix" }).getEigenvalues()[0] * (n - 1)) / n;
  },
});
const truncated = (core) => ({
  ours: ({ a }) => core.truncatedSvd(a, 20, { random: core.createRandom(1) }).s[0],
});

const normal = (core, rows, cols = rows) => {
  const random = core.createRandom(rows + cols);
  return core.matrix(
    rows,
    cols,
    Float64Array.from({ length: rows * cols }, () => random.normal()),
  );
};
const symmetric = (core, n) => {
  const a = normal(core, n);
  return core.matrix(
    n,
    n,
    a.data.map((v, k) => v + a.data[(k % n) * n + Math.floor(k / n)]),
  );
};
const definite = (core, n) => core.gram(normal(core, n + 5, n));
/** σ falls as 1/i, near what a photograph has. */
const picture = (core, n) => {
  const { q: u } = core.qr(normal(core, n));
  const { q: v } = core.qr(normal(core, n, n));
  return core.matmulTransposed(
    core.matrix(
      n,
      n,
      u.data.map((x, k) => x / (1 + (k % n))),
    ),
    v,
  );
};

/** Left out by name are those whose single call takes from tens of seconds to minutes at that size. Each: what, on what, how many calls a measurement (small ones are too short for the clock), and whom to ask. */
export function operations(core) {
  const one = (name, size, input, peers, { numpy = name, calls = 1, tooSlow = [] } = {}) => ({
    name,
    size,
    forms: formsOf(core, input),
    runs: peers(core),
    numpy,
    calls,
    tooSlow,
  });
  return [
    one("matmul", "256 × 256", normal(core, 256), matmul),
    one("matmul", "512 × 512", normal(core, 512), matmul),
    one("solve", "512 × 512", normal(core, 512), solve, { tooSlow: ["mathjs"] }),
    one("inverse", "512 × 512", normal(core, 512), inverse, { tooSlow: ["mathjs"] }),
    one("cholesky", "512 × 512", definite(core, 512), cholesky),
    one("qr", "512 × 512", normal(core, 512), qr, { tooSlow: ["mathjs"] }),
    one("lstsq", "1000 × 100", normal(core, 1000, 100), lstsq),
    one("eigh", "64 × 64", symmetric(core, 64), eigh, { calls: 5, tooSlow: ["mathjs"] }),
    one("eigh", "256 × 256", symmetric(core, 256), eigh, { tooSlow: ["mathjs"] }),
    one("eigh", "512 × 512", symmetric(core, 512), eigh, { tooSlow: ["mathjs", "numeric"] }),
    one("eig", "64 × 64", normal(core, 64), eig, { calls: 5 }),
    one("eig", "256 × 256", normal(core, 256), eig),
    one("svd", "64 × 64", normal(core, 64), svd, { calls: 5 }),
    one("svd", "256 × 256", normal(core, 256), svd),
    one("svd", "512 × 512", normal(core, 512), svd),
    one("svd", "2000 × 100", normal(core, 2000, 100), svd),
    one("singularValues", "512 × 512", normal(core, 512), singularValues),
    one("truncatedSvd, k = 20", "1024 × 1024", picture(core, 1024), truncated, { numpy: "truncatedSvd" }),
    one("pca", "20,000 × 50", normal(core, 20000, 50), pca),
    ...[2, 3, 4, 8, 16].flatMap((n) =>
      Object.entries({ matmul, solve, inverse, det, qr, eigh, eig, svd }).map(([name, peers]) =>
        one(name, `${n} × ${n}`, name === "eigh" ? symmetric(core, n) : normal(core, n), peers, { calls: 400 }),
      ),
    ),
  ];
}
