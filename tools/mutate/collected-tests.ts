import { deepStrictEqual } from "node:assert";
import type { Case } from "./corpus.ts";

/** A test of a test file, by its name; `run` throws when it fails. */
interface CollectedTest {
  readonly name: string;
  readonly run: () => void;
}

/** The tests of the files that were loaded, in their order. */
const collectedTests: CollectedTest[] = [];

type Body = (...values: never[]) => unknown;

/** As Vitest's `describe`: the tests in it are collected at once. */
export function describe(_name: string, body: () => void): void {
  body();
}

/** As Vitest's `test`: it is collected, not run. */
export function test(name: string, body: () => unknown): void {
  collectedTests.push({ name, run: () => expectNoPromise(body()) });
}

/** As Vitest's `test.each` of a list: where all are lists, each is the arguments of one test; else each is the argument. */
test.each = (table: readonly unknown[]) => (name: string, body: Body) => {
  const isOfLists = table.every(Array.isArray);
  table.forEach((row, index) => {
    const values: readonly unknown[] = isOfLists && Array.isArray(row) ? row : [row];
    test(`${name} (${index})`, () => body(...(values as never[])));
  });
};

/** As Vitest's `it`. */
export function it(name: string, body: () => unknown): void {
  test(name, body);
}

it.each = test.each;

/** As Vitest's `expect`, with the comparisons that these tests make. */
export function expect(actual: unknown) {
  return {
    toEqual: (expected: unknown) => deepStrictEqual(plain(actual), plain(expected)),
    toBe: (expected: unknown) => hold(Object.is(actual, expected)),
    toBeNull: () => hold(actual === null),
    toContain: (part: never) => hold((actual as readonly unknown[] | string).includes(part)),
    toHaveLength: (length: number) => hold((actual as readonly unknown[]).length === length),
    toBeGreaterThan: (least: number) => hold(Number(actual) > least),
    toMatch: (pattern: RegExp | string) => hold(new RegExp(pattern).test(String(actual))),
    toThrow: (part: string) => hold(messageOf(actual as () => unknown).includes(part)),
    toMatchObject: (part: unknown) => holdPart(plain(actual), plain(part)),
  };
}

/** One case for each test that was collected: it passes, or throws. Throws when there is none. */
export function collectedCases(rule: string): readonly Case[] {
  if (collectedTests.length === 0) throw new Error("no test was collected");
  return collectedTests.map(({ name, run }, index) => ({
    rule,
    file: `${index}: ${name}`,
    ask: () => {
      run();
      return "passes";
    },
  }));
}

/** Without keys that are undefined, as `toEqual` sees a value. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** As `toMatchObject`: keys that `part` does not name may be there in objects, at any depth; lists are as long. */
function holdPart(found: unknown, part: unknown): void {
  if (!isObject(part)) hold(Object.is(found, part));
  else if (!isObject(found)) hold(false);
  else {
    if (Array.isArray(part)) hold(Array.isArray(found) && found.length === part.length);
    for (const [key, value] of Object.entries(part)) holdPart(found[key], value);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** What the call throws; empty when it throws nothing. */
function messageOf(call: () => unknown): string {
  try {
    call();
    return "";
  } catch (cause) {
    return String(cause);
  }
}

function hold(isTrue: boolean): void {
  if (!isTrue) throw new Error("the expectation is not met");
}

function expectNoPromise(value: unknown): void {
  if (value instanceof Promise) throw new Error("a test that waits cannot be collected");
}
