// The frame for course pages, as its reader meets it: in every kind of host, when it starts, and what moves in it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NAIVE, SANDBOX, alone, ask, assertLeavesNoTrace, button, course, hears, said, site, slider, verdict, visit } from "./course.mjs";
import { assertClean, press, screenshot, start } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const embed = (query = NAIVE, url = lab.host.url) => `${url}embed/${query}`;
const asks = (seen, file) => seen.asked.filter((url) => url.includes(file));

/** Waits until a frame has looked whether it is seen, and until what it asked for then has been noted. */
const looks = (place) => place.evaluate(async (file) => {
  await new Promise((looked) => { new IntersectionObserver(looked).observe(document.body); });
  await fetch(file);
}, `${lab.host.url}version.json`);

// -- hosts ---------------------------------------------------------------------------------------------------

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'";
const OPEN = { "access-control-allow-origin": "*" };

for (const [name, sandbox, host] of [
  ["without attributes", undefined, { headers: {} }],
  ["sandboxed, of opaque origin", "allow-scripts", { headers: OPEN }],
  ["sandboxed with its own origin", "allow-scripts allow-same-origin", { headers: {} }],
  ["from a host that does not know wasm", SANDBOX, { headers: OPEN, types: { ".wasm": "application/octet-stream" } }],
  ["under a strict policy, sandboxed", SANDBOX, { headers: { ...OPEN, "content-security-policy": STRICT } }],
]) {
  test(`a frame ${name} plays, and leaves no trace`, async () => {
    const home = await site(host);
    const page = await course([{ src: embed(NAIVE, home.url), sandbox }]);
    const visited = await visit(lab, page.url);
    const { tab, seen, frame, close } = visited;
    const ready = await hears(tab, "ready");
    assert.equal(ready.data.title, "Five users, one seat");
    assert.equal(await frame().getByRole("button", { name: /yourself/ }).count(), 0, "a frame has no shop");
    await press(button(frame(), "Play"));
    await press(button(frame(), "Pause"));
    await slider(frame()).fill("4");
    await verdict(frame()).getByText(/D1 is sold twice/).waitFor();
    await assertLeavesNoTrace(visited, [page.url, home.url]);
    assert.deepEqual(seen.problems, []);
    const [{ origin }] = await tab.evaluate(() => window.said);
    assert.equal(origin, sandbox === undefined || sandbox.includes("same-origin") ? new URL(home.url).origin : "null");
    await close();
    await page.close();
    await home.close();
  });
}

for (const [name, sandbox, host] of [
  ["of opaque origin from a host without CORS", "allow-scripts", { headers: {} }],
  ["under a policy that forbids wasm", undefined, { headers: { ...OPEN, "content-security-policy": STRICT.replace(" 'wasm-unsafe-eval'", "") } }],
]) {
  test(`a frame ${name} stays a picture with a link and a sentence`, async () => {
    const home = await site(host);
    const page = await course([{ src: embed(NAIVE, home.url), sandbox }]);
    const visited = await visit(lab, page.url);
    const { tab, frame, close } = visited;
    await frame().getByText("The race cannot be played here.").waitFor();
    const link = frame().getByRole("link", { name: "Open this race in seatrace" });
    assert.equal(await link.getAttribute("href"), `${home.url}${NAIVE}`);
    assert.equal(await link.getAttribute("target"), "_blank");
    assert.deepEqual(await said(tab), [], "what is not there says nothing");
    await assertLeavesNoTrace(visited, [page.url, home.url]);
    await screenshot(tab, `embed-fallen-${sandbox ? "opaque" : "policy"}`);
    await close();
    await page.close();
    await home.close();
  });
}

test("without script there is the picture and a link", async () => {
  const { page, close } = await alone(lab, NAIVE, { javaScriptEnabled: false });
  assert.equal(await page.getByRole("link", { name: "Open this race in seatrace" }).getAttribute("href"), "../");
  assert.match(await page.locator("body").innerText(), /It needs JavaScript/);
  await close();
});

// -- starting ------------------------------------------------------------------------------------------------

test("a click starts what waits for one, and nothing is loaded before", async () => {
  const page = await course([{ src: embed(`${NAIVE}&start=click&pauseon=none`), sandbox: SANDBOX }]);
  const { tab, seen, frame, inside, close } = await visit(lab, page.url);
  const begin = button(frame(), "Play the race");
  await begin.waitFor();
  await looks(inside());
  assert.deepEqual([asks(seen, "frame.js"), asks(seen, "frame_bg.wasm"), await said(tab)], [[], [], []]);
  await press(begin);
  await hears(tab, "ready");
  await button(frame(), "Pause").waitFor();
  await button(frame(), "Again").waitFor();
  await close();
  await page.close();
});

