// Grids of seats, and the field beside them. A grid is one stop for the Tab key, keys move in it, and what is drawn is pressed as
// a button is: the pattern is that of the ARIA Authoring Practices Guide for layout grids.

/** So many rows are a page. */
const PAGE = 5;

const MOVES = {
  ArrowLeft: ([row, at]) => row[at - 1],
  ArrowRight: ([row, at]) => row[at + 1],
  ArrowUp: (from) => away(from, -1),
  ArrowDown: (from) => away(from, 1),
  PageUp: (from) => away(from, -PAGE),
  PageDown: (from) => away(from, PAGE),
  Home: ([row]) => row[0],
  End: ([row]) => row.at(-1),
};
/** With Ctrl, these lead to the first and the last of all. */
const ENDS = { Home: 0, End: -1 };

const cells = (row) => [...(row?.querySelectorAll("[role=gridcell]") ?? [])];

/** The cell so many rows below, or in the last row that there is. */
function away([row, at], by) {
  const rows = [...row[at].closest("[role=grid]").querySelectorAll("[role=row]")].filter((it) => cells(it).length);
  const from = rows.indexOf(row[at].closest("[role=row]"));
  return cells(rows[Math.max(0, Math.min(from + by, rows.length - 1))])[at];
}

function pressed(event) {
  const { key, target, ctrlKey, altKey, metaKey } = event;
  if (key === "Enter" && target.dataset?.enter) return void entered(target);
  const cell = target.closest?.("[role=gridcell]");
  if (!cell || altKey || metaKey) return;
  if ((key === "Enter" || key === " ") && cell.localName !== "button") {
    event.preventDefault();
    event.stopPropagation();
    cell.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    return;
  }
  const row = cells(cell.closest("[role=row]"));
  const all = ctrlKey && key in ENDS ? cells(cell.closest("[role=grid]")) : undefined;
  const next = all?.at(ENDS[key]) ?? (ctrlKey ? undefined : MOVES[key]?.([row, row.indexOf(cell)]));
  if (!(key in MOVES)) return;
  // Whatever else these keys do, they do not do it here.
  event.preventDefault();
  event.stopPropagation();
  if (!next) return;
  // What was pressed has the focus, and need not be the stop.
  for (const stop of cell.closest("[role=grid]").querySelectorAll("[tabindex='0']")) stop.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

/** The worker has heard of what is typed after so many ms, or never will. */
const PATIENCE_MS = 1000;

/** Enter in a field presses its button, as soon as that is about what stands in the field. */
async function entered(field) {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; ) {
    const button = document.getElementById(field.dataset.enter);
    if (button?.dataset.for === field.value) return button.click();
    await new Promise((later) => setTimeout(later, 20));
  }
}

/** What is done with what was typed leaves the field empty for the next. */
function done({ target }) {
  const button = target.closest?.("[data-for]");
  const field = button?.dataset.do && document.querySelector(`[data-enter="${button.id}"]`);
  if (!field) return;
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// Before the keys of the race are heard.
document.addEventListener("keydown", pressed, { capture: true });
// After what was pressed is done.
window.addEventListener("click", done);
