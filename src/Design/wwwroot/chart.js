// Draws what the table below a chart says, in the page's own colours. The table stays and says the same, so whatever fails here is only said.
// Nothing moves: a chart is drawn at once, and drawn again where its width, its letters or the colours around it change.
const charts = new Map();
const marks = ["circle", "rect", "triangle", "diamond"];
const strokes = ["solid", [7, 4], [2, 4], [10, 3, 2, 3]];
let loading;
let paper = false;

// The package is no module: it leaves its name in the page.
const library = (from) =>
  (loading ??= import(from).then(
    () => globalThis.echarts,
    (problem) => {
      loading = undefined;
      throw problem;
    },
  ));

/** Colours of the page; on paper and where a person has chosen colours of their own there is one, and marks and strokes tell lines apart. */
function look(host) {
  const style = getComputedStyle(host);
  const of = (name) => style.getPropertyValue(name).trim();
  const chosen = matchMedia("(forced-colors: active)").matches;
  const single = paper ? "#000" : chosen ? style.color : undefined;
  const strong = single ?? (matchMedia("(prefers-contrast: more)").matches ? of("--ink") : undefined);
  return {
    ink: single ?? of("--ink"),
    text: strong ?? of("--muted"),
    grid: strong ?? of("--line"),
    ground: single ? "transparent" : of("--surface"),
    fill: single ? "transparent" : of("--accent-line"),
    lines: ["--accent", "--amber-bar", "--violet", "--ink"].map((name) => single ?? of(name)),
    wide: strong ? 3 : 2.5,
    gridWide: strong && !single ? 1 : 0.75,
    font: style.fontFamily,
    size: Number.parseFloat(style.fontSize) * 0.9,
  };
}

const none = "-";
const gap = [none, none];

/** Ends of intervals, joined by a stroke; upright ones stand on their row, lying ones on their bar. */
function whiskers(ranges, colours, upright) {
  const ends = ranges.flatMap((range, at) => (range ? [...range.map((end) => (upright ? [at, end] : [end, at])), gap] : []));
  return {
    type: "line",
    data: ends,
    symbol: "rect",
    symbolSize: upright ? [10, 2] : [2, 10],
    showAllSymbol: true,
    silent: true,
    emphasis: { disabled: true },
    lineStyle: { color: colours.ink, width: 1.5 },
    itemStyle: { color: colours.ink },
    z: 5,
  };
}

/** The room between the ends of intervals. A point that stands alone has no room beside it, and gets whiskers. */
function band(series, index, colours) {
  const { ranges, values } = series;
  const alone = ranges.map((range, at) => (values[at - 1] == null && values[at + 1] == null ? range : null));
  const edge = (data, area) => ({
    type: "line",
    data,
    stack: `band${index}`,
    symbol: "none",
    silent: true,
    emphasis: { disabled: true },
    lineStyle: { opacity: 0 },
    areaStyle: area ? { color: colours.lines[index], opacity: 0.16 } : undefined,
    z: 1,
  });
  return [
    edge(ranges.map((range) => range?.[0] ?? none)),
    edge(ranges.map((range) => (range ? range[1] - range[0] : none)), true),
    ...(alone.some(Boolean) ? [whiskers(alone, colours, true)] : []),
  ];
}

const line = (series, index, colours) => ({
  type: "line",
  data: series.values.map((value) => value ?? none),
  symbol: marks[index],
  symbolSize: 8,
  showAllSymbol: true,
  lineStyle: { color: colours.lines[index], width: colours.wide, type: strokes[index] },
  itemStyle: { color: colours.lines[index], borderColor: colours.ground, borderWidth: 1, opacity: 1 },
  emphasis: { scale: 1.8, lineStyle: { width: colours.wide } },
  z: 4,
});

const bars = (series, colours) => ({
  type: "bar",
  data: series.values.map((value) => value ?? none),
  barMaxWidth: 48,
  barCategoryGap: "30%",
  itemStyle: { color: colours.fill, borderColor: colours.lines[0], borderWidth: 1 },
  emphasis: { itemStyle: { color: colours.fill, borderColor: colours.ink, borderWidth: 2.5 } },
  z: 2,
});

/** What is drawn; the named series, which are pointed at, come first. */
function drawing(picture, colours) {
  const [first, ...others] = picture.series;
  if (picture.kind === "bars") return [bars(first, colours), whiskers(first.ranges, colours, false)];
  if (picture.kind === "columns") return [bars(first, colours), ...others.map((each) => ({ ...line(each, 1, colours), symbol: "none" }))];
  const lines = picture.series.map((each, index) => line(each, index, colours));
  return [...lines, ...picture.series.flatMap((each, index) => (each.ranges ? band(each, index, colours) : []))];
}

