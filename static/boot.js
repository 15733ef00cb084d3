// Starts the program. Whatever goes wrong on the way is said on the page: it is never blank.
// In the standalone file the programs are addresses in a table, elsewhere files that the page names.
const parts = globalThis.seatraceParts;
const address = (id) => parts?.[id] ?? document.getElementById(id).href;

// The page of a scenario has an address without a query: what it opens is written on it.
const { query } = document.documentElement.dataset;
if (query && !location.search) history.replaceState(null, "", `?${query}`);

async function start() {
  const program = await import(address("program"));
  await program.default({ module_or_path: address("program-wasm") });
}

// The worker and its looks are loaded when somebody first needs them. The page's hash keeps old ones out of a new page.
let helper;
let listener;
const load = async () => {
  const hash = address("program").match(/-(\w+)\.js/)?.[1] ?? "";
  const { hire } = await import(parts?.["helper.js"] ?? new URL(`helper.js?${hash}`, import.meta.url));
  return hire(hash, listener);
};
const ready = () => {
  helper ??= load();
  // What failed to load may load the next time.
  helper.catch(() => { helper = undefined; });
  return helper;
};
window.seatrace = {
  run: async (query) => (await (await ready()).ask({ kind: "run", query })).runs,
  send: (message) =>
    ready().then((it) => it.send(message)).catch((error) => listener({ kind: "error", says: `${error.message ?? error}.` })),
  listen: (hear) => { listener = hear; },
};

start().catch((error) => {
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = `The page could not start: ${error.message ?? error}`;
  document.getElementById("app").replaceChildren(words);
});

// Without a network the page works from the second visit on; in a frame, or where there is no such thing, it does not.
const keep = () => window.top === window && !parts && navigator.serviceWorker?.register(new URL("sw.js", import.meta.url));
addEventListener("load", () => Promise.resolve().then(keep).catch(() => {}));
