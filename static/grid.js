// Grids of seats: one stop for the Tab key, arrows move in it, and what is drawn is pressed as a button is. The pattern is
// that of the ARIA Authoring Practices Guide for layout grids.
const MOVES = {
  ArrowLeft: (row, at) => row[at - 1],
  ArrowRight: (row, at) => row[at + 1],
  ArrowUp: (row, at) => cells(row[at].parentElement.previousElementSibling)[at],
  ArrowDown: (row, at) => cells(row[at].parentElement.nextElementSibling)[at],
  Home: (row) => row[0],
  End: (row) => row.at(-1),
};
/** With Ctrl, these lead to the first and the last of all. */
const ENDS = { Home: 0, End: -1 };

const cells = (row) => [...(row?.querySelectorAll("[role=gridcell]") ?? [])];

function pressed(event) {
  const { key, target, ctrlKey, altKey, metaKey } = event;
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
  const next = all?.at(ENDS[key]) ?? (ctrlKey ? undefined : MOVES[key]?.(row, row.indexOf(cell)));
  if (!(key in MOVES)) return;
  // Whatever else these keys do, they do not do it here.
  event.preventDefault();
  event.stopPropagation();
  if (!next) return;
  cell.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

// Before the keys of the race are heard.
document.addEventListener("keydown", pressed, { capture: true });
