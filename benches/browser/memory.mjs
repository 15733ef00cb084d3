// What the page needs for a long race, once all of it was played.
import { open } from "../../tests/e2e/helpers.mjs";

/** Gives the bytes of the script heap and of the program's memory, and the number of steps that are on show. */
export async function memory(lab, query) {
  const { page, close } = await open(lab, { address: `?${query}` });
  try {
    page.setDefaultTimeout(120_000);
    await page.getByRole("button", { name: "One step", exact: true }).click();
    await page.keyboard.press("End");
    await page.getByRole("button", { name: "Play again", exact: true }).waitFor();
    const steps = await page.getByRole("slider", { name: "Step" }).getAttribute("max");
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage");
    await session.send("Performance.enable");
    const { metrics } = await session.send("Performance.getMetrics");
    const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
    return [heap, await page.evaluate(ofProgram), steps];
  } finally {
    await close();
  }
}

/** Runs on the page: a program that runs already gives its exports when it is started again. */
async function ofProgram() {
  const program = await import(document.getElementById("program").href);
  const { memory } = await program.default();
  return memory.buffer.byteLength;
}
