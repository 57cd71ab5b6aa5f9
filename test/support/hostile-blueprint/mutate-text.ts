import { oneOf, type Random } from "../random-source.ts";
import { HOSTILE_CHARACTERS, HOSTILE_KEYS, HOSTILE_LINES, HOSTILE_YAML } from "./hostile-values.ts";
import { mutateTree } from "./mutate-tree.ts";

type Mutation = (text: string, random: Random, others: readonly string[]) => string;

/** How a text is made hostile: some on bytes, some on lines, some on what the YAML says. */
const MUTATIONS: readonly Mutation[] = [
  flipBits,
  (text, random) => text.slice(0, random(text.length + 1)),
  (text, random) => cut(text, random, (piece) => piece.slice(0, 0)),
  (text, random) => cut(text, random, (piece) => piece + piece),
  (text, random) => put(text, random, oneOf(random, HOSTILE_CHARACTERS)),
  (text, random) => put(text, random, oneOf(random, HOSTILE_YAML)),
  (text, random) => changeLine(text, random, (line) => `${line}\n${line}`),
  (text, random) => changeLine(text, random, (line) => `${oneOf(random, [" ", "  ", "\t", "- "])}${line}`),
  (text, random) => changeLine(text, random, (line) => line.trimStart()),
  (text, random) => changeLine(text, random, (line) => `${line}\n${oneOf(random, HOSTILE_LINES)}`),
  (text, random) =>
    changeLine(text, random, (line) => line.replace(/: .*$/, () => `: ${oneOf(random, HOSTILE_YAML)}`)),
  (text, random) =>
    changeLine(text, random, (line) =>
      line.replace(/[\w-]+:/, () => `${JSON.stringify(oneOf(random, HOSTILE_KEYS))}:`),
    ),
  (text, random, others) => text.slice(0, random(text.length + 1)) + cutOf(oneOf(random, others), random),
  (text, random) => text.replaceAll("\n", oneOf(random, ["\r\n", "\r", "\n\n", "\u2028", "\u0085"])),
];

/** A text made hostile in one to three ways; in half of the cases it is still YAML. */
export function mutateText(text: string, random: Random, others: readonly string[]): string {
  if (random(2) === 0) return mutateTree(text, random, others);
  let result = text;
  for (let left = 1 + random(3); left > 0; left -= 1)
    result = oneOf(random, MUTATIONS)(result, random, others);
  return result;
}

/** What is no UTF-8 any more is read as U+FFFD. */
function flipBits(text: string, random: Random): string {
  const bytes = new TextEncoder().encode(text);
  for (let left = 1 + random(8); left > 0 && bytes.length > 0; left -= 1) {
    const at = random(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
  }
  return new TextDecoder().decode(bytes);
}

function cut(text: string, random: Random, change: (piece: string) => string): string {
  const start = random(text.length + 1);
  const end = start + random(40);
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

function cutOf(text: string, random: Random): string {
  return text.slice(random(text.length + 1));
}

function put(text: string, random: Random, piece: string): string {
  const at = random(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

function changeLine(text: string, random: Random, change: (line: string) => string): string {
  const lines = text.split("\n");
  const at = random(lines.length);
  return lines.map((line, index) => (index === at ? change(line) : line)).join("\n");
}
