// Residents' forms, made more comfortable where script runs. Everything here works without it.
import "./places.js";
import "./upload.js";
import "./finds.js";

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
