// Desk keys. Listens on the document and looks elements up when a key is pressed, so that pages may change beneath it.
const off = "suiying-keys-off";
document.querySelector(".rail nav a.active")?.scrollIntoView({ block: "nearest", inline: "center" });
const typing = (el) => el?.closest("input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable=true]");
const seen = (el) => !el.disabled && el.getAttribute("aria-disabled") !== "true" && el.getClientRects().length > 0;

function move(step) {
  const rows = [...document.querySelectorAll(".desk-list .desk-row")].filter(seen);
  if (rows.length === 0) return false;
  const focused = rows.indexOf(document.activeElement?.closest(".desk-row"));
  const at = focused >= 0 ? focused : rows.findIndex((r) => r.matches(".selected, [aria-current=true]"));
  const row = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  if (row.closest(".desk-list").dataset.keys !== "focus") open(row);
  return true;
}

// Held down, the key runs over the rows and opens only the one it stops at.
let waiting;
function open(row) {
  clearTimeout(waiting);
  waiting = setTimeout(() => row.isConnected && row.click(), 140);
}

function label(el) {
  const copy = el.cloneNode(true);
  copy.querySelectorAll(".kbd, svg").forEach((k) => k.remove());
  return el.getAttribute("aria-label") || copy.textContent.trim();
}

function fillHelp(dialog) {
  const list = dialog.querySelector("[data-keys-list]");
  list.replaceChildren();
  const known = new Set();
  for (const el of document.querySelectorAll("[data-key]")) {
    const key = el.dataset.key;
    if (!seen(el) || known.has(key) || key === "?") continue;
    known.add(key);
    const term = document.createElement("dt");
    const cap = document.createElement("kbd");
    cap.className = "kbd";
    cap.textContent = key.toUpperCase();
    term.append(cap);
    const text = document.createElement("dd");
    text.textContent = label(el);
    list.append(term, text);
  }
  dialog.querySelector("[data-keys-switch]").checked = !localStorage.getItem(off);
}

function help() {
  const dialog = document.getElementById("keys-help");
  if (!dialog || dialog.open) return;
  fillHelp(dialog);
  dialog.showModal();
}

function scope() {
  return [...document.querySelectorAll("dialog[open]")].pop() ?? document;
}

document.addEventListener("keydown", (e) => {
  if (e.isComposing || e.defaultPrevented) return;
  if ((e.ctrlKey || e.metaKey) && e.key === "Enter") {
    const form = e.target.closest?.("form[data-submit-key], [data-submit-key] form, form:has([data-submit-key])");
    if (!form) return;
    e.preventDefault();
    // Leaving the box first lets an interactive page take its last words.
    document.activeElement?.blur();
    const button = form.querySelector("[data-submit-key]:is(button, input)");
    setTimeout(() => form.requestSubmit(button ?? undefined), 0);
    return;
  }
  // What cannot wait until a box is left, such as an emergency during a call.
  if (e.altKey && !e.ctrlKey && !e.metaKey && /^(Digit|Key)/.test(e.code)) {
    const pressed = e.code.replace(/^(Digit|Key)/, "");
    const urgent = [...scope().querySelectorAll("[data-alt]")].find((el) => el.dataset.alt === pressed && seen(el));
    if (!urgent) return;
    e.preventDefault();
    urgent.click();
    return;
  }
  if (typing(e.target)) {
    if (e.key === "Escape" && !e.target.closest("dialog")) {
      // The browser would empty a search box, and with it the list that was found.
      e.preventDefault();
      e.target.blur();
    }
    return;
  }
  if (e.ctrlKey || e.metaKey || e.altKey || localStorage.getItem(off)) return;

  const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
  const own = [...scope().querySelectorAll("[data-key]")].find((el) => el.dataset.key.toLowerCase() === key && seen(el));
  let done = true;
  if (key === "?") help();
  else if (own) own.click();
  else if (scope() !== document) done = false;
  else if (key === "j") done = move(1);
  else if (key === "k") done = move(-1);
  else if (key === "/") document.querySelector("[data-search]")?.focus();
  else done = false;
  if (done) e.preventDefault();
});

document.addEventListener("click", (e) => {
  // Enter was faster: a page that is asked for twice would lose the keys pressed on it in between.
  if (e.target.closest?.(".desk-row")) clearTimeout(waiting);
  if (e.target.closest?.("[data-opens=keys-help]")) help();
});

document.addEventListener("change", (e) => {
  if (!e.target.matches?.("[data-keys-switch]")) return;
  if (e.target.checked) localStorage.removeItem(off);
  else localStorage.setItem(off, "1");
});

// What a phone kept to be read without a connection goes when its person leaves, wherever they leave.
document.addEventListener("submit", (e) => {
  if (e.target.getAttribute?.("action") === "/signout") self.caches?.delete("field");
});
