// The service worker: the lab without a network, and from one build to the next.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { DIST, assertClean, open, start } from "./helpers.mjs";
import { serve } from "./server.mjs";

const ALL = "31,200 of 31,320 orders sell a seat twice.";
const button = (page, name) => page.getByRole("button", { name, exact: true });

let lab;
let folder;
const hosts = [];
before(async () => {
  lab = await start();
  folder = mkdtempSync(join(tmpdir(), "seatrace-builds-"));
});
after(async () => {
  await lab?.close();
  await Promise.all(hosts.map((host) => host.close()));
  if (folder) rmSync(folder, { recursive: true });
});

/**
 * A copy of dist/ as another build would be: every hash in a name is another, and so is the name of the build. Its helper says
 * which build it is of.
 */
function build(name) {
  const copy = join(folder, name);
  cpSync(DIST, copy, { recursive: true });
  const [, was] = readFileSync(join(DIST, "sw.js"), "utf8").match(/const BUILD = "(\w+)"/);
  const files = readdirSync(copy, { recursive: true }).filter((file) => extname(file));
  const hashes = files.map((file) => file.match(/-([0-9a-f]{8,})[._]/)?.[1]).filter(Boolean);
  assert.ok(hashes.length >= 4, "dist/ has hashed names");
  const other = (text) => [was, ...hashes].reduce((text, hash) => text.replaceAll(hash, name.repeat(8)), text);
  for (const file of files) {
    const path = join(copy, file);
    if ([".html", ".js"].includes(extname(file))) writeFileSync(path, other(readFileSync(path, "utf8")));
    if (other(file) !== file) renameSync(path, join(copy, other(file)));
  }
  writeFileSync(join(copy, "helper.js"), `${readFileSync(join(copy, "helper.js"), "utf8")}\nwindow.helperOf = "${name}";\n`);
  return copy;
}

/** A host whose folder can be exchanged, as by publishing a new build. */
async function hosted(copy) {
  const live = join(mkdtempSync(join(folder, "host-")), "live");
  symlinkSync(copy, live);
  const host = await serve(live);
  hosts.push(host);
  const publish = (next) => {
    unlinkSync(live);
    symlinkSync(next, live);
  };
  return { ...host, publish };
}

async function visit(host, options) {
  const opened = await open({ ...lab, host }, { serviceWorkers: "allow", ...options });
  opened.page.setDefaultTimeout(15_000);
  await button(opened.page, "Play the race").waitFor();
  await opened.page.waitForFunction(() => navigator.serviceWorker.controller);
  return opened;
}

/** Looks for a new build and waits until its worker is in charge, and has tidied up. */
const update = (page) =>
  page.evaluate(async () => {
    const { serviceWorker } = navigator;
    const changed = new Promise((now) => serviceWorker.addEventListener("controllerchange", now, { once: true }));
    await (await serviceWorker.ready).update();
    await changed;
    const { controller } = serviceWorker;
    while (controller.state !== "activated") {
      await new Promise((now) => controller.addEventListener("statechange", now, { once: true }));
    }
  });

/** Explores, in the worker, and waits for a result that says this. */
async function explore(page, says) {
  await page.getByRole("link", { name: "Explore" }).click();
  await button(page, "Explore every order").click();
  await page.getByRole("region", { name: "Result" }).getByRole("heading", { name: says }).first().waitFor();
}

const helperOf = (page) => page.evaluate(() => window.helperOf);
const kept = (page) => page.evaluate(() => caches.keys());

test("after one visit the whole lab works without a network", async () => {
  const host = await hosted(DIST);
  const prepare = (page) => page.addInitScript(() => {
    window.order = [];
    addEventListener("load", () => window.order.push("the page"));
    const container = window.ServiceWorkerContainer?.prototype;
    if (!container) return; // the empty page that a tab begins with
    const { register } = container;
    container.register = function (...of) {
      window.order.push("its worker");
      return register.apply(this, of);
    };
  });
  const { page, seen, close } = await visit(host, { prepare });
  assert.deepEqual(await page.evaluate(() => window.order), ["the page", "its worker"], "keeping it comes after showing it");
  await host.close();
  await page.reload();
  await explore(page, ALL);
  for (const [address, title] of [["s/deadlock/", "Two seats, two orders"], ["index.html?s=mixed", "Two rules for one seat"]]) {
    await page.goto(host.url + address);
    await page.getByRole("heading", { name: title, level: 1 }).waitFor();
  }
  await explore(page, /orders/);
  assertClean(seen);
  await close();
});

test("an open page goes on with its own build, and a reload has the new one", async () => {
  const host = await hosted(build("a"));
  const { page, seen, close } = await visit(host);
  host.publish(build("b"));
  await update(page);
  await explore(page, ALL);
  assert.equal(await helperOf(page), "a", "what is loaded later is of the build of the page");
  await page.reload();
  await explore(page, ALL);
  assert.equal(await helperOf(page), "b");
  assertClean(seen);
  await close();
});

test("only the last few builds are kept, and nothing of others on the host", async () => {
  const host = await hosted(build("c"));
  const { page, seen, close } = await visit(host);
  await page.evaluate(() => caches.open("somebody else's"));
  for (const name of ["d", "e", "f", "0"]) {
    host.publish(build(name));
    await update(page);
  }
  const names = (await kept(page)).map((name) => name.replace(`seatrace ${host.url} `, ""));
  assert.deepEqual(names.sort(), ["00000000", "dddddddd", "eeeeeeee", "ffffffff", "somebody else's"]);
  assertClean(seen);
  await close();
});
