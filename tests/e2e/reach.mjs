// What can be used in a place, and whether the keyboard leads to all of it: by Tab, by Shift+Tab, and inside of groups by arrows.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { BROWSER, drawn } from "./helpers.mjs";

/** More presses of a key than anything on the page is away. */
const STOPS_MAX = 400;

/** What has the focus: its name and what stands in it; nothing if it is nowhere. */
export const focused = (page) => page.evaluate(() => {
  const it = document.activeElement;
  const label = it.labels?.[0]?.textContent ?? "";
  return it === document.body ? "" : `${it.getAttribute("aria-label") ?? ""} ${label} ${it.textContent}`.trim().replace(/\s+/g, " ");
});

/**
 * The way to something of this name that leads through no end of the page: past it, the window around has the focus. Nothing while
 * there is nothing of this name.
 */
const wayTo = (page, name) => page.evaluate(({ source, flags }) => {
  const pattern = new RegExp(source, flags);
  const names = (it) => `${it.getAttribute("aria-label") ?? ""} ${it.labels?.[0]?.textContent ?? ""} ${it.textContent}`.trim().replace(/\s+/g, " ");
  const all = [...(document.querySelector("dialog:modal") ?? document).querySelectorAll("a,button,input,select,textarea,summary,[tabindex]")];
  const there = all.filter((it) => it.tabIndex >= 0 && it.checkVisibility() && pattern.test(names(it)));
  const isAfter = (it) => document.activeElement.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (there.length === 0) return undefined;
  return there.some(isAfter) ? "Tab" : "Shift+Tab";
}, { source: name.source, flags: name.flags });

/** So long it is waited for what the worker has not shown yet, in ms: what scrolls has the focus, too, and no way to it is known. */
const SHOWN_MS = 2_000;

/** Goes on with the Tab key until something of this name has the focus. On the way the page may give the focus elsewhere. */
export async function tabTo(page, name, key) {
  for (const end = performance.now() + SHOWN_MS; !key && performance.now() < end && !await wayTo(page, name);) await pause(50);
  for (let i = 0; i < STOPS_MAX; i++) {
    const now = await focused(page);
    if (name.test(now)) return now;
    await page.keyboard.press(key ?? await wayTo(page, name) ?? "Tab");
  }
  assert.fail(`the key ${key ?? "Tab"} does not lead to ${name}; it is at ${await focused(page)}`);
}

/**
 * Notes in `window.reach` everything that can be used now: what is under a modal dialog cannot be. `window.reach.stop(key)`
 * tells of what has got the focus by a key.
 *
 * Past the end of a page the window around has the focus. From the one of Firefox its driver does not come back: there a
 * guard stands at each end, and whoever comes to one goes on from the other.
 */
const look = (page) => page.evaluate((isGuarded) => {
  const CONTROLS = "a[href],button,input:not([type=hidden]),select,textarea,summary,[contenteditable=true]," +
    ["button", "link", "tab", "gridcell", "slider", "option", "checkbox", "radio", "switch", "spinbutton", "menuitem"].map((role) => `[role=${role}]`).join();
  const isThere = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0 && !it.closest("[inert]");
  const name = (it) => `${it.getAttribute("role") ?? it.localName} ${it.getAttribute("aria-label") ?? ""} ${it.labels?.[0]?.textContent ?? ""} ${it.localName === "select" ? "" : it.textContent}`
    .trim().replace(/\s+/g, " ").slice(0, 80);
  /** What moves as one with it, for the arrow keys: radio buttons of a name, tabs of a list, cells of a grid. */
  const group = (it) => (it.type === "radio" ? it.name : it.closest("[role=tablist],[role=grid]")?.getAttribute("aria-label") ?? "");

  // -- what shows that something has the focus, other than a colour
  const around = (it) => [it, it.closest("label"), it.nextElementSibling, it.parentElement].filter(Boolean);
  const looks = (it) => around(it).flatMap((each) => [undefined, "::before", "::after"].map((part) => {
    const style = getComputedStyle(each, part);
    const isDrawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !/^rgba.*, 0\)$/.test(style.outlineColor);
    return { each, part, ring: isDrawn, says: `${isDrawn && style.outlineWidth} ${style.strokeWidth} ${style.strokeDasharray}`, reach: parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth) };
  }));
  let last;
  /** Nothing about what had the focus before looks different now, but perhaps its colour. */
  const wasUnseen = () => {
    if (!last?.it.isConnected || last.it === document.activeElement || !isThere(last.it)) return undefined;
    const now = looks(last.it);
    return last.looks.some(({ says }, i) => says !== now[i]?.says) ? undefined : name(last.it);
  };
  /** A ring of which all sides but one lie outside of what cuts it off. What is larger than its window shows two. */
  const isCut = ({ each, part, ring, reach }) => {
    if (!ring || part) return false;
    const box = each.getBoundingClientRect();
    const grow = Math.max(0, reach);
    const [left, right, top, bottom] = [box.left - grow, box.right + grow, box.top - grow, box.bottom + grow];
    const sides = new Set();
    for (let up = each.parentElement; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.display === "contents" || (style.overflowX === "visible" && style.overflowY === "visible")) continue;
      const clip = up.getBoundingClientRect();
      if (left <= clip.left - 1.5) sides.add("left");
      if (right >= clip.right + 1.5) sides.add("right");
      if (top <= clip.top - 1.5) sides.add("top");
      if (bottom >= clip.bottom + 1.5) sides.add("bottom");
    }
    return sides.size > 2 ? [...sides].join() : false;
  };
  /**
   * Something lies over its corners and its middle. A sheet that somebody has opened, and that Esc closes, may: WCAG 2.2, 2.4.11.
   */
  const isBehind = (it) => {
    if (document.querySelector("dialog[open]:not(:modal)")?.contains(it) === false) return false;
    const { left, right, top, bottom } = it.getBoundingClientRect();
    const points = [[left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2], [(left + right) / 2, (top + bottom) / 2]];
    return !points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (it.contains(top) || top.contains(it) || top.closest("label")?.control === it || it.closest("label")?.contains(top));
    });
  };

  const modal = document.querySelector("dialog:modal");
  for (const old of document.querySelectorAll("[data-guard]")) old.remove();
  const guards = (isGuarded ? ["Tab", "Shift+Tab"] : []).map((key) => {
    const guard = document.createElement("span");
    guard.dataset.guard = key;
    guard.tabIndex = 0;
    guard.style.position = "fixed";
    (modal ?? document.body)[key === "Tab" ? "append" : "prepend"](guard);
    return guard;
  });
  const all = [...(modal ?? document).querySelectorAll(CONTROLS)].filter((it) => isThere(it) && !it.disabled);
  window.reach = {
    name,
    isBehind: () => isBehind(document.activeElement),
    all: () => all.filter((it) => it.isConnected && isThere(it)).map((it) => ({ at: all.indexOf(it), name: name(it), group: group(it) })),
    stop: (key) => {
      const it = document.activeElement;
      if (!it || it === document.body || !document.hasFocus() || guards.includes(it)) {
        const unseen = wasUnseen();
        last = undefined;
        if (it?.dataset.guard === key) guards.find((guard) => guard !== it).focus();
        return { at: "out", unseen };
      }
      const unseen = wasUnseen();
      last = { it, looks: looks(it) };
      const at = all.indexOf(it);
      const cut = last.looks.map(isCut).find(Boolean);
      return { at: at < 0 ? name(it) : at, name: name(it), group: group(it), unseen, cut: cut && `${name(it)}: ${cut}`, behind: isBehind(it) ? name(it) : undefined };
    },
  };
}, BROWSER === "firefox");

