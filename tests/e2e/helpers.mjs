// What every browser test needs: the built page on a host, a browser, and an eye on what goes wrong.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
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

/** Other sizes that people have: at these it is looked whether all texts are whole, and nothing more, for the sake of time. */
export const COMMON = [
  { name: "large", width: 1920, height: 1080 },
  { name: "desktop", width: 1680, height: 1050 },
  { name: "tablet", width: 1024, height: 768 },
  { name: "half", width: 900, height: 700 },
  { name: "tall phone", width: 390, height: 844 },
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

/** Where what is saved goes in Firefox, of which the driver says nothing if the page has made it itself. */
const DOWNLOADS = BROWSER === "firefox" ? mkdtempSync(join(tmpdir(), "seatrace-saved-")) : undefined;
if (DOWNLOADS) process.on("exit", () => rmSync(DOWNLOADS, { recursive: true }));

/** What somebody has set in their system or browser, which the driver of Firefox cannot emulate: there its own settings do. */
const firefoxUserPrefs = ({ colorScheme, reducedMotion, forcedColors, javaScriptEnabled = true }) => ({
  "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
  "ui.prefersReducedMotion": reducedMotion === "reduce" ? 1 : 0,
  "browser.display.document_color_use": forcedColors === "active" ? 2 : 0,
  "javascript.enabled": javaScriptEnabled,
  "dom.events.testing.asyncClipboard": true, // or a person would be asked before a test reads it
});

function launch(options) {
  if (BROWSER === "firefox") {
    const executablePath = process.env.SEATRACE_FIREFOX || "/usr/bin/firefox-esr";
    return firefox.launch({ channel: "moz-firefox", executablePath, downloadsPath: DOWNLOADS, firefoxUserPrefs: firefoxUserPrefs(options) });
  }
  return chromium.launch({ executablePath: process.env.SEATRACE_CHROMIUM || "/usr/bin/chromium", args: ARGUMENTS });
}

/** Starts a host for dist/ and a browser. Close it at the end. */
export async function start() {
  const host = await serve(DIST);
  const lab = { host, homes: new Map() };
  lab.close = async () => {
    for (const home of lab.homes.values()) await (await home).browser.close();
    await host.close();
  };
  lab.browser = (await home(lab)).browser;
  return lab;
}

/** A browser with these settings, and its tabs that were closed; in Firefox one of its own for each of them, elsewhere one for all. */
export function home({ homes }, options = {}) {
  const key = BROWSER === "firefox" ? JSON.stringify(firefoxUserPrefs(options)) : "";
  if (!homes.has(key)) homes.set(key, launch(options).then((browser) => ({ browser, spare: [] })));
  return homes.get(key);
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
  const { size = SIZES[0], colorScheme = "light", reducedMotion = null, forcedColors = null } = options;
  const { javaScriptEnabled = true, address = "", prepare, serviceWorkers = "block" } = options;
  const { width, height } = size;
  const usual = !prepare && javaScriptEnabled && serviceWorkers === "block";
  const { browser, spare } = await home(lab, { colorScheme, reducedMotion, forcedColors, javaScriptEnabled });
  const page = (usual && await taken(spare)) || await fresh(browser, { javaScriptEnabled, serviceWorkers });
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion, forcedColors });
  const { seen, unwatch } = watch(page, lab.host.url);
  await prepare?.(page);
  await page.goto(lab.host.url + address);
  const close = async () => {
    if (!usual || page.context().pages().length > 1) return page.context().close();
    unwatch();
    await empty(page);
    spare.push(page);
  };
  return { page, seen, close };
}

async function fresh(browser, options) {
  const context = await browser.newContext(options);
  return context.newPage();
}

