// Lets the page work without a network, after the first visit. Written by the build: BUILD and FILES are replaced.
//
// Pages come from the network as long as it answers, so a new build is seen at once; everything else comes from the cache,
// because its name says of which build it is. Caches of earlier builds are kept for pages that are still open.
const BUILD = "BUILD";
const FILES = ["FILES"];

/** Other copies of the site on this host have caches of their own. */
const OURS = `seatrace ${registration.scope} `;
const CACHE = OURS + BUILD;
/** So many builds before this one still serve the pages that were opened with them. */
const OLD_BUILDS_MAX = 3;
/** What is kept is one file whatever was asked for beside its name: some hosts vary what they send by what is accepted. */
const ANY = { ignoreSearch: true, ignoreVary: true };

self.addEventListener("install", (event) => {
  const keep = async () => (await caches.open(CACHE)).addAll(FILES.map((name) => new Request(`./${name}`, { cache: "reload" })));
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = await earlier();
    await Promise.all(old.slice(OLD_BUILDS_MAX).map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

/** The caches of earlier builds, the last one first. */
async function earlier() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE).reverse();
}

async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const folder = request.url.replace(/[?#].*/, "").replace(/index\.html$/, "");
    const kept = await keptIn(CACHE, folder);
    if (kept) return kept;
    throw error;
  }
}

/** What is asked for with the name of a build must be of that one; other files have a hash in their own name. */
async function file(request) {
  const build = new URL(request.url).search.slice(1);
  const names = build ? [OURS + build] : [CACHE, ...(await earlier())];
  for (const name of names) {
    const kept = await keptIn(name, request);
    if (kept) return kept;
  }
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await keptIn(CACHE, request);
    if (kept) return kept;
    throw error;
  }
}

async function keptIn(name, request) {
  // Opening a cache would make it.
  return (await caches.has(name)) ? (await caches.open(name)).match(request, ANY) : undefined;
}
