// The pages of the spot where script runs: a record is kept here first and sent from here, at once or when there is a connection again.
const { all, put, remove, sendAll } = self.fieldRecords;
const main = document.querySelector("[data-field]");
const person = main.dataset.field;
const waiting = document.querySelector("[data-field-waiting]");
const form = document.querySelector("[data-field-form]");
const longest = 1600;

// Another person on the same phone reads nothing that the one before could.
if (localStorage.getItem("field-person") !== person) {
  await self.caches?.delete("field");
  localStorage.setItem("field-person", person);
}
const worker = navigator.serviceWorker?.register("/field/worker.js", { scope: "/field" }).catch(() => undefined);
document.addEventListener("submit", (e) => {
  if (e.target.getAttribute("action") === "/signout") self.caches?.delete("field");
});

function button(text, act) {
  const el = document.createElement("button");
  el.type = "button";
  el.className = "button secondary";
  el.textContent = text;
  el.addEventListener("click", act);
  return el;
}

function line(text, kind) {
  const el = document.createElement("p");
  el.textContent = text;
  if (kind) el.className = kind;
  return el;
}

async function show() {
  document.querySelector("[data-field-offline]").hidden = navigator.onLine;
  if (!waiting) return;
  const own = (await all()).filter((r) => r.person === person);
  const texts = waiting.dataset;
  waiting.hidden = own.length === 0;
  waiting.querySelector("[data-field-count]").textContent = own.length;
  waiting.querySelector("ul").replaceChildren(
    ...own.map((record) => {
      const item = document.createElement("li");
      item.className = "card stack";
      const link = document.createElement("a");
      link.href = `/field/${record.number}`;
      link.textContent = record.title || record.number;
      const state = record.conflict ? `${texts.textConflict}${record.problem}` : record.stopped ? record.problem : texts.textWaits;
      const acts = document.createElement("div");
      acts.className = "actions";
      acts.append(
        button(record.conflict ? texts.textAnyway : texts.textRetry, async () => {
          await put({ ...record, stopped: false, conflict: false, problem: undefined, version: record.conflict ? undefined : record.version });
          await send();
        }),
        button(texts.textDelete, async () => {
          if (!confirm(texts.textSure)) return;
          await remove(record.key);
          await show();
        }),
      );
      item.append(link, line(record.text), line(state, record.stopped ? "error" : "muted"), acts);
      return item;
    }),
  );
}

let sending;
/** One sending at a time; the worker may send beside it. */
function send() {
  sending ??= sendAll()
    .catch(() => false)
    .finally(async () => {
      sending = undefined;
      await show();
    });
  return sending;
}

/** A smaller copy: what a phone takes is larger than anybody needs, and has to go through a village's network. */
async function shrink(file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 })).arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

async function keep(e) {
  // What is large does not wait in the phone: with a recording or film the form itself goes, and only where there is a connection.
  const large = form.elements.media.files.length > 0;
  if (large && navigator.onLine) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  const data = new FormData(form);
  const say = (text) => (form.querySelector("[data-field-status]").textContent = text);
  if (large) return say(form.dataset.textLarge);
  const text = (data.get("text") ?? "").trim();
  if (text.length < Number(form.dataset.least)) return say(form.dataset.textShort);
  const files = data.getAll("photos").filter((f) => f.size > 0);
  if (files.length > Number(form.dataset.most)) return say(form.dataset.textMany);
  let photos;
  try {
    photos = await Promise.all(files.map(shrink));
  } catch {
    return say(form.dataset.textPhoto);
  }
  const where = data.get("latitude") ? { latitude: Number(data.get("latitude")), longitude: Number(data.get("longitude")), accuracy: Number(data.get("accuracy")) } : undefined;
  const { number, title, version } = form.dataset;
  const record = { key: data.get("key"), number, title, person, kind: data.get("kind"), text, told: data.has("told"), version: Number(version), where, at: new Date().toISOString(), photos };
  await put(record);
  localStorage.removeItem(`field:${number}`);
  form.querySelector("[name=key]").value = crypto.randomUUID();
  form.querySelector("textarea").value = "";
  form.elements.photos.value = "";
  say(form.dataset.textKept);
  await (await worker)?.sync?.register("field").catch(() => undefined);
  await send();
  const left = (await all()).some((r) => r.key === record.key);
  if (!left) location.assign(`/field/${number}?sent=1`);
}

if (form) {
  const draft = `field:${form.dataset.number}`;
  if (new URLSearchParams(location.search).has("sent")) localStorage.removeItem(draft);
  const box = form.querySelector("textarea");
  if (!box.value) box.value = localStorage.getItem(draft) ?? "";
  box.addEventListener("input", () => localStorage.setItem(draft, box.value));
  form.addEventListener("submit", keep, true);
  const locate = form.querySelector("[data-field-locate]");
  locate.hidden = false;
  locate.addEventListener("click", () => {
    const said = form.querySelector("[data-field-place]");
    said.textContent = locate.dataset.textAsking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        for (const name of ["latitude", "longitude", "accuracy"]) form.elements[name].value = coords[name];
        said.textContent = locate.dataset.textFound.replace("{0}", Math.round(coords.accuracy));
      },
      () => (said.textContent = locate.dataset.textNone),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    );
  });
}
addEventListener("online", send);
addEventListener("offline", show);
navigator.serviceWorker?.addEventListener("message", show);
await show();
await send();
