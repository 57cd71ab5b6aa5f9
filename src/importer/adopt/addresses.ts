import { compareTexts } from "../../base/compare-texts.ts";

/** An instance key behind its bracket: a number, or a text in quotes with its escapes. */
const KEY = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/gs;
const COUNTED = /\[(\d+)\]/g;

/** The address without any instance key, as a `removed` block takes it: `module.vpc["a"].aws_vpc.this[0]` is `module.vpc.aws_vpc.this`. */
export function withoutKeys(address: string): string {
  return address.replace(KEY, "");
}

/** The type of the resource at an address in any module. */
export function typeAt(address: string): string {
  return withoutKeys(address).split(".").at(-2) ?? "";
}

/** The call of a module that an address lies in, with its key: `module.vpc["a"]`; empty for the root module. */
export function callOf(address: string): string {
  return /^module\.[\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?/s.exec(address)?.[0] ?? "";
}

/** Sorts addresses as people count: `[2]` before `[10]`. */
export function compareAddresses(a: string, b: string): number {
  const key = (address: string) =>
    address.replace(COUNTED, (_, index: string) => `[${index.padStart(6, "0")}]`);
  return compareTexts(key(a), key(b));
}
