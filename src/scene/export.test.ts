import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { captionOf, FAMILIES, type Picture } from "./picture";
import { withTexts } from "./pngText";
import { fileName } from "./saveFile";
import { HALO } from "./shape";
import { svgOf } from "./shapesSvg";
import { sideBySide } from "./sideBySide";
import { textWidth } from "./textWidth";

const picture: Picture = {
  width: 300,
  height: 200,
  shapes: [
    { kind: "path", name: "ellipse", d: "M0 0L10 10", stroke: "eigen", dash: [4, 3], fill: "eigen", fillOpacity: 0.2 },
    { kind: "path", name: "empty", d: "", stroke: "ink" },
    {
      kind: "text",
      name: "label",
      text: `<b>&"x"</b>\u0000`,
      at: [5, 6.789],
      anchor: "middle",
      tone: "ink",
      face: "math",
      size: 17,
    },
  ],
  rasters: [],
  title: "A < B & C",
  description:
    "Stretches most, ×2.07, along 60°; area ×1.00; no reflection. Eigenvalues 2.00 and 0.500, two real directions.",
};
const colours = (tone: string) =>
  ({ eigen: "#8246b8", ink: "#1b1c22", paper: "#faf8f4", muted: "#646671" })[tone] ?? "none";

describe("svgOf", () => {
  const svg = svgOf(picture, colours);

  it("writes what the data says as text, never as markup", () => {
    expect(svg).toContain('<title id="title">A &lt; B &amp; C</title>');
    expect(svg).toContain(">&lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;</text>");
    expect(svg).not.toContain("\u0000");
    expect(svg).not.toContain("<b>");
  });

  it("resolves every colour, and leaves out what draws nothing", () => {
    expect(svg).not.toMatch(/var\(|undefined|NaN/);
    expect(svg).toContain(
      '<path d="M0 0L10 10" stroke="#8246b8" stroke-width="1.5" stroke-dasharray="4 3" fill="#8246b8" fill-opacity="0.2"/>',
    );
    expect(svg).not.toContain('d=""');
    expect(svg).toContain('x="5" y="6.79"');
  });

  it("has the text twin as its description", () => {
    expect(svg).toContain(`<desc id="description">${picture.description}</desc>`);
  });
});

describe("sideBySide", () => {
  const { shapes, rasters } = picture;
  const both = sideBySide(
    [
      { title: "Input: the plane", width: 100, height: 80, shapes, rasters },
      { title: "Output: space", width: 200, height: 120, shapes, rasters },
    ],
    "A",
    "Both.",
  );

  it("puts each stage whole beside the other, under its title, with one caption", () => {
    const [first, second] = both.insets ?? [];
    expect(second?.at[0]).toBeGreaterThan(100);
    expect(second?.at[1]).toBe(first?.at[1]);
    expect(both.width).toBe((second?.at[0] ?? 0) + 200);
    expect(both.height).toBe((second?.at[1] ?? 0) + 120);
    expect(both.shapes.map((shape) => shape.kind === "text" && [shape.text, shape.at[0] > 100])).toEqual([
      ["Input: the plane", false],
      ["Output: space", true],
    ]);
    expect(captionOf(both).shapes.map(({ text }) => text)).toEqual(["A", "Both."]);
  });

  it("is written with a clip of its own for each stage", () => {
    const svg = svgOf(both, colours);
    const ids = [...svg.matchAll(/<clipPath id="([^"]+)">/g)].map(([, id]) => id);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(svg).toContain(`clip-path="url(#${id})"`);
    expect(svg.match(/<path d="M0 0L10 10"/g)).toHaveLength(2);
    expect(svg).toMatch(/<g transform="translate\(116 32\)"/);
  });
});

describe("captionOf", () => {
  it("loses no word, and breaks lines within the picture's width", () => {
    const { shapes, height } = captionOf(picture);
    expect(shapes.map(({ text }) => text).join(" ")).toBe(`${picture.title} ${picture.description}`);
    expect(shapes.length).toBeGreaterThan(3);
    for (const { text, at, face, size } of shapes) {
      expect(at[0] + textWidth(text, face, size)).toBeLessThanOrEqual(picture.width);
      expect(at[1]).toBeLessThan(picture.height + height);
    }
  });
});

describe("withTexts", () => {
  /** The chunks of a PNG: type, data, and whether its checksum is right by zlib's. */
  function chunksOf(png: Uint8Array) {
    const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
    const found: { type: string; data: string; sound: boolean }[] = [];
    for (let at = 8; at < png.length; ) {
      const length = view.getUint32(at);
      const body = png.subarray(at + 4, at + 8 + length);
      const [type, data] = [body.subarray(0, 4), body.subarray(4)].map((part) => new TextDecoder().decode(part));
      found.push({ type: type ?? "", data: data ?? "", sound: crc32(body) === view.getUint32(at + 8 + length) });
      at += length + 12;
    }
    return found;
  }
  const one = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );

  it("adds a sound chunk for each text after the header, and leaves the others as they were", () => {
    const before = chunksOf(new Uint8Array(one));
    const after = chunksOf(withTexts(new Uint8Array(one), { Title: "λ₁ = 2", Description: "x" }));
    expect(after.map(({ type }) => type)).toEqual(["IHDR", "iTXt", "iTXt", "IDAT", "IEND"]);
    expect(after[1]?.data).toBe("Title\0\0\0\0\0λ₁ = 2");
    expect(after.every(({ sound }) => sound)).toBe(true);
    expect(after.filter(({ type }) => type !== "iTXt")).toEqual(before);
  });
});

describe("what the stylesheet says too", () => {
  it("has the same faces and halos outside the page", () => {
    const tokens = readFileSync("src/app/tokens.css", "utf8");
    expect(tokens).toContain(`--font-ui: ${FAMILIES.ui};`);
    expect(tokens).toContain(`--font-serif: ${FAMILIES.math};`);
    const stage = readFileSync("src/scene/Stage.module.css", "utf8");
    expect(stage).toMatch(new RegExp(`\\.marks text \\{[^}]*stroke-width: ${HALO.math}px`));
    expect(stage).toMatch(new RegExp(`\\[data-face="ui"\\] \\{[^}]*stroke-width: ${HALO.ui}px`));
  });
});

describe("fileName", () => {
  it("keeps letters and digits only", () => {
    expect(fileName("The plane, & its image: A/B", "png")).toBe("eigenscope-the-plane-its-image-a-b.png");
    expect(fileName("∑ …", "svg")).toBe("eigenscope-picture.svg");
  });
});
