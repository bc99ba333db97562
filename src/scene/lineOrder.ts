/**
 * Edges of one cell from back to front. Two edges need an order only where they cross on screen, and there the nearer one comes later;
 * all else keeps the order in which it was given. Three edges that cover each other in a ring are parted by cutting one of them.
 */
import { type Camera3d, pixelOf } from "./camera3d";
import { type Edge, splitEdge } from "./solid";

/** An edge on screen: pixels and nearness at both ends; nearness runs evenly along the screen. */
interface Seen {
  readonly edge: Edge;
  readonly ax: number;
  readonly ay: number;
  readonly az: number;
  readonly bx: number;
  readonly by: number;
  readonly bz: number;
}

const MOST_CUTS = 24;
/** Parts of the nearness across the picture under which two edges touch. */
const TOUCH = 1e-6;
/** Pixels beside each other on screen that still cover each other, for edges that run alike. */
const BESIDE = 0.75;

/** O(k²) for k edges in a cell, most pairs left after one comparison of their boxes. */
export function lineOrder(camera: Camera3d, edges: readonly Edge[], cuts = MOST_CUTS): readonly Edge[] {
  if (edges.length < 2) return edges;
  const seen = edges.map((edge) => see(camera, edge));
  const after: number[][] = seen.map(() => []);
  const waits = new Int32Array(seen.length);
  for (let i = 0; i < seen.length; i++)
    for (let j = i + 1; j < seen.length; j++) {
      const order = nearerAtCrossing(seen[i]!, seen[j]!);
      if (order === 0) continue;
      const [first, second] = order > 0 ? [j, i] : [i, j];
      after[first]!.push(second);
      waits[second]!++;
    }
  const out: Edge[] = [];
  const open = seen.map((_, k) => k);
  while (open.length > 0) {
    const at = open.findIndex((k) => waits[k] === 0);
    if (at < 0)
      return [
        ...out,
        ...cutRing(
          camera,
          open.map((k) => seen[k]!),
          cuts,
        ),
      ];
    const [k] = open.splice(at, 1);
    out.push(seen[k!]!.edge);
    for (const next of after[k!]!) waits[next]!--;
  }
  return out;
}

function see(camera: Camera3d, edge: Edge): Seen {
  const a = pixelOf(camera, edge.from);
  const b = pixelOf(camera, edge.to);
  return { edge, ax: a.at[0], ay: a.at[1], az: a.nearness, bx: b.at[0], by: b.at[1], bz: b.nearness };
}

/** Positive where `p` is the nearer of the two at the point of the screen that both cover, negative where `q` is, 0 where neither. */
function nearerAtCrossing(p: Seen, q: Seen): number {
  if (p.edge.look === q.edge.look && !p.edge.taper && !q.edge.taper) return 0;
  if (Math.max(p.ax, p.bx) < Math.min(q.ax, q.bx) - BESIDE || Math.max(q.ax, q.bx) < Math.min(p.ax, p.bx) - BESIDE)
    return 0;
  if (Math.max(p.ay, p.by) < Math.min(q.ay, q.by) - BESIDE || Math.max(q.ay, q.by) < Math.min(p.ay, p.by) - BESIDE)
    return 0;
  const [px, py, qx, qy] = [p.bx - p.ax, p.by - p.ay, q.bx - q.ax, q.by - q.ay];
  const [pp, qq] = [Math.hypot(px, py), Math.hypot(qx, qy)];
  const turn = px * qy - py * qx;
  const [dx, dy] = [q.ax - p.ax, q.ay - p.ay];
  let s: number;
  let t: number;
  if (Math.abs(turn) > 1e-3 * pp * qq && pp > 0 && qq > 0) {
    s = (dx * qy - dy * qx) / turn;
    t = (dx * py - dy * px) / turn;
    if (!(s >= 0 && s <= 1 && t >= 0 && t <= 1)) return 0;
  } else {
    // They run alike, or one is a dot: compared at the middle of what they share along the longer.
    const shared = pp >= qq ? sharedPart(p, q, pp) : flip(sharedPart(q, p, qq));
    if (!shared) return 0;
    [s, t] = shared;
  }
  const difference = p.az + s * (p.bz - p.az) - (q.az + t * (q.bz - q.az));
  return Math.abs(difference) <= TOUCH ? 0 : difference;
}

/** Fractions along p, the longer, and q of the middle of their common stretch; null where they lie apart. */
function sharedPart(p: Seen, q: Seen, length: number): readonly [number, number] | null {
  if (length === 0) return Math.hypot(p.ax - q.ax, p.ay - q.ay) <= BESIDE ? [0, 0] : null;
  const [ux, uy] = [(p.bx - p.ax) / length, (p.by - p.ay) / length];
  const along = (x: number, y: number) => (x - p.ax) * ux + (y - p.ay) * uy;
  const [a, b] = [along(q.ax, q.ay), along(q.bx, q.by)];
  const [low, high] = [Math.max(0, Math.min(a, b)), Math.min(length, Math.max(a, b))];
  if (low > high) return null;
  const middle = (low + high) / 2;
  const t = a === b ? 0 : (middle - a) / (b - a);
  const [x, y] = [q.ax + t * (q.bx - q.ax), q.ay + t * (q.by - q.ay)];
  if (Math.abs((x - p.ax) * uy - (y - p.ay) * ux) > BESIDE) return null;
  return [middle / length, t];
}

const flip = (pair: readonly [number, number] | null): readonly [number, number] | null =>
  pair ? [pair[1], pair[0]] : null;

/** No order fits all of these: one is halved and all are tried again; after enough of that, the middles decide. */
function cutRing(camera: Camera3d, ring: readonly Seen[], cuts: number): readonly Edge[] {
  if (cuts === 0) return [...ring].sort((p, q) => p.az + p.bz - q.az - q.bz).map(({ edge }) => edge);
  const reach = (p: Seen) => Math.abs(p.az - p.bz) * Math.hypot(p.ax - p.bx, p.ay - p.by);
  const steepest = ring.reduce((best, p) => (reach(p) > reach(best) ? p : best));
  const halves = ring.flatMap((p) => (p === steepest ? splitEdge(p.edge, 0.5) : [p.edge]));
  return lineOrder(camera, halves, cuts - 1);
}

/** The world fraction along an edge that is seen at this fraction of its picture: perspective makes the two differ. */
export function fractionSeenAt(camera: Camera3d, { from, to }: Pick<Edge, "from" | "to">, seen: number): number {
  const [a, b] = [pixelOf(camera, from).size, pixelOf(camera, to).size];
  const weight = seen / a;
  return weight / (weight + (1 - seen) / b);
}
