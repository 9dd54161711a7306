// form[data-push] asks this browser to take messages while the page is closed, and posts where it is reached. data-push is the city's public key.
const form = document.querySelector("form[data-push]");
const able = "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis && isSecureContext;
if (form && able) form.hidden = false;

const tell = (text) => {
  const problem = form.querySelector("[data-push-problem]");
  problem.textContent = text;
  problem.hidden = text === "";
};

form?.addEventListener("submit", async (e) => {
  if (form.elements.endpoint.value) return;
  e.preventDefault();
  // submit.js lets a form be sent once; this one is sent when the browser has answered.
  e.stopImmediatePropagation();
  delete form.dataset.sent;
  tell("");
  try {
    if ((await Notification.requestPermission()) !== "granted") return tell(form.dataset.refused);
    const worker = await navigator.serviceWorker.register(new URL("push-worker.js", import.meta.url));
    const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: form.dataset.push });
    const { endpoint, keys } = subscription.toJSON();
    form.elements.endpoint.value = endpoint;
    form.elements.p256dh.value = keys.p256dh;
    form.elements.auth.value = keys.auth;
    form.submit();
  } catch {
    tell(form.dataset.failed);
  }
});
