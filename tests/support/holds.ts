import fc from "fast-check";
import { expect, it } from "vitest";
import { RATIO } from "./ratios";
import type { Drawn } from "./spectra";

/** Matrices an operation meets: 100, or what PROPERTY_RUNS says (the nightly form, `npm run test:nightly`, asks for 2,000). */
export const RUNS = Number(process.env.PROPERTY_RUNS ?? 100);

/** Test ratios by name. */
export type Ratios = Record<string, number>;

/** 0 for what is so; for what is not, more than any threshold. */
export const so = (fact: boolean): number => (fact ? 0 : Number.POSITIVE_INFINITY);

/** Every ratio stays under LAPACK's threshold on every matrix drawn. NaN does not. */
export function holds(name: string, draws: fc.Arbitrary<Drawn>, ratios: (draw: Drawn) => Ratios): void {
  it(`${name}: ${RUNS} matrices`, { timeout: 1000 * Math.max(60, RUNS) }, () => {
    fc.assert(
      fc.property(draws, (draw) => {
        for (const [ratio, value] of Object.entries(ratios(draw)))
          expect(value, `${name}, ${ratio}`).toBeLessThanOrEqual(RATIO);
      }),
      { numRuns: RUNS },
    );
  });
}
