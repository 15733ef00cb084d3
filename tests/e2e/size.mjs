// What the page loads before one can play, and how much that is. As a program:
// node tests/e2e/size.mjs DIST BYTES prints a table and fails above so many bytes of brotli.
import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path/posix";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";

/** How a file of each kind names another one that is loaded with it. */
const NAMES = {
  ".html": [/(?:href|src)\s*=\s*["']?([^"'\s>]+)/g],
  ".css": [/url\(\s*["']?([^"')]+)/g, /@import\s*["']([^"']+)/g],
  ".js": [/(?:from|import)\s*["']([^"']+)["']/g],
};

/** The files of a built page that a browser loads at the start, by following names from the page itself and from `more`. */
export function loaded(dist, page = "index.html", more = []) {
  const files = [page, ...more];
  for (const file of files) {
    const patterns = NAMES[extname(file)] ?? [];
    // What stands for a page without script is not loaded with script.
    const text = patterns.length ? readFileSync(join(dist, file), "utf8").replace(/<noscript>.*?<\/noscript>/gs, "") : "";
    for (const [, name] of patterns.flatMap((pattern) => [...text.matchAll(pattern)])) {
      // Other sites, and links to other pages.
      if (/^(?:[a-z]+:|#|\/\/)|\/$/i.test(name)) continue;
      const next = join(dirname(file), name.replace(/[?#].*$/, ""));
      if (!files.includes(next) && existsSync(join(dist, next))) files.push(next);
    }
  }
  return files;
}

/** The worker and its looks, and the library: loaded when somebody first needs them, so printed but not counted. */
const LATER = ["seatrace.js", "helper.js", "station.js", "share.js", "editor.js", "grid.js", "explore.css", "compare.css", "inspector.css", "editor.css", "shop.css", "worker.js", "worker_bg.wasm"];

/** The program of a frame: static/embed.js loads it by names that it makes itself. */
const PROGRAM = ["frame.js", "frame_bg.wasm"];

/** Everything that a frame loads before one can play. */
export const framed = (dist) => loaded(dist, "embed/index.html", PROGRAM);

const line = (file, raw, brotli) => `${String(raw).padStart(10)} ${String(brotli).padStart(10)}  ${file}`;

/** Prints what is loaded; gives the rows and their sum. */
function table(dist, title, files) {
  const rows = files.map((file) => {
    const bytes = readFileSync(join(dist, file));
    return { file, raw: bytes.length, brotli: brotliCompressSync(bytes).length };
  });
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const total = { file: "in total", raw: sum("raw"), brotli: sum("brotli") };
  console.log(line(title, "raw bytes", "brotli"));
  for (const row of [...rows, total]) console.log(line(row.file, row.raw, row.brotli));
  return { rows, total };
}

function main(dist, max) {
  const { rows, total } = table(dist, "what the page loads", loaded(dist));
  table(dist, "what it loads when it is needed", LATER);
  const frame = table(dist, "what a frame loads", framed(dist)).total.brotli;
  if (frame > max) return `${frame} bytes are more than the ${max} that a frame may load`;
  const counted = LATER.filter((file) => rows.some((row) => row.file === file));
  if (counted.length) return `${counted.join(", ")}: loaded at the start, and should not be`;
  const kinds = new Set(rows.map((row) => extname(row.file)));
  const missing = [".html", ".js", ".css", ".wasm"].filter((kind) => !kinds.has(kind));
  if (missing.length) return `${dist} loads no ${missing.join(", ")}: this is not the page`;
  if (total.brotli > max) return `${total.brotli} bytes are more than the ${max} that the page may load`;
  console.log(`${total.brotli} of at most ${max} bytes: ${Math.round((100 * total.brotli) / max)} %`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const complaint = main(process.argv[2], Number(process.argv[3]));
  if (complaint) {
    console.error(complaint);
    process.exitCode = 1;
  }
}
