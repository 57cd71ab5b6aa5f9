import { isRecord, listOf } from "../untrusted-json.ts";
import { HclCursor, HclMistake } from "./hcl-cursor.ts";
import { hclValue, unquoted } from "./hcl-value.ts";

/** Arguments and blocks as Terraform's JSON syntax has them: blocks of one type are a list, under the labels that they have. */
type HclBody = Readonly<Record<string, unknown>>;

/** A block at the top of a file, such as `resource "aws_vpc" "main"`. */
interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: HclBody;
  /** Where it begins, in UTF-16 units. */
  readonly offset: number;
}

/** What stands in a file: blocks, and arguments beside them, as a file of values has. */
export interface HclFile {
  readonly blocks: readonly HclBlock[];
  readonly arguments: HclBody;
}

/**
 * Reads the blocks of an HCL text and the values of their arguments; what an expression gives only Terraform knows. The answer
 * is a mistake where the text is no HCL.
 */
export function readHcl(text: string): HclFile | HclMistake {
  try {
    const cursor = new HclCursor(text);
    const read = readItems(cursor);
    if (cursor.next !== "") throw cursor.mistake(`${JSON.stringify(cursor.next)} closes nothing`);
    return { blocks: read.blocks, arguments: Object.fromEntries(read.values) };
  } catch (error) {
    if (error instanceof HclMistake) return error;
    throw error;
  }
}

interface Items {
  readonly values: ReadonlyMap<string, unknown>;
  readonly blocks: readonly HclBlock[];
}

/** Up to the end, or the bracket that closes the block. */
function readItems(cursor: HclCursor, depth = 0): Items {
  const values = new Map<string, unknown>();
  const blocks: HclBlock[] = [];
  if (depth > 100) throw cursor.mistake("it is nested too deep");
  cursor.skipSpace(true);
  while (cursor.next !== "" && cursor.next !== "}") {
    const offset = cursor.at;
    const name = cursor.takeIdentifier();
    if (name === null) throw cursor.mistake("an argument or a block should begin here");
    cursor.skipSpace(false);
    if (cursor.take(/=(?!=)/y) === null) blocks.push(readBlock(cursor, name, offset, depth));
    else if (values.has(name)) throw cursor.mistake(`${name} is set twice`, offset);
    else values.set(name, readValue(cursor));
    cursor.skipSpace(false);
    if (cursor.next !== "" && !"\n}".includes(cursor.next)) throw cursor.mistake("a line should end here");
    cursor.skipSpace(true);
  }
  return { values, blocks };
}

function readValue(cursor: HclCursor): unknown {
  const { text, offset } = cursor.takeUntil("\n}");
  if (text === "") throw cursor.mistake("a value is missing", offset);
  return hclValue(text);
}

function readBlock(cursor: HclCursor, type: string, offset: number, depth: number): HclBlock {
  const labels: string[] = [];
  while (cursor.next !== "{") {
    const quoted = cursor.takeQuoted();
    const label = quoted === null ? cursor.takeIdentifier() : unquoted(quoted);
    if (label === null) throw cursor.mistake(`${type} is followed by neither "=" nor a block`);
    labels.push(label);
    cursor.skipSpace(false);
  }
  cursor.expect("{");
  const { values, blocks } = readItems(cursor, depth + 1);
  cursor.expect("}");
  return { type, labels, offset, body: bodyOf(values, blocks) };
}

function bodyOf(values: ReadonlyMap<string, unknown>, blocks: readonly HclBlock[]): HclBody {
  return blocks.reduce<HclBody>(
    (body, block) => withBlock(body, [block.type, ...block.labels], block.body),
    Object.fromEntries(values),
  );
}

/** A block with labels stands under each of them, as `backend.s3`. */
function withBlock(body: HclBody, [name = "", ...labels]: readonly string[], block: HclBody): HclBody {
  const known = Object.hasOwn(body, name) ? body[name] : undefined;
  const inner =
    labels.length === 0 ? [...listOf(known), block] : withBlock(isRecord(known) ? known : {}, labels, block);
  return { ...body, [name]: inner };
}
