/** Matrices an operation meets: 100, or what PROPERTY_RUNS says (the nightly form, `npm run test:nightly`, asks for 2,000). */
export const RUNS = Number(process.env.PROPERTY_RUNS ?? 100);
