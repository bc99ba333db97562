import { expect, it, vi } from "vitest";
import { importTable } from "../data/importTable";
import { chooseDataset, followDatasets } from "./datasets";
import { store } from "./store";

const NEVER = new Promise<never>(() => {});
const NO_NETWORK = () => Promise.reject(new Error("no network"));

it("a dataset that could not be had is shown when a second try brings it", async () => {
  const dataset = await importTable("a,b\n1,2\n3,5\n", { name: "t" });
  const answers = [NO_NETWORK, async () => dataset];
  const coming: unknown[] = [];
  const stop = followDatasets(
    () => answers.shift()?.() ?? NEVER,
    (_, again) => {
      coming.push(store.getState().loaded.coming);
      again();
    },
  );
  await vi.waitFor(() => expect(store.getState().loaded.dataset).toBe(dataset));
  expect(coming).toEqual([null]);
  stop();
});

it("a second try for a dataset that is no longer wanted asks nothing", async () => {
  const resolve = vi.fn((id: string) => (id === "first" ? NO_NETWORK() : NEVER));
  let again = () => {};
  const stop = followDatasets(resolve, (_, retry) => {
    again = retry;
  });
  chooseDataset("first");
  await vi.waitFor(() => expect(store.getState().loaded.coming).toBe(null));
  chooseDataset("second");
  const asked = resolve.mock.calls.length;
  again();
  expect(resolve).toHaveBeenCalledTimes(asked);
  stop();
});
