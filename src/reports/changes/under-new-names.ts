import { formatPath, type Path } from "../../base/path.ts";

/** What has another name than before in one stack. */
export interface NewNames {
  readonly stack: string;
  /** The name that the stack had; its own where that is the same. */
  readonly formerStack: string;
  /** Where each renamed thing stands, under its name of today. */
  readonly things: readonly { readonly path: Path; readonly from: string; readonly to: string }[];
}

/** A pointer of before as it reads today: the keys of renamed things, which may lie in each other, are the new ones. */
export function pointerToday(pointer: string, { things }: NewNames): string {
  return [...things]
    .sort((a, b) => a.path.length - b.path.length)
    .reduce((text, { path, from }) => {
      const was = formatPath([...path.slice(0, -1), from]);
      const isThere = text.startsWith(was) && !/^[\p{L}\p{N}_$-]/u.test(text.slice(was.length));
      return isThere ? formatPath(path) + text.slice(was.length) : text;
    }, pointer);
}

/** The text with the new name for every word that is an old one: what differs in names only is the same text then. */
export function wordsToday(text: string, { stack, formerStack, things }: NewNames): string {
  const names = new Map([[formerStack, stack], ...things.map(({ from, to }) => [from, to] as const)]);
  return text.replace(/[A-Za-z0-9-]+/g, (word) => names.get(word) ?? word);
}
