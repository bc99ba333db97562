import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pictureMatrix } from "../data/picture";
import { DRAWN, draw } from "../data/pictures";
import { at, createRandom, svd } from "../math";
import { overWhite } from "./decodePicture";
import { createLayerSum } from "./layerSum";
import { createPictureSession, SKETCHED } from "./pictureSession";

const drawn = (id: string) => {
  const found = DRAWN.find((picture) => picture.id === id);
  if (!found) throw new Error(id);
  return draw(found);
};
/** A little picture of random bytes, quickly factored. */
const small = (width: number, height: number, channels: 1 | 3, seed = 3) => {
  const random = createRandom(seed);
  return {
    width,
    height,
    channels,
    pixels: Uint8Array.from({ length: width * height * channels }, () => random.int(256)),
  };
};
const FOREVER = 1e9;

describe("layer sum", () => {
  it("by adding and taking away equals the sum from nothing, whatever the way", () => {
    const factors = svd(pictureMatrix(small(9, 23, 3)));
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 60 }), (ranks) => {
        const sum = createLayerSum(factors);
        for (const k of ranks) sum.toward(k);
        const fresh = createLayerSum(factors);
        fresh.toward(ranks.at(-1) ?? 0);
        expect(sum.rank()).toBe(fresh.rank());
        sum.data.forEach((value, i) => {
          expect(Math.abs(value - (fresh.data[i] ?? 0))).toBeLessThan(1e-12);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("stops where it is told to and goes on from there", () => {
    const sum = createLayerSum(svd(pictureMatrix(small(64, 40, 1))));
    sum.toward(40, () => true);
    expect(sum.rank()).toBeGreaterThan(0);
    expect(sum.rank()).toBeLessThan(40);
    sum.toward(40);
    expect(sum.rank()).toBe(40);
  });

  it("does not drift over a thousand sweeps", () => {
    const grid = small(16, 16, 1);
    const a = pictureMatrix(grid);
    const sum = createLayerSum(svd(a));
    for (let sweep = 0; sweep < 1000; sweep++) for (const k of [9, 16]) sum.toward(k);
    sum.data.forEach((value, i) => {
      expect(Math.abs(value - (a.data[i] ?? 0))).toBeLessThan(1e-12);
    });
  });
});

describe("picture session", () => {
  it("has an error that is the tail of the spectrum, at every rank (Eckart & Young)", () => {
    for (const grid of [small(20, 31, 3), small(40, 12, 1), small(1, 1, 1), small(5, 1, 3)]) {
      const session = createPictureSession();
      const { s, exact, norm } = session.open(grid);
      expect(exact).toBe(true);
      for (let k = 0; k <= s.length; k++) {
        const tail = Math.sqrt(s.subarray(k).reduce((sum, v) => sum + v * v, 0));
        expect(Math.abs(session.toward(k, FOREVER).error - tail)).toBeLessThan(1e-12 * norm);
      }
    }
  });

  it("gives the pixels back at full rank, and a mid-grey residual", () => {
    const grid = small(30, 20, 3);
    const session = createPictureSession();
    session.open(grid);
    const { picture, residual } = session.toward(1024, FOREVER);
    for (let k = 0; k < 30 * 20; k++)
      for (let c = 0; c < 3; c++) {
        expect(picture[4 * k + c]).toBe(grid.pixels[3 * k + c]);
        expect(Math.abs((residual[4 * k + c] ?? 0) - 127.5)).toBeLessThanOrEqual(0.5);
      }
  });

  it("shows a large picture from a sketch first, then exactly, within the rounding of the first", () => {
    const grid = drawn("tartan");
    const session = createPictureSession();
    const first = session.open(grid);
    expect(first).toMatchObject({ exact: false });
    expect(first.s).toHaveLength(SKETCHED);
    const rough = session.toward(8, FOREVER);
    const exact = session.adopt(svd(pictureMatrix(grid)));
    expect(exact).toMatchObject({ exact: true, norm: first.norm });
    expect(exact.serial).not.toBe(first.serial);
    const fine = session.toward(8, FOREVER);
    expect(fine.serial).toBe(exact.serial);
    expect(Math.abs(rough.error / fine.error - 1)).toBeLessThan(1e-6);
    expect(session.toward(12, FOREVER).error).toBeLessThan(1e-10);
  });

  it("draws a layer as the outer product of its vectors", () => {
    const grid = small(12, 10, 3);
    const { u, vt } = svd(pictureMatrix(grid));
    const session = createPictureSession();
    session.open(grid);
    const [layer] = session.layers(1, 64);
    expect(layer).toMatchObject({ width: 12, height: 10 });
    const sign = (i: number, j: number, c: number) => Math.sign(at(u, i, 0) * at(vt, 0, c * 12 + j));
    const drawnSign = (i: number, j: number, c: number) => (layer?.rgba[4 * (i * 12 + j) + c] ?? 0) - 127.5;
    for (const [i, j, c] of [
      [0, 0, 0],
      [9, 11, 2],
      [4, 7, 1],
    ] as const)
      expect(Math.sign(drawnSign(i, j, c))).toBe(sign(i, j, c));
  });
});

describe("overWhite", () => {
  it("lays transparent pixels over white, whatever colour hides in them, and drops a colour that is none", () => {
    const result = overWhite(Uint8ClampedArray.of(200, 10, 90, 0, 7, 7, 7, 255));
    expect(result).toEqual({ channels: 1, pixels: Uint8Array.of(255, 7), transparent: true });
    expect(overWhite(Uint8ClampedArray.of(0, 100, 0, 255)).channels).toBe(3);
  });
});
