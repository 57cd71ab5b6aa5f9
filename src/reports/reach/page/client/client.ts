import type { PageData } from "../page-data.ts";
import { one } from "./make.ts";
import { moveInGrid } from "./move-in-grid.ts";
import { TracePanel } from "./show-trace.ts";

const data = JSON.parse(one(document, "#data").textContent ?? "") as PageData;
for (const stack of document.querySelectorAll("article")) start(stack);

/** Gives the matrix of a stack its keys, and its cells their traces. */
function start(stack: Element): void {
  const panel = new TracePanel(stack, data);
  const table = one<HTMLTableElement>(stack, "table");
  const close = one<HTMLButtonElement>(stack, ".close");
  const path = one<HTMLElement>(stack, ".path");
  let opened: HTMLButtonElement | null = null;
  moveInGrid(table);

  const shut = () => {
    if (opened === null) return;
    panel.close();
    opened.removeAttribute("aria-current");
    opened.focus();
    opened = null;
    close.hidden = true;
  };
  const open = (button: HTMLButtonElement) => {
    opened?.removeAttribute("aria-current");
    opened = button;
    button.setAttribute("aria-current", "true");
    panel.open(Number(button.dataset["trace"]));
    close.hidden = false;
    // Beside the matrix it is seen; below it, it is brought there.
    if (path.getBoundingClientRect().top > window.innerHeight / 2) path.scrollIntoView({ block: "start" });
  };
  table.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button !== null) open(button);
  });
  close.addEventListener("click", shut);
  stack.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && event.key === "Escape") shut();
  });
  const [only, ...others] = table.querySelectorAll("button");
  if (only !== undefined && others.length === 0) open(only);
}

// On paper nobody can open what is closed.
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});
