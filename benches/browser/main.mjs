// The browser's half of the benchmarks: hears one request a line, and answers each with one line of numbers, or with
// `error` and why. The other half, benches/src/browser.rs, asks, so that it can measure native code in between.
import { createInterface } from "node:readline";
import { start } from "../../tests/e2e/helpers.mjs";
import { explore } from "./explore.mjs";
import { frames } from "./frames.mjs";
import { memory } from "./memory.mjs";

const REQUESTS = { explore, frames, memory };

const lab = await start();
try {
  for await (const line of createInterface({ input: process.stdin })) {
    const [what, ...words] = line.split(" ");
    const answer = await REQUESTS[what](lab, ...words).catch((error) => ["error", error.message.replaceAll("\n", " ")]);
    console.log(answer.join(" "));
  }
} finally {
  await lab.close();
}
