// What frame and host say to each other, in a real browser; and the page that documents it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { NAIVE, SANDBOX, ask, button, course, hears, said, visit } from "./course.mjs";
import { DIST, SCHEMES, assertAccessible, assertClean, assertFits, drawn, open, screenshot, start } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const embed = (query = NAIVE) => `${lab.host.url}embed/${query}`;

/** A course with these frames, open. */
async function hosted(frames, options) {
  const page = await course(frames.map((query) => ({ src: embed(query), sandbox: SANDBOX })), options);
  const visited = await visit(lab, page.url, options);
  return { ...visited, url: page.url, close: async () => (await visited.close(), page.close()) };
}

test("a host asks, and the frame answers", async () => {
  const { tab, seen, frame, close } = await hosted([`${NAIVE}&id=left`]);
  const ready = await hears(tab, "ready");
  assert.deepEqual([ready.seatrace, ready.id, ready.data.protocol], [1, "left", [1]]);
  const kinds = new Set((await said(tab)).map(({ type, subject }) => type ?? subject));
  assert.deepEqual([...kinds].sort(), ["lti.frameResize", "ready", "resize"], "nothing else before the first hello");
  assert.equal((await ask(tab, "hello")).scenario, "v=1&strategy=naive&users=2&seed=1&arrive=0");
  assert.deepEqual(await ask(tab, "seek", { marker: "next" }), { kind: "result" });
  const marker = await hears(tab, "marker");
  assert.deepEqual([marker.data.kind, marker.data.index], ["anomaly", 0]);
  const outcome = await hears(tab, "outcome");
  assert.deepEqual([outcome.data.class, outcome.data.doubleSold, outcome.data.invariantsOk], ["double-booking", 1, false]);
  assert.deepEqual(await ask(tab, "get", { what: "outcome" }), { kind: "result", ...outcome.data });
  const { url } = await ask(tab, "get", { what: "url" });
  assert.ok(url.startsWith(`${lab.host.url}?v=1`), url);
  assert.equal((await ask(tab, "get", { what: "trace" })).events[0].op, "read");
  assert.equal((await ask(tab, "get", { what: "transcript" })).lines[0], "=== Testing No Protection (naive) ===");
  assert.deepEqual(await ask(tab, "load", { query: "s=deadlock&theme=neon" }).then(({ problems }) => problems.length), 1);
  await frame().getByRole("heading", { name: "Two seats, two orders" }).waitFor();
  assert.equal((await ask(tab, "dance")).code, "unknown-type");
  assert.equal((await ask(tab, "load", { query: "v=9" })).code, "newer-version");
  assert.equal((await ask(tab, "load", { query: "x".repeat(70_000) })).code, "too-large");
  assert.deepEqual(seen.problems, []);
  await close();
});

test("while it plays the state is told four times a second at most", async () => {
  const { tab, close } = await hosted(["?v=1&users=26&speed=16&pauseon=none&strategy=naive&arrive=0"]);
  await hears(tab, "ready");
  await ask(tab, "hello");
  await ask(tab, "play");
  await hears(tab, "state", ({ data }) => data.ended);
  const times = await tab.evaluate(() => window.said.filter(({ data }) => data.type === "state").map(({ at }) => at));
  assert.ok(times.length > 4, `${times.length} states`);
  // Counted over all of them: on a busy machine one arrives late and the next in time. The first and the last come at once.
  const most = (times.at(-1) - times[0]) / 250 + 2;
  assert.ok(times.length <= most, `${times.length} states, at most ${most}: ${times.join(" ")}`);
  await close();
});

test("strangers are not heard: another frame, another origin, another kind of message", async () => {
  const { tab, inside, close } = await hosted([NAIVE, `${NAIVE}&origin=https://course.example`]);
  await hears(tab, "ready");
  await ask(tab, "hello");
  // The second frame talks to the first: its parent is the same, but it is not its parent.
  await inside(1).evaluate(() => window.parent.frames[0].postMessage({ seatrace: 1, type: "step", id: "stranger" }, "*"));
  await tab.evaluate(() => {
    window.say({ seatrace: 1, type: "step", id: "wrong origin" }, 1);
    for (const noise of [null, 7, "slide:dance", { type: "step" }, [1], { seatrace: {} }, new Map([["seatrace", 1]])]) window.say(noise);
  });
  assert.equal((await ask(tab, "get", { what: "state" })).step, 0);
  const answers = (await said(tab)).filter(({ re }) => re === "stranger");
  assert.deepEqual(answers, []);
  // A frame that listens to another origin has said nothing to this one.
  assert.deepEqual((await said(tab, undefined, 1)).filter(({ seatrace }) => seatrace), []);
  await close();
});

test("styles are values, never rules, and commands cannot leave the frame", async () => {
  const { tab, inside, close } = await hosted([NAIVE]);
  await hears(tab, "ready");
  assert.equal((await ask(tab, "style", { background: "#ffeedd", color: "red;} body { display: none" })).code, "bad-value");
  assert.equal(await inside().evaluate(() => document.documentElement.getAttribute("style")), null);
  await ask(tab, "style", { background: "#ffeedd", fontSize: 18 });
  assert.equal(await inside().evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 238, 221)");
  await ask(tab, "load", { query: "javascript:alert(1)" });
  await ask(tab, "load", { query: "https://elsewhere.example/?users=3" });
  assert.equal(await inside().evaluate(() => location.href), embed());
  await ask(tab, "set", { theme: "dark" });
  assert.equal(await inside().evaluate(() => document.documentElement.dataset.theme), "dark");
  assert.equal(tab.context().pages().length, 1);
  await close();
});

