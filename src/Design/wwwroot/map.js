// Draws a map from the city's own outlines and the marks that the server counts. No tiles, no glyphs, nothing from elsewhere. The list
// beside it says the same, so whatever fails here is only said.
const fill = (text, ...values) => values.reduce((whole, value, index) => whole.replace(`{${index}}`, value), text ?? "");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function canDraw() {
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
}

function say(host, text) {
  host.dataset.mapState = "said";
  const said = host.querySelector("[data-map-said]");
  said.hidden = false;
  said.textContent = text;
}

/** Where the address says, else all of the place that the page is about. */
function start(host) {
  const [lon, lat, zoom] = (new URLSearchParams(location.search).get("at") ?? "").split(",").map(Number);
  if (Number.isFinite(zoom) && Math.abs(lon) <= 180 && Math.abs(lat) <= 85) return { center: [lon, lat], zoom };
  const [west, south, east, north] = host.dataset.box.split(",").map(Number);
  return { bounds: [west, south, east, north], fitBoundsOptions: { padding: 24 } };
}

function style(level) {
  const line = (id, source, width, paint) => ({ id, source, type: "line", paint: { "line-color": colour(paint), "line-width": width } });
  return {
    version: 8,
    sources: {
      county: { type: "geojson", data: `${level}county` },
      township: { type: "geojson", data: `${level}township` },
    },
    layers: [
      { id: "paper", type: "background", paint: { "background-color": colour("--surface") } },
      { ...line("townships", "township", 0.75, "--line"), minzoom: 8.5 },
      line("counties", "county", 1.5, "--edge"),
    ],
  };
}

function mark(host, map, pin) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `map-pin ${pin.ended === 0 ? "open" : pin.open === 0 ? "ended" : "mixed"}`;
  const sum = pin.open + pin.ended;
  button.textContent = sum > 9999 ? `${Math.round(sum / 1000)}k` : sum;
  const name = pin.places > 1 ? fill(host.dataset.textMany, pin.name, pin.places) : pin.name;
  button.title = fill(host.dataset.textPin, name, sum, pin.open, pin.ended) + (pin.supporters > 0 ? fill(host.dataset.textToo, pin.supporters) : "");
  button.setAttribute("aria-label", button.title);
  button.addEventListener("click", () => {
    if (!pin.area) {
      map.fitBounds(pin.box, { padding: 80, maxZoom: 15.5 });
      return;
    }
    const to = new URL(host.dataset.open, location.href);
    to.searchParams.set("area", pin.area);
    to.hash = "matters";
    location.href = to;
  });
  return button;
}

/**
 * Marks that would lie on each other become one, so that each can be hit with a finger; what they count is added up. One that the edge of the map
 * would cut to less than a finger's width is shown when the map is moved.
 */
function apart(map, pins) {
  const kept = [];
  const { clientWidth, clientHeight } = map.getContainer();
  for (const pin of pins) {
    const { x, y } = map.project([pin.longitude, pin.latitude]);
    if (Math.min(x, y, clientWidth - x, clientHeight - y) < 8) continue;
    const near = kept.find((other) => Math.abs(other.x - x) < 64 && Math.abs(other.y - y) < 44);
    if (!near) {
      kept.push({ x, y, pin: { ...pin } });
      continue;
    }
    const { box } = near.pin;
    near.pin.open += pin.open;
    near.pin.ended += pin.ended;
    near.pin.supporters += pin.supporters;
    near.pin.places += pin.places;
    near.pin.box = [Math.min(box[0], pin.box[0]), Math.min(box[1], pin.box[1]), Math.max(box[2], pin.box[2]), Math.max(box[3], pin.box[3])];
    // At the closest zoom nothing would part them: the larger one's list opens.
    if (map.getZoom() < 15) near.pin.area = null;
  }
  return kept.map((one) => one.pin);
}

async function draw(host) {
  if (!canDraw()) return say(host, host.dataset.textNone);
  let library;
  try {
    library = await import(host.dataset.lib);
  } catch {
    return say(host, host.dataset.textFailed);
  }
  host.querySelector("[data-map-said]").hidden = true;
  const base = new URL(host.dataset.outlines, location.href).href;
  let map;
  try {
    map = new library.Map({ container: host, style: style(base), attributionControl: false, dragRotate: false, pitchWithRotate: false, maxZoom: 17, ...start(host) });
  } catch {
    return say(host, host.dataset.textNone);
  }
  map.touchZoomRotate.disableRotation();
  // Beside the map and not over it: there it would lie on marks.
  host.parentElement.querySelector("[data-map-tools]").append(new library.NavigationControl({ showCompass: false }).onAdd(map));
  let marks = [];
  let asking;
  const page = location.pathname;

  const look = async () => {
    asking?.abort();
    asking = new AbortController();
    const bounds = map.getBounds();
    const from = new URL(host.dataset.pins, location.href);
    from.searchParams.set("box", [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((n) => n.toFixed(4)).join(","));
    from.searchParams.set("zoom", map.getZoom().toFixed(2));
    try {
      const answer = await fetch(from, { signal: asking.signal, headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const { pins } = await answer.json();
      const focused = document.activeElement?.getAttribute("aria-label");
      marks.forEach((old) => old.remove());
      marks = apart(map, pins).map((pin) => new library.Marker({ element: mark(host, map, pin) }).setLngLat([pin.longitude, pin.latitude]).addTo(map));
      if (focused) marks.find((m) => m.getElement().getAttribute("aria-label") === focused)?.getElement().focus();
      host.dataset.mapState = "drawn";
    } catch (problem) {
      if (problem.name !== "AbortError") host.dataset.mapState = "failed";
    }
  };
  map.on("moveend", () => {
    // It may still move when another page has taken the place of its own, whose address is not the map's.
    if (!host.isConnected || location.pathname !== page) return;
    const { lng, lat } = map.getCenter();
    const address = new URL(location.href);
    address.searchParams.set("at", [lng.toFixed(4), lat.toFixed(4), map.getZoom().toFixed(1)].join(","));
    history.replaceState(history.state, "", address);
    look();
  });
  look();
  const outlines = await fetch(`${base}county`).then((answer) => answer.json()).catch(() => null);
  if (outlines?.schematic) {
    const note = document.createElement("span");
    note.className = "map-schematic";
    note.textContent = host.dataset.textSchematic;
    host.append(note);
  }
}

document.querySelectorAll("[data-map]").forEach(draw);
