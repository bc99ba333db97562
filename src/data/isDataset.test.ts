import { expect, it } from "vitest";
import { importTable } from "./importTable";
import { isDataset } from "./isDataset";

const made = () => importTable("a,b,kind,where\n1,2,oak,x\n3,4,elm,y\n5,7,oak,z\n8,1,elm,w\n", { name: "t" });

it("takes what storage gives back of a dataset", async () => {
  expect(isDataset(structuredClone(await made()))).toBe(true);
});

it("refuses what is no dataset", () => {
  for (const value of [undefined, null, "{bad json", 3, [], {}, { id: "file:t" }]) expect(isDataset(value)).toBe(false);
});

it("refuses a dataset that lacks any of its parts, has one of another kind, or a column cut short", async () => {
  const whole = await made();
  for (const part of Object.keys(whole)) {
    expect(isDataset({ ...whole, [part]: undefined }), part).toBe(false);
    expect(isDataset({ ...whole, [part]: { "0": 1 } }), part).toBe(false);
  }
  for (const [k, column] of whole.columns.entries()) {
    const [name, values] = Object.entries(column).find(([, part]) => typeof part === "object") ?? ["", []];
    const cut = whole.columns.with(k, { ...column, [name]: values.slice(1), codes: new Int32Array(1) } as never);
    expect(isDataset({ ...whole, columns: cut }), name).toBe(false);
  }
  expect(isDataset({ ...whole, moments: { ...whole.moments, mean: new Float64Array(1) } })).toBe(false);
});
