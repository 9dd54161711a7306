// Photographs and documents: pictures or names, removal, and the limit said before anything is sent. Without it the file input works alone.
const fill = (text, ...values) => values.reduce((t, v, i) => t.replace(`{${i}}`, v), text ?? "");

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
