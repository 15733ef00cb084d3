// Starts the program. Whatever goes wrong on the way is said on the page: it is never blank.
const address = (id) => document.getElementById(id).href;

async function start() {
  const program = await import(address("program"));
  await program.default({ module_or_path: address("program-wasm") });
}

start().catch((error) => {
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = `The page could not start: ${error.message ?? error}`;
  document.getElementById("app").replaceChildren(words);
});
