// Puts the front-end packages where the server finds them: wwwroot/lib, which is not in git. Their source maps stay behind.
import { copyFileSync, mkdirSync } from "node:fs";

function bring(folder, files) {
  mkdirSync(`wwwroot/lib/${folder}`, { recursive: true });
  for (const [file, name] of Object.entries(files)) copyFileSync(`node_modules/${file}`, `wwwroot/lib/${folder}/${name}`);
}

bring("maplibre", {
  "maplibre-gl/dist/maplibre-gl.mjs": "maplibre-gl.mjs",
  "maplibre-gl/dist/maplibre-gl-worker.mjs": "maplibre-gl-worker.mjs",
  "maplibre-gl/dist/maplibre-gl.css": "maplibre-gl.css",
  "maplibre-gl/LICENSE.txt": "LICENSE.txt",
});
// Lines, columns and axes alone; zrender, which draws them, is inside.
bring("echarts", {
  "echarts/dist/echarts.simple.min.js": "echarts.simple.min.js",
  "echarts/LICENSE": "LICENSE.txt",
  "echarts/NOTICE": "NOTICE.txt",
  "echarts/licenses/LICENSE-d3": "LICENSE-d3.txt",
  "zrender/LICENSE": "LICENSE-zrender.txt",
});
