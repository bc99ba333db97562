/**
 * What a picture of space is made of before it is seen: flat faces and straight edges in world units, plain data.
 * `depthOrder` brings them into the order in which a painter may draw them; `spacePicture` turns them into shapes.
 */
import { lerp3, type Vec3 } from "../math";
import type { Look } from "./shape";

export interface SolidLook extends Look {
  /** 0 to 1: how much of what lies behind a face its own paper hides, so that depth can be read. */
  readonly veil?: number;
  /** The farther, the fainter. */
  readonly fades?: boolean;
}

/** A convex flat polygon. */
export interface Face {
  readonly kind: "face";
  readonly corners: readonly Vec3[];
  readonly look: SolidLook;
}

export interface Edge {
  readonly kind: "edge";
  readonly from: Vec3;
  readonly to: Vec3;
  readonly look: SolidLook;
  /** Half widths at both ends in CSS pixels, filled: an arrow's head, and of an edge of no length a dot. A plain stroke where left out. */
  readonly taper?: readonly [number, number];
}

export type Solid = Face | Edge;

/** An edge's parts before and after the fraction t, the taper shared out. */
export function splitEdge(edge: Edge, t: number): readonly [Edge, Edge] {
  const cut = lerp3(edge.from, edge.to, t);
  if (!edge.taper)
    return [
      { ...edge, to: cut },
      { ...edge, from: cut },
    ];
  const [w0, w1] = edge.taper;
  const w = w0 + t * (w1 - w0);
  return [
    { ...edge, to: cut, taper: [w0, w] },
    { ...edge, from: cut, taper: [w, w1] },
  ];
}
