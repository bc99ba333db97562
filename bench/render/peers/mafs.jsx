import { Coordinates, Mafs, Point, Transform } from "mafs";
import "mafs/core.css";
import { useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { HALF, planeMove } from "../motion.js";

let set;
function Picture({ dots }) {
  const [[a, b, c, d], setMatrix] = useState(planeMove(0));
  set = setMatrix;
  return (
    <Mafs
      width={800}
      height={600}
      pan={false}
      viewBox={{ x: [(-HALF * 4) / 3, (HALF * 4) / 3], y: [-HALF, HALF], padding: 0 }}
    >
      <Coordinates.Cartesian />
      <Transform matrix={[a, c, b, d, 0, 0]}>{dots}</Transform>
    </Mafs>
  );
}

/** Mafs' own way to move things by a matrix; the points are made once, and only their context changes. */
export default function mount(stage, points) {
  const dots = Array.from({ length: points.length / 2 }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the points are a fixed list
    <Point key={i} x={points[2 * i]} y={points[2 * i + 1]} color="#7c818c" svgCircleProps={{ r: 2 }} />
  ));
  createRoot(stage).render(<Picture dots={dots} />);
  return async (k) => {
    while (!set) await new Promise(requestAnimationFrame);
    flushSync(() => set(planeMove(k)));
  };
}
