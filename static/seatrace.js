// seatrace as a library, for pages anywhere: `import { run, explore, check } from ".../seatrace.js"`. Each gives a promise of
// the plain objects that the terminal prints with `--json`, or of an Error that names what is wrong. The work is done beside
// the page, in a worker, where one can be had. Nothing is added to the page that imports it.
import { staff } from "./helper.js?BUILD";

const { ask } = staff("BUILD", () => {});

function needs(what, name, given, fits) {
  if (!fits(given)) throw new TypeError(`${name} needs ${what}, not ${String(given)}`);
  return given;
}
const isText = (given) => typeof given === "string";
const isNumber = (given) => given === undefined || (Number.isSafeInteger(given) && given > 0);
const isFunction = (given) => given === undefined || typeof given === "function";

/** Runs a query, or a whole link: the objects of `run --json`, one a strategy. */
export async function run(query = "") {
  needs("a text", "query", query, isText);
  return (await ask({ kind: "run", query })).runs;
}

/**
 * Tries every order of a query: the objects of `explore --json`, one a strategy. `onProgress` gets `{ strategy, states,
 * transitions, schedules }` at most ten times a second. `cancel()` of what comes back, or an AbortSignal, stops it: the promise
 * gives what was found so far, with `complete: false`. So does the limit `max_states`, of each strategy.
 */
export function explore(query = "", onProgress = undefined, { max_states = undefined, signal = undefined } = {}) {
  const stop = new AbortController();
  const cancel = () => stop.abort();
  const hear = ({ strategy, states, transitions, schedules }) => onProgress?.({ strategy, states, transitions, schedules });
  const explored = async () => {
    needs("a text", "query", query, isText);
    needs("a function", "onProgress", onProgress, isFunction);
    needs("a whole number from 1 on", "max_states", max_states, isNumber);
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel);
    try {
      return (await ask({ kind: "explore-query", query, max_states }, { hear, signal: stop.signal })).all;
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  };
  return Object.assign(explored(), { cancel });
}

/** Judges a history, one JSON object a line: the object of `check --json`. */
export async function check(history) {
  needs("a text", "history", history, isText);
  return (await ask({ kind: "check-history", text: history })).report;
}
