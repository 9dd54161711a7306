// Speaking instead of typing. By itself only where the browser hears on this device; elsewhere only where the city has said so in its
// pack, and then the page says who hears (data-text-remote).
const longest = 3 * 60 * 1000;
const silence = 10 * 1000;
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const lang = { zh: "zh-CN", en: "en-US" }[document.documentElement.lang] ?? document.documentElement.lang;
let heard;

async function hearsHere() {
  try {
    return "processLocally" in Recognition.prototype && (await Recognition.available({ langs: [lang], processLocally: true })) === "available";
  } catch {
    return false;
  }
}

// As if it were typed: the field's own undo takes it back, its limit holds, and its listeners hear of it.
function write(box, field, text) {
  const before = document.activeElement;
  const mode = field.inputMode;
  field.inputMode = "none"; // No keyboard springs up.
  field.focus({ preventScroll: true });
  if (!box.placed) field.setSelectionRange(field.value.length, field.value.length);
  box.placed = true;
  const [start, end] = [field.selectionStart, field.selectionEnd];
  const words = /[\w.,!?]$/.test(field.value.slice(0, start)) && /^\w/.test(text) ? ` ${text}` : text;
  const room = field.maxLength < 0 ? Infinity : field.maxLength - field.value.length + end - start;
  const fits = words.slice(0, room);
  if (fits && !document.execCommand("insertText", false, fits)) {
    field.setRangeText(fits, start, end, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  field.inputMode = mode;
  before?.focus({ preventScroll: true });
  return fits.length === words.length;
}

function listen(box, button, field, here) {
  const mine = heard;
  heard?.stop();
  if (mine && mine === box.heard) return;
  const ear = (heard = box.heard = new Recognition());
  const said = box.querySelector("[data-voice-status]");
  const words = box.dataset;
  let end = words.textDone;
  let quiet;
  const wait = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => ear.stop(), silence);
  };
  const limit = setTimeout(() => ear.stop(), longest);
  if (here) ear.processLocally = true;
  Object.assign(ear, { lang, continuous: true, interimResults: true });
  ear.addEventListener("result", (e) => {
    wait();
    const finals = [...e.results].slice(e.resultIndex).filter((r) => r.isFinal);
    for (const result of finals) {
      if (write(box, field, result[0].transcript.trim())) continue;
      end = words.textFull;
      ear.stop();
    }
  });
  ear.addEventListener("error", (e) => {
    if (/not-allowed|audio-capture/.test(e.error)) end = words.textDenied;
    else if (e.error === "no-speech") end = words.textSilent;
    else if (e.error !== "aborted") end = words.textFailed;
  });
  ear.addEventListener("end", () => {
    clearTimeout(quiet);
    clearTimeout(limit);
    box.heard = null;
    if (heard === ear) heard = null;
    button.textContent = words.textStart;
    said.textContent = end;
  });
  ear.start();
  wait();
  button.textContent = words.textStop;
  said.textContent = words.textOn;
}

const here = await hearsHere();
document.querySelectorAll("[data-voice]").forEach((box) => {
  const remote = box.dataset.textRemote;
  if (!here && !remote) return;
  const field = document.getElementById(box.dataset.voice);
  const button = box.querySelector("button");
  box.querySelector("[data-voice-note]").textContent = here ? box.dataset.textHere : remote;
  field.addEventListener("focus", () => (box.placed = true));
  button.addEventListener("click", () => listen(box, button, field, here));
  box.hidden = false;
});
const stop = () => heard?.stop();
addEventListener("pagehide", stop);
addEventListener("submit", stop);
document.addEventListener("visibilitychange", () => document.hidden && stop());
