// Finds a place for the worker: a worker of its own, one made of a blob where this page's origin is opaque, or else this
// page itself, in slices. All three run the same program and speak the same protocol, which src/worker/protocol.rs defines.
const VERSION = 1;
/** Slices on the page are this short, in ms, so that it stays awake. */
const SLICE_MS = 8;
/** A worker that has not said it is ready after so many ms never will. */
const PATIENCE_MS = 20_000;

/** In the standalone file there are no files beside it, only addresses in a table; nothing there can be a worker's script. */
const parts = globalThis.seatraceParts;
const at = (file, hash) => parts?.[file] ?? new URL(`${file}?${hash}`, import.meta.url).href;

/** A worker made by `make`, once it is ready; `tell` gets what it says. */
function employ(make, tell) {
  return new Promise((ready, refuse) => {
    const worker = make();
    const late = setTimeout(() => refuse(new Error("the worker does not answer")), PATIENCE_MS);
    let works = false;
    worker.onmessage = ({ data }) => {
      if (data.kind !== "ready") return tell(data);
      works = true;
      clearTimeout(late);
      ready({ v: data.v, hear: (message) => worker.postMessage(message) });
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      clearTimeout(late);
      const error = new Error(event.message || "the worker could not start");
      if (works) tell({ kind: "fallen", says: error.message });
      else refuse(error);
    };
  });
}

const own = (hash) => () => new Worker(at("station.js", hash), { type: "module" });

const ofBlob = (hash) => () => {
  const blob = new Blob([`import ${JSON.stringify(at("station.js", hash))};`], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(blob), { type: "module" });
};

async function onThePage(hash, tell) {
  const program = await import(at("worker.js", hash));
  await program.default({ module_or_path: at("worker_bg.wasm", hash) });
  let v;
  const hear = program.serve((data) => (data.kind === "ready" ? (v = data.v) : tell(data)), SLICE_MS);
  return { v, hear };
}

async function anywhere(hash, tell) {
  for (const make of parts ? [] : [own, ofBlob]) {
    try {
      return await employ(make(hash), tell);
    } catch {
      // The next place is tried; what fails in all of them is said by the last.
    }
  }
  return onThePage(hash, tell);
}

function dress(hash) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = at("explore.css", hash);
  document.head.append(link);
}

/**
 * Starts the worker. Gives `send(message)`, after which `listener` hears what there is to say, and `ask(message)`, whose
 * answer is its promise.
 */
export async function hire(hash, listener) {
  dress(hash);
  const asked = new Map();
  const tell = (data) => {
    const [answer, fail] = asked.get(data.id) ?? [];
    if (!answer) return listener(data);
    asked.delete(data.id);
    return data.kind === "error" ? fail(new Error(data.says)) : answer(data);
  };
  const { v, hear } = await anywhere(hash, tell);
  if (v !== VERSION) throw new Error("this page and its worker are of different versions: reload the page");
  const send = async (message) => hear(await readable({ v: VERSION, ...message }));
  let last = 0;
  const ask = (message) =>
    new Promise((answer, fail) => {
      asked.set((last += 1), [answer, fail]);
      send({ ...message, id: last }).catch(fail);
    });
  return { send, ask };
}

/** A file is read before it is sent. */
async function readable(message) {
  return message.file ? { ...message, file: undefined, name: message.file.name, text: await message.file.text() } : message;
}
