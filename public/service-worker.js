/*
 * Runs beside the pages, for two things only: notifications, and a page that stands in when the network is gone. It keeps nothing
 * of anyone: the page is the same for all, fetched without cookies, and reads what a patient's own page has left on the device.
 * Each build registers it under an address of its own, so that it and what it keeps are replaced together.
 */
const BUILD = new URL(self.location.href).searchParams.get("build") ?? "development";
const CACHE = `offline-${BUILD}`;
const OFFLINE = "/offline";
const STATIC = "/_next/static/";

/** Pages that the offline page stands in for: their scripts come from here, too. */
const standIns = new Set();

async function keepOfflinePage() {
  const page = await fetch(OFFLINE, { credentials: "omit", cache: "no-store" });
  if (!page.ok) throw new Error(`the offline page answered ${page.status}`);
  const html = await page.clone().text();
  const cache = await caches.open(CACHE);
  const assets = [...new Set(html.match(/\/_next\/static\/[\w./~%-]+/g) ?? [])];
  const fonts = await Promise.all(assets.map((path) => keepAsset(cache, path)));
  await Promise.all(fonts.flat().map((path) => keepAsset(cache, path)));
  await cache.put(OFFLINE, page);
}

/** Keeps a script or style sheet; returns the fonts that a style sheet asks for. */
async function keepAsset(cache, path) {
  const answer = await fetch(path, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  const css = path.endsWith(".css") ? await answer.clone().text() : "";
  await cache.put(path, answer);
  return [...css.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)].map(
    ([, url]) => new URL(url, new URL(path, self.location.origin)).pathname,
  );
}

self.addEventListener("install", (event) => event.waitUntil(keepOfflinePage().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith("offline-") && name !== CACHE);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  ),
);

self.addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && request.method === "GET" && !url.pathname.startsWith("/api/"))
    event.respondWith(navigate(event));
  else if (standIns.has(clientId) && url.pathname.startsWith(STATIC)) event.respondWith(fromCache(request));
});

/** The page from the network, whatever it answers; without a network, the one that stands in. */
async function navigate(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (error) {
    const page = await (await caches.open(CACHE)).match(OFFLINE);
    if (!page) throw error;
    standIns.add(event.resultingClientId);
    return page;
  }
}

async function fromCache(request) {
  return (await (await caches.open(CACHE)).match(request)) ?? fetch(request);
}

/** What is shown for a push that can't be read: browsers insist on showing something. */
const UNREADABLE = { title: "CareSync", body: "There is something new", navigate: "/", tag: "unreadable" };

/** Declarative Web Push, which some browsers show by themselves without asking here. */
function readPush(data) {
  try {
    const { web_push: format, notification } = data.json();
    return format === 8030 && typeof notification.title === "string" ? notification : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

self.addEventListener("push", (event) => {
  const { title, body, navigate: page, tag, lang, dir } = readPush(event.data);
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      tag,
      lang,
      dir,
      icon: "/icons/icon-192.png",
      badge: "/icons/badge-96.png",
      data: { page },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data?.page));
});

/** Shows the page where it is open already, else in a new window: what is typed in an open one stays. */
async function openPage(page) {
  const url = new URL(page ?? "/", self.location.origin);
  if (url.origin !== self.location.origin) return;
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const here = open.find((client) => client.url.split("#")[0] === url.href.split("#")[0]);
  await (here ? here.focus() : self.clients.openWindow(url.href));
}

self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(subscribeAgain(event)));

/** The push service has moved this browser. Where no one is signed in now, the next page does it. */
async function subscribeAgain({ oldSubscription: old, newSubscription }) {
  const key = old?.options.applicationServerKey;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const fresh = newSubscription ?? (key ? await self.registration.pushManager.subscribe(options) : null);
  if (!fresh) return;
  const { endpoint, keys } = fresh.toJSON();
  await fetch("/api/push-subscriptions", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ endpoint, keys, ...(old ? { replaces: old.endpoint } : {}) }),
  });
}
