// What every browser test needs: the built page on a host, a browser, and an eye on what goes wrong.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";

// The packages live in the cache of tools; without it, in node_modules beside this file (npm ci).
const packages = process.env.SEATRACE_E2E_PACKAGES ?? dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(packages, "package.json"));
const { chromium, firefox } = require("playwright-core");

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const DIST = join(ROOT, "dist");

/** The sizes at which every view is looked at: a desktop, an embed, a phone, and the narrowest there is. */
export const SIZES = [
  { name: "wide", width: 1280, height: 800 },
  { name: "embed", width: 700, height: 480 },
  { name: "phone", width: 360, height: 740 },
  { name: "narrow", width: 320, height: 568 },
];

/** The themes that a system may ask for. */
export const SCHEMES = ["light", "dark"];

/** Every size, and every theme at the largest and at the narrowest: what the others would add is not worth their time. */
export const LOOKS = SIZES.flatMap((size, at) =>
  SCHEMES.filter((_, scheme) => at === 0 || at === SIZES.length - 1 || at % 2 === scheme).map((colorScheme) => ({ size, colorScheme })));

const ARGUMENTS = [
  "--no-sandbox", // tests may run as root, in a container
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

/** The browser that the tests run in. */
export const BROWSER = process.env.SEATRACE_BROWSER ?? "chromium";

function launch() {
  if (BROWSER === "firefox") {
    return firefox.launch({ channel: "moz-firefox", executablePath: process.env.SEATRACE_FIREFOX || "/usr/bin/firefox-esr" });
  }
  return chromium.launch({ executablePath: process.env.SEATRACE_CHROMIUM || "/usr/bin/chromium", args: ARGUMENTS });
}

/** Starts a host for dist/ and a browser. Close it at the end. */
export async function start() {
  const host = await serve(DIST);
  const browser = await launch();
  const close = async () => {
    await browser.close();
    await host.close();
  };
  return { host, browser, close, spare: [] };
}

/**
 * Opens the page, as one sees it who was never here. `prepare` sees the empty page first, to spoil a request for example.
 * `address` is added to the address of the page: a query or a fragment. Only a test of what works offline pays for keeping the
 * whole site: to others the service worker is blocked.
 *
 * A fresh tab has a process of its own, which compiles the program anew: that takes more than most tests do. So a tab that
 * was closed is emptied and taken again, unless it was prepared in a way that stays.
 */
export async function open(lab, options = {}) {
  const { size = SIZES[0], colorScheme = "light", javaScriptEnabled = true, address = "", prepare, serviceWorkers = "block" } = options;
  const { width, height } = size;
  const usual = !prepare && javaScriptEnabled && serviceWorkers === "block";
  const page = (usual && lab.spare.pop()) || await fresh(lab, { javaScriptEnabled, serviceWorkers });
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  const { seen, unwatch } = watch(page, lab.host.url);
  await prepare?.(page);
  await page.goto(lab.host.url + address);
  const close = async () => {
    if (!usual || page.context().pages().length > 1) return page.context().close();
    unwatch();
    await empty(page);
    lab.spare.push(page);
  };
  return { page, seen, close };
}

async function fresh({ browser }, options) {
  const context = await browser.newContext(options);
  return context.newPage();
}

/** Leaves nothing of what was done in a tab. */
async function empty(page) {
  await page.evaluate(() => { localStorage.clear(); sessionStorage.clear(); });
  await page.goto("about:blank");
  await page.context().clearPermissions();
  await page.emulateMedia({ colorScheme: null, contrast: null, forcedColors: null, media: null, reducedMotion: null });
  page.setDefaultTimeout(30_000);
}

/** What the driver says where it blocks a service worker. */
const BLOCKED = "Service Worker registration blocked by Playwright";

/** A poster whose program was there first need not come any more. */
const isLeft = (request) => request.resourceType() === "image" && request.failure()?.errorText === "net::ERR_ABORTED";

/** Notes what a page asks for and what it complains about, until `unwatch`. */
function watch(page, home) {
  const seen = { problems: [], files: new Set() };
  const hears = {
    console: (message) => {
      if (["error", "warning"].includes(message.type()) && message.text() !== BLOCKED) {
        seen.problems.push(`console ${message.type()}: ${message.text()}`);
      }
    },
    pageerror: (error) => seen.problems.push(`error: ${error.message}`),
    requestfailed: (request) => isLeft(request) || seen.problems.push(`failed: ${request.url()}`),
    request: (request) => {
      const url = request.url();
      if (url.startsWith(home)) seen.files.add(url.slice(home.length).replace(/[?#].*$/, "") || "index.html");
      else if (!/^(?:data|blob):/.test(url)) seen.problems.push(`asks for something not its own: ${url}`);
    },
  };
  for (const [name, hear] of Object.entries(hears)) page.on(name, hear);
  const unwatch = () => { for (const [name, hear] of Object.entries(hears)) page.off(name, hear); };
  return { seen, unwatch };
}

/** Opens the scenario editor by its title, or by a word of the sentence, and every group in it as soon as it is there. */
export async function edit(page, word) {
  const way = word ? page.getByRole("region", { name: "Scenario" }).getByRole("button", { name: word, exact: true })
    : page.getByRole("heading", { level: 1 }).getByRole("button");
  await way.click();
  const editor = page.getByRole("dialog", { name: "Scenario" });
  await editor.getByLabel(/^Users/).waitFor({ state: "attached" });
  await editor.locator("details").evaluateAll((groups) => groups.forEach((group) => { group.open = true; }));
  return editor;
}

/** Fails if the page complained, or asked for anything outside its own folder. */
export function assertClean(seen) {
  assert.deepEqual(seen.problems, []);
}

/** WCAG 2.2 AA and what axe takes for good practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe cannot decide by itself and somebody has: a rule, and why it could not. Contrast of all these is held by the test of
 * the palette (tests/tidy/palette.rs), which knows every ink and what it is written on.
 */
const REVIEWED = new Set([
  "color-contrast bgOverlap", // signs that lie over others, and lines of code under the discs of users
  "color-contrast elmPartiallyObscured", // what scrolls under an edge
  "color-contrast elmPartiallyObscuring", // what stays while the rest scrolls
  "color-contrast imgNode", // letters inside of drawings
  "color-contrast nonBmp", // signs such as the minus of a button, which has a name
  "color-contrast shortTextContent", // initials
  "frame-tested", // the example on the page about frames, which have tests of their own
  "label-content-name-mismatch", // "A" is called "Let Alice step first", "?" is called "Help and keys"
]);

/** In forced colours axe takes the page's own background for the one behind the letters of users: the system draws its own there. */
const FORCED = "color-contrast equalRatio";

/** Fails if axe finds a violation, or doubts something that nobody has looked at; says which rule, where and why. */
export async function assertAccessible(page) {
  // Evaluated, not added to the page: its policy allows no other scripts.
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const found = await page.evaluate(async (values) => {
    // The size of targets is left out unless it is asked for.
    const rules = { "target-size": { enabled: true } };
    const { violations, incomplete } = await window.axe.run({ runOnly: { type: "tag", values }, rules });
    // What lies in part under the foot of the window is large enough once it is scrolled there.
    const isSmall = ({ target }) => {
      const box = document.querySelector(target.at(-1))?.getBoundingClientRect();
      return !box || box.width < 24 || box.height < 24;
    };
    const nodes = (it) => (it.id === "target-size" ? it.nodes.filter(isSmall) : it.nodes);
    const why = ({ any, all, none }) => [...any, ...all, ...none].map(({ data }) => data?.messageKey).find(Boolean);
    const told = (list) => list.flatMap((it) => nodes(it).map((node) => ({ rule: it.id, help: it.help, why: why(node), html: node.html })));
    return { violations: told(violations), doubts: told(incomplete) };
  }, TAGS);
  const isForced = await page.evaluate(() => matchMedia("(forced-colors: active)").matches);
  const name = ({ rule, why }) => (why ? `${rule} ${why}` : rule);
  const unseen = found.doubts.filter((doubt) => !REVIEWED.has(name(doubt)) && !(isForced && name(doubt) === FORCED));
  const said = (list, how) => list.map(({ rule, why, help, html }) => `${how}${rule} ${why ?? ""}: ${help}: ${html}`);
  assert.deepEqual([...said(found.violations, ""), ...said(unseen, "in doubt: ")], []);
}

/** Fails if the page is wider than its window. */
export async function assertFits(page) {
  const [content, window_] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window_, `the page is ${content} px wide in a window of ${window_} px`);
}

/** Writes target/screenshots/NAME.png; in Firefox not, where the driver needs a style for it that the page forbids. */
export async function screenshot(page, name) {
  if (BROWSER === "firefox") return;
  const folder = join(ROOT, "target", "screenshots");
  mkdirSync(folder, { recursive: true });
  // The driver hides the caret by a style of its own, which the page forbids.
  await page.screenshot({ path: join(folder, `${name}.png`), caret: "initial" });
}
