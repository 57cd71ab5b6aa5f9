/** Rows further up or down that a page key moves. */
const PAGE = 10;

/** Makes a table a grid of buttons for the keyboard: one of them is in the order of Tab, arrows move to the others. */
export function moveInGrid(table: HTMLTableElement): void {
  const rows = [...table.rows]
    .map((row) => [...row.cells].map((cell) => cell.querySelector("button")))
    .filter((row) => row.some((button) => button !== null));
  const all = rows.flat().filter((button) => button !== null);
  let current = all[0];
  if (current !== undefined) current.tabIndex = 0;
  table.addEventListener("focusin", ({ target }) => {
    const button = all.find((each) => each === target);
    if (button === undefined || current === undefined) return;
    current.tabIndex = -1;
    button.tabIndex = 0;
    current = button;
  });
  table.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || current === undefined) return;
    const next = nextOf(rows, current, event.ctrlKey ? `Ctrl+${event.key}` : event.key);
    if (next === null) return;
    event.preventDefault();
    next.focus();
  });
}

type Cell = HTMLButtonElement | null;

/** Where a key leads to from a button; null: the key is for nothing here. */
function nextOf(rows: readonly (readonly Cell[])[], from: HTMLButtonElement, key: string): Cell {
  const y = rows.findIndex((row) => row.includes(from));
  const row = rows[y] ?? [];
  const x = row.indexOf(from);
  const column = rows.map((each) => each[x] ?? null);
  switch (key) {
    case "ArrowRight":
      return row.slice(x + 1).find(isThere) ?? from;
    case "ArrowLeft":
      return row.slice(0, x).findLast(isThere) ?? from;
    case "ArrowDown":
      return column.slice(y + 1).find(isThere) ?? from;
    case "ArrowUp":
      return column.slice(0, y).findLast(isThere) ?? from;
    case "PageDown":
      return column.slice(y + 1, y + 1 + PAGE).findLast(isThere) ?? from;
    case "PageUp":
      return column.slice(Math.max(0, y - PAGE), y).find(isThere) ?? from;
    case "Home":
      return row.find(isThere) ?? from;
    case "End":
      return row.findLast(isThere) ?? from;
    case "Ctrl+Home":
      return rows.flat().find(isThere) ?? from;
    case "Ctrl+End":
      return rows.flat().findLast(isThere) ?? from;
    default:
      return null;
  }
}

function isThere(cell: Cell): boolean {
  return cell !== null;
}
