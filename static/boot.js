// Starts the program. Whatever goes wrong on the way is said on the page: it is never blank.
//
// A classic script: a frame of opaque origin loads no module from a host that does not allow it, and somebody must say so.
// In the standalone file the programs are addresses in a table, elsewhere files that the page names.
{
  const parts = globalThis.seatraceParts;
  const me = document.currentScript;
  const address = (id) => parts?.[id] ?? document.getElementById(id).href;
  const framed = top !== self;

  const start = async () => {
    const program = await import(address("program"));
    await program.default({ module_or_path: address("program-wasm") });
  };

  // The worker and its looks are loaded when somebody first needs them. The name of the build keeps old ones out of a new page.
  let helper;
  let listener;
  const load = async () => {
    const build = me?.dataset.build;
    const { hire } = await import(parts?.["helper.js"] ?? new URL(`helper.js?${build}`, me.src));
    // Somebody may ask before the page listens.
    return hire(build, (said) => listener?.(said));
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

  // An address with an order behind `#` would not load again by itself.
  const again = () => {
    const link = document.createElement("a");
    Object.assign(link, { href: location, textContent: "Reload the page", onclick: () => { location.reload(); return false; } });
    return link;
  };

  // What fails elsewhere is said too; a program that has failed says it by itself.
  const wrong = (error) => {
    if (document.querySelector("#wrong, .fallen")) return;
    const [words, report] = ["p", "textarea"].map((tag) => document.createElement(tag));
    const why = error?.message ?? error;
    Object.assign(words, { id: "wrong", className: "trouble", textContent: `Something on this page failed: ${why}. ` });
    words.setAttribute("role", "alert");
    Object.assign(report, { readOnly: true, ariaLabel: "For a report", value: [why, location, me?.dataset.build, error?.stack].join("\n") });
    words.append(again(), report);
    document.body.prepend(words);
  };
  addEventListener("error", ({ error, message }) => wrong(error ?? message));
  addEventListener("unhandledrejection", ({ reason }) => wrong(reason));

  start().catch((error) => {
    const words = document.createElement("p");
    words.setAttribute("role", "alert");
    const why = String(error.message ?? error).slice(0, 200); // an address may be the whole program
    words.textContent = `The page could not start${framed ? " in this frame" : ""}: ${why}. `;
    const link = again();
    if (framed) Object.assign(link, { target: "_blank", rel: "noopener", textContent: "Open it in a tab of its own", onclick: null });
    words.append(link);
    const place = document.getElementById("app");
    place.className = "fallen";
    place.replaceChildren(words);
  });

  // Without a network the page works from the second visit on; in a frame, or where there is no such thing, it does not.
  const keep = () => framed || parts || navigator.serviceWorker?.register(new URL("sw.js", me.src));
  addEventListener("load", () => Promise.resolve().then(keep).catch(() => {}));
}
