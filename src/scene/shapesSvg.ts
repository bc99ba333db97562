import { type Colours, captionOf, EXPORT_RATIO, FAMILIES, type Inset, type Picture, type Raster } from "./picture";
import { DEFAULT_WIDTH, HALO, type Shape } from "./shape";

/**
 * A picture as an SVG document that stands alone: colours resolved, rasters inside it, the text twin as its description and its caption.
 * Needs a document only where there are rasters.
 */
export function svgOf(picture: Picture, colours: Colours): string {
  const { width, height, shapes, rasters, under = [], insets = [], title, description } = picture;
  const caption = captionOf(picture);
  const all = height + caption.height;
  const paper = colours("paper");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${put(width)}" height="${put(all)}" viewBox="0 0 ${put(width)} ${put(all)}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<clipPath id="stage"><rect width="${put(width)}" height="${put(height)}"/></clipPath>`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    `<g clip-path="url(#stage)" stroke-linejoin="round">`,
    ...insets.flatMap((inset, k) => insetOf(inset, `stage-${k + 1}`, colours)),
    ...under.map((shape) => elementOf(shape, colours)),
    ...rasters.map((raster) => imageOf(raster, width, height)),
    ...shapes.map((shape) => elementOf(shape, colours)),
    "</g>",
    ...caption.shapes.map((shape) => elementOf(shape, colours)),
    "</svg>",
    "",
  ].join("\n");
}

/** The clip lies inside the moved group, so that both are measured in the stage's own pixels. */
function insetOf({ at, width, height, shapes, rasters }: Inset, id: string, colours: Colours): readonly string[] {
  return [
    `<clipPath id="${id}"><rect width="${put(width)}" height="${put(height)}"/></clipPath>`,
    `<g transform="translate(${put(at[0])} ${put(at[1])})" clip-path="url(#${id})">`,
    ...rasters.map((raster) => imageOf(raster, width, height)),
    ...shapes.map((shape) => elementOf(shape, colours)),
    "</g>",
  ];
}

const imageOf = (raster: Raster, width: number, height: number): string =>
  `<image width="${put(width)}" height="${put(height)}" preserveAspectRatio="none" href="${dataUrl(raster)}"/>`;

function elementOf(shape: Shape, colours: Colours): string {
  const opacity = shape.opacity === undefined ? "" : ` opacity="${put(shape.opacity)}"`;
  if (shape.kind === "text") {
    const { text, at, anchor, tone, face, size, weight = 400 } = shape;
    const style = face === "math" ? ' font-style="italic"' : "";
    return `<text x="${put(at[0])}" y="${put(at[1])}" text-anchor="${anchor}" font-family="${escaped(FAMILIES[face])}" font-size="${put(size)}" font-weight="${weight}"${style} fill="${colours(tone)}" stroke="${colours("paper")}" stroke-width="${HALO[face]}" paint-order="stroke"${opacity}>${escaped(text)}</text>`;
  }
  if (shape.d === "") return "";
  const { d, stroke, width = DEFAULT_WIDTH, dash, fill, fillOpacity } = shape;
  const line = stroke === undefined ? "" : ` stroke="${colours(stroke)}" stroke-width="${put(width)}"`;
  const dashes = dash ? ` stroke-dasharray="${dash.map(put).join(" ")}"` : "";
  const inside = fill === undefined ? "none" : colours(fill);
  const part = fillOpacity === undefined ? "" : ` fill-opacity="${put(fillOpacity)}"`;
  return `<path d="${escaped(d)}"${line}${dashes} fill="${inside}"${part}${opacity}/>`;
}

function dataUrl(raster: Raster): string {
  const canvas = document.createElement("canvas");
  raster(canvas, EXPORT_RATIO);
  return canvas.toDataURL("image/png");
}

const put = (value: number) => String(Math.round(value * 100) / 100);

const NAMED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
/** Text from data is never markup; what XML cannot hold at all (control characters, half a surrogate pair) is left out. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "")
    .replace(/[&<>"']/g, (character) => NAMED[character] ?? "");
