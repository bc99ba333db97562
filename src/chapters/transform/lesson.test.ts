import { describe, expect, it } from "vitest";
import { DEFAULTS } from "../../state/parameters";
import { store } from "../../state/store";
import { lesson } from "./lesson";
import { SPACE_PRESETS } from "./space/presets";
import { eigenspacesOf, read3 } from "./space/reading";

type Transform = (typeof DEFAULTS)["transform"];
const done = (id: string, transform: Partial<Transform>) =>
  lesson.challenges
    .find((challenge) => challenge.id === id)
    ?.done({ ...store.getState(), transform: { ...DEFAULTS.transform, ...transform } });
const space = (matrix3: readonly number[], x3: readonly number[] = [-1, 1, 0.8]) =>
  ({ shape: "3x3", matrix3, x3 }) as unknown as Partial<Transform>;

describe("the challenges of chapter 1", () => {
  it("are three to five, and none is met by what the chapter opens on, in the plane or in space", () => {
    expect(lesson.challenges.length).toBeGreaterThanOrEqual(3);
    expect(lesson.challenges.length).toBeLessThanOrEqual(5);
    for (const { id } of lesson.challenges)
      for (const shape of ["2x2", "3x3", "3x2", "2x3"] as const) expect([id, done(id, { shape })]).toEqual([id, false]);
  });

  it("know an eigenvector in space: of each preset's eigenspaces, and no other vector", () => {
    for (const { name, entries } of SPACE_PRESETS["3x3"]) {
      const eig = read3("3x3", entries as unknown as Parameters<typeof read3>[1]).square?.eig;
      if (!eig || eig.kind === "every") continue;
      for (const { space: kept } of eigenspacesOf(eig))
        if (kept.kind === "line")
          expect([name, done("eigenvector", space(entries, kept.direction))]).toEqual([name, true]);
    }
    const scale = [2, 0, 0, 0, 2, 0, 0, 0, 1];
    expect(done("eigenvector", space(scale, [3, -1, 0]))).toBe(true);
    expect(done("eigenvector", space(scale, [3, -1, 0.01]))).toBe(false);
    expect(done("eigenvector", space(scale, [0, 0, 0]))).toBe(false);
    expect(done("eigenvector", space([2, 0, 0, 0, 2, 0, 0, 0, 2], [3, -1, 0]))).toBe(false);
    expect(done("eigenvector", space([0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBe(false);
  });

  it("know flat space, at any scale, but not a mere point or a small cube", () => {
    expect(done("flatten", space([1, 1, 0, 0, 1, 1, 1, 2, 1]))).toBe(true);
    expect(done("flatten", space([1e12, 0, 0, 0, 1e12, 0, 0, 0, 0]))).toBe(true);
    expect(done("flatten", space([0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBe(false);
    expect(done("flatten", space([0.3, 0, 0, 0, 0.3, 0, 0, 0, 0.3]))).toBe(false);
    expect(done("flatten", { shape: "2x2", matrix: [1, 2, 2, 4] as unknown as Transform["matrix"] })).toBe(true);
  });

  it("look at the product, whose volume is what is shown", () => {
    const onto = [1, 0, 0, 0, 1, 0, 0, 0, 0];
    const across = [0, 0, 0, 0, 0, 0, 0, 0, 1];
    const turn = [0, -1, 0, 1, 0, 0, 0, 0, 1];
    const stack = (...after3: readonly (readonly number[])[]) => ({ ...space(turn), after3 }) as Partial<Transform>;
    expect(done("flatten", stack())).toBe(false);
    expect(done("flatten", stack(onto))).toBe(true);
    expect(done("flatten", stack(onto, across))).toBe(false);
    expect(done("flatten", { matrix: [0, -1, 1, 0], after: [[1, 0, 0, 0]] } as unknown as Partial<Transform>)).toBe(
      true,
    );
  });
});
