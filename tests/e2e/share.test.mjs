// The dialog for sharing: the link and its forms, the code, the snippets, and everything that can be taken along.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { SCHEMES, SIZES, addressIs, assertAccessible, assertClean, assertFits, lendClipboard, open, saves, screenshot, start } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const NAIVE = "?v=1&strategy=naive&users=2&clock=free&order=ABAB";
const button = (place, name) => place.getByRole("button", { name, exact: true });
const dialog = (page) => page.getByRole("dialog", { name: "Share" });
const link = (page) => dialog(page).locator("#shared-link").getByRole("textbox", { name: "Link" });

async function begin(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(15_000);
  await button(opened.page, "Share").click();
  await link(opened.page).waitFor();
  return opened;
}

const says = (page, words) => dialog(page).getByRole("status").filter({ hasText: words }).waitFor();

for (const size of [SIZES[0], SIZES[1], SIZES[3]]) {
  for (const colorScheme of SCHEMES) {
    test(`it fits and is accessible: ${size.name}, ${colorScheme}`, async () => {
      const { page, seen, close } = await begin({ size, colorScheme, address: `${NAIVE}&at=4` });
      await screenshot(page, `share-${size.name}-${colorScheme}`);
      await assertFits(page);
      await assertAccessible(page);
      await dialog(page).getByText("Embed it in course material").click();
      await dialog(page).getByText("Take the run along").click();
      await button(dialog(page), "Save Run file, to be opened again").scrollIntoViewIfNeeded();
      await screenshot(page, `share-open-${size.name}-${colorScheme}`);
      await assertAccessible(page);
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "hidden" });
      assertClean(seen);
      await close();
    });
  }
}

test("a shared run opens as it was, and the page confirms it", async () => {
  const { page, seen, close } = await begin({ address: "?v=1&strategy=naive,optimistic&users=3&at=2" });
  await dialog(page).getByLabel("Open at step 2, as it stands here").check();
  await dialog(page).getByLabel("A note").fill("Who reads <first>?");
  await page.waitForFunction(() => document.getElementById("link").value.includes("n=Who"));
  const shared = await link(page).inputValue();
  assert.ok(shared.startsWith(`${lab.host.url}?v=1&strategy=naive&users=3&order=`), shared);
  assert.match(shared, /&d=[0-9A-Z]{8}&at=2#n=Who%20reads%20%3Cfirst%3E%3F$/);
  await page.goto(shared);
  await page.getByText("Who reads <first>?").waitFor();
  await page.getByRole("status").filter({ hasText: "Confirmed." }).first().waitFor();
  assert.equal(await page.getByRole("slider", { name: "Step" }).inputValue(), "2");
  assertClean(seen);
  await close();
});

test("the result of trying every order is shared, and checked where it is opened", async () => {
  const opened = await open(lab, { address: "?v=1&strategy=optimistic&users=3" });
  const { page, seen, close } = opened;
  await page.getByRole("link", { name: "Explore" }).click();
  await button(page, "Explore every order").click();
  await page.getByRole("region", { name: "Result" }).waitFor();
  await button(page, "Share").click();
  const shared = await link(page).inputValue();
  assert.ok(shared.endsWith("&clock=free&claim=double-booking.0.150&view=explore"), shared);
  await page.goto(shared);
  await button(page, "Check it: try every order").click();
  await page.getByRole("status").filter({ hasText: "Confirmed. 0 of 150 orders" }).first().waitFor();
  assertClean(seen);
  await close();
});

test("copying works with the permission to use the clipboard and without it", async () => {
  const { page, seen, close } = await begin({ address: NAIVE });
  await lendClipboard(page);
  await button(dialog(page), "Copy link").click();
  await says(page, "Copied.");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await link(page).inputValue());
  // Without: what a sandboxed frame meets. The copy is what was selected when it was made.
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    document.addEventListener("copy", () => { window.copied = document.activeElement.value; });
  });
  await dialog(page).getByText("Take the run along").click();
  await button(dialog(page), "Copy Events as a table (CSV)").click();
  await page.waitForFunction(() => window.copied?.startsWith("step,at_ms,user,op"));
  await page.evaluate(() => { document.execCommand = () => false; });
  await button(dialog(page), "Copy Transcript").click();
  await says(page, "This page may not copy by itself");
  assert.match(await dialog(page).getByRole("textbox", { name: "Text to copy" }).inputValue(), /^=== Testing/);
  assertClean(seen);
  await close();
});

const saved = (page, name) => saves(page, () => button(dialog(page), `Save ${name}`).click());

test("files are saved: a run that opens again, an image, a page for use without a network", async () => {
  const { page, seen, close } = await begin({ address: `${NAIVE}&at=3` });
  await dialog(page).getByText("Take the run along").click();
  const png = readFileSync(await saved(page, "Picture of this step (PNG)"));
  assert.deepEqual([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join(""), "PNG");
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [2_400, 1_260]);
  assert.match(readFileSync(await saved(page, "Picture of this step (SVG)"), "utf8"), /after step 3/);
  const run = await saved(page, "Run file, to be opened again");
  const whole = await saved(page, "This race as one page, for use without a network (HTML)");
  await page.goto(`${lab.host.url}?v=1&s=deadlock`);
  await button(page, "Play the race").waitFor();
  const text = readFileSync(run, "utf8");
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "run.seatrace.json"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, text);
  await page.getByRole("status").filter({ hasText: "The run of the file was made again and is the same" }).first().waitFor();
  await addressIs(page, /order=ABAB/);
  assertClean(seen);
  await page.goto(pathToFileURL(whole).href);
  await page.getByRole("region", { name: "Scenario" }).getByText("2 users").waitFor();
  await page.keyboard.press("End");
  await page.getByRole("region", { name: "Verdict" }).getByText(/D1 is sold twice/).waitFor();
  await close();
});

test("every host has its snippet, and the code is there where the link is short enough", async () => {
  const { page, seen, close } = await begin({ address: NAIVE });
  await dialog(page).getByRole("img", { name: "QR code of the link" }).waitFor();
  await dialog(page).getByText("Embed it in course material").click();
  const hosts = dialog(page).getByRole("combobox", { name: "For" });
  const snippet = dialog(page).getByRole("textbox", { name: "Snippet" });
  for (const [host, words] of [["HTML", /^<iframe src=/], ["Quarto", /^::: \{\.content-visible/], ["MyST, Jupyter Book", /^:::\{iframe\}/]]) {
    await hosts.selectOption(host);
    await page.waitForFunction((start) => new RegExp(start).test(document.getElementById("snippet").value), words.source);
    assert.ok((await snippet.inputValue()).includes(lab.host.url), host);
  }
  await page.goto(`${lab.host.url}?v=1&strategy=optimistic&users=26&seats=20x20&want=each&party=8&attempts=20&clock=free&sched=random`);
  await button(page, "Share").click();
  await dialog(page).getByText(/No code: the link is \d+ bytes long/).waitFor();
  assertClean(seen);
  await close();
});
