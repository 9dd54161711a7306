// Proposes places by name or position; the person chooses one. The last question asked wins over slower answers.
const fill = (text, value) => (text ?? "").replace("{0}", value);

function say(box, text) {
  box.querySelector("[data-place-status]").textContent = text ?? "";
}

function offer(box, places) {
  // An answer that comes after the choice does not undo it.
  const chosen = box.querySelector("[data-place-options] :checked")?.value;
  const cards = places.map((place) => {
    const card = document.createElement("label");
    card.className = "choice";
    const radio = document.createElement("input");
    radio.type = "radio";
    radio.name = box.dataset.name;
    radio.value = place.code;
    radio.checked = place.code === chosen;
    const words = document.createElement("span");
    const name = document.createElement("strong");
    name.textContent = place.name;
    const path = document.createElement("small");
    path.textContent = place.path ?? "";
    words.append(name, path);
    card.append(radio, words);
    return card;
  });
  box.querySelector("[data-place-options]").replaceChildren(...cards);
  say(box, places.length ? fill(box.dataset.textFound, places.length) : box.dataset.textNone);
}

async function ask(box, query) {
  box.asking?.abort();
  const asking = (box.asking = new AbortController());
  try {
    const answer = await fetch(`${box.dataset.source}?${new URLSearchParams(query)}`, { signal: asking.signal, headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const body = await answer.json();
    offer(box, Array.isArray(body) ? body : (body.rows ?? []));
  } catch {
    // Offline or overtaken: the button still posts the words.
  }
}

let pause;
document.addEventListener("input", (e) => {
  const box = e.target.matches?.("[data-place-words]") ? e.target.closest("[data-place]") : null;
  if (!box || e.isComposing) return;
  clearTimeout(pause);
  const words = e.target.value.trim();
  if (words.length >= 2) pause = setTimeout(() => ask(box, { q: words }), 250);
});
document.addEventListener("compositionend", (e) => {
  if (e.target.matches?.("[data-place-words]")) e.target.dispatchEvent(new Event("input", { bubbles: true }));
});

document.addEventListener("click", (e) => {
  const search = e.target.closest?.("[data-place-search]");
  if (search) {
    clearTimeout(pause);
    const box = search.closest("[data-place]");
    const words = box.querySelector("[data-place-words]").value.trim();
    if (words) {
      e.preventDefault();
      ask(box, { q: words });
    }
    return;
  }
  const button = e.target.closest?.("[data-locate]");
  if (!button) return;
  const box = button.closest("[data-place]");
  say(box, box.dataset.textLocating);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const [lon, lat] = [coords.longitude.toFixed(5), coords.latitude.toFixed(5)];
      box.querySelector("[data-lon]").value = lon;
      box.querySelector("[data-lat]").value = lat;
      ask(box, { lon, lat });
    },
    () => say(box, box.dataset.textDenied),
    { timeout: 10000, maximumAge: 60000 },
  );
});

// Enter in the box means "find", not "send the form".
document.addEventListener("keydown", (e) => {
  if (e.key !== "Enter" || e.isComposing || !e.target.matches?.("[data-place-words]")) return;
  e.preventDefault();
  e.target.closest("[data-place]").querySelector("[data-place-search]").click();
});

if ("geolocation" in navigator) document.querySelectorAll("[data-locate]").forEach((b) => (b.hidden = false));
