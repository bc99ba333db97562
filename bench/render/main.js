// One method in one page: ?method=…&dimension=2|3&n=…. `start` and `stop` are called from outside; every step paints one frame.
import { normals } from "./motion.js";

const METHODS = {
  ours: () => import("../stage.tsx"),
  mafs: () => import("./peers/mafs.jsx"),
  scattergl: () => import("./peers/plotly.js"),
  scatter3d: () => import("./peers/plotly.js"),
  echarts: () => import("./peers/echarts.js"),
  "echarts-gl": () => import("./peers/echartsGl.js"),
  "three.js": () => import("./peers/three.js"),
  d3: () => import("./peers/d3.js"),
};

const query = new URLSearchParams(location.search);
const dimension = Number(query.get("dimension"));
const { default: mount } = await METHODS[query.get("method")]();
const stage = document.querySelector("#stage");
const points = normals(Number(query.get("n")) * dimension);
const step = await mount(stage, points, dimension, query.has("handle"));
await step(0);

let k = 0;
let running = false;
async function tick() {
  if (!running) return;
  k++;
  const painted = step(k);
  if (painted) await painted;
  requestAnimationFrame(tick);
}
globalThis.bench = {
  steps: () => k,
  start: () => {
    running = true;
    requestAnimationFrame(tick);
  },
  stop: () => {
    running = false;
  },
};
