import { overlaps, parsePrefix } from "../base/prefix.ts";
import { textOf } from "../base/untrusted-json.ts";

/** A part of a block that is known only by a reference: number `number` of the parts that are `newBits` longer. */
interface Part {
  readonly of: string;
  readonly newBits: number;
  readonly number: bigint;
}

/** Whether two blocks, as Terraform's JSON writes them, share an address for certain; false where either is not written. */
export function blocksOverlap(one: unknown, other: unknown): boolean {
  const [a, b] = [textOf(one), textOf(other)];
  if (a === null || b === null) return false;
  const [prefix, second] = [parsePrefix(a), parsePrefix(b)];
  if (prefix !== null && second !== null) return overlaps(prefix, second);
  const [part, otherPart] = [partIn(a), partIn(b)];
  if (part.of !== otherPart.of) return false;
  const bits = Math.min(part.newBits, otherPart.newBits);
  return beginning(part, bits) === beginning(otherPart, bits);
}

function partIn(text: string): Part {
  const [, of, newBits, number] = /^\$\{cidrsubnet\((.+), (\d+), (\d+)\)\}$/.exec(text) ?? [];
  if (of === undefined || newBits === undefined || number === undefined)
    return { of: text.replace(/^\$\{(.*)\}$/, "$1"), newBits: 0, number: 0n };
  return { of, newBits: Number(newBits), number: BigInt(number) };
}

function beginning({ newBits, number }: Part, bits: number): bigint {
  return number >> BigInt(newBits - bits);
}
