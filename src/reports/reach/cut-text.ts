import { escapeUnsafe, screenWidth, toCells } from "../findings/terminal-text.ts";

/** The text, made safe, in at most so many columns: what is too long ends with an ellipsis. */
export function cutText(text: string, width: number): string {
  const safe = escapeUnsafe(text);
  if (screenWidth(safe) <= width) return safe;
  let shown = "";
  let left = width - 1;
  for (const cell of toCells(safe)) {
    if (cell.width > left) break;
    shown += cell.text;
    left -= cell.width;
  }
  return `${shown}…`;
}
