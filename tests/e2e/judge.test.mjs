// The judge's tab: the order that explains a run, and histories from elsewhere. By roles and names.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SCHEMES, assertAccessible, assertClean, assertFits, open, start } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const button = (place, name) => place.getByRole("button", { name, exact: true });

async function begin(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(20_000);
  await button(opened.page, "Play the race").waitFor();
  return opened;
}

const record = (index, process, type, result) => {
  const value = { seats: ["D1"], ...(result && { result }) };
  return JSON.stringify({ index, process, type, f: "book", value, time: index });
};
const twice = [record(0, 0, "invoke"), record(1, 1, "invoke"), record(2, 0, "ok", "booked"), record(3, 1, "ok", "booked")];

/** Hands a file to the judge, as the button does. */
const judge = (page, name, lines) =>
  page.getByLabel("Judge a history…").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(lines.join("\n")) });

for (const colorScheme of SCHEMES) test(`a run that is over is put in order, or shown to have none: ${colorScheme}`, async () => {
  const { page, seen, close } = await begin({ address: "?users=2&strategy=naive&clock=free&order=ABAB", colorScheme });
  await page.keyboard.press("End");
  await page.getByRole("tab", { name: "Judge" }).click();
  await page.getByText("No show could have answered so.").waitFor();
  await page.getByText("Alice booked D1 and Bob booked D1").first().waitFor();
  await assertFits(page);
  await assertAccessible(page);
  assertClean(seen);
  await close();
});

test("a history from elsewhere is judged", async () => {
  const { page, seen, close } = await begin();
  await page.getByRole("tab", { name: "Judge" }).click();
  await judge(page, "night.jsonl", twice);
  await page.getByText("night.jsonl").waitFor();
  await page.getByText("No show could have answered so.").waitFor();
  await judge(page, "day.jsonl", [...twice.slice(0, 3), record(3, 1, "ok", "taken")]);
  await page.getByText("One show could have answered so.").waitFor();
  await judge(page, "bad.jsonl", [twice[0], "{"]);
  await page.getByRole("status").getByText("Line 2: this is not JSON").waitFor();
  assertClean(seen);
  await close();
});

test("a history of a hundred thousand lines leaves the page awake", async () => {
  const { page, seen, close } = await begin();
  await page.getByRole("tab", { name: "Judge" }).click();
  const lines = [];
  for (let n = 0; n < 100_000; n += 2) {
    const seats = [`S${n % 1_000}`];
    const end = n < 1_000 ? "booked" : "taken";
    lines.push(JSON.stringify({ index: n, process: n, type: "invoke", f: "book", value: { seats }, time: n }));
    lines.push(JSON.stringify({ index: n + 1, process: n, type: "ok", f: "book", value: { seats, result: end }, time: n }));
  }
  await judge(page, "long.jsonl", lines);
  await button(page, "Play the race").press("End");
  await button(page, "Play again").waitFor();
  await page.getByText("50,000 operations").waitFor();
  await page.getByText("and 492 more").waitFor();
  assertClean(seen);
  await close();
});
