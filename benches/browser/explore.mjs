// How long the page's worker takes to explore, as the page sees it: from the request until the answer is there.
import { open } from "../../tests/e2e/helpers.mjs";

/** Long enough for any machine that runs benchmarks. */
const PATIENCE_MS = 120_000;

let opened;

/** Opens the page and hires its worker by the page's own script; the second time it is there. */
async function office(lab) {
  if (opened) return opened;
  const { page } = await open(lab);
  await page.getByRole("button", { name: "Play the race", exact: true }).waitFor();
  await page.evaluate(async () => {
    const heard = { listener: () => {} };
    const { hire } = await import(new URL("helper.js", document.baseURI));
    const { send } = await hire("", (message) => heard.listener(message));
    window.bench = { send, heard };
  });
  return (opened = page);
}

/** Runs on the page. Ends the last exploration, so that this one begins anew, and times this one. */
async function timed({ query, strategy, apart, patience }) {
  const { send, heard } = window.bench;
  const show = (query) => send({ kind: "scene", query, strategy, order: "", mode: "explore", tab: "Log", language: "Rust" });
  await send({ kind: "cancel" });
  await show(`users=1&strategy=${strategy}`);
  await show(query);
  // Whatever was said so far is heard before the answer to this. An error without words takes back the one before.
  await new Promise((heardAll) => {
    heard.listener = ({ kind, says }) => kind === "error" && says && heardAll();
    send({ kind: "another", value: "none" });
  });
  return new Promise((answer, fail) => {
    const from = performance.now();
    heard.listener = ({ kind, place, markup, says }) => {
      if (kind === "error" && says) fail(new Error(says));
      if (place === "explored" && markup) answer({ ms: performance.now() - from, markup });
    };
    setTimeout(() => fail(new Error(`${query}: no answer for ${patience} ms`)), patience);
    send({ kind: "explore", apart });
  });
}

/** Gives ms, states, transitions and schedules. */
export async function explore(lab, query, strategy, symmetry) {
  const page = await office(lab);
  const asked = { query, strategy, apart: symmetry === "apart", patience: PATIENCE_MS };
  const { ms, markup } = await page.evaluate(timed, asked);
  const text = markup.replace(/<[^>]*>/g, "");
  const found = [/All ([\d,]+) states/, /and ([\d,]+) moves/, /of ([\d,]+) (?:orders|double)/].map((it) => text.match(it)?.[1]);
  if (found.includes(undefined)) throw new Error(`the worker says: ${text.slice(0, 200)}`);
  return [ms, ...found.map((number) => number.replaceAll(",", ""))];
}
