import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pictureMatrix } from "../../data/picture";
import { DRAWN, draw } from "../../data/pictures";
import { createRandom, svd } from "../../math";
import { createPictureSession } from "../../workers/pictureSession";
import {
  energy,
  fullRank,
  grouped,
  ladder,
  leastRank,
  percent,
  pictureNumbers,
  profile,
  psnr,
  rungOf,
  sentence,
  storedNumbers,
} from "./model";
import { keyRank } from "./views/cutGesture";
import { spectrumScales } from "./views/spectrumScales";
import { barsPath } from "./views/spectrumShapes";

const random = createRandom(11);
const grid = {
  width: 24,
  height: 20,
  channels: 3 as const,
  pixels: Uint8Array.from({ length: 1440 }, () => random.int(256)),
};
const session = createPictureSession();
const spectrum = session.open(grid);
const known = profile(spectrum, grid);

describe("profile", () => {
  it("has the error measured from the pixels as its tail, at every rank", () => {
    for (let k = 0; k <= fullRank(grid); k++)
      expect(Math.abs((known.tail[k] ?? 0) - session.toward(k, 1e9).error)).toBeLessThan(1e-12 * known.norm);
  });

  it("has energies that rise from 0 to 1, and the least rank that reaches a target", () => {
    expect(energy(known, 0)).toBeCloseTo(0, 12);
    expect(energy(known, 999)).toBe(1);
    for (let k = 0; k < 20; k++) expect(energy(known, k + 1)).toBeGreaterThan(energy(known, k));
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (part) => {
        const k = leastRank(known, part) ?? -1;
        expect(energy(known, k)).toBeGreaterThanOrEqual(part);
        expect(k === 0 || energy(known, k - 1) < part).toBe(true);
      }),
    );
  });

  it("from a sketch differs from the exact one by the sketch's own error only, and does not claim a rank", () => {
    const found = DRAWN.find(({ id }) => id === "noise");
    if (!found) throw new Error("noise");
    const noise = draw(found);
    const first = profile(createPictureSession().open(noise), noise);
    const { s } = svd(pictureMatrix(noise));
    const exact = profile({ serial: 0, exact: true, s, norm: first.norm }, noise);
    expect(first.numericalRank).toBeNull();
    expect(exact.numericalRank).toBe(256);
    for (const k of [0, 1, 5, 10]) expect(Math.abs((first.tail[k] ?? 0) / (exact.tail[k] ?? 1) - 1)).toBeLessThan(0.01);
    expect(leastRank(first, 0.9999)).toBeNull();
  });

  it("is whole for a black picture, whose matrix is zero", () => {
    const black = { width: 3, height: 2, channels: 1 as const, pixels: new Uint8Array(6) };
    const own = createPictureSession();
    const zero = profile(own.open(black), black);
    expect(zero).toMatchObject({ norm: 0, numericalRank: 0 });
    expect(energy(zero, 0)).toBe(1);
    expect(psnr(black, own.toward(0, 1e9).error, zero.norm)).toBe(Number.POSITIVE_INFINITY);
    expect(percent(energy(zero, 0))).toBe("100 %");
  });
});

describe("counts", () => {
  it("are k(m + 3n + 1) of 3mn", () => {
    expect(storedNumbers(grid, 4)).toBe(4 * (20 + 72 + 1));
    expect(pictureNumbers(grid)).toBe(20 * 72);
    expect(grouped(196608)).toBe("196\u2009608");
    expect(grouped(608)).toBe("608");
  });

  it("a PSNR of 20 dB is a root-mean-square error of a tenth", () => {
    expect(psnr(grid, 0.1 * Math.sqrt(pictureNumbers(grid)), known.norm)).toBeCloseTo(20, 10);
  });

  it("never round a part up to the whole", () => {
    expect(percent(0.99999)).toBe("99.9990 %");
    expect(percent(0.9788)).toBe("97.8 %");
  });
});

describe("ladder", () => {
  it("climbs without a repeat from 1 to the full rank, with every low rank, and finds the nearest rung", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1024 }), fc.integer({ min: 0, max: 1024 }), (full, k) => {
        const rungs = ladder(full);
        expect(rungs[0]).toBe(1);
        expect(rungs.at(-1)).toBe(full);
        rungs.slice(1).forEach((rank, i) => {
          expect(rank).toBeGreaterThan(rungs[i] ?? 0);
        });
        expect(rungs.length).toBeLessThan(110);
        const nearest = Math.min(...rungs.map((rank) => Math.abs(rank - k)));
        expect(Math.abs((rungs[rungOf(rungs, k)] ?? 0) - k)).toBe(nearest);
      }),
    );
  });
});

describe("the cut", () => {
  it("stands where its rank reads back, and keys move it by one and by ten within the ends", () => {
    for (const most of [1, 12, 342, 1024])
      for (const width of [900, 1400]) {
        const at = spectrumScales({ width, height: 190 }, most, null);
        for (let k = 0; k <= Math.min(most, 100); k++) expect(at.rankAt(at.x(k + 1))).toBe(k);
        expect(at.rankAt(-50)).toBe(0);
        expect(at.rankAt(width + 50)).toBe(most);
      }
    expect(keyRank("ArrowRight", false, 8, 256)).toBe(9);
    expect(keyRank("ArrowLeft", true, 8, 256)).toBe(0);
    expect(keyRank("End", false, 8, 256)).toBe(256);
    expect(keyRank("a", false, 8, 256)).toBeUndefined();
  });

  it("draws bars without a number that is none, also where a singular value is zero", () => {
    for (const [s, norm] of [
      [[5, 1, 0], Math.sqrt(26)],
      [[0], 0],
    ] as const) {
      const of = profile({ serial: 0, exact: true, s: Float64Array.from(s), norm }, grid);
      const at = spectrumScales({ width: 300, height: 120 }, s.length, of);
      expect(barsPath(at, of.s, 0, s.length)).not.toMatch(/NaN|Infinity/);
      expect(at.yTicks.every(Number.isFinite)).toBe(true);
    }
  });
});

describe("sentence", () => {
  it("says what is kept and what is left", () => {
    const picture = { ...grid, id: "x", name: "Test", credit: "", notes: [] };
    expect(sentence(picture, known, 20, 1e-14)).toBe(
      "Test, 24 × 20 in colour, as a 20 × 72 matrix of rank 20. The first 20 layers keep 100 % of the energy and leave an error of ≈ 0.",
    );
    expect(sentence(picture, known, 0, 21.3)).toContain("No layer is kept, an error of 21.3.");
  });
});
