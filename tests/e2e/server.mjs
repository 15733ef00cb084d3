// A static host as plain as they come: files below one folder of it, nothing else.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** What the usual static hosts send, and what a sandboxed frame cannot do without. */
const OPEN = { "access-control-allow-origin": "*" };

/** Serves `folder` under the path `base`. Gives the address of its index and a function that ends it. */
export async function serve(folder, base = "/some/where/") {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const file = normalize(path).slice(base.length) || "index.html";
    try {
      if (!normalize(path).startsWith(base)) throw new Error("outside");
      const body = await readFile(join(folder, file));
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", ...OPEN });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${server.address().port}${base}`;
  const close = () => new Promise((closed) => server.close(closed) && server.closeAllConnections());
  return { url, close };
}
