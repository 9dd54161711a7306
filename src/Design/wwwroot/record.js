// A recorder in the page, and what was chosen told with a way to take it out again. Nothing leaves the page before the form is sent.
const longest = 3 * 60 * 1000;
const fill = (text, value) => (text ?? "").replace("{0}", value);

function say(box, text) {
  box.querySelector("[data-media-status]").textContent = text;
}

function keep(box, files, problem = "") {
  box.kept = files;
  const chosen = new DataTransfer();
  files.forEach((f) => chosen.items.add(f));
  box.querySelector("input[type=file]").files = chosen.files;
  const list = box.querySelector("[data-media-list]");
  list.querySelectorAll("audio, video").forEach((player) => URL.revokeObjectURL(player.src));
  list.replaceChildren(
    ...files.map((file, i) => {
      const item = document.createElement("li");
      const player = document.createElement(file.type.startsWith("video/") ? "video" : "audio");
      player.controls = true;
      player.src = URL.createObjectURL(file);
      player.ariaLabel = file.name;
      const remove = document.createElement("button");
      remove.type = "button";
      remove.textContent = fill(box.dataset.textRemove, i + 1);
      remove.addEventListener("click", () => keep(box, files.filter((f) => f !== file)));
      item.append(player, remove);
      return item;
    }),
  );
  say(box, [problem, files.length ? fill(box.dataset.textAdded, files.length) : ""].filter(Boolean).join(" "));
}

function add(box, files) {
  const fitting = files.filter((f) => f.size <= Number(box.dataset.maxBytes));
  const all = [...(box.kept ?? []), ...fitting];
  const max = Number(box.dataset.max);
  keep(box, all.slice(0, max), fitting.length < files.length || all.length > max ? box.dataset.textMany : "");
}

async function record(box, button) {
  if (box.recorder) return box.recorder.stop();
  let microphone;
  try {
    microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    return say(box, box.dataset.textDenied);
  }
  const parts = [];
  const recorder = (box.recorder = new MediaRecorder(microphone));
  const end = setTimeout(() => recorder.stop(), longest);
  recorder.addEventListener("dataavailable", (e) => parts.push(e.data));
  recorder.addEventListener("stop", () => {
    clearTimeout(end);
    microphone.getTracks().forEach((track) => track.stop());
    box.recorder = null;
    button.textContent = box.dataset.textStart;
    const type = recorder.mimeType.split(";")[0];
    add(box, [new File(parts, `voice.${type.split("/")[1]}`, { type })]);
  });
  recorder.start();
  button.textContent = box.dataset.textStop;
  say(box, box.dataset.textOn);
}

document.querySelectorAll("[data-media]").forEach((box) => {
  box.querySelector("input[type=file]").addEventListener("change", (e) => add(box, [...e.target.files]));
  const button = box.querySelector("[data-record]");
  button.addEventListener("click", () => record(box, button));
  button.hidden = !("MediaRecorder" in window && navigator.mediaDevices);
});
