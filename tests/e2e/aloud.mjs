// What a person hears who does not see the page.
import assert from "node:assert/strict";

/**
 * Notes what live regions say from now on, in `window.said`: each time that something comes into one of them or is changed in it,
 * not what it says then. Whoever hears the same twice has heard two things.
 */
export const listen = (page) => page.evaluate(() => {
  window.said = [];
  const LIVE = "[role=status],[role=alert],[role=log],[aria-live],output";
  const isHeard = (it) => it && it.getAttribute("aria-live") !== "off" && it.getAttribute("role") !== "timer" && !it.closest("[hidden]");
  const isLoud = (it) => it.getAttribute("role") === "alert" || it.getAttribute("aria-live") === "assertive";
  new MutationObserver((all) => {
    const places = new Set(all.map(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest(LIVE)));
    for (const place of places) if (isHeard(place)) window.said.push({ at: performance.now(), text: place.textContent.trim(), loud: isLoud(place) });
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["hidden"] });
});

/** What was said since the last time that somebody asked. */
export const heard = (page) => page.evaluate(() => window.said.splice(0));

/** Fails if in so many ms more was said than a sentence in three seconds; the end is said at once. */
export function assertSpare(said, ms) {
  const most = Math.ceil(ms / 3_000) + 1;
  assert.ok(said.length <= most, `${said.length} announcements in ${ms} ms: ${JSON.stringify(said)}`);
}

/** Fails if anything interrupts: that is for what went wrong. */
export async function assertCalm(page) {
  const loud = await page.evaluate(() => [...document.querySelectorAll("[role=alert],[aria-live=assertive]")].map((it) => it.textContent.trim()));
  assert.deepEqual(loud.filter(Boolean), []);
}
