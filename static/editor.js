// The dialog of the scenario editor: it opens at a parameter, says what is done in it, and gives the focus back. What stands
// in it is the worker's: src/worker/editor decides, src/worker/view/editor draws.

/** Below this the sheet covers the page, and is modal. */
const NARROW = "(max-width: 859px)";
const TEXT = "input:not([type=radio]),textarea";

const FRAME = `<div class="head">
<h2 id="form-title"></h2>
<button class="btn bare" type="button" data-edit="close">
<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 3.5l9 9M12.5 3.5l-9 9"/></svg></button>
</div>
<div id="editor"><p class="quiet" role="status"></p></div>`;

let dialog;
let opener;
let does;

function make({ title, close, opening }) {
  dialog = document.createElement("dialog");
  dialog.id = "form";
  dialog.className = "form";
  dialog.setAttribute("aria-labelledby", "form-title");
  dialog.innerHTML = FRAME;
  dialog.querySelector("h2").textContent = title;
  Object.assign(dialog.querySelector("button"), { title: close, ariaLabel: close });
  dialog.querySelector("[role=status]").textContent = opening;
  dialog.addEventListener("click", pressed);
  dialog.addEventListener("change", changed);
  dialog.addEventListener("keydown", moved);
  dialog.addEventListener("close", closed);
  // Before anybody else hears it: what is open closes first.
  document.addEventListener("keydown", left, { capture: true });
  document.body.append(dialog);
}

/** Opens it at a parameter, under words of the page's language; `say(does, of, value)` hears what is done. */
export function open({ at, ...words }, say) {
  does = say;
  if (!dialog) make(words);
  if (!dialog.open) {
    opener = document.activeElement;
    if (matchMedia(NARROW).matches) dialog.showModal();
    else dialog.show();
  }
  arrive(at);
}

/** The focus goes to the parameter as soon as the worker has drawn it anew. */
function arrive(at) {
  const inside = dialog.querySelector("#editor");
  let anew = false;
  const watch = new MutationObserver((all) => {
    anew ||= all.some(({ target }) => target === inside);
    const field = anew && inside.querySelector(at === "s" ? "[name=gallery]:checked" : `#field-${CSS.escape(at)}`);
    if (!field) return;
    watch.disconnect();
    const group = field.closest("details");
    if (group) group.open = true;
    field.focus();
    (group ?? field.closest("fieldset"))?.scrollIntoView({ block: "nearest" });
  });
  watch.observe(inside, { childList: true, subtree: true });
}

function pressed({ target }) {
  const button = target.closest("button[data-edit]");
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  const [what, of = ""] = button.dataset.edit.split(":");
  if (what === "close") return dialog.close();
  // The button goes with what it resets.
  if (what === "reset") dialog.querySelector(`#field-${CSS.escape(of)}`)?.focus();
  const value = what === "seat" || what === "rows" || what === "columns" ? of : button.dataset.value;
  does(what, of, value ?? "");
}

function changed({ target }) {
  if (!target.dataset.edit) return;
  const [what, of = ""] = target.dataset.edit.split(":");
  does(what, of, target.value);
}

/** Undo and redo by keys, where no text has its own. */
function moved(event) {
  if (!(event.ctrlKey || event.metaKey) || event.target.matches(TEXT)) return;
  const key = event.key.toLowerCase();
  const back = key === "z" && !event.shiftKey;
  if (!back && key !== "y" && key !== "z") return;
  event.preventDefault();
  does(back ? "undo" : "redo", "", "");
}

function left(event) {
  if (event.key !== "Escape" || event.defaultPrevented || !dialog.open || document.querySelector("dialog:modal:not(#form)")) return;
  event.preventDefault();
  event.stopPropagation();
  dialog.close();
}

function closed() {
  does("close", "", "");
  // What had the focus may be gone; then it goes to the one thing that is always there to press.
  const back = opener?.isConnected && opener !== document.body ? opener : document.getElementById("play");
  back?.focus();
  opener = undefined;
}
