/** UTF-16 units: a longer word in a message is no name that anybody reads. */
const LONGEST_WORD = 160;
/** UTF-16 units: the longest message of Hextet's own has about a fifth. */
const LONGEST_TEXT = 2_000;
const HEAD = 80;
const TAIL = 20;

/** A text for a message, with what a blueprint has put into it cut to a length that people read: "aaa…zzz". */
export function shortText(text: string): string {
  if (text.length <= LONGEST_WORD) return text;
  const words = text.replace(/\S+/g, (word) => (word.length <= LONGEST_WORD ? word : cut(word, HEAD, TAIL)));
  return words.length <= LONGEST_TEXT ? words : cut(words, LONGEST_TEXT - 4 * TAIL, TAIL);
}

function cut(text: string, head: number, tail: number): string {
  const [start, end] = [text.slice(0, head), text.slice(-tail)];
  // Half a character would be shown as an escape of its own.
  return `${start.replace(/[\ud800-\udbff]$/, "")}…${end.replace(/^[\udc00-\udfff]/, "")}`;
}
