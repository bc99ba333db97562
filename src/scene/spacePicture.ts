/** Solids of space as shapes on the screen: clipped, in depth order, the farther the fainter where their look says so. */
import { lerp3, type Vec2, type Vec3 } from "../math";
import { clipEdge, clipFace } from "./boxClip";
import { boxOf, type Camera3d, depthOf, pixelOf, reachOf } from "./camera3d";
import { depthOrder } from "./depthOrder";
import { closedPath, discPath, openPath } from "./marks/pathData";
import type { PathShape, Shape } from "./shape";
import type { Edge, Face, Solid, SolidLook } from "./solid";

/** What is left of a fading thing's opacity at the far side of the box. */
const FARTHEST = 0.42;
/** Steps of fading: neighbours of one step share a path. */
const STEPS = 8;

/** The solids drawn back to front. Edges that follow each other in one look become one path. */
export function spacePicture(camera: Camera3d, solids: readonly Solid[]): readonly Shape[] {
  const box = boxOf(camera);
  const inside = solids.flatMap((solid) => (solid.kind === "face" ? clipFace(box, solid) : clipEdge(box, solid)) ?? []);
  const out: PathShape[] = [];
  let run: { readonly look: SolidLook; readonly fade: number; readonly parts: string[] } | undefined;
  const flush = (next?: typeof run) => {
    if (run) out.push(stroke(run.look, run.fade, run.parts.join("")));
    run = next;
  };
  for (const solid of depthOrder(camera, inside)) {
    if (solid.kind === "edge" && !solid.taper) {
      const fade = fadeOf(camera, solid.look, lerp3(solid.from, solid.to, 0.5));
      if (run?.look !== solid.look || run.fade !== fade) flush({ look: solid.look, fade, parts: [] });
      run?.parts.push(openPath([pixelOf(camera, solid.from).at, pixelOf(camera, solid.to).at]));
      continue;
    }
    flush();
    if (solid.kind === "edge") out.push(tapered(camera, solid));
    else out.push(...face(camera, solid));
  }
  flush();
  return out;
}

/** Edge by edge, the part of the line from one point to another, cut into pieces that fade one by one. */
export function fadingLine(from: Vec3, to: Vec3, look: SolidLook, pieces: number): readonly Edge[] {
  return Array.from({ length: pieces }, (_, k) => ({
    kind: "edge",
    from: lerp3(from, to, k / pieces),
    to: lerp3(from, to, (k + 1) / pieces),
    look,
  }));
}

function fadeOf(camera: Camera3d, look: SolidLook, at: Vec3): number {
  if (!look.fades) return 1;
  const reach = reachOf(camera);
  const near = Math.max(0, Math.min(1, (depthOf(camera, at) + reach) / (2 * reach)));
  return FARTHEST + (1 - FARTHEST) * (Math.round(near * STEPS) / STEPS);
}

function stroke({ name, tone, width, dash, opacity = 1 }: SolidLook, fade: number, d: string): PathShape {
  return { kind: "path", name, d, stroke: tone, width, dash, opacity: opacity * fade };
}

/** An arrow's head or a part of one, cut by planes where they pass; a dot where it has no length. */
function tapered(camera: Camera3d, { from, to, look, taper = [0, 0] }: Edge): PathShape {
  const { name, tone, opacity } = look;
  const filled = (d: string): PathShape => ({ kind: "path", name, d, fill: tone, opacity });
  const [a, b] = [pixelOf(camera, from).at, pixelOf(camera, to).at];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (length < 0.25) return filled(discPath(b, Math.max(...taper)));
  const across: Vec2 = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  const beside = (p: Vec2, w: number): Vec2 => [p[0] + w * across[0], p[1] + w * across[1]];
  return filled(closedPath([beside(a, taper[0]), beside(b, taper[1]), beside(b, -taper[1]), beside(a, -taper[0])]));
}

function face(camera: Camera3d, { corners, look }: Face): readonly PathShape[] {
  const { name, tone, fillOpacity = 0, veil = 0, opacity } = look;
  const d = closedPath(corners.map((corner) => pixelOf(camera, corner).at));
  const inside = (fill: string, fillPart: number): PathShape => ({
    kind: "path",
    name,
    d,
    fill,
    fillOpacity: fillPart,
    opacity,
  });
  return [...(veil > 0 ? [inside("paper", veil)] : []), ...(fillOpacity > 0 ? [inside(tone, fillOpacity)] : [])];
}