test("slides play and pause it", async () => {
  const { tab, frame, close } = await hosted(["?v=1&users=9&strategy=naive&pauseon=none"]);
  await hears(tab, "ready");
  await tab.evaluate(() => window.say("slide:start"));
  await button(frame(), "Pause").waitFor();
  await tab.evaluate(() => window.say("slide:stop"));
  await button(frame(), "Play").waitFor();
  await close();
});

test("what is said before the program is there is heard when it is, and play starts it", async () => {
  const { tab, frame, close } = await hosted([`${NAIVE}&start=click&pauseon=none`]);
  await button(frame(), "Play the race").waitFor();
  await tab.evaluate(() => {
    window.say({ seatrace: 1, type: "hello", id: "early" });
    window.say({ seatrace: 1, type: "play" });
  });
  await hears(tab, "ready", ({ re }) => re === "early");
  await hears(tab, "state", ({ data }) => data.ended);
  await close();
});

test("heights are told in three dialects, and come to rest where the host follows", async () => {
  const { tab, inside, close } = await hosted([`${NAIVE}#?secret=a1B2c3`], { style: "iframe { width: 626px; border: 0 }" });
  const { data: { height } } = await hears(tab, "resize");
  await tab.waitForFunction(() => window.said.some(({ data }) => data.message === "height"));
  const others = (await said(tab)).filter(({ seatrace }) => !seatrace);
  assert.deepEqual(others.slice(0, 2), [{ subject: "lti.frameResize", height }, { message: "height", value: height, secret: "a1B2c3" }]);
  await tab.evaluate(() => window.say({ message: "ready", secret: "a1B2c3" }));
  await tab.waitForFunction(() => window.said.filter(({ data }) => data.message === "height").length > 1);
  // The height of the content is that of the content, whatever the frame has.
  for (const given of [200, 1000, height]) {
    await tab.evaluate((given) => { document.querySelector("iframe").style.height = `${given}px`; }, given);
    await tab.waitForFunction((given) => document.querySelector("iframe").clientHeight === given, given);
    await drawn(inside());
  }
  // A host that follows, and whose scroll bar comes and goes: the frame is wide with it and slim without.
  await tab.evaluate(() => {
    addEventListener("message", ({ data }) => {
      if (data.type !== "resize") return;
      const frame = document.querySelector("iframe");
      frame.style.height = `${data.data.height}px`;
      frame.style.width = frame.style.width === "612px" ? "626px" : "612px";
    });
  });
  await ask(tab, "step");
  // Ten messages would have their time.
  await tab.waitForTimeout(1_000);
  const told = await said(tab, "resize");
  assert.ok(told.length <= 1 + 3, JSON.stringify(told.map(({ data }) => data)));
  await close();
});

test("a frame says goodbye, and one that fills its place asks for none", async () => {
  // Two of them: Firefox may stop the scripts of the last one in its process before it could say anything.
  const { tab, close } = await hosted([`${NAIVE}&height=fit&id=me`, `${NAIVE}&start=now`]);
  for (const at of [0, 1]) await hears(tab, "ready", () => true, at);
  await ask(tab, "hello");
  assert.deepEqual(await said(tab, "resize"), []);
  await tab.evaluate(() => { document.querySelector("iframe").src = "about:blank"; });
  // Its window is gone by then: browsers name no source.
  const bye = await tab.waitForFunction(() => window.said.find(({ data }) => data.type === "bye")?.data);
  assert.deepEqual(await bye.jsonValue(), { seatrace: 1, type: "bye", id: "me", data: {} });
  await close();
});

test("seatrace-host.js is small, resizes its frames and talks to them", async () => {
  const script = readFileSync(join(DIST, "seatrace-host.js"));
  assert.ok(script.length <= 1024, `${script.length} bytes`);
  const { tab, close } = await hosted([`${NAIVE}&start=now`, `${NAIVE}&start=now&users=3`]);
  await tab.addScriptTag({ content: script.toString() });
  for (const at of [0, 1]) await hears(tab, "ready", () => true, at);
  const told = await tab.evaluate(async () => {
    const [left, right] = [...document.querySelectorAll("iframe")].map((frame) => window.seatrace(frame));
    const heard = [];
    left.on("outcome", (outcome) => heard.push(outcome.class));
    right.on("outcome", () => heard.push("the other frame"));
    const ready = await left.send("hello");
    await left.send("seek", { percent: 100 });
    const refused = await left.send("dance").catch(({ code }) => code);
    const { step } = await right.send("get", { what: "state" });
    return { title: ready.title, refused, step, heard };
  });
  assert.deepEqual(told, { title: "Five users, one seat", refused: "unknown-type", step: 0, heard: ["double-booking"] });
  await tab.evaluate(() => { document.querySelector("iframe").style.width = "330px"; });
  await hears(tab, "resize", ({ data }) => data.width === 330);
  // It may say more than one height until it comes to rest: the last of them counts.
  await tab.waitForFunction(() => {
    const sizes = window.said.filter(({ from, data }) => from === 0 && data?.type === "resize").map(({ data }) => data.data);
    const { width, height } = sizes.at(-1);
    return width === 330 && document.querySelector("iframe").clientHeight === height;
  });
  await close();
});

for (const colorScheme of SCHEMES) {
  test(`the page about embedding runs its example and is accessible: ${colorScheme}`, async () => {
    const { page, seen, close } = await open(lab, { colorScheme, address: "embedding/" });
    page.setDefaultTimeout(15_000);
    const log = page.getByRole("log");
    await log.getByText(/ready/).first().waitFor();
    await button(page, "seek marker: next").click();
    await log.getByText(/anomaly/).waitFor();
    await button(page, "get outcome").click();
    await log.getByText(/code|class/).first().waitFor();
    await screenshot(page, `embedding-${colorScheme}`);
    await assertAccessible(page);
    await assertFits(page);
    assertClean(seen);
    await close();
  });
}
