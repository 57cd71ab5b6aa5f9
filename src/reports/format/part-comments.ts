import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

/**
 * The reader of YAML takes all comments below a collection for the collection's. Those that stand further left are about
 * what comes next: each is given back to the key below it, or to the end of the map in whose column it stands.
 */
export function partComments(document: Document, text: string): void {
  visit(document, {
    Collection: (_, collection, path) => {
      const lines = (collection.comment ?? "").split("\n");
      const indents = indentsBelow(collection, text);
      const at = indents.findIndex((indent) => indent !== null && indent < (indents[0] ?? 0));
      if (at < 1 || indents.length < lines.length) return;
      const owner = path.filter(isMap).findLast((map) => columnOf(map, text) <= (indents[at] ?? 0));
      if (owner === undefined) return;
      collection.comment = trimBlank(lines.slice(0, at)).join("\n");
      give(owner, path, lines.slice(at), lines[at - 1] === "");
    },
  });
}

/** The column of each line below a collection that is a comment; null for blank lines. */
function indentsBelow({ range }: YAMLMap | YAMLSeq, text: string): readonly (number | null)[] {
  if (!range) return [];
  const lines = text.slice(range[1], range[2]).split("\n");
  const first = lines.findIndex((line) => /^\s*#/.test(line));
  return first === -1
    ? []
    : lines.slice(first).map((line) => (/^\s*#/.test(line) ? line.indexOf("#") : null));
}

function columnOf({ range }: YAMLMap, text: string): number {
  const start = range?.[0] ?? 0;
  return start - (text.lastIndexOf("\n", start - 1) + 1);
}

function give(owner: YAMLMap, path: readonly unknown[], lines: readonly string[], isApart: boolean): void {
  const pair = path[path.indexOf(owner) + 1];
  const next = isPair(pair) ? owner.items[owner.items.indexOf(pair) + 1]?.key : undefined;
  const to = isScalar(next) || isCollection(next) ? next : owner;
  const part = to === owner ? "comment" : "commentBefore";
  to[part] = [...trimBlank(lines), ...(to[part] == null ? [] : [to[part]])].join("\n");
  if (isApart && to !== owner) to.spaceBefore = true;
}

function trimBlank(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line !== "");
  return lines.slice(0, last + 1);
}
