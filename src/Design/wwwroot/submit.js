// Residents' forms, made more comfortable where script runs. Everything here works without it.
import "./places.js";
import "./finds.js";

const fill = (text, ...values) => values.reduce((t, v, i) => t.replace(`{${i}}`, v), text ?? "");

if (document.querySelector("[data-media]")) import("./record.js");
if (document.querySelector("[data-voice]") && ("SpeechRecognition" in window || "webkitSpeechRecognition" in window)) import("./voice.js");

// An error summary is read first.
document.querySelector("[data-focus]")?.focus();

// A form is sent once, however often the button is pressed.
document.addEventListener("submit", (e) => {
  if (e.target.method !== "post") return;
  if (e.target.dataset.sent) e.preventDefault();
  e.target.dataset.sent = "1";
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((f) => delete f.dataset.sent));

// Photographs: pictures, removal, and the limit said before anything is sent.
function picture(file) {
  const img = document.createElement("img");
  img.src = URL.createObjectURL(file);
  img.alt = file.name;
  return img;
}

function show(box, files, problem) {
  const input = box.querySelector("input[type=file]");
  const list = box.querySelector("[data-upload-list]");
  const chosen = new DataTransfer();
  files.forEach((f) => chosen.items.add(f));
  input.files = chosen.files;
  list.querySelectorAll("img").forEach((img) => URL.revokeObjectURL(img.src));
  list.replaceChildren(
    ...files.map((file, i) => {
      const item = document.createElement("li");
      const seen = file.type.startsWith("image/") ? picture(file) : document.createTextNode(file.name);
      const remove = document.createElement("button");
      remove.type = "button";
      remove.textContent = fill(box.dataset.textRemove, i + 1);
      remove.addEventListener("click", () => {
        box.kept = files.filter((f) => f !== file);
        show(box, box.kept);
      });
      item.append(seen, remove);
      return item;
    }),
  );
  const said = files.length ? fill(box.dataset.textAdded, files.length) : "";
  box.querySelector("[data-upload-status]").textContent = [problem, said].filter(Boolean).join(" ");
}

document.addEventListener("change", (e) => {
  const box = e.target.matches?.("[data-upload] input[type=file]") ? e.target.closest("[data-upload]") : null;
  if (!box) return;
  const max = Number(box.dataset.max ?? 5);
  const documents = e.target.accept.includes("application/pdf");
  const wanted = [...e.target.files].filter((f) => f.type.startsWith("image/") || (documents && f.type === "application/pdf"));
  const fitting = wanted.filter((f) => f.size <= Number(box.dataset.maxBytes ?? Infinity));
  const all = [...(box.kept ?? []), ...fitting];
  let problem = "";
  if (wanted.length < e.target.files.length) problem = box.dataset.textType;
  else if (fitting.length < wanted.length) problem = box.dataset.textLarge;
  else if (all.length > max) problem = box.dataset.textMany;
  box.kept = all.slice(0, max);
  show(box, box.kept, problem);
});

// A draft stays on this device for a day: only boxes of text, never a name, a number or anything marked private.
const day = 24 * 60 * 60 * 1000;
const key = (form) => `draft:${form.dataset.draft}`;
const boxes = (form) => [...form.querySelectorAll("textarea, input[type=text]")].filter((el) => el.name && !el.closest("[data-private]") && !/name|tel|email/.test(el.autocomplete));

function save(form) {
  const texts = Object.fromEntries(boxes(form).map((el) => [el.name, el.value]).filter(([, v]) => v.trim()));
  if (Object.keys(texts).length) localStorage.setItem(key(form), JSON.stringify({ at: Date.now(), texts }));
  else localStorage.removeItem(key(form));
}

function restore(form) {
  let draft;
  try {
    draft = JSON.parse(localStorage.getItem(key(form)));
  } catch {
    draft = null;
  }
  if (!draft || Date.now() - draft.at > day) return localStorage.removeItem(key(form));
  const back = boxes(form).filter((el) => !el.value && draft.texts[el.name]);
  back.forEach((el) => (el.value = draft.texts[el.name]));
  const notice = form.querySelector("[data-draft-notice]");
  if (back.length && notice) notice.hidden = false;
}

document.addEventListener("input", (e) => {
  const form = e.target.closest?.("form[data-draft]");
  if (form) save(form);
});
document.addEventListener("click", (e) => {
  const form = e.target.closest?.("[data-draft-forget]")?.closest("form");
  if (!form) return;
  localStorage.removeItem(key(form));
  boxes(form).forEach((el) => (el.value = ""));
  form.querySelector("[data-draft-notice]").hidden = true;
});
document.querySelectorAll("form[data-draft]").forEach(restore);
document.querySelectorAll("[data-draft-clear]").forEach((el) => localStorage.removeItem(`draft:${el.dataset.draftClear}`));
