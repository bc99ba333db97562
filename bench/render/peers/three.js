import {
  AxesHelper,
  BufferAttribute,
  BufferGeometry,
  Color,
  GridHelper,
  OrthographicCamera,
  PerspectiveCamera,
  Points,
  PointsMaterial,
  Scene,
  WebGLRenderer,
} from "three";
import { azimuth, ELEVATION, HALF, planeMove, spaceMove } from "../motion.js";

/** The points go to the GPU once; in a frame only their matrix and the camera change. */
export default function mount(stage, points, dimension) {
  const renderer = new WebGLRenderer();
  renderer.setSize(800, 600);
  stage.append(renderer.domElement);
  const scene = new Scene();
  scene.background = new Color("#faf8f4");
  const grid = new GridHelper(2 * HALF, 9, "#cfccc4", "#e9e6de");
  if (dimension === 2) grid.rotation.x = Math.PI / 2;
  scene.add(grid, new AxesHelper(HALF));
  const n = points.length / dimension;
  const places = new Float32Array(3 * n);
  for (let i = 0; i < n; i++) for (let c = 0; c < dimension; c++) places[3 * i + c] = points[dimension * i + c];
  const geometry = new BufferGeometry().setAttribute("position", new BufferAttribute(places, 3));
  const cloud = new Points(geometry, new PointsMaterial({ size: 2, sizeAttenuation: false, color: "#7c818c" }));
  cloud.matrixAutoUpdate = false;
  cloud.frustumCulled = false;
  scene.add(cloud);
  const camera =
    dimension === 2
      ? new OrthographicCamera((-HALF * 4) / 3, (HALF * 4) / 3, HALF, -HALF, 0.1, 100)
      : new PerspectiveCamera(45, 4 / 3, 0.1, 100);
  camera.position.z = 10;
  return (k) => {
    if (dimension === 2) {
      const [a, b, c, d] = planeMove(k);
      cloud.matrix.set(a, b, 0, 0, c, d, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
    } else {
      // Upright is y here, z elsewhere.
      const [a, b, , c, d, , , , e] = spaceMove(k);
      cloud.matrix.set(a, b, 0, 0, 0, 0, e, 0, c, d, 0, 0, 0, 0, 0, 1);
      const [turn, up] = [(azimuth(k) * Math.PI) / 180, (ELEVATION * Math.PI) / 180];
      camera.position.set(12 * Math.cos(up) * Math.cos(turn), 12 * Math.sin(up), 12 * Math.cos(up) * Math.sin(turn));
      camera.lookAt(0, 0, 0);
    }
    renderer.render(scene, camera);
  };
}
