// The site around the program: pages for scenarios, for readers and programs without script, for lost links; what the pages
// may load; what they leave behind.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DIST, SCHEMES, SIZES, addressOf, assertAccessible, assertClean, assertComplains, assertFits, open, screenshot, start } from "./helpers.mjs";
import { serve } from "./server.mjs";

const STANDALONE = "seatrace-standalone.html";
const SLUGS = readdirSync(join(DIST, "s")).sort();
const WIDE = SIZES[0];
const NARROW = SIZES[3];

let lab;
let folder;
const hosts = [];
before(async () => {
  lab = await start();
  folder = mkdtempSync(join(tmpdir(), "seatrace-site-"));
});
after(async () => {
  await lab?.close();
  await Promise.all(hosts.map((host) => host.close()));
  if (folder) rmSync(folder, { recursive: true });
});

/** A host of another kind, until the end. */
async function hosted(...how) {
  const host = await serve(...how);
  hosts.push(host);
  return host;
}

const read = (name) => readFileSync(join(DIST, name), "utf8");
const button = (place, name) => place.getByRole("button", { name, exact: true });
const title = (place, name) => place.getByRole("heading", { name, level: 1 });
const ready = (place) => button(place, "Play the race").waitFor();

/** What a page says of a property, in its source: what it says is for those who run no script. */
const property = (html, name) => html.match(new RegExp(`<meta (?:property|name)=["']?${name}["']? content=["']?(.*?)["']?>`))?.[1];

async function explore(place) {
  await place.getByRole("link", { name: "Explore" }).click();
  await button(place, "Explore every order").click();
  await place.getByRole("region", { name: "Result" }).getByRole("heading", { name: /orders sell a seat twice/ }).waitFor();
}

/** Notes every write to a storage. */
function noteWrites() {
  window.writes = [];
  const note = (what, of, name) => {
    const was = of[name];
    of[name] = function (...given) {
      window.writes.push(what);
      return was.apply(this, given);
    };
  };
  note("storage", Storage.prototype, "setItem");
  note("indexedDB", IDBFactory.prototype, "open");
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(document, "cookie", { get: () => cookie.get.call(document), set: () => window.writes.push("cookie") });
}

/** What is stored for the page, seen from outside. */
const stored = (page) => page.evaluate(async () => [
  ...window.writes, ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()), document.cookie,
].filter(Boolean));

test("every scenario has a page that opens it, asks nobody else, leaves nothing behind and is accessible", async () => {
  assert.ok(SLUGS.length >= 6);
  for (const [at, slug] of SLUGS.entries()) {
    const address = `s/${slug}/`;
    const name = property(read(`${address}index.html`), "og:title");
    const prepare = (page) => page.addInitScript(noteWrites);
    // Each would keep the same files for later: one is enough.
    const serviceWorkers = at === 0 ? "allow" : "block";
    // In each theme at each of the two sizes.
    const [size, colorScheme] = [at % 2 ? WIDE : NARROW, SCHEMES[Math.floor(at / 2) % 2]];
    const { page, seen, close } = await open(lab, { address, size, colorScheme, prepare, serviceWorkers });
    await title(page, name).waitFor();
    await ready(page);
    assert.equal(await addressOf(page), lab.host.url + address, "it keeps its address");
    await assertAccessible(page);
    await assertFits(page);
    assert.deepEqual(await stored(page), []);
    assertClean(seen);
    await close();
  }
});

test("the address of a scenario's page may add to it, and a whole link may be opened there", async () => {
  for (const [search, name] of [
    ["?fbclid=x&utm_source=y", "Two seats, two orders"],
    ["?lat=5", /^Two seats, two orders/],
    ["?v=1", "Five users, one seat"],
    ["?V=1&s=mixed", "Two rules for one seat"],
  ]) {
    const { page, seen, close } = await open(lab, { address: `s/deadlock/${search}` });
    await title(page, name).waitFor();
    assertClean(seen);
    await close();
  }
});

