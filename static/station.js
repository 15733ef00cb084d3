// The script of the worker: loads the program and connects it to the page's messages.
/** A cancel is heard within one slice, in ms. */
const SLICE_MS = 30;

const { search } = new URL(import.meta.url);
const { default: init, serve } = await import(`./worker.js${search}`);
await init({ module_or_path: new URL(`worker_bg.wasm${search}`, import.meta.url) });
const hear = serve((message) => postMessage(message), SLICE_MS);
onmessage = ({ data }) => hear(data);
