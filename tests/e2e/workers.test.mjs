// Where the explorer works: a worker of its own, one of a blob, or the page itself; and what it does when one fails.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { assertClean, open, press, start } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const button = (place, name) => place.getByRole("button", { name, exact: true });
const claim = (place, words) => place.getByRole("region", { name: "Result" }).getByRole("heading", { name: words });
const ALL = "31,200 of 31,320 orders sell a seat twice.";

async function begin(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(20_000);
  await button(opened.page, "Play the race").waitFor();
  return opened;
}

/** Goes to the explorer and presses its one button. */
async function explore(place) {
  await press(place.getByRole("link", { name: "Explore" }));
  await press(button(place, "Explore every order"));
}

/** Notes in `window.workers` where the workers of every frame come from, and which were ended; forgets blobs in `blobs`. */
function noteWorkers() {
  Object.assign(window, { workers: [], ended: 0, blobs: 0 });
  window.Worker = class extends Worker {
    constructor(url, options) {
      super(url, options); // throws where such a worker may not be
      window.workers.push(`${url}`.replace(/:.*/, ""));
    }
    terminate() {
      window.ended += 1;
      super.terminate();
    }
  };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (of) => (window.blobs += 1, createObjectURL(of));
  URL.revokeObjectURL = (of) => (window.blobs -= 1, revokeObjectURL(of));
}
const noted = (place) => place.evaluate(() => [window.workers, window.ended, window.blobs]);
const prepareNotes = (page) => page.addInitScript(noteWorkers);

test("where no worker can start, the page explores in slices and stays awake", async () => {
  const prepare = (page) => page.addInitScript(() => { delete window.Worker; });
  const { page, seen, close } = await begin({ prepare });
  await explore(page);
  await claim(page, ALL).waitFor();
  await page.goto(`${lab.host.url}?users=12&strategy=two-phase`);
  await explore(page);
  await page.getByRole("region", { name: "Progress" }).waitFor();
  await button(page, "Stop").click();
  await claim(page, /Stopped at your request/).waitFor();
  assertClean(seen);
  await close();
});

/** A page elsewhere that shows the lab in a frame of these permissions. */
async function framed(sandbox, src) {
  const html = `<!doctype html><title>Elsewhere</title><iframe title="lab" sandbox="${sandbox}" src="${src}" width="1200" height="780"></iframe>`;
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  server.unref();
  const close = () => new Promise((closed) => server.close(closed) && server.closeAllConnections());
  return { url: `http://localhost:${server.address().port}/`, close };
}

for (const [where, workers, prepare] of [
  ["a blob worker", [["blob"], 0, 0], prepareNotes],
  ["the page", [undefined, undefined, undefined], (page) => page.addInitScript(() => { delete window.Worker; })],
]) {
  test(`a sandboxed frame of opaque origin explores, in ${where}`, async () => {
    const elsewhere = await framed("allow-scripts", lab.host.url);
    const context = await lab.browser.newContext();
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await prepare(page);
    await page.goto(elsewhere.url);
    const frame = page.frameLocator("iframe");
    await explore(frame);
    await claim(frame, ALL).waitFor();
    await press(frame.getByRole("link", { name: "Show one: Fine, 1 ticket" }));
    await frame.getByRole("region", { name: "Verdict" }).getByText(/sold once/).waitFor();
    assert.deepEqual(await noted(page.frames()[1]), workers);
    assert.deepEqual(errors, []);
    await context.close();
    await elsewhere.close();
  });
}

test("a worker that fails is ended before the next place is tried", async () => {
  const prepare = async (page) => {
    await prepareNotes(page);
    await page.route("**/station.js*", (route) => route.abort());
  };
  // A service worker would have the file at hand before the test can spoil it.
  const { page, close } = await begin({ prepare });
  await explore(page);
  await claim(page, ALL).waitFor();
  const [workers, ended, blobs] = await noted(page);
  assert.deepEqual([workers.map((from) => from === "blob"), ended, blobs], [[false, true], 1, 0]);
  await close();
});

test("of a worker that falls in use the page says so, and starts another for what comes next", async () => {
  const prepare = (page) => page.addInitScript(() => {
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      constructor(...all) { super(...all); globalThis.last = this; }
    };
  });
  const { page, close } = await begin({ prepare });
  await explore(page);
  await claim(page, ALL).waitFor();
  await page.evaluate(() => globalThis.last.dispatchEvent(new ErrorEvent("error", { message: "out of memory", cancelable: true })));
  const says = page.getByRole("alert").getByText("This part failed: out of memory. What you do next starts it again.");
  await says.waitFor();
  await button(page, "Race").or(page.getByRole("link", { name: "Race", exact: true })).first().click();
  await page.getByRole("tab", { name: "Figures", exact: true }).first().click();
  await page.getByRole("table").first().waitFor();
  assert.equal(await says.count(), 0, "that is over");
  await close();
});

test("the standalone file explores, in a worker of its own", async () => {
  const { page, seen, close } = await begin({ address: "seatrace-standalone.html", prepare: prepareNotes });
  await explore(page);
  await claim(page, ALL).waitFor();
  assert.deepEqual(await noted(page), [["blob"], 0, 0]);
  assertClean(seen);
  await close();
});

test("a file that is too large for the judge is refused in words", async () => {
  const { page, seen, close } = await begin();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new ArrayBuffer(65 << 20)], "all.jsonl"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await page.getByRole("status").getByText("It has 65 MiB; at most 64 can be judged here.").waitFor();
  assertClean(seen);
  await close();
});

test("whoever presses a key to explore goes on from the answer", async () => {
  const { page, seen, close } = await begin();
  await page.getByRole("link", { name: "Explore" }).click();
  await button(page, "Explore every order").press("Enter");
  await claim(page, ALL).waitFor();
  // Until then it is the next thing to press.
  await button(page, "Stop").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "explore");
  await page.keyboard.press("Tab");
  await page.getByRole("link", { name: "Show one: Sold twice, 2 tickets" }).and(page.locator(":focus")).waitFor();
  assertClean(seen);
  await close();
});
