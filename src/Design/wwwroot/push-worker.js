// Shows what a push says and leads to the person's own requests. It keeps nothing and answers no other request.
self.addEventListener("push", (e) => {
  const said = e.data?.json() ?? {};
  e.waitUntil(self.registration.showNotification(said.title, { body: said.text, tag: said.id, data: said.link, icon: "icon.svg" }));
});

self.addEventListener("notificationclick", (e) => {
  e.notification.close();
  e.waitUntil(self.clients.openWindow(new URL(e.notification.data ?? "/", self.location.origin).href));
});
