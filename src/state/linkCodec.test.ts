import fc from "fast-check";
import { strToU8, zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { decodeLink, decodeState, encodeLink, LINK_VERSION } from "./linkCodec";
import { DEFAULTS, type Parameters } from "./parameters";

const link = (state: string) =>
  `s=${btoa(String.fromCharCode(...zlibSync(strToU8(state))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "")}`;

const finite = fc.double({ min: -1e12, max: 1e12, noNaN: true });
const states: fc.Arbitrary<Parameters> = fc
  .record({
    matrix: fc.tuple(finite, finite, finite, finite),
    features: fc.array(fc.string({ maxLength: 50, unit: "grapheme" }), { maxLength: 10 }),
    step: fc.integer({ min: 0, max: 1_000_000 }),
    standardise: fc.boolean(),
  })
  .map(({ matrix, features, step, standardise }) => ({
    ...DEFAULTS,
    data: { ...DEFAULTS.data, features },
    transform: { ...DEFAULTS.transform, matrix },
    pca: { ...DEFAULTS.pca, standardise },
    layer: { ...DEFAULTS.layer, step },
  }));

describe("link", () => {
  it("is empty for the defaults, and the empty link is the defaults", () => {
    expect(encodeLink(DEFAULTS)).toBe("");
    expect(decodeLink("#")).toEqual({ parameters: DEFAULTS, notice: null });
  });

  it("brings every state back exactly", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { parameters, notice } = decodeLink(`#${encodeLink(state)}`);
        expect(notice).toBeNull();
        expect(JSON.stringify(parameters)).toBe(JSON.stringify(state));
      }),
    );
  });

  it("reads any text without throwing", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(decodeLink(`#s=${text}`).parameters.app.chapter).toBe("transform");
      }),
    );
    expect(decodeLink("#s=%%%E0%A4%A")).toEqual({ parameters: DEFAULTS, notice: "unreadable" });
  });

  it("never gives half of a state when the link was cut", () => {
    const whole = encodeLink({ ...DEFAULTS, transform: { ...DEFAULTS.transform, matrix: [2, 0, 0, 3] } });
    for (let cut = 1; cut < whole.length - 2; cut++)
      expect(decodeLink(whole.slice(0, -cut))).toEqual({ parameters: DEFAULTS, notice: "unreadable" });
  });

  it("refuses values out of range and keeps the others", () => {
    const { parameters, notice } = decodeLink(
      link(
        `{"v":1,"transform":{"matrix":[1,2,null,4],"x":[5,6]},"pca":{"divisor":"n-2"},"descent":{"learningRate":1e999}}`,
      ),
    );
    expect(notice).toBe("some values refused");
    expect(parameters).toEqual({ ...DEFAULTS, transform: { ...DEFAULTS.transform, x: [5, 6] } });
  });

  it("says when a newer version made it", () => {
    expect(decodeLink(link(`{"v":${LINK_VERSION + 9998}}`)).notice).toBe("newer");
  });

  it("cannot reach a prototype", () => {
    const { parameters } = decodeLink(
      link(`{"v":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`),
    );
    expect(parameters).toEqual(DEFAULTS);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("refuses a link that inflates past the cap, and one that is too long", () => {
    expect(decodeLink(link(`{"v":1,"data":{"dataset":"${"x".repeat(2_000_000)}"}}`)).notice).toBe("unreadable");
    expect(decodeLink(`s=${"A".repeat(70_000)}`).notice).toBe("too long");
  });

  it("refuses what is not a state", () => {
    for (const value of [null, 1, "x", [], {}, { v: "1" }]) expect(decodeState(value).notice).toBe("unreadable");
  });
});
