import * as echarts from "echarts";
import "echarts-gl";
import { azimuth, ELEVATION, HALF, moved } from "../motion.js";

export default function mount(stage, points) {
  const chart = echarts.init(stage, null, { width: 800, height: 600 });
  const axis = { type: "value", min: -HALF, max: HALF };
  chart.setOption({
    animation: false,
    tooltip: {},
    xAxis3D: axis,
    yAxis3D: axis,
    zAxis3D: axis,
    grid3D: { viewControl: { animation: false, damping: 0, alpha: ELEVATION, beta: 0 } },
    series: [
      {
        type: "scatter3D",
        animation: false,
        symbolSize: 2,
        dimensions: ["x", "y", "z"],
        itemStyle: { color: "#7c818c" },
        progressive: 0,
      },
    ],
  });
  return (k) => {
    chart.setOption({
      grid3D: { viewControl: { alpha: ELEVATION, beta: azimuth(k) } },
      series: [{ data: moved(points, 3, k, new Float32Array(points.length)) }],
    });
    chart.getZr().flush();
  };
}
