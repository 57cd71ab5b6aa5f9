import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";

/** Puts the comments and blank lines of the author's document where the same values stand in another one. */
export function keepComments(made: Document, author: Document): void {
  made.commentBefore = author.commentBefore;
  made.comment = author.comment;
  keepIn(made.contents, author.contents, author);
}

function keepIn(made: unknown, written: unknown, author: Document): void {
  const own = isAlias(written) ? written.resolve(author) : written;
  if (!isNode(made) || !isNode(own)) return;
  // Of an alias, the comments are those of its own line.
  copy(made, isNode(written) ? written : own);
  if (isSeq(made) && isSeq(own)) {
    for (const [index, item] of made.items.entries()) keepIn(item, own.items[index], author);
  }
  if (isMap(made) && isMap(own)) for (const pair of made.items) keepInPair(pair, own, author);
}

function keepInPair({ key, value }: Pair, written: YAMLMap, author: Document): void {
  const pair = written.items.find((one) => keyOf(one) === keyOf({ key }));
  if (pair === undefined) return;
  if (isNode(key) && isNode(pair.key)) copy(key, pair.key);
  keepIn(value, pair.value, author);
}

function keyOf({ key }: Pick<Pair, "key">): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function copy(made: Node, { comment, commentBefore, spaceBefore }: Node): void {
  if (comment != null) made.comment = comment;
  if (commentBefore != null) made.commentBefore = commentBefore;
  if (spaceBefore === true) made.spaceBefore = true;
}
