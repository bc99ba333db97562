import { defineConfig } from "vitest/config";

/** What a mutant of src/math has to survive: the core's own tests and the oracle, with fewer matrices a property. */
export default defineConfig({
  test: {
    root: new URL("../..", import.meta.url).pathname,
    include: ["src/math/**/*.test.ts", "tests/oracle/*.test.ts", "tests/properties/factorisations.test.ts"],
    env: { PROPERTY_RUNS: "5" },
    testTimeout: 60_000,
    setupFiles: ["tests/support/noConsole.ts", "tests/mutation/setup.ts"],
  },
});
