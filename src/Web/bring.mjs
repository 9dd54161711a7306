// Puts the front-end packages where the server finds them: wwwroot/lib, which is not in git. Their source maps stay behind.
import { copyFileSync, mkdirSync } from "node:fs";

const from = "node_modules/maplibre-gl";
const to = "wwwroot/lib/maplibre";
mkdirSync(to, { recursive: true });
for (const file of ["dist/maplibre-gl.mjs", "dist/maplibre-gl-worker.mjs", "dist/maplibre-gl.css", "LICENSE.txt"]) {
  copyFileSync(`${from}/${file}`, `${to}/${file.split("/").pop()}`);
}
