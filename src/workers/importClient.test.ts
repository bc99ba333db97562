import { describe, expect, it } from "vitest";
import { createFakeWorker, type FakeWorker } from "../../tests/support/fakeWorker";
import { numberColumn } from "../data/columns";
import { ImportError, type ImportProgress } from "../data/importTable";
import { createImporter } from "./importClient";
import { importJob } from "./importJob";
import { Cancelled, WorkerCrash } from "./lane";

function importer(api: object = importJob) {
  const workers: FakeWorker[] = [];
  const importFile = createImporter(() => {
    const fake = createFakeWorker(api);
    workers.push(fake);
    return fake.worker;
  });
  return { importFile, workers };
}
const stuck = { importFile: () => new Promise(() => {}) };

describe("importFile", () => {
  it("gives the dataset, with progress, and ends its worker", async () => {
    const { importFile, workers } = importer();
    const seen: ImportProgress[] = [];
    const dataset = await importFile("x,y\n1,2\n3,4\n", { name: "t.csv" }, { onProgress: (at) => seen.push(at) });
    expect([...numberColumn(dataset, "x")!.values]).toEqual([1, 3]);
    expect(seen).toEqual([{ bytes: 12, total: 12, rows: 2 }]);
    expect(workers[0]!.ended()).toBe(true);
  });

  it("takes a file and roles across", async () => {
    const roles = new Map([["y", "ignored"]] as const);
    const dataset = await importer().importFile(new Blob(["x,y\n1,2\n3,4\n"]), { name: "t", roles });
    expect(dataset.columns.map(({ name }) => name)).toEqual(["x"]);
  });

  it("refuses with the fields that the importer gave", async () => {
    const { importFile, workers } = importer();
    const error = await importFile("x,y,z\n", { name: "t" }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ImportError);
    expect(error).toMatchObject({ code: "no-rows", line: 1, name: "ImportError" });
    expect(workers[0]!.ended()).toBe(true);
  });

  it("stops within 500 ms when the signal aborts, and does not start when it has", async () => {
    const { importFile, workers } = importer(stuck);
    const controller = new AbortController();
    const { signal } = controller;
    const job = importFile("x\n1\n2\n", { name: "t" }, { signal });
    const from = performance.now();
    controller.abort();
    await expect(job).rejects.toBeInstanceOf(Cancelled);
    expect(performance.now() - from).toBeLessThan(500);
    expect(workers[0]!.ended()).toBe(true);
    await expect(importFile("x\n1\n2\n", { name: "t" }, { signal })).rejects.toBeInstanceOf(Cancelled);
    expect(workers).toHaveLength(1);
  });

  it("does not cancel another import under way", async () => {
    const { importFile } = importer();
    const controller = new AbortController();
    const one = importFile("x,y\n1,2\n3,4\n", { name: "one" }, { signal: controller.signal }).catch(() => "cancelled");
    const two = importFile("x,y\n1,2\n3,4\n", { name: "two" });
    controller.abort();
    expect(await one).toBe("cancelled");
    expect((await two).name).toBe("two");
  });

  it("says so when the worker dies", async () => {
    const { importFile, workers } = importer(stuck);
    const job = importFile("x\n1\n2\n", { name: "t" });
    workers[0]!.crash();
    await expect(job).rejects.toBeInstanceOf(WorkerCrash);
  });
});