test("programs that show previews find them at the beginning, and the picture where it says", async () => {
  for (const address of ["", ...SLUGS.map((slug) => `s/${slug}/`)]) {
    const html = read(`${address}index.html`);
    const head = html.slice(0, 4_000);
    for (const name of ["og:title", "og:description", "og:image:alt", "description"]) assert.ok(property(head, name), name);
    assert.equal(property(head, "twitter:card"), "summary_large_image");
    const first = html.search(/<link|<script/);
    assert.ok(html.indexOf("og:image") < first && html.indexOf("http-equiv") < html.indexOf("og:title"));
    const picture = await fetch(new URL(property(head, "og:image"), lab.host.url + address));
    assert.equal(picture.headers.get("content-type"), "image/png");
    const bytes = Buffer.from(await picture.arrayBuffer());
    // The header of a PNG: width and height.
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630]);
    assert.deepEqual(["width", "height"].map((side) => property(head, `og:image:${side}`)), ["1200", "630"]);
    assert.ok(bytes.length < 300_000, `${bytes.length} bytes`);
    const icon = html.match(/<link[^>]*href=["']?([^"' >]+)["']?[^>]*rel=["']?icon/)[1];
    assert.equal((await fetch(new URL(icon, lab.host.url + address))).status, 200, icon);
  }
  const json = read("s/deadlock/index.html").match(/<script type=application\/ld\+json>(.*?)<\/script>/)[1];
  const about = JSON.parse(json);
  assert.equal(about["@type"], "LearningResource");
  assert.match(about.license, /creativecommons\.org\/licenses\/by\/4\.0/);
});

test("what needs an absolute address is left out, and what programs ask for is there", async () => {
  for (const page of ["index.html", ...SLUGS.map((slug) => `s/${slug}/index.html`)]) {
    assert.doesNotMatch(read(page), /canonical|og:url|json\+oembed/, page);
  }
  assert.deepEqual(["oembed", "sitemap.xml"].map((name) => existsSync(join(DIST, name))), [false, false]);
  assert.deepEqual(Object.keys(JSON.parse(read("version.json"))), ["app", "commit", "engine", "schema"]);
  assert.match(read("robots.txt"), /^User-agent: \*\nAllow: \/\n$/);
  assert.match(read("embed/index.html"), /<meta name="?robots"? content="?noindex"?>/);
  const pages = readdirSync(DIST, { recursive: true }).filter((name) => name.endsWith(".html"));
  for (const name of pages) {
    const html = read(name);
    const policy = html.search(/<meta http-equiv="?Content-Security-Policy/);
    assert.ok(policy > 0 && policy < html.search(/<link|<script|<style/), `${name} begins with its policy`);
  }
});

for (const size of [WIDE, NARROW]) {
  test(`without script a scenario is told in words and a picture: ${size.name}`, async () => {
    const { page, seen, close } = await open(lab, { address: "s/deadlock/", size, javaScriptEnabled: false });
    const words = await page.locator("body").innerText();
    for (const part of ["Two seats, two orders", "User Alice", "It needs JavaScript"]) assert.ok(words.includes(part), part);
    assert.ok(!words.includes("The page is starting"), "nothing starts");
    const [width, fits] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [document.querySelector("noscript img").naturalWidth, scrollWidth <= clientWidth];
    });
    assert.deepEqual([width, fits], [1200, true]);
    await screenshot(page, `plain-${size.name}`);
    for (const link of await page.locator("noscript a").all()) {
      const address = new URL(await link.getAttribute("href"), page.url()).href;
      if (address.startsWith(lab.host.url)) assert.equal((await fetch(address)).status, 200, address);
    }
    // What was to be loaded in advance for a script is dropped.
    assert.deepEqual(seen.problems.filter((problem) => !problem.startsWith("failed")), []);
    await close();
  });
}

/** A page for what is missing is itself an answer that says so, which the browser notes. */
const spoken = (seen) => seen.problems.filter((problem) => !problem.includes("status of 404"));

