// A static host as plain as they come: files below one folder of it, the index of a folder, and a page for what is not there.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** What the usual static hosts send, and what a sandboxed frame cannot do without. */
const OPEN = { "access-control-allow-origin": "*" };

/**
 * Serves `folder` under the path `base`; gives the address of its index and a function that ends it. `headers` are sent with
 * every file, `types` replace the types of some endings: a host that is set up badly, or strictly.
 */
export async function serve(folder, base = "/some/where/", { headers = OPEN, types = {} } = {}) {
  const known = { ...TYPES, ...types };
  const read = async (name) => ({ body: await readFile(join(folder, name)), name });
  const find = async (path) => {
    const inside = normalize(path);
    if (!inside.startsWith(base)) throw new Error("outside");
    const name = inside.slice(base.length);
    return read(name === "" || name.endsWith("/") ? `${name}index.html` : name);
  };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const answer = (status, { body, name }) => {
      const type = known[extname(name)] ?? "application/octet-stream";
      response.writeHead(status, { "content-type": type, ...headers }).end(body);
    };
    try {
      answer(200, await find(path));
    } catch {
      // As hosts do: the page for what is not there, and the status that says so.
      answer(404, await read("404.html").catch(() => ({ body: "not found", name: "404.txt" })));
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  // A test that fails closes nothing, and its file is to end all the same.
  server.unref();
  const url = `http://127.0.0.1:${server.address().port}${base}`;
  const close = () => new Promise((closed) => server.close(closed) && server.closeAllConnections());
  return { url, close };
}
