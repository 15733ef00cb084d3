// A smoke test in WebKit, by the driver of WebKitGTK: the page starts, plays, judges, and its worker answers.
// Run under a display: xvfb-run -a node tests/e2e/webkit.mjs
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(process.env.SEATRACE_E2E_PACKAGES ?? here, "package.json"));
const { Builder, By, Key, until } = require("selenium-webdriver");

const DRIVER = process.env.SEATRACE_WEBKIT_DRIVER ?? "WebKitWebDriver";
const BROWSER = process.env.SEATRACE_WEBKIT ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
/** The longest that anything is waited for, in ms. */
const PATIENCE_MS = 30_000;

const freePort = () => new Promise((found) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

const port = await freePort();
const host = await serve(join(here, "../../dist"));
// As root in a container its own sandbox cannot start; the page is ours.
const env = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
const driver = spawn(DRIVER, [`--port=${port}`], { env, stdio: "inherit" });
try {
  const capabilities = {
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: BROWSER, args: ["--automation"] },
  };
  const browser = await connect(capabilities);
  try {
    await smoke(browser);
  } finally {
    await browser.quit();
  }
} finally {
  driver.kill();
  await host.close();
}
console.log("WebKit: the page starts, plays, judges and explores.");

/** The driver needs a moment to listen. */
async function connect(capabilities) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((soon) => { setTimeout(soon, 200); });
    }
  }
}

async function smoke(browser) {
  const find = (by) => browser.wait(until.elementLocated(by), PATIENCE_MS);
  const button = async (name) => {
    const it = await find(By.xpath(`//button[normalize-space(.)='${name}' or @aria-label='${name}']`));
    return browser.wait(until.elementIsVisible(it), PATIENCE_MS);
  };
  await browser.get(host.url);
  await button("Play the race");
  await (await button("One step")).click();
  await browser.wait(async () => (await slider()).startsWith("Step 1 of"), PATIENCE_MS);
  await (await find(By.css("body"))).sendKeys(Key.END);
  await button("Play again");
  const verdict = await find(By.css("section[aria-label='Verdict']"));
  await browser.wait(until.elementTextMatches(verdict, /sold twice/), PATIENCE_MS); // it fades in
  await (await find(By.linkText("Explore"))).click();
  await (await button("Explore every order")).click();
  const result = await find(By.xpath("//h2[contains(., '31,200 of 31,320 orders')]"));
  await browser.wait(until.elementIsVisible(result), PATIENCE_MS);

  async function slider() {
    return (await find(By.css("input[type=range][aria-label='Step']"))).getAttribute("aria-valuetext");
  }
}
