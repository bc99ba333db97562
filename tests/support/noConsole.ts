import { afterEach, beforeEach, expect, vi } from "vitest";

// A warning that nobody reads is a defect: any console output fails the test that caused it.
beforeEach(() => {
  for (const method of ["error", "warn"] as const) vi.spyOn(console, method);
});
afterEach(() => {
  for (const method of ["error", "warn"] as const) {
    expect(vi.mocked(console[method]).mock.calls, `console.${method}`).toEqual([]);
    vi.mocked(console[method]).mockRestore();
  }
});
