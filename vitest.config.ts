import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tests/**/*.test.ts"],
    // Properties run hundreds of cases; on a busy machine the usual five seconds are not enough.
    testTimeout: 60_000,
    // One worker less than there are cores, which is Vitest's own choice, is one alone on the machines that check this.
    maxWorkers: "100%",
    setupFiles: ["tests/support/noConsole.ts"],
  },
});