/** A tab that was closed, if there is one; not one that a Tab key has left for the window around it. */
async function taken(spare) {
  const page = spare.pop();
  if (!page) return undefined;
  await page.bringToFront();
  if (await page.evaluate(() => document.hasFocus())) return page;
  await page.context().close();
  return taken(spare);
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
const isLeft = (request) => request.resourceType() === "image" && /^(net::ERR_ABORTED|NS_BINDING_ABORTED)$/.test(request.failure()?.errorText);

/** In Firefox the driver adds an empty style before each picture, which the policy of the page forbids: this is the hash of it. */
const isOfDriver = ({ message }) => BROWSER === "firefox" && message.includes("'sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA='");

/** Notes what a page asks for and what it complains about, until `unwatch`. */
function watch(page, home) {
  const seen = { problems: [], files: new Set() };
  const hears = {
    console: (message) => {
      if (["error", "warning"].includes(message.type()) && message.text() !== BLOCKED) {
        seen.problems.push(`console ${message.type()}: ${message.text()}`);
      }
    },
    pageerror: (error) => isOfDriver(error) || seen.problems.push(`error: ${error.message}`),
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

/** Waits until the address is like this. The driver of Firefox is not told of one that a page gives itself; the page knows. */
export const addressIs = (page, pattern) =>
  page.waitForFunction(({ source, flags }) => new RegExp(source, flags).test(location.href), { source: pattern.source, flags: pattern.flags });

/** The address as the page knows it. */
export const addressOf = (page) => page.evaluate(() => location.href);

/** Clicks in a frame from elsewhere, into which the driver of Firefox brings no mouse: there by script, once it can be seen. */
export async function press(locator) {
  if (BROWSER !== "firefox") return locator.click();
  await locator.waitFor();
  await locator.evaluate((it) => it.click());
}

/** Lets the page use the clipboard, and a test read it; in Firefox its settings do. */
export const lendClipboard = (page) =>
  BROWSER === "chromium" && page.context().grantPermissions(["clipboard-read", "clipboard-write"]);

/** What is saved by doing something: the path of a file that has the name the page gave it. */
export async function saves(page, does) {
  if (DOWNLOADS) {
    const files = () => readdirSync(DOWNLOADS);
    const before = files();
    await does();
    for (let ms = 0; ms < 15_000; ms += 50) {
      const name = files().find((file) => !before.includes(file));
      if (name && !files().some((file) => file.endsWith(".part")) && statSync(join(DOWNLOADS, name)).size) return join(DOWNLOADS, name);
      await pause(50);
    }
    assert.fail("nothing was saved");
  }
  const [download] = await Promise.all([page.waitForEvent("download"), does()]);
  const path = join(mkdtempSync(join(tmpdir(), "seatrace-")), download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** Writes into a field as a person does, key by key: then Firefox says that it was changed when the focus leaves it. */
export async function write(field, text) {
  await field.selectText();
  await field.pressSequentially(text);
}

/** Fails if the page complained, or asked for anything outside its own folder. */
export function assertClean(seen) {
  assert.deepEqual(seen.problems, []);
}

/** What a page complains about reaches a test a moment later, at the latest after this, in ms. */
const HEARD_MS = 5_000;

/** Waits until the page has complained about something like this, and fails if it does not. */
export async function assertComplains(seen, pattern) {
  for (const end = performance.now() + HEARD_MS; performance.now() < end && !pattern.test(seen.problems.join());) {
    await pause(50);
  }
  assert.match(seen.problems.join(), pattern);
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
  "color-contrast emptyValue", // an empty field under an edge has no letters
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
    // Frames have tests of their own; axe would send them messages that those without an origin cannot get.
    const { violations, incomplete } = await window.axe.run({ runOnly: { type: "tag", values }, rules, iframes: false });
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

/** Until the page has been drawn once more: what a new size of its window, or something that was pressed, leads to has been done. */
export async function drawn(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Fails if the page is wider than its window. */
export async function assertFits(page) {
  const [content, window_] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window_, `the page is ${content} px wide in a window of ${window_} px`);
}

/** Fails if a text is cut off where nothing scrolls, or lies over another. */
export async function assertWhole(page) {
  const found = await page.evaluate(() => {
    const range = document.createRange();
    const isDrawn = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest("svg,[inert],option,.defs");
    // What is only for reading aloud is cut off to nothing.
    const isSeen = (it) => !it || (getComputedStyle(it).clipPath === "none" && isSeen(it.parentElement));
    const box = ({ left, right, top, bottom }) => ({ left, right, top, bottom });
    const name = (node) => `${node.parentElement.localName} “${node.data.trim().replace(/\s+/g, " ").slice(0, 50)}”`;
    const modal = document.querySelector("dialog:modal");
    const walker = document.createTreeWalker(modal ?? document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && isDrawn(node.parentElement) && isSeen(node.parentElement)) texts.push(node);
    }
    const wrong = [];
    const lines = [];
    for (const node of texts) {
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        // A line box may be lower than its letters are said to be; what counts is where they stand.
        const high = Math.min(rect.height, parseFloat(getComputedStyle(node.parentElement).fontSize));
        const middle = (rect.top + rect.bottom) / 2;
        const line = { ...box(rect), top: middle - high / 2, bottom: middle + high / 2, node, layer: undefined };
        let gone = rect.width < 1;
        for (let up = node.parentElement; up && up !== document.documentElement && !gone; up = up.parentElement) {
          const style = getComputedStyle(up);
          if (/sticky|fixed/.test(style.position)) line.layer ??= up;
          if (style.display === "contents" || style.display === "inline") continue;
          const clip = up.getBoundingClientRect();
          for (const [way, from, to] of [["X", "left", "right"], ["Y", "top", "bottom"]]) {
            const how = style[`overflow${way}`];
            const isOver = line[from] < clip[from] - 1.5 || line[to] > clip[to] + 1.5;
            // What stays in its place while the rest scrolls is not cut off, and neither is what scrolls.
            if (how === "hidden" || how === "clip") { if (isOver) wrong.push(`cut off in ${up.localName}.${up.className}: ${name(node)}`); }
            if (how !== "visible") { line[from] = Math.max(line[from], clip[from]); line[to] = Math.min(line[to], clip[to]); }
            gone ||= line[to] - line[from] < 1;
          }
          if (style.position === "fixed") break;
        }
        if (!gone) lines.push(line);
      }
    }
    lines.sort((a, b) => a.top - b.top);
    for (const [i, a] of lines.entries()) {
      for (let j = i + 1; j < lines.length && lines[j].top < a.bottom - 3; j++) {
        const b = lines[j];
        const isOver = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3;
        if (isOver && a.node !== b.node && a.layer === b.layer) wrong.push(`${name(a.node)} lies over ${name(b.node)}`);
      }
    }
    return [...new Set(wrong)];
  });
  assert.deepEqual(found, []);
}

/** Fails if anything takes longer than a moment to change, or moves by itself: elements and what stands before and after them. */
export async function assertStill(page) {
  const moving = await page.evaluate(() => {
    const ms = (durations) => Math.max(...durations.split(",").map((it) => 1000 * parseFloat(it)));
    const parts = [...document.querySelectorAll("*")].flatMap((it) => [undefined, "::before", "::after", "::backdrop"].map((part) => [it, part]));
    const styled = parts.filter(([it, part]) => {
      const style = getComputedStyle(it, part);
      return ms(style.transitionDuration) > 1 || (style.animationName !== "none" && ms(style.animationDuration) > 1);
    });
    const running = document.getAnimations().filter((it) => it.effect.getComputedTiming().duration > 1);
    return [...styled.map(([it, part]) => `${it.localName}.${it.className.baseVal ?? it.className}${part ?? ""}`), ...running.map((it) => `running: ${it.animationName ?? it.transitionProperty}`)];
  });
  assert.deepEqual([...new Set(moving)], []);
}

/** Writes target/screenshots/NAME.png, in a folder of its own for any browser but Chromium. */
export async function screenshot(page, name) {
  const folder = join(ROOT, "target", "screenshots", BROWSER === "chromium" ? "" : BROWSER);
  // No page has fonts of its own to wait for, and where scripts are switched off the driver of Firefox would wait for ever.
  if (BROWSER === "firefox") process.env.PW_TEST_SCREENSHOT_NO_FONTS_READY = "1";
  mkdirSync(folder, { recursive: true });
  // The driver hides the caret by a style of its own, which the page forbids.
  await page.screenshot({ path: join(folder, `${name}.png`), caret: "initial" });
}
