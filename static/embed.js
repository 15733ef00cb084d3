// The frame for course pages: a picture at once, and the program when it is needed. A classic script, because a module is
// not started where the frame has no origin of its own and the host of these files sends no CORS header: there the picture
// and its link stay. Nothing is ever written: neither the address of the frame nor any storage.
(() => {
  const { hash, slugs, params } = document.currentScript.dataset;
  const site = new URL("../", document.currentScript.baseURI).href.replace(/[?#].*/, "");
  const query = new URLSearchParams(location.search.replace(/&amp;/g, "&"));
  /** The value of a parameter, whatever the case of its name; of one given twice the last. */
  const value = (name) => [...query].filter(([each]) => each.toLowerCase() === name).pop()?.[1];
  const start = (value("start") ?? "").toLowerCase();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const framed = window.parent !== window;
  const secret = location.hash.match(/[#?&]secret=(\w{1,64})/)?.[1];
  /** The most messages that wait for the program. */
  const WAITING_MAX = 50;
  /** The longest message that is looked into, in bytes of JSON. */
  const MESSAGE_BYTES_MAX = 64 << 10;

  const app = document.getElementById("app");
  const [picture, button, words] = ["picture", "begin", "words"].map((id) => document.getElementById(id));

  /** The picture of a scenario of the gallery, if the link is exactly that; else that of all. */
  function poster() {
    const ours = params.split(" ");
    const changed = [...query.keys()].some((name) => ours.includes(name.toLowerCase())) || /^#(%23)?x\d/.test(location.hash);
    const all = slugs.split(" ");
    const slug = (value("s") ?? all[0]).toLowerCase();
    return !changed && all.includes(slug) ? slug : "seatrace";
  }

  function dress() {
    const theme = (value("theme") ?? "").toLowerCase();
    if (["light", "dark", "contrast"].includes(theme)) document.documentElement.dataset.theme = theme;
    if ((value("height") ?? "").toLowerCase() === "fit") document.documentElement.classList.add("fit");
    for (const link of app.querySelectorAll("a")) link.href = `${site}${location.search}${location.hash}`;
    if ((value("poster") ?? "").toLowerCase() === "none") picture.remove();
    else picture.src = `${site}poster/${poster()}.svg`;
    // A picture that is not there leaves its link.
    picture.addEventListener("error", () => picture.remove());
  }

  // -- the host ----------------------------------------------------------------------------------------------
  let frame;
  const still = app.firstElementChild;
  let height = 0;
  const waiting = [];
  const post = (message, target) => framed && window.parent.postMessage(message, target);
  const wordpress = () => secret && height && post({ message: "height", value: height, secret }, "*");

  function tell(message, target) {
    post(message, target);
    if (message.type !== "resize") return;
    height = message.data.height;
    post({ subject: "lti.frameResize", height }, "*"); // Canvas
    wordpress();
  }

  /** Calls the program, or keeps the call until there is one. */
  function hear(call) {
    if (frame) call(frame);
    else if (waiting.length < WAITING_MAX) waiting.push(call);
  }

  /** A message as JSON, and how long that is; what cannot be written so is no message of the protocol. Of a long one the head. */
  function written(data) {
    try {
      const json = JSON.stringify(data);
      const bytes = new TextEncoder().encode(json).length;
      const { seatrace, type, id } = data;
      return [bytes > MESSAGE_BYTES_MAX ? JSON.stringify({ seatrace, type, ...(`${id}`.length < 100 && { id }) }) : json, bytes];
    } catch {
      return [];
    }
  }

  function heard({ source, origin, data }) {
    if (!framed || source !== window.parent) return;
    if (data === "slide:start" || data === "slide:stop") hear((it) => it.slide(data === "slide:start", origin));
    else if (data?.message === "ready" && secret && data.secret === secret) wordpress();
    else if (data?.seatrace !== undefined) {
      const [json, bytes] = written(data);
      if (json !== undefined) hear((it) => it.hear(JSON.parse(json), bytes, origin));
      if (data.type === "play") boot();
    }
  }
  addEventListener("message", heard);

  // -- the program --------------------------------------------------------------------------------------------
  let booting;
  async function load() {
    const program = await import(`${site}frame.js?${hash}`);
    await program.default({ module_or_path: `${site}frame_bg.wasm?${hash}` });
    const stage = document.createElement("div");
    stage.id = "stage";
    frame = program.Frame.open(stage, location.search + location.hash, site, calm, innerWidth, tell);
    app.replaceChildren(stage);
    const measure = () => stage.offsetHeight && frame?.measured(innerWidth, stage.offsetHeight);
    new ResizeObserver(measure).observe(stage);
    addEventListener("resize", measure);
    addEventListener("pagehide", () => frame?.leave());
    measure();
    watch(stage);
    for (const call of waiting.splice(0)) call(frame);
  }

  /** The picture stays, or comes back, with its link and one sentence. */
  function fall(error) {
    booting = frame = undefined;
    app.replaceChildren(still);
    button.hidden = true;
    words.textContent = words.dataset.fallen;
    console.warn(`seatrace: ${error?.message ?? error}`);
  }

  /** A program that has failed does nothing any more. */
  addEventListener("error", ({ error }) => frame && error instanceof WebAssembly.RuntimeError && fall(error));

  function boot() {
    booting ??= load().catch(fall);
    return booting;
  }

  /** Tells the program whether it is seen. Where it plays only while it is, its drawings go in between; their place stays. */
  function watch(stage) {
    let near = start !== "visible";
    const say = () => {
      const seen = near && !document.hidden;
      if (start === "visible") stage.style.minHeight = seen ? "" : `${stage.offsetHeight}px`;
      frame?.seen(seen);
    };
    document.addEventListener("visibilitychange", say);
    new IntersectionObserver((entries) => {
      near = entries.at(-1).isIntersecting || (near && start !== "visible");
      say();
    }).observe(stage);
  }

  /** Starts when the reader comes near, and no earlier. */
  function whenNear() {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      boot();
    }, { rootMargin: "200px" });
    observer.observe(app);
  }

  /** What cannot be copied by the clipboard's own way is copied as if by hand. */
  async function copy() {
    const input = document.getElementById("link");
    const said = document.getElementById("copied");
    try {
      await navigator.clipboard.writeText(input.value);
      said.textContent = said.dataset.copied;
    } catch {
      input.select();
      said.textContent = said.dataset[document.execCommand("copy") ? "copied" : "selected"];
    }
  }

  /** The sheets stand in the page, outside of what the program draws. */
  function pressed({ target }) {
    const on = (what) => target.closest?.(`[data-${what}]`);
    if (on("copy")) copy();
    else if (on("close")) on("close").closest("dialog").close();
    else if (on("share") && frame) {
      document.getElementById("link").value = frame.share();
      document.getElementById("copied").textContent = "";
      document.getElementById("sharing").showModal();
    }
  }
  document.addEventListener("click", pressed);

  dress();
  button.addEventListener("click", async () => {
    await boot();
    frame?.play();
    // Once it is drawn.
    setTimeout(() => document.getElementById("play")?.focus({ preventScroll: true }));
  });
  if (start === "click") button.hidden = false;
  else if (start === "now") boot();
  else whenNear();
})();
