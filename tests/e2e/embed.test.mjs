// The frame for course pages, as its reader meets it: in every kind of host, at every size, by mouse and by keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SANDBOX, assertLeavesNoTrace, ask, button, course, hears, said, site, visit } from "./course.mjs";
import { SCHEMES, assertAccessible, assertClean, assertFits, open, screenshot, start } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const NAIVE = "?v=1&users=2&strategy=naive&seed=1&arrive=0";
const embed = (query = NAIVE, url = lab.host.url) => `${url}embed/${query}`;
const slider = (place) => place.getByRole("slider", { name: "Step" });
const verdict = (place) => place.getByRole("region", { name: "Verdict" });
const wasm = (seen) => seen.asked.filter((url) => url.includes("frame_bg.wasm"));

/** Opens the frame on its own, as large as a host would make it. */
async function alone(query, options) {
  const opened = await open(lab, { size: { name: "embed", width: 700, height: 480 }, ...options, address: `embed/${query}` });
  opened.page.setDefaultTimeout(15_000);
  return opened;
}

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
    await button(frame(), "Play").click();
    await button(frame(), "Pause").click();
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
  const { page, close } = await alone(NAIVE, { javaScriptEnabled: false });
  assert.equal(await page.getByRole("link", { name: "Open this race in seatrace" }).getAttribute("href"), "../");
  assert.match(await page.locator("body").innerText(), /It needs JavaScript/);
  await close();
});

// -- starting ------------------------------------------------------------------------------------------------

test("a click starts what waits for one, and nothing is loaded before", async () => {
  const page = await course([{ src: embed(`${NAIVE}&start=click&pauseon=none`), sandbox: SANDBOX }]);
  const { tab, seen, frame, close } = await visit(lab, page.url);
  const begin = button(frame(), "Play the race");
  await begin.waitFor();
  await tab.waitForLoadState("networkidle");
  assert.deepEqual([wasm(seen), await said(tab)], [[], []]);
  await begin.click();
  await hears(tab, "ready");
  await button(frame(), "Pause").waitFor();
  await button(frame(), "Again").waitFor();
  await close();
  await page.close();
});

test("of ten frames only those that are seen start, each with its own name and pause", async () => {
  const frames = Array.from({ length: 10 }, (_, at) => ({ src: embed(`${NAIVE}&id=f${at}&pauseon=none`), sandbox: SANDBOX }));
  const page = await course(frames);
  const { tab, inside, frame, close } = await visit(lab, page.url);
  for (const at of [0, 1]) await hears(tab, "ready", () => true, at);
  await tab.waitForLoadState("networkidle");
  const names = await tab.evaluate(() => window.said.filter(({ data }) => data.type === "ready").map(({ data }) => data.id));
  assert.ok(names.length >= 2 && names.length <= 4, `${names} have started`);
  await button(frame(0), "Play").click();
  await button(frame(1), "Play").click();
  await button(frame(0), "Pause").click();
  assert.ok(await button(frame(0), "Play").isVisible());
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
  await tab.evaluate(() => scrollTo(0, 2500));
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
  const { page, seen, close } = await alone("?v=1&users=9&play=1&pauseon=none&strategy=two-phase&hold=1m");
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
  await button(frame(), "One step").click();
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
  const { page, seen, close } = await alone("?v=1&users=5&strategy=naive&controls=none&play=1");
  await button(page, "Pause").click();
  assert.equal(await page.getByRole("group", { name: "Transport" }).count(), 0);
  assertClean(seen);
  await close();
});

// -- looks ---------------------------------------------------------------------------------------------------

const PLACES = [
  { name: "small", width: 320, height: 400, tabs: ["Hall", "Lanes", "Log", "Table"] },
  { name: "usual", width: 700, height: 480, tabs: ["Lanes", "Log", "Table"] },
  { name: "large", width: 1000, height: 620, tabs: ["Lanes", "Log", "Table"] },
];

for (const size of PLACES) {
  for (const colorScheme of SCHEMES) {
    test(`every view fits and is accessible: ${size.name}, ${colorScheme}`, async () => {
      const { page, seen, close } = await alone("?v=1&s=five-users", { size, colorScheme });
      await button(page, "Play").waitFor();
      const look = async (moment) => {
        await screenshot(page, `embed-${size.name}-${colorScheme}-${moment}`);
        await assertFits(page);
        const [content, window_] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
        assert.ok(content <= window_, `${moment}: ${content} px high in ${window_}`);
      };
      await look("start");
      await page.keyboard.press("]");
      await verdict(page).getByText(/sold twice/).waitFor();
      for (const name of size.tabs) {
        await page.getByRole("tab", { name, exact: true }).click();
        await page.getByRole("tabpanel", { name, exact: true }).waitFor();
        await look(name.toLowerCase());
        await assertAccessible(page);
      }
      assertClean(seen);
      await close();
    });
  }
}

test("the table is a table, with every event of the log in it", async () => {
  const { page, seen, close } = await alone(`${NAIVE}&view=table&at=end`);
  const table = page.getByRole("table", { name: /events up to step/ });
  await table.waitFor();
  assert.deepEqual(await table.getByRole("columnheader").allInnerTexts(), ["Step", "Time", "Who", "What", "Seat", "Outcome"]);
  const rows = await table.getByRole("row").count() - 1;
  assert.equal(await table.getByRole("caption").innerText(), `${rows} events up to step 4`);
  assert.equal(await table.getByRole("rowheader").count(), rows);
  assertClean(seen);
  await close();
});

