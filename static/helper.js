// Finds a place for the worker: a worker of its own, one made of a blob where this page's origin is opaque, or else this
// page itself, in slices. All three run the same program and speak the same protocol, which src/worker/protocol.rs defines.
const VERSION = 1;
/** A cancel is heard within one slice, in ms. On the page slices are shorter, so that it stays awake. */
const SLICE_MS = 30;
const SLICE_ON_PAGE_MS = 8;
/** A worker that has not said it is ready after so many ms never will. */
const PATIENCE_MS = 20_000;
/** The largest file that is read, in bytes: some hundred thousand events. A tab has less room than the terminal. */
const FILE_BYTES_MAX = 64 << 20;
/** The looks of what the worker shows. */
const SHEETS = ["explore.css", "compare.css", "inspector.css", "editor.css", "shop.css"];
/** The places whose current line is kept in sight, with room for what stays above it and a little below, in CSS pixels. */
const FOLLOWED = ["script", "seat-past"];
const ABOVE = 56;
const BELOW = 12;
/** So many places of a comparison are set for one picture: enough for a step, but from its end back to its start all change. */
const PLACES_A_PICTURE = 120;

/** In the standalone file there are no files beside it, only whole addresses in a table, and none may be a worker's script. */
const parts = globalThis.seatraceParts;
const at = (file, hash) => parts?.[file] ?? new URL(`${file}?${hash}`, import.meta.url).href;

/** The worker, once it is ready; `tell` gets what it says. One that fails or is late is ended before another is tried. */
function employ(worker, tell) {
  return new Promise((ready, refuse) => {
    let works = false;
    const fail = (says) => {
      clearTimeout(late);
      worker.terminate();
      if (works) tell({ kind: "fallen", says });
      else refuse(new Error(says));
    };
    const late = setTimeout(() => fail("the worker does not answer"), PATIENCE_MS);
    worker.onmessage = ({ data }) => {
      if (data.kind === "failed") return fail(data.says);
      if (data.kind !== "ready") return tell(data);
      works = true;
      clearTimeout(late);
      ready({ v: data.v, hear: (message) => worker.postMessage(message) });
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      fail(event.message || "the worker could not start");
    };
  });
}

const own = (hash, tell) => employ(new Worker(at("station.js", hash), { type: "module" }), tell);

/**
 * A blob has no folder, so it names its program by whole addresses. It does what station.js does, but as a classic script:
 * where the origin is opaque, Chromium starts no module from a blob, yet lets a script import one.
 */
