import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orthogonalityRatio, RATIO, residualRatio, timesPowerOfTwo, turned } from "../../../../tests/support/ratios";
import { drawn, general } from "../../../../tests/support/spectra";
import { DomainError, eigh, fromRows, polar, zeros } from "../..";

describe("polar", () => {
  it("meets the ratios on LAPACK's spectra, tall, square and wide", () => {
    fc.assert(
      fc.property(drawn("any", 24), (draw) => {
        const { orthogonal, stretch } = polar(general(draw));
        const [a, s] = [general(draw), stretch].map((x) => timesPowerOfTwo(x, -draw.exponent)) as [
          typeof stretch,
          typeof stretch,
        ];
        expect(residualRatio(a, orthogonal, s)).toBeLessThan(RATIO);
        expect(orthogonalityRatio(a.rows >= a.cols ? orthogonal : turned(orthogonal))).toBeLessThan(RATIO);
        expect(stretch.data).toEqual(turned(stretch).data);
        const { values } = eigh(s);
        expect(values[values.length - 1]).toBeGreaterThan(-1e-13 * values[0]!);
      }),
    );
  });

  it("takes a turn and a stretch apart, and a mirror as a mirror", () => {
    const close = (x: Float64Array, y: number[]) =>
      y.forEach((v, i) => {
        expect(x[i]).toBeCloseTo(v, 14);
      });
    // [[0, −1], [1, 0]] times [[2, 1], [1, 3]].
    const { orthogonal, stretch } = polar(
      fromRows([
        [-1, -3],
        [2, 1],
      ]),
    );
    close(orthogonal.data, [0, -1, 1, 0]);
    close(stretch.data, [2, 1, 1, 3]);
    const mirror = polar(
      fromRows([
        [3, 0],
        [0, -2],
      ]),
    );
    close(mirror.orthogonal.data, [1, 0, 0, -1]);
    close(mirror.stretch.data, [3, 0, 0, 2]);
    const column = polar(fromRows([[3], [4]]));
    close(column.orthogonal.data, [0.6, 0.8]);
    close(column.stretch.data, [5]);
  });

  it("gives orthonormal columns for zero too, and nothing for nothing", () => {
    expect(orthogonalityRatio(polar(zeros(4, 2)).orthogonal)).toBe(0);
    expect(polar(zeros(0, 3)).stretch).toEqual(zeros(3, 3));
    expect(() => polar(fromRows([[Number.NaN]]))).toThrow(DomainError);
  });
});

describe("polar near overflow", () => {
  it("finds S where its largest eigenvalue is past the largest double", () => {
    const big = 2 ** 1023;
    const a = fromRows([
      [1.5 * big, 0.75 * big],
      [0.75 * big, 1.5 * big],
    ]);
    polar(a).stretch.data.forEach((v, k) => {
      expect(v / big).toBeCloseTo(a.data[k]! / big, 14);
    });
  });
});