// -- what a link can ask for ---------------------------------------------------------------------------------

test("the keyboard reaches everything, and keys=0 switches the shortcuts off", async () => {
  const { page, seen, close } = await alone("?v=1&controls=full&edit=1");
  await button(page, "Play").waitFor();
  const met = new Set();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    met.add(await page.evaluate(() => {
      const { activeElement: at } = document;
      return at.getAttribute("aria-label") ?? at.innerText?.trim().split("\n")[0] ?? at.tagName;
    }));
  }
  for (const name of ["Play", "One step", "One step back", "Restart", "Step", "Slower", "Faster", "Share", "Change the race", "Lanes"]) {
    assert.ok(met.has(name), `${name} is not among ${[...met].join(", ")}`);
  }
  await page.locator("body").evaluate(() => document.activeElement.blur());
  for (const [key, tab] of [["t", "Log"], ["t", "Table"], ["t", "Lanes"]]) {
    await page.keyboard.press(key);
    await page.getByRole("tab", { name: tab, selected: true }).waitFor();
  }
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press("Escape");
  assertClean(seen);
  await close();
  const quiet = await alone("?v=1&keys=0");
  await button(quiet.page, "Play").waitFor();
  for (const key of [".", "k", "t", "End", "?"]) await quiet.page.keyboard.press(key);
  assert.equal(await slider(quiet.page).inputValue(), "0");
  assert.ok(await button(quiet.page, "Play").isVisible());
  await quiet.close();
});

test("a question keeps the end back until it is answered", async () => {
  const { page, seen, close } = await alone(`${NAIVE}&predict=1`, { size: { name: "small", width: 320, height: 400 } });
  await page.getByText("Will a seat be sold twice?").waitFor();
  await page.keyboard.press("End");
  await page.getByText("Then the race goes on.").waitFor();
  assert.equal(await verdict(page).count(), 0);
  await screenshot(page, "embed-small-light-question");
  await assertAccessible(page);
  await button(page, "No").click();
  await page.getByText("You said no. That is not so.").waitFor();
  await verdict(page).getByText(/sold twice/).waitFor();
  await screenshot(page, "embed-small-light-answered");
  assertClean(seen);
  await close();
});

test("what a reader may change changes the race, and what cannot be is said", async () => {
  const { page, seen, close } = await alone("?v=1&edit=1&strategy=naive");
  await page.getByText("Change the race").click();
  await page.getByRole("textbox", { name: "Users" }).fill("3");
  await page.getByRole("textbox", { name: "Users" }).press("Tab");
  await page.getByText("Three people are about to press the same seat.").waitFor();
  await page.getByRole("textbox", { name: "Seed" }).fill("-1");
  await page.getByRole("textbox", { name: "Seed" }).press("Tab");
  await page.getByText(/seed=-1 is not valid/).waitFor();
  await screenshot(page, "embed-usual-light-edit");
  await assertAccessible(page);
  assertClean(seen);
  await close();
});

test("what cannot be used is said in one line, and a link from a newer version is not guessed at", async () => {
  const { page, seen, close } = await alone("?v=1&users=0&hide=everything&theme=neon", { size: { name: "small", width: 320, height: 400 } });
  const bar = page.getByRole("status").filter({ hasText: "Parts of this link cannot be used" });
  await bar.locator("summary").click();
  for (const part of ["users=0", "hide=everything", "theme=neon"]) await bar.getByText(part).waitFor();
  await screenshot(page, "embed-small-light-notice");
  await assertAccessible(page);
  await button(page, "Dismiss this notice").click();
  await bar.waitFor({ state: "detached" });
  assertClean(seen);
  await close();
  const newer = await alone("?v=7&users=3");
  await newer.page.getByRole("heading", { name: "This link was made by a newer seatrace" }).waitFor();
  await assertAccessible(newer.page);
  await newer.close();
});

test("parts can be hidden, and height=fit fills the frame", async () => {
  const { page, seen, close } = await alone("?v=1&hide=title,params,log,share,badge,stats&height=fit&theme=dark", { size: { name: "tall", width: 640, height: 700 } });
  await button(page, "Play").waitFor();
  for (const name of ["Share", "Open in seatrace"]) assert.equal(await page.getByText(name).count(), 0, name);
  assert.equal(await page.getByRole("tab", { name: "Log" }).count(), 0);
  assert.equal(await page.getByRole("radio").count(), 0);
  const box = await page.getByRole("main").boundingBox();
  assert.equal(box.height, 700);
  await screenshot(page, "embed-tall-dark-fit");
  await assertAccessible(page);
  assertClean(seen);
  await close();
});

test("sharing copies the link to this step, also where the clipboard is barred", async () => {
  const page = await course([{ src: embed(), sandbox: SANDBOX }]);
  const { tab, frame, close } = await visit(lab, page.url);
  await hears(tab, "ready");
  await ask(tab, "hello");
  await button(frame(), "One step").click();
  await button(frame(), "Share").click();
  const link = await frame().getByLabel("Link", { exact: true }).inputValue();
  assert.equal(link, `${lab.host.url}?v=1&strategy=naive&users=2&seed=1&arrive=0&order=B&at=1`);
  assert.equal((await hears(tab, "share")).data.url, link);
  await button(frame(), "Copy").click();
  await frame().getByText("Copied.").waitFor();
  const badge = frame().getByRole("link", { name: "Open in seatrace", includeHidden: true });
  assert.equal(await badge.getAttribute("href"), link);
  await close();
  await page.close();
});
