import { axisBottom, axisLeft, scaleLinear, select } from "d3";
import { HALF, moved } from "../motion.js";

export default function mount(stage, points) {
  const svg = select(stage).append("svg").attr("width", 800).attr("height", 600);
  const x = scaleLinear([(-HALF * 4) / 3, (HALF * 4) / 3], [0, 800]);
  const y = scaleLinear([-HALF, HALF], [600, 0]);
  svg.append("g").attr("transform", "translate(0,575)").call(axisBottom(x).tickSize(-600));
  svg.append("g").attr("transform", "translate(30,0)").call(axisLeft(y).tickSize(-800));
  const now = new Float32Array(points.length);
  const rows = Array.from({ length: points.length / 2 }, (_, i) => i);
  const dots = svg.append("g").attr("fill", "#7c818c").selectAll("circle").data(rows).join("circle").attr("r", 2);
  return (k) => {
    moved(points, 2, k, now);
    dots.attr("cx", (i) => x(now[2 * i])).attr("cy", (i) => y(now[2 * i + 1]));
  };
}
