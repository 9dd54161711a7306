// A form whose answer is made by an authenticator: form[data-passkey=create|get] fetches its challenge from data-challenge, lets the browser
// ask for finger, face or PIN, and posts what comes of it in the field "credential".

// The browser refuses numbers for an address; localhost is a name.
const named = !/^\[|^\d+(\.\d+){3}$/.test(location.hostname);
const able = () => named && isSecureContext && globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON;

const answer = (kind, options) =>
  kind === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

document.addEventListener("submit", async (e) => {
  const form = e.target.closest?.("form[data-passkey]");
  if (!form) return;
  e.preventDefault();
  if (form.ariaBusy === "true") return;
  const problem = form.querySelector("[data-passkey-problem]");
  const tell = (text) => {
    problem.textContent = text;
    problem.hidden = text === "";
  };
  tell("");
  if (!able()) return tell(form.dataset.unable);
  form.ariaBusy = "true";
  try {
    const response = await fetch(form.dataset.challenge, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const options = await response.json();
    if (!response.ok) return tell(options.title ?? form.dataset.failed);
    form.elements.credential.value = JSON.stringify(await answer(form.dataset.passkey, options));
    form.submit();
  } catch {
    tell(form.dataset.failed);
  } finally {
    form.ariaBusy = "false";
  }
});
