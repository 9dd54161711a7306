// What working desks ask of the browser: unfinished words are kept at every key, panels have keys of their own, the address follows the desk.
const read = (store, of) => {
  try {
    return JSON.parse(store.getItem(`draft:${of}`) ?? "{}");
  } catch {
    return {};
  }
};

/** Keeps one word of a draft; lasting ones outlive the tab. Nothing of it leaves this computer. */
export function keep(of, field, value, lasting) {
  const store = lasting ? localStorage : sessionStorage;
  const all = read(store, of);
  if (value) all[field] = value;
  else delete all[field];
  store.setItem(`draft:${of}`, JSON.stringify(all));
}

export const draft = (of) => ({ ...read(localStorage, of), ...read(sessionStorage, of) });

export function forget(of) {
  localStorage.removeItem(`draft:${of}`);
  sessionStorage.removeItem(`draft:${of}`);
}

document.addEventListener("input", (e) => {
  const of = e.target.closest?.("[data-draft-of]")?.dataset.draftOf;
  const { draft: field, lasting } = e.target.dataset;
  if (of && field) keep(of, field, e.target.type === "checkbox" ? (e.target.checked ? "1" : "") : e.target.value, lasting !== undefined);
});

// A panel comes from the server: digits pressed before it is there wait for it, instead of leading to another desk.
let opening = 0;
let ahead;
document.addEventListener("click", (e) => {
  if (e.target.closest?.(".desk-actions [aria-expanded=false]")) opening = e.timeStamp;
});

function choose(panel, key) {
  const card = panel.querySelector(`[data-pick="${CSS.escape(key)}"]`);
  card?.click();
  card?.focus();
  return card;
}

/** Moves the keyboard into a panel that has just opened, or to the field that was refused. */
export function enter(panel) {
  const one = (what) => panel?.querySelector(what);
  const first = one(".invalid :is(input, textarea, select)") ?? one("input:not([type=hidden]), textarea, select") ?? one("button:not([data-cancel])");
  // Among cards the keyboard stands at the one that is chosen. A choice further down is no place to begin: the fields above it would be behind.
  const chosen = first?.type === "radio" && one(`input[name="${CSS.escape(first.name)}"]:checked`);
  (chosen || first)?.focus({ preventScroll: true });
  panel?.scrollIntoView({ block: "nearest" });
  if (panel && ahead) choose(panel, ahead);
  opening = 0;
  ahead = undefined;
}

export const copy = (text) => navigator.clipboard.writeText(text);

// The desk's address. A step back inside one desk is taken by the desk; any other is left to the browser.
let desk;
const base = (path) => path.split("/").slice(0, 3).join("/");

export const attend = (listener) => (desk = listener);

// The link to the main text names the page's own address; else it would load the page from which one came.
const follow = () => document.querySelector(".skip")?.setAttribute("href", `${location.pathname}${location.search}#main`);

export function show(url, step) {
  if (url !== location.pathname + location.search) history[step ? "pushState" : "replaceState"](null, "", url);
  follow();
  document.querySelector(".desk-row[aria-current=true]")?.scrollIntoView({ block: "nearest" });
}

addEventListener(
  "popstate",
  (e) => {
    const same = desk && document.querySelector("[data-desk]")?.dataset.desk === base(location.pathname);
    if (!same) return;
    e.stopImmediatePropagation();
    follow();
    desk.invokeMethodAsync("Went", location.pathname + location.search).catch(() => location.reload());
  },
  true,
);

// Opening a row in a new tab is the browser's business.
document.addEventListener("click", (e) => (e.ctrlKey || e.metaKey || e.shiftKey) && e.target.closest?.(".desk-row") && e.stopPropagation(), true);

// Rows are picked by their boxes; with shift all between the last one and this. The space bar picks the row that has the keyboard.
let lastPick;
document.addEventListener("click", (e) => {
  const box = e.target.closest?.("[data-pick-row]");
  if (!box) return;
  const all = [...document.querySelectorAll("[data-pick-row]")];
  const [from, to] = [all.indexOf(lastPick), all.indexOf(box)].sort((a, b) => a - b);
  lastPick = box;
  if (!e.shiftKey || from < 0) return;
  for (const each of all.slice(from, to + 1)) if (each !== box && each.checked !== box.checked) each.click();
});
document.addEventListener("keydown", (e) => {
  if (e.key !== " " || !e.target.matches?.(".desk-row.pickable")) return;
  e.preventDefault();
  e.target.previousElementSibling?.querySelector("[data-pick-row]")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: e.shiftKey }));
});

// Ready words go into their box at the cursor; the page keeps them as if they were typed.
document.addEventListener("click", (e) => {
  const button = e.target.closest?.("[data-insert]");
  const box = button?.form?.elements[button.dataset.into];
  if (!box) return;
  box.focus();
  box.setRangeText(button.dataset.insert, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new Event("change", { bubbles: true }));
});

// Takes the first of what answers the words as they stand: a fast typist is ahead of the list.
function takeFirst(el, tries = 40) {
  const input = el.querySelector("input");
  if (!input) return;
  if (el.dataset.answers === input.value.trim()) el.querySelector(".finder-option")?.click();
  else if (tries > 0) setTimeout(() => takeFirst(el, tries - 1), 50);
}

function finder(e, el) {
  const all = [...el.querySelectorAll(".finder-option")];
  const at = all.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (e.key === "Enter" && at < 0) {
    e.preventDefault();
    takeFirst(el);
  } else if (step) {
    e.preventDefault();
    (all[at + step] ?? (step < 0 ? el.querySelector("input") : undefined))?.focus();
  }
}

// Ctrl+Enter sends the one open form, also where the keyboard is not inside it; inside it keys.js does.
document.addEventListener("keydown", (e) => {
  if (!(e.ctrlKey || e.metaKey) || e.key !== "Enter" || e.isComposing || e.target.closest?.("form")) return;
  document.querySelector("form[data-submit-key]")?.requestSubmit();
});

document.addEventListener(
  "keydown",
  (e) => {
    if (e.isComposing || e.ctrlKey || e.metaKey || e.altKey || document.querySelector("dialog[open]")) return;
    const found = e.target.closest?.("[data-finder]");
    if (found && ["Enter", "ArrowDown", "ArrowUp"].includes(e.key)) return finder(e, found);
    const panel = document.querySelector("[data-panel]");
    if (!panel) {
      if (e.timeStamp - opening > 3000 || !opening || !/^[1-9]$/.test(e.key)) return;
      e.preventDefault();
      ahead = e.key;
      return;
    }
    if (e.key === "Escape") {
      e.preventDefault();
      panel.querySelector("[data-cancel]")?.click();
      return;
    }
    // Digits choose among the cards of an open panel, and only else lead to other desks.
    const writes = e.target.closest("textarea, select, input:not([type=radio]):not([type=checkbox])");
    if (!writes && choose(panel, e.key)) e.preventDefault();
  },
  true,
);
