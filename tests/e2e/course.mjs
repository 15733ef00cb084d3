// A page of a course, elsewhere, with frames in it; and a built site that is served well or badly.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { DIST, home, open } from "./helpers.mjs";
import { serve } from "./server.mjs";

/** What a sandboxed frame is allowed in the snippets. */
export const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** A race of which everybody knows how it ends. */
export const NAIVE = "?v=1&users=2&strategy=naive&seed=1&arrive=0";

/** The site on a host of its own: `headers` with every file, `types` in the place of some usual ones. */
export const site = (options) => serve(DIST, "/some/where/", options);

/** The frames' addresses and attributes as a page; below, in `window.said`, what they say and from where. */
function page(frames, style) {
  const frame = ({ src, sandbox, width = 700, height = 480, title = "race" }, at) =>
    `<iframe title="${title} ${at}" src="${src.replace(/&/g, "&amp;")}" width="${width}" height="${height}"` +
    `${sandbox === undefined ? "" : ` sandbox="${sandbox}"`}></iframe>`;
  return `<!doctype html><html lang="en"><title>A course</title><style>${style}</style><main>${frames.map(frame).join("\n")}</main><script>
    window.said = [];
    const iframes = [...document.querySelectorAll("iframe")];
    addEventListener("message", ({ source, origin, data }) => {
      said.push({ from: iframes.findIndex((frame) => frame.contentWindow === source), origin, data, at: performance.now() });
    });
    window.say = (message, at = 0) => iframes[at].contentWindow.postMessage(message, "*");
  </script></html>`;
}

/** Serves such a page under another origin than the site's. */
export async function course(frames, { style = "iframe { display: block; border: 0; }" } = {}) {
  const html = page(frames, style);
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  server.unref();
  const close = () => new Promise((closed) => server.close(closed) && server.closeAllConnections());
  return { url: `http://localhost:${server.address().port}/`, close };
}

/** Notes in `window.touched` what a frame reads or writes of what it is to leave alone. */
function guard() {
  window.touched = [];
  const note = (what) => window.touched.push(what);
  const wrap = (of, name) => {
    const was = of?.[name];
    if (was) of[name] = function (...all) { note(name); return was.apply(this, all); };
  };
  for (const name of ["getItem", "setItem", "removeItem", "clear"]) wrap(Storage.prototype, name);
  wrap(globalThis.IDBFactory?.prototype, "open");
  wrap(globalThis.CacheStorage?.prototype, "open");
  wrap(globalThis.ServiceWorkerContainer?.prototype, "register");
  for (const name of ["pushState", "replaceState"]) wrap(History.prototype, name);
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", {
    get() { note("cookie"); return cookie.get.call(this); },
    set(value) { note("cookie"); cookie.set.call(this, value); },
  });
  for (const name of ["localStorage", "sessionStorage"]) {
    const own = Object.getOwnPropertyDescriptor(window, name);
    Object.defineProperty(window, name, { configurable: true, get() { note(name); return own.get.call(window); } });
  }
}

/**
 * Opens a page in a fresh context, with everything noted that it asks for and complains about.
 * `frame(i)` is the i-th frame to find things in, `inside(i)` the same to run scripts in.
 */
export async function visit(lab, url, options = {}) {
  const { size = { width: 1280, height: 900 }, colorScheme = "light", reducedMotion = "no-preference", prepare } = options;
  const { browser } = await home(lab, { colorScheme, reducedMotion });
  const context = await browser.newContext({ viewport: size, colorScheme, reducedMotion });
  const tab = await context.newPage();
  tab.setDefaultTimeout(15_000);
  const seen = { problems: [], asked: [] };
  tab.on("pageerror", (error) => seen.problems.push(`error: ${error.message}`));
  tab.on("console", (message) => message.type() === "error" && seen.problems.push(`console: ${message.text()}`));
  tab.on("request", (request) => seen.asked.push(request.url()));
  await tab.addInitScript(guard);
  await prepare?.(tab);
  await tab.goto(url);
  const frame = (at = 0) => tab.frameLocator("iframe").nth(at);
  const inside = (at = 0) => tab.frames().filter((each) => each.parentFrame() === tab.mainFrame())[at];
  return { tab, seen, frame, inside, close: () => context.close() };
}

/** What was said by a frame, of one type if it is given. */
export const said = (tab, type, at = 0) =>
  tab.evaluate(([type, at]) => window.said
    .filter(({ from, data }) => from === at && (!type || data?.type === type))
    .map(({ data }) => data), [type, at]);

/** Waits for a message of a type of which something holds, and gives it. */
export async function hears(tab, type, holds = () => true, at = 0) {
  const heard = await tab.waitForFunction(([type, holds, at]) => {
    const test = new Function(`return (${holds})`)();
    return window.said.find(({ from, data }) => from === at && data?.type === type && test(data))?.data;
  }, [type, holds.toString(), at]);
  return heard.jsonValue();
}

let last = 0;
/** Sends a request and gives the data of its answer. */
export async function ask(tab, type, data, at = 0) {
  const id = `t${(last += 1)}`;
  await tab.evaluate(([message, at]) => window.say(message, at), [{ seatrace: 1, type, id, ...(data && { data }) }, at]);
  const answer = await tab.waitForFunction((id) => window.said.find(({ data }) => data?.re === id)?.data, id);
  const { type: kind, data: told } = await answer.jsonValue();
  return { kind, ...told };
}

/** Fails if a frame wrote its address, touched storage, or asked for something that is not of the site or of the course. */
export async function assertLeavesNoTrace({ tab, seen, inside }, sites, at = 0) {
  const [touched, href, src] = [
    await inside(at).evaluate(() => window.touched),
    await inside(at).evaluate(() => location.href),
    await tab.locator("iframe").nth(at).getAttribute("src"),
  ];
  assert.deepEqual(touched, []);
  assert.equal(href, src);
  const foreign = seen.asked.filter((url) => !/^(data|blob):/.test(url) && !sites.some((site) => url.startsWith(site)));
  assert.deepEqual(foreign, []);
}

export const button = (place, name) => place.getByRole("button", { name, exact: true });
export const slider = (place) => place.getByRole("slider", { name: "Step" });
export const verdict = (place) => place.getByRole("region", { name: "Verdict" });

/** Opens the frame on its own, as large as a host would make it. */
export async function alone(lab, query, options) {
  const opened = await open(lab, { size: { name: "embed", width: 700, height: 480 }, ...options, address: `embed/${query}` });
  opened.page.setDefaultTimeout(15_000);
  return opened;
}
