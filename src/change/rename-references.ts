import { isRecord, valueIn } from "../base/untrusted-json.ts";
import { readStackOutput } from "./read-stack-output.ts";
import type { Body, StackOutput } from "./types.ts";

/** An address as it is named in a text, not as part of a longer word. */
const ADDRESS = /(?<![\w.-])(?:data\.)?[a-z][a-z0-9_]*\.[a-zA-Z_][\w-]*/g;

/**
 * The stack of before with the addresses that its resources move to in every reference, so that a reference to what
 * only moves is no change. Data sources have no state to move: one that asks the same under another name is the same.
 */
export function renameReferences(before: StackOutput, after: StackOutput): StackOutput {
  const names = new Map([...movesOf(after.moved), ...renamedData(before, after)]);
  if (names.size === 0) return before;
  const renamed = (bodies: ReadonlyMap<string, Body>) =>
    new Map([...bodies].map(([address, body]) => [address, renamedIn(body, names)] as const));
  return {
    ...before,
    resources: renamed(before.resources),
    data: new Map([...renamed(before.data)].map(([address, body]) => [names.get(address) ?? address, body])),
  };
}

/** The JSON of a stack of before as if its resources had moved to where the JSON of after wants them. */
export function asMoved(before: unknown, after: unknown): unknown {
  const output = readStackOutput("", JSON.stringify(after));
  const resources = valueIn(before, "resource");
  if (output === null || output.moved.size === 0 || !isRecord(before) || !isRecord(resources)) return before;
  const names = new Map(movesOf(output.moved));
  const moved = Object.entries(renamedIn(resources, names)).map(([type, ones]) => [
    type,
    Object.fromEntries(
      Object.entries(isRecord(ones) ? ones : {}).map(([id, body]) => [
        names.get(`${type}.${id}`)?.slice(type.length + 1) ?? id,
        body,
      ]),
    ),
  ]);
  return { ...before, resource: Object.fromEntries(moved) };
}

function movesOf(moved: ReadonlyMap<string, string>): readonly [string, string][] {
  return [...moved].map(([to, from]) => [from, to]);
}

function renamedData(before: StackOutput, after: StackOutput): readonly (readonly [string, string])[] {
  const gone = [...before.data].filter(([address]) => !after.data.has(address));
  const come = [...after.data].filter(([address]) => !before.data.has(address));
  return gone.flatMap(([from, body]) => {
    const [to] = come.find(([address, other]) => isSame(from, body, address, other)) ?? [];
    return to === undefined ? [] : [[from, to] as const];
  });
}

function isSame(from: string, body: Body, to: string, other: Body): boolean {
  const type = (address: string) => address.slice(0, address.lastIndexOf("."));
  return type(from) === type(to) && JSON.stringify(body) === JSON.stringify(other);
}

function renamedIn<T>(value: T, names: ReadonlyMap<string, string>): T;
function renamedIn(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return value.replace(ADDRESS, (address) => names.get(address) ?? address);
  if (Array.isArray(value)) return value.map((item) => renamedIn(item, names));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamedIn(item, names)]));
}
