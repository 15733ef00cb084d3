// Lets the page work without a network, after the first visit. Written by the build: BUILD and FILES are replaced.
//
// Pages come from the network as long as it answers, so a new version is seen at once; the files of a build have their hash
// in their names or addresses, so they come from the cache. The cache of the build before is kept for pages still open.
const BUILD = "BUILD";
const FILES = ["FILES"];
const CACHE = `seatrace-${BUILD}`;

self.addEventListener("install", (event) => {
  const keep = async () => (await caches.open(CACHE)).addAll(FILES.map((name) => new Request(`./${name}`, { cache: "reload" })));
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const ours = (await caches.keys()).filter((name) => name.startsWith("seatrace-") && name !== CACHE);
    // In order of their making: all but the last are older than the build before.
    await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  const cache = await cacheOf(new URL(request.url).search.slice(1));
  return (await cache?.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/** The worker's files are asked for with the hash of the program that asks, and must be of the same build. */
async function cacheOf(hash) {
  for (const name of [CACHE, ...(await caches.keys())]) {
    const cache = await caches.open(name);
    if (!hash || (await cache.keys()).some(({ url }) => url.includes(hash))) return cache;
  }
}
