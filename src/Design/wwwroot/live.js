// Small helpers of interactive desks: toasts, dialogs, kept scroll positions.

/** Says a sentence; kind "error" stays until it is closed. */
export function toast(text, kind = "done") {
  const host = document.getElementById("toasts");
  if (!host) return;
  const box = document.createElement("div");
  box.className = `toast ${kind}`;
  const words = document.createElement("span");
  words.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = host.dataset.textClose ?? "×";
  close.addEventListener("click", () => box.remove());
  box.append(words, close);
  host.append(box);
  if (kind !== "error") setTimeout(() => box.remove(), 6000);
}

/** Opens and closes a native dialog by id. */
export function openDialog(id) {
  const dialog = document.getElementById(id);
  if (dialog && !dialog.open) dialog.showModal();
}

export function closeDialog(id) {
  document.getElementById(id)?.close();
}

document.addEventListener("click", (e) => {
  const opens = e.target.closest?.("[data-opens]")?.dataset.opens;
  if (opens && opens !== "keys-help") openDialog(opens);
  e.target.closest?.("[data-closes]")?.closest("dialog")?.close();
});

document.addEventListener("click", (e) => {
  if (e.target.closest?.("[data-print]")) print();
});

// A list keeps its place when one goes to a matter and comes back: [data-keep-scroll=name].
const place = (el) => `scroll:${location.pathname}:${el.dataset.keepScroll}`;

document.addEventListener(
  "scroll",
  (e) => {
    if (e.target.dataset?.keepScroll) sessionStorage.setItem(place(e.target), Math.round(e.target.scrollTop));
  },
  { capture: true, passive: true },
);

export function restoreScroll() {
  for (const el of document.querySelectorAll("[data-keep-scroll]")) {
    const top = Number(sessionStorage.getItem(place(el)) ?? 0);
    if (top > 0 && el.scrollTop === 0) el.scrollTop = top;
  }
}

restoreScroll();

// A page to which Blazor goes without loading it whole has no script of its own run: charts are drawn from here.
async function drawCharts() {
  const script = document.querySelector("[data-chart-script]")?.dataset.chartScript;
  if (script) (await import(new URL(script, document.baseURI))).draw();
}

addEventListener("DOMContentLoaded", () => {
  globalThis.Blazor?.addEventListener?.("enhancedload", restoreScroll);
  globalThis.Blazor?.addEventListener?.("enhancedload", drawCharts);
});

// A desk changes its address without a load: the switch of language returns to the address that is shown.
document.addEventListener("submit", (e) => {
  const back = e.target.matches?.(".language") ? e.target.elements.back : null;
  if (back) back.value = location.pathname + location.search;
});
