// The safety net: whatever fails, the page says what happened, keeps the link, and can be loaded again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addressIs, assertAccessible, assertClean, edit, open, screenshot, start, write } from "./helpers.mjs";
import { button, fall } from "./places.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

async function begin(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(15_000);
  await button(opened.page, "Play the race").waitFor();
  return opened;
}

test("a program that panics says so, with the link and the order, and the page can be loaded again", async () => {
  const { page, close } = await begin({ address: "?users=3&strategy=naive" });
  await fall(page);
  const alert = page.getByRole("alert");
  assert.match(await alert.getByRole("textbox", { name: "For a report" }).inputValue(), /the browser refuses[^]*users=3[^]*order (?:A|B|C)/);
  await screenshot(page, "fallen");
  await assertAccessible(page);
  await alert.getByRole("link", { name: "Reload the page" }).click();
  await button(page, "Play the race").waitFor();
  assert.match(page.url(), /users=3/);
  await close();
});

test("an error outside the program is said, with what a report needs, and the page goes on", async () => {
  const { page, close } = await begin({ address: "?users=3" });
  await page.evaluate(() => { setTimeout(() => { throw new Error("an extension stumbles"); }); });
  const alert = page.getByRole("alert").filter({ hasText: "Something on this page failed: an extension stumbles." });
  await alert.waitFor();
  await alert.getByRole("link", { name: "Reload the page" }).waitFor();
  assert.match(await alert.getByRole("textbox", { name: "For a report" }).inputValue(), /an extension stumbles\n.*users=3\n[0-9a-f]{8}\n/);
  await screenshot(page, "stumbled");
  await assertAccessible(page);
  await button(page, "One step").click();
  await page.getByText(/step 1,/).waitFor();
  await close();
});

test("where storage is forbidden everything works but what is remembered", async () => {
  const prepare = (page) => page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException("forbidden", "SecurityError"); } });
    }
  });
  const { page, seen, close } = await begin({ prepare });
  await page.getByRole("button", { name: /^Theme/ }).click();
  await button(page, "One step").click();
  await page.getByText(/step 1,/).waitFor();
  await button(page, "Help and keys").click();
  await page.getByRole("combobox", { name: "Read aloud" }).selectOption({ label: "nothing" });
  await page.keyboard.press("Escape");
  await page.locator(".screen[aria-live=off]").waitFor();
  await page.getByRole("link", { name: "Compare" }).click();
  await page.getByRole("heading", { name: "optimistic" }).first().waitFor();
  await page.getByRole("link", { name: "Race", exact: true }).click();
  const editor = await edit(page);
  const users = editor.getByLabel(/^Users/);
  await write(users, "4");
  await users.press("Tab");
  await addressIs(page, /users=4/);
  await write(users, "0");
  await users.press("Tab");
  await editor.getByText(/users=0 is not valid/).waitFor();
  await button(editor, "Undo").click();
  await page.getByRole("region", { name: "Scenario" }).getByText("5 users").waitFor();
  await page.keyboard.press("Escape");
  await editor.waitFor({ state: "hidden" });
  await button(page, "Share").click();
  const share = page.getByRole("dialog", { name: "Share" });
  await button(share, "Copy link").waitFor();
  assert.match(await share.getByRole("textbox", { name: "Link" }).inputValue(), /^http/);
  await page.keyboard.press("Escape");
  await share.waitFor({ state: "hidden" });
  await page.keyboard.press("Home");
  await button(page, "Race against others yourself").click();
  const place = page.getByRole("region", { name: "Your place" });
  await place.getByRole("heading", { name: "Choose a seat." }).waitFor();
  await page.getByRole("grid", { name: "Seats" }).getByRole("gridcell", { name: /^Row E, seat 6,/ }).click();
  await place.getByRole("heading", { name: "You have chosen E6." }).waitFor();
  assertClean(seen);
  await close();
});