/** Where a key leads from here, stop by stop, until it comes to where it was. */
async function round(page, key) {
  const stops = [];
  for (let i = 0; i < STOPS_MAX; i++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate((key) => window.reach.stop(key), key);
    // What has just got the focus may be scrolled into sight with the next picture only.
    if (stop.behind) {
      await drawn(page);
      if (!await page.evaluate(() => window.reach.isBehind())) stop.behind = undefined;
    }
    if (stops.length > 0 && stop.at !== "out" && stop.at === stops.find(({ at }) => at !== "out")?.at) return stops;
    stops.push(stop);
  }
  assert.fail(`the key ${key} does not come round: it is at ${JSON.stringify(stops.slice(-3))}`);
}

/** The arrow keys lead to all of a group; afterwards what was chosen is chosen again. */
async function through(page, group, members) {
  for (let i = 0; i < STOPS_MAX; i++) {
    const stop = await page.evaluate(() => window.reach.stop("Tab"));
    if (stop.group === group) break;
    assert.ok(i < STOPS_MAX - 1, `the Tab key does not lead into ${group}`);
    await page.keyboard.press("Tab");
  }
  const isGrid = await page.evaluate(() => Boolean(document.activeElement.closest("[role=grid]")));
  const seen = new Set();
  const note = async () => seen.add(await page.evaluate(() => window.reach.name(document.activeElement)));
  if (isGrid) {
    await page.keyboard.press("Control+Home");
    for (let row = 0, before = -1; seen.size > before; row++) {
      before = seen.size;
      await note();
      for (let had = -1; seen.size > had;) {
        had = seen.size;
        await page.keyboard.press("ArrowRight");
        await note();
      }
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowDown");
    }
  } else {
    for (let i = 0; i < members.length; i++) {
      await page.keyboard.press("ArrowRight");
      await note();
    }
  }
  return members.filter(({ name }) => !seen.has(name)).map(({ name }) => `${group}: ${name}`);
}

/**
 * Fails unless the keyboard leads to everything that can be used here, forwards and backwards, once round and out again; unless
 * each has one place in that, or its group has, and can be seen while it has the focus, by more than a colour.
 */
export async function assertReachable(page) {
  await look(page);
  const rounds = { Tab: await round(page, "Tab"), "Shift+Tab": await round(page, "Shift+Tab") };
  const all = await page.evaluate(() => window.reach.all());
  const groups = new Map();
  for (const it of all) groups.set(it.group, [...(groups.get(it.group) ?? []), it]);
  const wrong = [];
  for (const [key, stops] of Object.entries(rounds)) {
    for (const { name } of groups.get("")?.filter(({ at }) => !stops.some((stop) => stop.at === at)) ?? []) wrong.push(`${key} does not lead to ${name}`);
    for (const group of groups.keys()) {
      const count = stops.filter((stop) => stop.group === group).length;
      if (group && count !== 1) wrong.push(`${key} stops ${count} times in ${group}`);
    }
    for (const { unseen, cut, behind } of stops) {
      if (unseen) wrong.push(`with the focus it looks as without: ${unseen}`);
      if (cut) wrong.push(`its ring is cut off: ${cut}`);
      if (behind) wrong.push(`with the focus it is behind something: ${behind}`);
    }
  }
  for (const [group, members] of groups) if (group) wrong.push(...(await through(page, group, members)).map((it) => `no arrow leads to ${it}`));
  assert.deepEqual([...new Set(wrong)], []);
  return all.length;
}
