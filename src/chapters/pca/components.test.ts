import { expect, it, vi } from "vitest";
import type { Dataset } from "../../data/dataset";
import { createRandom, type Matrix, momentsOf, type Pca, type PcaOptions } from "../../math";
import { componentsOf, type PcaInput } from "../../workers/pcaJob";
import { answers, componentsNow } from "./components";

/** Calls that wait for an answer, which the test gives: by the work itself, or by a crash. */
const calls: { answer(): void; crash(): void }[] = [];
vi.mock("../../workers/pcaClient", () => ({
  componentsElsewhere: (input: PcaInput, options: PcaOptions) =>
    new Promise<Pca>((resolve, reject) => {
      calls.push({ answer: () => resolve(componentsOf(input, options)), crash: () => reject(new Error("It died.")) });
    }),
}));
const notices = vi.hoisted(() => [] as { action?: { run(): void } }[]);
vi.mock("../../ui/notify", () => ({ notify: (notice: object) => notices.push(notice) }));

const how = { centre: true, standardise: false, divisor: "n" } as const;
const D = 320;
const names = Array.from({ length: D }, (_, j) => `f${j}`);
function wide(seed: number, id: string) {
  const random = createRandom(seed);
  const x: Matrix = { rows: 330, cols: D, data: Float64Array.from({ length: 330 * D }, () => random.normal()) };
  const moments = momentsOf(x);
  const dataset = { id, name: id, rows: 330, held: 330, moments } as Dataset;
  return [dataset, names, x, moments, how] as const;
}
const called = (n: number) => vi.waitFor(() => expect(calls.length).toBe(n));
const answered = async (n: number) => vi.waitFor(() => expect(answers.get()).toBe(n));

it("asks once, says what is awaited, and gives the answer when it is there; the former ones while a change is counted", async () => {
  const one = wide(1, "wide");
  expect(componentsNow(...one)).toMatchObject({
    kind: "none",
    reason: expect.stringMatching(/320 features are being found/),
  });
  componentsNow(...one);
  await called(1);
  calls[0]?.answer();
  await answered(1);
  const found = componentsNow(...one);
  expect(found).toMatchObject({ kind: "found", from: "moments" });
  expect(found).not.toHaveProperty("former");
  expect(componentsNow(...one)).toBe(found);

  // A reader's change: the same features of the same dataset. What is passed over on the way is never counted.
  const [passed, last] = [wide(2, "wide+edited"), wide(3, "wide+edited")];
  expect(componentsNow(...wide(4, "wide+edited"))).toMatchObject({ kind: "found", former: true });
  await called(2);
  componentsNow(...passed);
  const meanwhile = componentsNow(...last);
  expect(meanwhile.kind === "found" && found.kind === "found" && meanwhile.pca === found.pca).toBe(true);
  calls[1]?.answer();
  await called(3);
  calls[2]?.answer();
  await answered(3);
  const now = componentsNow(...last);
  expect(now.kind === "found" && !now.former && now.pca.explainedVariance).toEqual(
    componentsOf({ moments: last[3] }, how).explainedVariance,
  );
  expect(calls).toHaveLength(3);
});

it("never shows another dataset's components, says that the worker died, and tries again when asked", async () => {
  const before = answers.get();
  const other = wide(9, "another");
  expect(componentsNow(...other).kind).toBe("none");
  await called(4);
  calls[3]?.crash();
  await answered(before + 1);
  expect(componentsNow(...other)).toMatchObject({
    kind: "none",
    reason: "The components could not be found. It died.",
  });
  notices.at(-1)?.action?.run();
  expect(componentsNow(...other)).toMatchObject({ kind: "none", reason: expect.stringMatching(/being found/) });
  await called(5);
  calls[4]?.answer();
  await answered(before + 3);
  expect(componentsNow(...other).kind).toBe("found");
});
