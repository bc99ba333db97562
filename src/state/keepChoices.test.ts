import { describe, expect, it } from "vitest";
import { importTable } from "../data/importTable";
import { keepChoices } from "./keepChoices";
import { DEFAULTS, type Parameters } from "./parameters";

const CSV = "a,b,kind,where\n1,2,oak,x\n3,,elm,y\n5,7,oak,x\n8,1,elm,x\n";
const read = (options = {}) => importTable(CSV, { name: "t", ...options });
const state = (data: Partial<Parameters["data"]>): Parameters => ({ ...DEFAULTS, data: { ...DEFAULTS.data, ...data } });

describe("what stays when a table is read in another way", () => {
  it("columns that are still there stay chosen, and those that went are let go", async () => {
    const kept = keepChoices(
      {
        ...state({ features: ["a", "b"], target: "b", colour: "kind" }),
        pca: { ...DEFAULTS.pca, featureX: "b", featureY: "a" },
      },
      await read(),
      await read({ roles: new Map([["b", "ignored"] as const, ["kind", "label"] as const]) }),
    );
    expect(kept.data).not.toHaveProperty("target");
    expect(kept.data).not.toHaveProperty("colour");
    expect([kept.data.features, kept.pca]).toEqual([["a"], { featureY: "a" }]);
  });

  it("an edited cell follows its column, and goes with it", async () => {
    const before = await read({ missing: "mean" });
    const after = await read({ missing: "mean", roles: new Map([["a", "ignored"] as const]) });
    const kept = keepChoices(
      state({
        edits: [
          [0, 0, 4],
          [1, 1, 9],
          [2, 2, "ash"],
        ],
        selected: "Aw==",
        added: 1,
      }),
      before,
      after,
    );
    expect(kept.data).toMatchObject({
      edits: [
        [1, 0, 9],
        [2, 1, "ash"],
      ],
      selected: "Aw==",
      added: 1,
    });
  });

  it("where the rows are others, no row is meant or edited any more", async () => {
    const kept = keepChoices(
      state({ edits: [[0, 0, 4]], selected: "Aw==" }),
      await read(),
      await read({ missing: "mean" }),
    );
    expect(kept.data).toEqual({ features: [] });
  });
});
