/** Eigenvalues by Jacobi's rotations (Golub & Van Loan, §8.5), apart from the app's own solver, as a second opinion. */

/** C = (1/n) Σ (x − x̄)(x − x̄)ᵀ. */
export function covarianceOf(rows: readonly (readonly number[])[]): number[][] {
  const d = rows[0]?.length ?? 0;
  const n = rows.length;
  const mean = Array.from({ length: d }, (_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / n);
  return mean.map((mp, p) =>
    mean.map((mq, q) => rows.reduce((sum, row) => sum + ((row[p] ?? 0) - mp) * ((row[q] ?? 0) - mq), 0) / n),
  );
}

/** Eigenvalues of a symmetric matrix, largest first. */
export function jacobiEigenvalues(symmetric: readonly (readonly number[])[]): number[] {
  const a = symmetric.map((row) => [...row]);
  const d = a.length;
  const at = (i: number, j: number) => a[i]?.[j] ?? 0;
  const put = (i: number, j: number, value: number) => {
    const row = a[i];
    if (row) row[j] = value;
  };
  for (let sweep = 0; sweep < 50; sweep++)
    for (let p = 0; p < d; p++)
      for (let q = p + 1; q < d; q++) {
        if (at(p, q) === 0) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        for (let k = 0; k < d; k++) {
          const [kp, kq] = [at(k, p), at(k, q)];
          put(k, p, c * kp - s * kq);
          put(k, q, s * kp + c * kq);
        }
        for (let k = 0; k < d; k++) {
          const [pk, qk] = [at(p, k), at(q, k)];
          put(p, k, c * pk - s * qk);
          put(q, k, s * pk + c * qk);
        }
      }
  return a.map((_, k) => at(k, k)).sort((x, y) => y - x);
}
