// Finds while one types: the page is asked again with what stands in the form, and its results take the place of those shown.
// Without script the button does the same.
let asking;
let pause;

async function find(form) {
  asking?.abort();
  const mine = (asking = new AbortController());
  const url = `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;
  try {
    const answer = await fetch(url, { signal: mine.signal, headers: { "x-typing": "1" } });
    if (!answer.ok) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live-results]");
    if (!found || mine.signal.aborted) return;
    document.querySelector("[data-live-results]").replaceChildren(...found.childNodes);
    history.replaceState(null, "", url);
  } catch {
    // Offline or overtaken: the button still asks.
  }
}

document.addEventListener("input", (e) => {
  const form = e.target.closest?.("[data-live-search]");
  if (!form || e.isComposing) return;
  clearTimeout(pause);
  pause = setTimeout(() => find(form), 300);
});
document.addEventListener("compositionend", (e) => {
  if (e.target.closest?.("[data-live-search]")) e.target.dispatchEvent(new Event("input", { bubbles: true }));
});
