// What only a script can do with what is shared: copy, save, turn a drawing into an image, bake a scenario into a page.
// Loaded with the dialog. Everything works without the permission to use the clipboard, and where saving is forbidden.
const parts = globalThis.seatraceParts;
/** An image is drawn this much larger than the drawing says, so that it is sharp on a slide. */
const SCALE = 2;
/** How long a button says that it has worked, in ms. */
const SAID_MS = 2_000;

const dialog = () => document.getElementById("share");

const said = () => dialog()?.querySelector(".said");

/** Words of the page's language: the worker has written them into the place where they are said. */
const words = (name, what = "") => said()?.dataset[name].replace("$", () => what) ?? what;

function say(text) {
  const place = said();
  if (place) place.textContent = text;
}

/** Copies by the clipboard or, where that is forbidden, by a selection. False if neither works. */
async function copyText(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A frame without that permission may still copy what is selected in it.
  }
  field.focus();
  field.select();
  return document.execCommand("copy");
}

/** A field for what cannot be copied otherwise: whoever presses the keys can. */
function spare(text) {
  const body = dialog();
  let field = body.querySelector("#spare");
  if (!field) {
    field = document.createElement("textarea");
    Object.assign(field, { id: "spare", readOnly: true, rows: 4, ariaLabel: words("field") });
    body.append(field);
  }
  field.value = text;
  return field;
}

async function copy(text, field) {
  const works = await copyText(text, field ?? spare(text));
  if (works && !field) dialog().querySelector("#spare")?.remove();
  say(words(works ? "copied" : "selected"));
  return works;
}

async function pressed(event) {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  if (!(await copy(field.value, field))) return;
  button.focus();
  const name = button.textContent;
  if (button.dataset.said) return;
  button.dataset.said = "yes";
  button.textContent = words("button");
  setTimeout(() => {
    button.textContent = name;
    delete button.dataset.said;
  }, SAID_MS);
}

/** Hears the buttons of the dialog until it closes; then `closed` is called. */
export function attend(closed) {
  const body = dialog();
  body.addEventListener("click", pressed);
  const end = () => {
    body.removeEventListener("click", pressed);
    body.querySelector("#spare")?.remove();
    closed();
  };
  body.addEventListener("close", end, { once: true });
}

/** A drawing as an image. */
async function drawn(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: image.naturalWidth * SCALE, height: image.naturalHeight * SCALE });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((ready, fail) =>
    canvas.toBlob((blob) => (blob ? ready(blob) : fail(new Error(words("undrawn")))), "image/png"),
  );
}

/** The page for use without a network, which opens this query. */
async function baked(query) {
  if (parts) throw new Error(words("baked"));
  const answer = await fetch(new URL("seatrace-standalone.html", import.meta.url));
  if (!answer.ok) throw new Error(words("missing", String(answer.status)));
  const page = new DOMParser().parseFromString("<p>", "text/html");
  page.documentElement.dataset.query = query;
  const attribute = page.documentElement.cloneNode(false).outerHTML.match(/ data-query="[^"]*"/)[0];
  return (await answer.text()).replace(/<html lang="?en"?/, (tag) => tag + attribute);
}

/** Saves or copies a file. */
export async function take({ name, mime, text, turn, copy: toCopy }) {
  try {
    const content = turn === "page" ? await baked(text) : text;
    if (!toCopy) {
      const blob = turn === "png" ? await drawn(text) : new Blob([content], { type: mime });
      save(name, blob);
      say(words("saved", name));
    } else if (turn === "png") {
      const image = drawn(text);
      await navigator.clipboard.write([new ClipboardItem({ "image/png": image })]);
      say(words("copied"));
    } else {
      await copy(content);
    }
  } catch (error) {
    say(turn === "png" && toCopy ? words("uncopied") : words("failed", error.message));
  }
}

function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), SAID_MS);
}
