// Answers for /field without a connection: pages that were opened, and what they are made of. Nothing is answered from here while there is one.
importScripts("/_content/Suiying.Design/field-records.js");
const cacheName = "field";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (e) => e.waitUntil(self.clients.claim()));

async function answer(request, page) {
  try {
    const fresh = await fetch(request);
    // Led away to the sign-in: whoever was here has gone, and what they could read goes too.
    if (page && (fresh.redirected || fresh.status === 401 || fresh.status === 403)) await caches.delete(cacheName);
    else if (fresh.ok) await (await caches.open(cacheName)).put(request, fresh.clone());
    return fresh;
  } catch (problem) {
    const kept = await caches.match(request, { cacheName, ignoreVary: true });
    const list = page && !kept ? await caches.match("/field", { cacheName, ignoreVary: true }) : undefined;
    if (kept ?? list) return kept ?? list;
    throw problem;
  }
}

self.addEventListener("fetch", (e) => {
  const { request } = e;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  const page = request.mode === "navigate" && (pathname === "/field" || pathname.startsWith("/field/"));
  if (page || pathname.startsWith("/_content/") || pathname.startsWith("/lib/")) e.respondWith(answer(request, page));
});

self.addEventListener("sync", (e) => {
  if (e.tag !== "field") return;
  e.waitUntil(
    self.fieldRecords.sendAll().then(async (done) => {
      for (const client of await self.clients.matchAll()) client.postMessage("sent");
      if (!done) throw new Error("later");
    }),
  );
});
