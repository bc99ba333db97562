import { expect, it } from "vitest";
import { latest } from "./latest";

/** An act that is finished by hand, in whatever order. */
function byHand() {
  const started: number[] = [];
  const settle = new Map<number, { resolve: (value: string) => void; reject: (reason: Error) => void }>();
  const act = (x: number) => {
    started.push(x);
    return new Promise<string>((resolve, reject) => settle.set(x, { resolve, reject }));
  };
  return { act, started, settle };
}

it("passes over all but the newest while one is under way", async () => {
  const { act, started, settle } = byHand();
  const request = latest(act);
  const [one, two, three] = [request(1), request(2), request(3)];
  expect(started).toEqual([1]);
  expect(await two).toBeUndefined();
  settle.get(1)!.resolve("one");
  expect(await one).toBe("one");
  expect(started).toEqual([1, 3]);
  settle.get(3)!.resolve("three");
  expect(await three).toBe("three");
});

it("goes on to the waiting one when the one under way fails", async () => {
  const { act, started, settle } = byHand();
  const request = latest(act);
  const one = request(1);
  const two = request(2);
  settle.get(1)!.reject(new Error("no"));
  await expect(one).rejects.toThrow("no");
  expect(started).toEqual([1, 2]);
  settle.get(2)!.resolve("two");
  expect(await two).toBe("two");
});

it("starts at once when nothing is under way", async () => {
  const { act, started, settle } = byHand();
  const request = latest(act);
  for (const x of [1, 2]) {
    const answer = request(x);
    settle.get(x)!.resolve(String(x));
    expect(await answer).toBe(String(x));
  }
  expect(started).toEqual([1, 2]);
});