for (const size of [WIDE, NARROW]) {
  for (const colorScheme of SCHEMES) {
    test(`a lost link finds a friendly page: ${size.name}, ${colorScheme}`, async () => {
      const { page, seen, close } = await open(lab, { address: "no/such/place", size, colorScheme });
      await title(page, "This seat does not exist.").waitFor();
      const home = page.getByRole("link", { name: "Open seatrace" });
      await home.waitFor();
      assert.equal(await home.evaluate((link) => link.href), lab.host.url);
      await screenshot(page, `lost-${size.name}-${colorScheme}`);
      await assertFits(page);
      await assertAccessible(page);
      await page.getByRole("link", { name: "Two seats, two orders" }).click();
      await title(page, "Two seats, two orders").waitFor();
      assert.deepEqual(spoken(seen), []);
      await close();
    });
  }
}

test("a link whose # became %23 is put right, at any depth and under any path", async () => {
  for (const [base, lost, found] of [
    ["/", "%23x1.AbC-_.0123456", "#x1.AbC-_.0123456"],
    ["/a/b/", "s/deadlock/%23x1.a.b?userid=5&lang=de", "s/deadlock/?userid=5&lang=de#x1.a.b"],
    ["/a/b/", "%2523x1.a.b", "#x1.a.b"],
  ]) {
    const host = await hosted(DIST, base);
    const { page, close } = await open({ ...lab, host }, { address: lost });
    await page.waitForURL(host.url + found, { waitUntil: "commit" });
    await close();
  }
  const host = await hosted(DIST, "/a/b/");
  const { page, close } = await open({ ...lab, host }, { address: "s/deadlock/deep/er" });
  await page.getByRole("link", { name: "Open seatrace" }).click();
  await page.waitForURL(host.url);
  await close();
});

/** What a strict host may send: the policy of the reference, without any hash. */
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
  "font-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'";

test("under a strict policy of the host the lab works, and nobody else's script does", async () => {
  const host = await hosted(DIST, "/strict/", { headers: { "content-security-policy": STRICT } });
  for (const address of ["", "s/five-users/", "embed/"]) {
    const { page, seen, close } = await open({ ...lab, host }, { address, serviceWorkers: "allow" });
    if (address === "embed/") {
      await button(page, "Play").waitFor();
    } else {
      await ready(page);
      await explore(page);
    }
    assertClean(seen);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.intruded = true";
      document.body.append(script);
    });
    assert.equal(await page.evaluate(() => window.intruded), undefined);
    await assertComplains(seen, /inline script/);
    await close();
  }
});

for (const [name, mark, works] of [
  ["no/such/page", "const FOLDERS_MAX = 8;", (page) => page.getByRole("link", { name: "Open seatrace" })],
  [STANDALONE, "globalThis.seatraceParts={", (page) => button(page, "Play the race")],
]) {
  test(`a changed script is refused: ${name}`, async () => {
    for (const change of ["", ";window.changed=1;"]) {
      const file = name === STANDALONE ? name : "404.html";
      const body = read(file).replace(mark, `${change}${mark}`);
      assert.ok(body.includes(change + mark));
      const prepare = async (page) => {
        await page.addInitScript(() => {
          window.refused = [];
          addEventListener("securitypolicyviolation", ({ effectiveDirective }) => window.refused.push(effectiveDirective));
        });
        await page.route(`**/${name}`, (route) => route.fulfill({ body, contentType: "text/html" }));
      };
      const { page, close } = await open(lab, { address: name, prepare });
      if (change) await page.waitForLoadState();
      else await works(page).waitFor();
      assert.equal(await works(page).count(), change ? 0 : 1);
      assert.equal(await page.evaluate(() => window.changed), undefined);
      if (change) await page.waitForFunction(() => window.refused.length);
      assert.deepEqual(await page.evaluate(() => window.refused), change ? ["script-src-elem"] : []);
      await close();
    }
  });
}

test("every page says that it is written in English, and its program leaves that so", async () => {
  for (const [address, there] of [["", "Play the race"], [`s/${SLUGS[0]}/`, "Play the race"], ["embed/", "Play"]]) {
    const { page, close } = await open(lab, { address });
    await button(page, there).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en", address);
    await close();
  }
});

