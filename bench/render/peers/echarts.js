import * as echarts from "echarts";
import { HALF, moved } from "../motion.js";

export default function mount(stage, points) {
  const chart = echarts.init(stage, null, { renderer: "canvas", width: 800, height: 600 });
  chart.setOption({
    animation: false,
    tooltip: {},
    grid: { left: 30, right: 10, top: 10, bottom: 25 },
    xAxis: { min: (-HALF * 4) / 3, max: (HALF * 4) / 3 },
    yAxis: { min: -HALF, max: HALF },
    // Without `progressive` each step is a whole picture.
    series: [
      {
        type: "scatter",
        data: points,
        large: true,
        largeThreshold: 0,
        progressive: 0,
        symbolSize: 2,
        itemStyle: { color: "#7c818c" },
      },
    ],
  });
  return (k) => {
    chart.setOption({ series: [{ data: moved(points, 2, k, new Float32Array(points.length)) }] });
    chart.getZr().flush();
  };
}
