// When the page cannot start, it says why: it is never blank.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, screenshot, start } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

for (const [what, pattern] of [["WebAssembly", "**/*.wasm"], ["JavaScript", "**/seatrace-*.js"]]) {
  test(`without its ${what} the page says that it could not start`, async () => {
    const { page, close } = await open(lab, { prepare: (page) => page.route(pattern, (route) => route.abort()) });
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.innerText(), /^The page could not start: \S/);
    assert.ok(await alert.getByRole("link", { name: "Reload the page" }).isVisible());
    await screenshot(page, `start-without-${what}`);
    await close();
  });
}

test("without its first script the page says that its program is missing", async () => {
  const { page, close } = await open(lab, {
    prepare: (page) => page.route("**/boot-*.js", (route) => route.abort()),
  });
  await page.getByText("its program could not be loaded").waitFor();
  await close();
});

test("with JavaScript switched off the page says what it needs", async () => {
  const { page, close } = await open(lab, { javaScriptEnabled: false });
  // Playwright finds no text inside noscript; what a person reads is the text of the body.
  assert.match(await page.locator("body").innerText(), /It needs JavaScript and WebAssembly/);
  await close();
});