/** The standalone file on disk, opened there; `baked` is put into its first tag. */
async function fromDisk({ baked, search = "", prepare } = {}) {
  const tag = "<html lang=en>";
  const text = read(STANDALONE);
  assert.equal(text.split(tag).length, 2, "the tag is there once");
  const file = join(folder, "lab.html");
  writeFileSync(file, baked ? text.replace(tag, `<html lang=en data-query="${baked}">`) : text);
  const host = { url: `${pathToFileURL(file)}` };
  return open({ ...lab, host }, { address: search, prepare });
}

test("the standalone file runs from a disk, explores there, and stores nothing", async () => {
  const { page, seen, close } = await fromDisk({ prepare: (page) => page.addInitScript(noteWrites) });
  await ready(page);
  await explore(page);
  await screenshot(page, "standalone");
  assert.deepEqual(await page.evaluate(() => window.writes), []);
  assertClean(seen);
  await close();
});

test("the standalone file opens what its address or what is baked into it says", async () => {
  for (const [options, name] of [
    [{ search: "?s=mixed" }, "Two rules for one seat"],
    [{ baked: "v=1&amp;s=deadlock" }, "Two seats, two orders"],
    [{ baked: "v=1&amp;s=deadlock", search: "?v=1&s=mixed" }, "Two rules for one seat"],
  ]) {
    const { page, seen, close } = await fromDisk(options);
    await title(page, name).waitFor();
    assertClean(seen);
    await close();
  }
});

test("where a page may not change its address, a baked scenario opens and can be changed", async () => {
  const prepare = (page) => page.addInitScript(() => {
    const refuse = () => { throw new DOMException("refused", "SecurityError"); };
    history.replaceState = refuse;
    history.pushState = refuse;
  });
  const { page, seen, close } = await fromDisk({ baked: "v=1&amp;s=deadlock", prepare });
  await title(page, "Two seats, two orders").getByRole("button").click();
  await page.getByRole("dialog", { name: "Scenario" }).getByLabel(/Two rules for one seat/).check();
  await title(page, "Two rules for one seat").waitFor();
  assertClean(seen);
  await close();
});

/** A page elsewhere that shows an address in a frame: on another host, or only on another port. */
async function framing(src, { attributes = "", name = "localhost" } = {}) {
  const html = `<!doctype html><title>Elsewhere</title><iframe title=lab ${attributes} src="${src}" width=700 height=480></iframe>`;
  writeFileSync(join(folder, "index.html"), html);
  const elsewhere = await hosted(folder, "/");
  const context = await lab.browser.newContext();
  const page = await context.newPage();
  await page.goto(elsewhere.url.replace("127.0.0.1", name));
  return { page, frame: page.frameLocator("iframe"), close: () => context.close() };
}

test("where a frame may load no program, it says so and where to go", async () => {
  const closed = await hosted(DIST, "/closed/", { headers: {} });
  const { page, frame, close } = await framing(`${closed.url}?users=3`, { attributes: "sandbox=allow-scripts" });
  const alert = frame.getByRole("alert");
  await alert.waitFor();
  assert.match(await alert.innerText(), /^The page could not start in this frame: \S/);
  const link = frame.getByRole("link", { name: "Open it in a tab of its own" });
  const [href, target, rel] = await link.evaluate((a) => [a.href, a.target, a.rel]);
  assert.deepEqual([href, target, rel], [`${closed.url}?users=3`, "_blank", "noopener"]);
  await screenshot(page, "frame-without-program");
  await close();
});

test("in a frame nothing is kept for later", async () => {
  const kept = () => navigator.serviceWorker.getRegistrations().then((all) => all.length);
  const top = await open(lab, { serviceWorkers: "allow" });
  await top.page.waitForFunction(() => navigator.serviceWorker.controller);
  assert.equal(await top.page.evaluate(kept), 1, "at top level it is");
  await top.close();
  // A frame from another host may keep nothing anyway.
  const { page, frame, close } = await framing(lab.host.url, { name: "127.0.0.1" });
  await ready(frame);
  assert.equal(await page.frames()[1].evaluate(kept), 0);
  await close();
});
