import { beforeEach, describe, expect, it } from "vitest";
import type { Dataset } from "../../data/dataset";
import { createRandom, type Matrix, momentsOf } from "../../math";
import { DEFAULTS } from "../../state/parameters";
import { type State, store } from "../../state/store";
import { lesson } from "./lesson";
import { rowsWords, sentence, shadowWords, vector } from "./sentence";
import * as now from "./sources";

const COLUMNS = ["long", "wide", "high"];
/** Long and wide grow together; high is noise. */
function measured(rows = 60, id = "measured", all = rows): Dataset {
  const random = createRandom(11);
  const data = new Float64Array(rows * 3);
  for (let i = 0; i < rows; i++) {
    const common = random.normal();
    data.set([10 + 3 * common, 5 + common + 0.3 * random.normal(), 1 + 0.2 * random.normal()], 3 * i);
  }
  const x: Matrix = { rows, cols: 3, data };
  return {
    id,
    name: "Measured",
    source: "",
    licence: "",
    rows: all,
    held: rows,
    columns: COLUMNS.map((name, j) => ({
      kind: "number" as const,
      name,
      values: Float64Array.from({ length: rows }, (_, i) => data[3 * i + j] as number),
    })),
    moments: { ...momentsOf(x), n: all },
    colour: "",
    target: "",
    notes: [],
  };
}
const show = (dataset: Dataset | null, pca: Partial<State["pca"]> = {}) =>
  store.setState({ ...DEFAULTS, pca: { ...DEFAULTS.pca, ...pca }, loaded: { dataset, coming: null } });
const words = () => {
  const g = now.guess.get();
  return sentence(now.dataset.get(), now.features.get(), now.outcome.get(), {
    view: now.which.get(),
    pair: now.pair.get(),
    plane: now.plane.get(),
    biplot: now.biplot.get(),
    notes: now.notes.get(),
    guess: now.showGuess.get() && g ? { at: g, degrees: now.axis.get() } : null,
  });
};
const done = (id: string) => lesson.challenges.find((challenge) => challenge.id === id)?.done(store.getState());

beforeEach(() => show(measured()));

describe("the picture in words", () => {
  it("says what the components keep, what stands on the axes and what the line keeps", () => {
    expect(words()).toMatch(
      /^Measured, 60 rows and 3 features: PC1 keeps 9\d\.\d % of the variance, PC2 \d\.\d %; PC1 weighs long \(0\.9\d\d\) most\. Drawn: long across and wide up\. Each v is the shadow of its arrow in 3 dimensions on these two\. Your line at −30\.0° keeps \d+\.\d %/,
    );
    show(measured(), { view: "scores", componentX: 1, componentY: 2 });
    expect(words()).toMatch(/Drawn: scores, PC2 across and PC3 up\.$/);
    show(measured(), { view: "biplot" });
    expect(words()).toMatch(/Arrows are loadings × [\d.]+; points are scores, as they are\.$/);
  });

  it("never says NaN, whatever is missing", () => {
    const plain = measured(2);
    const odd: (Dataset | null)[] = [
      null,
      measured(1),
      plain,
      {
        ...plain,
        columns: plain.columns.slice(0, 1),
        moments: momentsOf({ rows: 2, cols: 1, data: Float64Array.from([1, 2]) }),
      },
      { ...plain, columns: [], moments: momentsOf({ rows: 2, cols: 0, data: new Float64Array(0) }) },
    ];
    for (const dataset of odd)
      for (const view of ["original", "scores", "biplot"] as const)
        for (const standardise of [true, false])
          for (const centre of [true, false]) {
            show(dataset, { view, standardise, centre, kept: 9, componentX: 7, componentY: 7, point: 99 });
            expect(words()).not.toMatch(/NaN|Infinity|undefined|not defined/);
            expect(words().length).toBeGreaterThan(10);
            expect([...now.points.get()].every(Number.isFinite)).toBe(true);
            expect(Number.isFinite(now.view.get().unit)).toBe(true);
          }
  });

  it("tells a sample from all rows", () => {
    expect(rowsWords(measured(60, "m", 1_000_000))).toBe(
      "The components use all 1,000,000 rows; a uniform sample of 60 is drawn.",
    );
    expect(rowsWords(measured())).toBe("The components use all 60 rows, and all are drawn.");
  });

  it("calls nothing a shadow where the picture is exact", () => {
    const plane = now.plane.get();
    if (!plane) throw new Error("no plane");
    expect(shadowWords(2, plane)).toBe("");
    expect(vector(0) + vector(11)).toBe("v₁v₁₂");
  });
});

describe("the challenges", () => {
  it("are all open at the start", () => {
    show(measured(), { kept: 1 });
    expect(lesson.challenges.filter(({ id }) => done(id))).toEqual([]);
  });

  it("are met by what they ask for", () => {
    const best = (Math.atan2(1, 3) * 180) / Math.PI;
    show(measured(), { axis: best });
    expect(done("keep")).toBe(true);
    show(measured(), { axis: best, showGuess: false });
    expect(done("keep")).toBe(false);
    const enough = [1, 2, 3].filter((kept) => {
      show(measured(), { kept });
      return done("enough");
    });
    expect(enough).toHaveLength(1);
    show(measured(), { standardise: true });
    expect(done("vote")).toBe(true);
    show(measured(), { centre: false });
    expect(done("break")).toBe(true);
    show(measured(60, "file:abc"));
    expect(done("own")).toBe(true);
    show(null, { axis: best, standardise: true });
    expect(done("keep") || done("enough") || done("vote") || done("own")).toBe(false);
  });
});
