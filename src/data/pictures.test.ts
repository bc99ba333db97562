import { describe, expect, it } from "vitest";
import { EPSILON, svd } from "../math";
import { pictureMatrix, pixelIdentity } from "./picture";
import { DRAWN, draw } from "./pictures";

const PRIME = 8191;

/** Rank over the integers modulo a prime, which is at most the true rank: exact arithmetic, no tolerance. */
function rankModulo(rows: number[][]): number {
  const inverse = (value: number) => {
    let [result, base, exponent] = [1, value, PRIME - 2];
    for (; exponent > 0; exponent >>= 1) {
      if (exponent & 1) result = (result * base) % PRIME;
      base = (base * base) % PRIME;
    }
    return result;
  };
  let rank = 0;
  const width = rows[0]?.length ?? 0;
  for (let j = 0; j < width && rank < rows.length; j++) {
    const pivot = rows.findIndex((row, i) => i >= rank && row[j] !== 0);
    if (pivot < 0) continue;
    const [top, other] = [rows[pivot] ?? [], rows[rank] ?? []];
    rows[pivot] = other;
    rows[rank] = top;
    const scale = inverse(top[j] ?? 1);
    for (let i = rank + 1; i < rows.length; i++) {
      const row = rows[i] ?? [];
      const factor = ((row[j] ?? 0) * scale) % PRIME;
      if (factor !== 0)
        for (let k = j; k < width; k++) row[k] = ((row[k] ?? 0) + (PRIME - factor) * (top[k] ?? 0)) % PRIME;
    }
    rank++;
  }
  return rank;
}

describe("the drawn pictures", () => {
  for (const drawn of DRAWN) {
    const picture = draw(drawn);
    const a = pictureMatrix(picture);

    it(`${drawn.name} holds whole numbers from 0 to 255 and has the rank ${drawn.rank} by exact arithmetic`, () => {
      for (const value of [drawn.value(0, 0, 0), drawn.value(255, 254, 1), drawn.value(130, 7, 2)]) {
        expect(Number.isInteger(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(255);
      }
      const rows = Array.from({ length: a.rows }, (_, i) =>
        Array.from(a.data.subarray(i * a.cols, (i + 1) * a.cols), (v) => Math.round(v * 255)),
      );
      expect(rankModulo(rows)).toBe(drawn.rank);
    });

    it(`${drawn.name} has it in floating point too, with a clear gap below`, () => {
      const { s } = svd(a);
      const top = s[0] ?? 0;
      expect(s[drawn.rank - 1]).toBeGreaterThan(1e-6 * top);
      for (const value of s.subarray(drawn.rank)) expect(value).toBeLessThan(a.cols * EPSILON * top);
    });
  }
});

describe("pixelIdentity", () => {
  const grid = { width: 2, height: 3, channels: 1 as const, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6) };
  it("is the same for the same pixels, and another for another shape or value", () => {
    expect(pixelIdentity({ ...grid, pixels: grid.pixels.slice() })).toBe(pixelIdentity(grid));
    expect(pixelIdentity({ ...grid, width: 3, height: 2 })).not.toBe(pixelIdentity(grid));
    expect(pixelIdentity({ ...grid, pixels: Uint8Array.of(1, 2, 3, 4, 5, 7) })).not.toBe(pixelIdentity(grid));
  });
});