test("of ten frames only those that are seen start, each with its own name and pause", async () => {
  const frames = Array.from({ length: 10 }, (_, at) => ({ src: embed(`${NAIVE}&id=f${at}&pauseon=none&speed=${at ? 4 : 0.5}`), sandbox: SANDBOX }));
  const page = await course(frames);
  const { tab, seen, inside, frame, close } = await visit(lab, page.url);
  for (const at of [0, 1]) await hears(tab, "ready", () => true, at);
  await Promise.all(Array.from({ length: 10 }, (_, at) => looks(inside(at))));
  const started = asks(seen, "frame.js").length;
  assert.ok(started >= 2 && started <= 4, `${started} have started`);
  await press(button(frame(0), "Play"));
  await press(button(frame(1), "Play"));
  await press(button(frame(0), "Pause"));
  await button(frame(0), "Play").waitFor();
  await button(frame(1), "Again").waitFor();
  assert.equal(await slider(frame(0)).inputValue() === await slider(frame(1)).inputValue(), false);
  // All ten, and what they take.
  for (let at = 0; at < 10; at++) {
    await tab.locator("iframe").nth(at).scrollIntoViewIfNeeded();
    const ready = await hears(tab, "ready", () => true, at);
    assert.equal(ready.id, `f${at}`);
  }
  const heap = await inside(9).evaluate(() => performance.memory?.usedJSHeapSize ?? 0);
  console.log(`ten frames: ${Math.round(heap / 1024)} KiB of script heap, one of them`);
  assert.ok(heap < 20 << 20, `${heap} bytes`);
  await close();
  await page.close();
});

test("what plays only while it is seen pauses out of sight, is put away and comes back at the same step", async () => {
  const style = "iframe { display: block; border: 0; margin-bottom: 3000px; }";
  const page = await course([{ src: embed(`?v=1&users=9&strategy=naive&start=visible&play=1&pauseon=none`), sandbox: SANDBOX }], { style });
  const { tab, frame, close } = await visit(lab, page.url);
  await button(frame(), "Pause").waitFor();
  await ask(tab, "hello");
  // As by a wheel: a frame that jumps out of sight is not told of it in Firefox.
  await tab.evaluate(async () => {
    for (let y = 0; y <= 2500; y += 100) {
      scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
  });
  const paused = await hears(tab, "state", ({ data }) => !data.playing);
  // Its drawings are put away.
  await frame().locator("#stage svg").first().waitFor({ state: "detached" });
  await tab.evaluate(() => scrollTo(0, 0));
  const goes = await hears(tab, "state", ({ data }) => data.playing);
  assert.equal(goes.data.step, paused.data.step);
  await close();
  await page.close();
});

// -- motion --------------------------------------------------------------------------------------------------

test("one press of pause stops everything, and it is the first thing that the keyboard meets", async () => {
  const { page, seen, close } = await alone(lab, "?v=1&users=9&play=1&pauseon=none&strategy=two-phase&hold=1m");
  await button(page, "Pause").waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.innerText.trim()), "Pause");
  await page.keyboard.press("Enter");
  await button(page, "Play").waitFor();
  const changes = await page.evaluate(() => new Promise((done) => {
    let count = 0;
    new MutationObserver((all) => { count += all.length; })
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(() => done(count), 1_000);
  }));
  assert.equal(changes, 0);
  const { width, height } = await page.locator("#play").boundingBox();
  assert.ok(width >= 24 && height >= 24);
  assertClean(seen);
  await close();
});

test("where less motion is asked for nothing plays by itself, and nothing is animated", async () => {
  const page = await course([{ src: embed(`${NAIVE}&play=1`), sandbox: SANDBOX }]);
  const { tab, frame, inside, close } = await visit(lab, page.url, { reducedMotion: "reduce" });
  await hears(tab, "ready");
  await button(frame(), "Play").waitFor();
  assert.equal((await ask(tab, "get", { what: "state" })).playing, false);
  await press(button(frame(), "One step"));
  await frame().getByText(/step 1,/).waitFor();
  const longest = await inside().evaluate(() => Math.max(...[...document.querySelectorAll("*")].map((element) => {
    const style = getComputedStyle(element);
    return 1000 * Math.max(parseFloat(style.transitionDuration), style.animationName === "none" ? 0 : parseFloat(style.animationDuration));
  })));
  assert.ok(longest <= 1, `${longest} ms`);
  await close();
  await page.close();
});

test("without controls there is still a button that stops what moves", async () => {
  const { page, seen, close } = await alone(lab, "?v=1&users=5&strategy=naive&controls=none&play=1");
  await button(page, "Pause").click();
  assert.equal(await page.getByRole("group", { name: "Transport" }).count(), 0);
  assertClean(seen);
  await close();
});

test("a frame whose program falls becomes the picture again, with the link and a sentence", async () => {
  const { page, close } = await alone(lab, "?v=1&s=five-users&users=3");
  await button(page, "Play").waitFor();
  // The browser refuses the program something that no browser refuses.
  await page.evaluate(() => {
    const real = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function refuse() {
      Element.prototype.setAttribute = real;
      throw new Error("the browser refuses");
    };
  });
  await page.keyboard.press(".");
  await page.getByText("The race cannot be played here.").waitFor();
  assert.match(await page.getByRole("link", { name: "Open this race in seatrace" }).getAttribute("href"), /users=3/);
  assert.equal(await button(page, "Play").count(), 0, "what has failed cannot be pressed");
  await page.keyboard.press(".");
  await close();
});