async function ofBlob(hash, tell) {
  const [program, wasm] = ["worker.js", "worker_bg.wasm"].map((file) => JSON.stringify(at(file, hash)));
  const script = `(async () => {
  const { default: init, serve } = await import(${program});
  await init({ module_or_path: ${wasm} });
  const hear = serve((message) => postMessage(message), ${SLICE_MS});
  onmessage = ({ data }) => hear(data);
})().catch((error) => postMessage({ kind: "failed", says: String(error) }));`;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  try {
    return await employ(new Worker(address), tell);
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function onThePage(hash, tell) {
  const program = await import(at("worker.js", hash));
  await program.default({ module_or_path: at("worker_bg.wasm", hash) });
  let v;
  const hear = program.serve((data) => (data.kind === "ready" ? (v = data.v) : tell(data)), SLICE_ON_PAGE_MS);
  return { v, hear };
}

async function anywhere(hash, tell) {
  // A worker of one's own is of one's own origin; where it cannot be, Firefox would write so to the console.
  const foreign = parts || new URL(import.meta.url).origin !== globalThis.origin;
  for (const place of foreign ? [ofBlob] : [own, ofBlob]) {
    try {
      return await place(hash, tell);
    } catch {
      // The next place is tried; what fails in all of them is said by the last.
    }
  }
  return onThePage(hash, tell);
}

/** Its promise is kept when all of them are there, or cannot be had. */
let dressed;
function dress(hash) {
  const wear = (sheet) =>
    new Promise((worn) => {
      const link = document.createElement("link");
      Object.assign(link, { rel: "stylesheet", href: at(sheet, hash), onload: worn, onerror: worn });
      document.head.append(link);
    });
  dressed = Promise.all(SHEETS.map(wear));
}

/** The worker of the page itself, which shows what it says. */
export function hire(hash, listener) {
  dress(hash);
  // Without it the mouse still works; what else is wrong is said when the worker comes.
  import(at("grid.js", hash)).catch(() => {});
  return staff(hash, listener);
}

/**
 * Gives `send(message)`, after which `listener` hears what there is to say, and `ask(message, options)`, whose answer is its
 * promise: until it comes, `hear` hears of progress, and `signal` may stop the work. The worker starts with the first of
 * them. If it falls, the next starts another, and tells it what is on show.
 */
export function staff(hash, listener) {
  const asked = new Map();
  let place;
  let scene;
  const tell = (data) => {
    const [answer, fail, hear] = asked.get(data.id) ?? [];
    if (answer && data.kind === "progress") return hear?.(data);
    if (answer) {
      asked.delete(data.id);
      return data.kind === "error" ? fail(new Error(data.says)) : answer(data);
    }
    if (data.kind === "places") {
      const waits = later.length;
      later.push(...data.places);
      return waits || fill(PLACES_A_PICTURE);
    }
    // What else comes may stand in the same place.
    fill(Infinity);
    if (data.kind === "kept") return keep(data.text);
    if (data.kind === "file") return sharing().then((it) => it.take(data)).catch((error) => listener({ kind: "error", says: `${error.message}.` }));
    if (data.kind === "fallen") {
      place = undefined;
      for (const [, fail] of asked.values()) fail(new Error(data.says));
      asked.clear();
    }
    listener(data);
    if (FOLLOWED.includes(data.place)) follow(document.getElementById(data.place));
  };
  // The places that are still to be set, in order.
  const later = [];
  const fill = (most) => {
    later.splice(0, most).forEach(set);
    if (later.length) requestAnimationFrame(() => fill(PLACES_A_PICTURE));
  };
  // An attribute, or what stands in a place, in which nothing can be pressed. Most of it is text, which needs no parser.
  const set = ({ place, name, value }) => {
    const element = document.getElementById(place);
    if (!element) return;
    if (name) element.setAttribute(name, value);
    else element[/[<&]/.test(value) ? "innerHTML" : "textContent"] = value;
  };
  const sharing = () => import(at("share.js", hash));
  const editing = () => import(at("editor.js", hash));
  const start = async () => {
    const { v, hear } = await anywhere(hash, tell);
    if (v !== VERSION) throw new Error("this page and its worker are of different versions: reload the page");
    if (scene) hear(scene);
    // That another has fallen is over with this one.
    listener({ kind: "error", says: "" });
    return hear;
  };
  const send = async (message) => {
    const { file, ...rest } = sized(message);
    // What was pressed for these is about to go: whoever uses the keyboard goes on from the place around it.
    if (/^(explore|cancel|shrink)$/.test(rest.kind)) document.querySelector("main:not([hidden])")?.focus({ preventScroll: true });
    if (rest.kind === "seat" && rest.value === rest.of) {
      if (!rest.value && rest.x !== undefined) Object.assign(rest, inHall(rest));
      openSeat(rest.tab, rest.of);
    }
    if (rest.kind === "share") {
      // Links lead to the site, wherever in it this page lies.
      if (!parts) rest.base = new URL("./", import.meta.url).href;
      (await sharing()).attend(() => send({ kind: "unshare" }));
    }
    if (rest.kind === "edit") {
      // The dialog opens at once; the worker fills it.
      const [it] = await Promise.all([editing(), dressed]);
      it.open(rest, (does, of, value) => send({ kind: "editor", does, of, value }));
      rest.kept = kept();
    }
    // Who has just sat down looks at the counter, which stands at the top.
    if (rest.kind === "scene" && rest.turn !== "none" && (scene?.turn ?? "none") === "none") scrollTo(0, 0);
    // What was said to be wrong was about what was asked before.
    if (rest.kind !== "scene" && !rest.id) listener({ kind: "error", says: "" });
    place ??= start().catch((error) => {
      place = undefined;
      throw error;
    });
    const [hear, text] = await Promise.all([place, file?.text()]);
    const sent = { v: VERSION, ...rest, ...(file && { name: file.name, text }) };
    if (rest.kind === "scene") scene = sent;
    return hear(sent);
  };
  let last = 0;
  const ask = (message, { hear, signal } = {}) =>
    new Promise((answer, fail) => {
      const id = (last += 1);
      asked.set(id, [answer, fail, hear]);
      send({ ...message, id }).catch((error) => asked.delete(id) && fail(error));
      // What cannot be sent has failed already, as the request did.
      const stop = () => asked.has(id) && send({ kind: "stop", of: id }).catch(() => {});
      if (signal?.aborted) stop();
      signal?.addEventListener("abort", stop, { once: true });
    });
  return { send, ask };
}

/** What the editor knows outlives a reload, where a tab may keep something. */
const KEPT = "seatrace-editor";
function keep(text) {
  try {
    sessionStorage.setItem(KEPT, text);
  } catch {
    // Full or forbidden: it is only forgotten.
  }
}
function kept() {
  try {
    return sessionStorage.getItem(KEPT) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Opens the tab of this name, that of a seat. Something that was pressed in another tab goes with that, so the focus goes to this one. */
function openSeat(name, pressed) {
  const tabs = [...document.querySelectorAll("[role=tab]")].filter((tab) => tab.textContent === name);
  const tab = tabs.find((it) => it.offsetParent) ?? tabs[0];
  if (!tab || tab.getAttribute("aria-selected") === "true") return;
  tab.click();
  if (pressed) tab.focus();
}

/** A point of the window as one of the drawing of the hall. */
function inHall({ x, y }) {
  const place = document.querySelector("svg.seats")?.getScreenCTM();
  const { x: left, y: top } = place ? new DOMPoint(x, y).matrixTransform(place.inverse()) : { x: -1, y: -1 };
  return { x: left, y: top };
}

/** Scrolls the section around a place, never the page, until what is lit in it is in sight; not under who types there. */
function follow(place) {
  const lit = place?.querySelectorAll("[aria-current], .lit") ?? [];
  const section = place?.closest("section");
  if (!lit.length || !lit[0].offsetParent || section.contains(document.activeElement?.closest("input"))) return;
  const box = section.getBoundingClientRect();
  const stays = place.querySelector(".seat-now")?.offsetHeight ?? 0;
  const above = lit[0].getBoundingClientRect().top - box.top - ABOVE - stays;
  const below = lit[lit.length - 1].getBoundingClientRect().bottom + BELOW - box.bottom;
  if (below > 0 || above < 0) section.scrollTop += above < 0 ? above : Math.min(above, below);
}

/** A file that is too large is not read: the worker says so. */
function sized(message) {
  const { name, size } = message.file ?? {};
  return size > FILE_BYTES_MAX ? { kind: "too-large", name, bytes: size, most: FILE_BYTES_MAX } : message;
}
