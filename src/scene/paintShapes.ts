import { DEFAULT_WIDTH, type Shape } from "./shape";

const SVG = "http://www.w3.org/2000/svg";
/** What each node shows now, so that a frame sets only what changed. */
const shownBy = new WeakMap<Element, Shape>();

/** Makes the children of an SVG group show `shapes`, in their order; nodes that are there are used again. */
export function paintShapes(group: Element, shapes: readonly Shape[]): void {
  while (group.childNodes.length > shapes.length) group.lastChild?.remove();
  for (const [k, shape] of shapes.entries()) {
    const there = group.children[k];
    if (there?.localName === shape.kind) write(there, shape, shownBy.get(there));
    else {
      const node = document.createElementNS(SVG, shape.kind);
      if (there) there.replaceWith(node);
      else group.append(node);
      write(node, shape, undefined);
    }
  }
}

function write(node: Element, shape: Shape, last: Shape | undefined): void {
  if (shape === last) return;
  shownBy.set(node, shape);
  if (last?.name !== shape.name) node.setAttribute("data-mark", shape.name);
  const set = (attribute: string, now: string | null, before: string | null | undefined) => {
    if (now === before) return;
    if (now === null) node.removeAttribute(attribute);
    else node.setAttribute(attribute, now);
  };
  const now = attributes(shape);
  const before = last?.kind === shape.kind ? attributes(last) : undefined;
  for (const [attribute, value] of Object.entries(now)) set(attribute, value, before?.[attribute]);
  if (shape.kind === "text" && (last?.kind !== "text" || last.text !== shape.text)) node.textContent = shape.text;
}

/** Attributes of a shape's node; null takes one away. */
function attributes(shape: Shape): Record<string, string | null> {
  const opacity = shape.opacity === undefined || shape.opacity === 1 ? null : number(shape.opacity);
  if (shape.kind === "text")
    return {
      x: number(shape.at[0]),
      y: number(shape.at[1]),
      "text-anchor": shape.anchor,
      "font-size": number(shape.size),
      "font-weight": shape.weight === undefined ? null : number(shape.weight),
      fill: colour(shape.tone),
      "data-face": shape.face,
      opacity,
    };
  return {
    d: shape.d,
    stroke: shape.stroke === undefined ? "none" : colour(shape.stroke),
    "stroke-width": number(shape.width ?? DEFAULT_WIDTH),
    "stroke-dasharray": shape.dash ? shape.dash.join(" ") : null,
    fill: shape.fill === undefined ? "none" : colour(shape.fill),
    "fill-opacity": shape.fillOpacity === undefined ? null : number(shape.fillOpacity),
    opacity,
  };
}

const colour = (tone: string) => `var(--${tone})`;
const number = (value: number) => String(Math.round(value * 100) / 100);