function option(host, picture) {
  const colours = look(host);
  const lying = picture.kind === "bars";
  const width = host.clientWidth;
  const number = new Intl.NumberFormat(document.documentElement.lang || undefined);
  const words = { color: colours.text, fontFamily: colours.font, fontSize: colours.size };
  const names = { type: "category", data: picture.labels, inverse: lying, axisTick: { show: false }, axisLine: { lineStyle: { color: colours.text } } };
  const numbers = {
    type: "value",
    // A length is read from nought, a line by where it goes.
    ...(picture.kind === "lines" ? { scale: true } : { min: 0 }),
    max: picture.most,
    splitNumber: lying ? Math.max(2, Math.floor(width / 140)) : 5,
    axisLabel: { ...words, formatter: (value) => number.format(value) + picture.suffix, hideOverlap: true },
    splitLine: { lineStyle: { color: colours.grid, width: colours.gridWide } },
  };
  const side = { ...words, width: width * 0.32, overflow: "break", lineHeight: colours.size * 1.25, interval: 0 };
  return {
    animation: false,
    grid: { left: 4, right: lying ? 4 : 12, top: 14, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: lying ? numbers : { ...names, axisLabel: { ...words, hideOverlap: true } },
    // Numbers of a ranking stand in a column of their own, where no whisker crosses them.
    yAxis: lying
      ? [
          { ...names, axisLabel: side },
          { ...names, data: picture.series[0].texts, position: "right", axisLine: { show: false }, axisLabel: { ...words, color: colours.ink, interval: 0 } },
        ]
      : numbers,
    series: drawing(picture, colours),
  };
}

function render(host) {
  const { chart, picture } = charts.get(host);
  if (picture.kind === "bars") host.style.height = `calc(${picture.labels.length * 2.5}em + 3em)`;
  chart.resize();
  chart.setOption(option(host, picture), { notMerge: true });
  mark(host);
  chart.getZr().flush();
}

/** Marks the row that was pointed at last. */
function mark(host) {
  const { chart, picture, at } = charts.get(host);
  const seriesIndex = picture.series.map((_, index) => index);
  chart.dispatchAction({ type: "downplay", seriesIndex });
  if (at !== undefined) chart.dispatchAction({ type: "highlight", seriesIndex, dataIndex: at });
}

/** Says a row's numbers. */
function point(host, row) {
  const state = charts.get(host);
  const at = Math.min(Math.max(row, 0), state.picture.labels.length - 1);
  if (at === state.at) return;
  state.at = at;
  state.said.textContent = state.picture.said[at];
  mark(host);
}

function listen(host) {
  const { chart, picture } = charts.get(host);
  const lying = picture.kind === "bars";
  const under = ({ offsetX, offsetY }) => {
    if (!chart.containPixel({ gridIndex: 0 }, [offsetX, offsetY])) return;
    point(host, chart.convertFromPixel({ seriesIndex: 0 }, [offsetX, offsetY])[lying ? 1 : 0]);
  };
  chart.getZr().on("mousemove", under);
  chart.getZr().on("click", under);
  const [back, on] = lying ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"];
  host.onkeydown = (e) => {
    const { at, picture: now } = charts.get(host);
    const last = now.labels.length - 1;
    const to = { [back]: (at ?? last + 1) - 1, [on]: (at ?? -1) + 1, Home: 0, End: last }[e.key];
    if (to === undefined || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    point(host, to);
  };
}

function drop(host) {
  watched.unobserve(host);
  charts.get(host).chart.dispose();
  charts.delete(host);
}

const again = () => {
  for (const host of [...charts.keys()]) {
    if (host.isConnected) render(host);
    else drop(host);
  }
};

const watched = new ResizeObserver((seen) =>
  requestAnimationFrame(() => {
    for (const { target } of seen) if (charts.has(target)) target.isConnected ? render(target) : drop(target);
  }),
);

/** Draws what is not drawn yet; called again where a page took the place of another. */
export async function draw() {
  for (const host of document.querySelectorAll("[data-chart]")) {
    const text = host.dataset.chart;
    if (charts.get(host)?.text === text && host.querySelector("canvas")) continue;
    const live = host.closest(".chart-live");
    const said = live.querySelector(".chart-said");
    try {
      const { init } = await library(host.dataset.chartLib);
      if (!host.isConnected) continue;
      if (charts.has(host)) drop(host);
      live.dataset.drawn = "";
      const picture = JSON.parse(text);
      charts.set(host, { chart: init(host, null, { renderer: "canvas" }), picture, said, text });
      render(host);
      listen(host);
      watched.observe(host);
    } catch {
      live.dataset.failed = "";
      said.textContent = host.dataset.textFailed;
    }
  }
}

for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"]) {
  matchMedia(query).addEventListener?.("change", again);
}

let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll(".chart details:not([open])")];
  for (const table of folded) table.open = true;
  paper = true;
  again();
});
addEventListener("afterprint", () => {
  for (const table of folded) table.open = false;
  paper = false;
  again();
});

draw();
