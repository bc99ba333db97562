import Plotly from "plotly.js-dist-min";
import { azimuth, ELEVATION, HALF, movedColumns } from "../motion.js";

export default function mount(stage, points, dimension) {
  const marker = { size: 2, color: "#7c818c" };
  const layout = { width: 800, height: 600, margin: { l: 30, r: 10, t: 10, b: 25 } };
  const range = [-HALF, HALF];
  let drawn = false;
  return (k) => {
    const [x, y, z] = movedColumns(points, dimension, k);
    const a = (azimuth(k) * Math.PI) / 180;
    const e = (ELEVATION * Math.PI) / 180;
    const eye = { x: 1.8 * Math.cos(a) * Math.cos(e), y: 1.8 * Math.sin(a) * Math.cos(e), z: 1.8 * Math.sin(e) };
    const [traces, how] =
      dimension === 2
        ? [
            [{ type: "scattergl", mode: "markers", x, y, marker }],
            { ...layout, xaxis: { range: [(-HALF * 4) / 3, (HALF * 4) / 3] }, yaxis: { range } },
          ]
        : [
            [{ type: "scatter3d", mode: "markers", x, y, z, marker }],
            {
              ...layout,
              scene: { camera: { eye }, xaxis: { range }, yaxis: { range }, zaxis: { range }, aspectmode: "cube" },
            },
          ];
    const act = drawn ? Plotly.react : Plotly.newPlot;
    drawn = true;
    return act(stage, traces, how, { displayModeBar: false });
  };
}
