import { expect, it } from "vitest";
import { createFakeWorker, type FakeWorker } from "../../tests/support/fakeWorker";
import { Cancelled, createLane, WorkerCrash } from "./lane";

const api = {
  double: (x: number) => 2 * x,
  never: () => new Promise<number>(() => {}),
  fail: () => {
    throw new RangeError("out of range");
  },
};

function laneWithWorkers() {
  const workers: FakeWorker[] = [];
  const lane = createLane<typeof api>(() => {
    const fake = createFakeWorker(api);
    workers.push(fake);
    return fake.worker;
  });
  return { lane, workers };
}

it("starts its worker at the first job and keeps it for the next", async () => {
  const { lane, workers } = laneWithWorkers();
  expect(workers).toHaveLength(0);
  expect(await lane.run((job) => job.double(2))).toBe(4);
  expect(await lane.run((job) => job.double(3))).toBe(6);
  expect(workers).toHaveLength(1);
  lane.cancel();
});

it("hands on what the job threw, and goes on", async () => {
  const { lane } = laneWithWorkers();
  await expect(lane.run((job) => job.fail())).rejects.toMatchObject({ name: "RangeError", message: "out of range" });
  expect(await lane.run((job) => job.double(1))).toBe(2);
  lane.cancel();
});

it("cancels all that is under way, and starts again at the next job", async () => {
  const { lane, workers } = laneWithWorkers();
  const jobs = [lane.run((job) => job.never()), lane.run((job) => job.never())];
  const outcomes = Promise.allSettled(jobs);
  lane.cancel();
  for (const outcome of await outcomes) {
    expect(outcome.status === "rejected" && outcome.reason).toBeInstanceOf(Cancelled);
  }
  expect(workers[0]!.ended()).toBe(true);
  expect(await lane.run((job) => job.double(4))).toBe(8);
  expect(workers).toHaveLength(2);
  lane.cancel();
});

it("tells the callers when the worker dies, and starts another", async () => {
  const { lane, workers } = laneWithWorkers();
  const job = lane.run((remote) => remote.never());
  workers[0]!.crash();
  await expect(job).rejects.toBeInstanceOf(WorkerCrash);
  expect(await lane.run((remote) => remote.double(5))).toBe(10);
  // The dead worker's later words are not the new one's.
  workers[0]!.crash();
  expect(await lane.run((remote) => remote.double(6))).toBe(12);
  lane.cancel();
});

it("does nothing when there is nothing to cancel", () => {
  const { lane, workers } = laneWithWorkers();
  lane.cancel();
  expect(workers).toHaveLength(0);
});
