import { describe, expect, it } from "vitest";
import { RATIO, residualRatio, turned } from "../../../tests/support/ratios";
import { eig, fromRows, schur } from "..";

describe("schur", () => {
  it("comes to rest where a subdiagonal entry shrinks beside a diagonal of exact zeros", () => {
    // Eigenvalues ±√36.5… and 0; the entry was 1e−160 and still not counted as zero, until an odd shift spoiled the rest.
    for (const rows of [
      [
        [0, 0, -6.503987378023231],
        [0, 0, 2],
        [-5.619124976749119, 0, 0],
      ],
      [
        [0, 0, -3],
        [0, 0, 9.999999522115072],
        [-1, 0, 0],
      ],
    ]) {
      const a = fromRows(rows);
      const { q, t } = schur(a);
      expect(residualRatio(a, q, t, turned(q))).toBeLessThan(RATIO);
      const root = Math.sqrt(rows[0]![2]! * rows[2]![0]!);
      expect([...eig(a).re]).toEqual([root, -root, 0].map((x) => expect.closeTo(x, 12)));
    }
  });

  it("leaves nothing below the blocks of T where an entry's square underflows beside the subdiagonal", () => {
    const { t } = schur(
      fromRows([
        [1, 2, 3],
        [4, 5, 6],
        [1e-200, 0, 8],
      ]),
    );
    expect([t.data[3], t.data[6], t.data[7]]).toEqual([0, 0, 0]);
  });
});
