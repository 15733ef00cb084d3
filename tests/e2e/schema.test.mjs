// The published schema of run files, read by a validator that is not ours: it takes every run of the gallery, as
// tests/api_golden.rs writes them, and nothing that is spoiled.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { DIST, ROOT } from "./helpers.mjs";

const packages = process.env.SEATRACE_E2E_PACKAGES ?? dirname(fileURLToPath(import.meta.url));
const Ajv = createRequire(join(packages, "package.json"))("ajv/dist/2020").default;
const read = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));

test("the published schema takes every run file of the gallery, and no spoiled one", () => {
  const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false }).compile(read(DIST, "run.schema.json"));
  const files = read(ROOT, "tests", "e2e", "golden", "run-files.json");
  assert.ok(files.length >= 9, `${files.length} files`);
  for (const file of files) assert.ok(validate(file), `${file.query}: ${JSON.stringify(validate.errors)}`);
  const [file] = files;
  assert.ok(validate({ ...file, course: { week: 3 } }), "what is unknown is allowed");
  for (const spoiled of [
    { v: "1" }, { v: 2 }, { schema: "urn:other" }, { digest: "IIIIIIII" }, { digest: undefined }, { order: "A1" }, { order: "a" },
    { note: "x".repeat(501) }, { title: 7 }, { seed: 45 }, { strategy: "psychic" }, { class: "good" }, { steps: -1 }, { query: null },
  ]) {
    assert.ok(!validate(JSON.parse(JSON.stringify({ ...file, ...spoiled }))), JSON.stringify(spoiled));
  }
});
