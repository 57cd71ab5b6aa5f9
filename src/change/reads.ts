import { isRecord, parseJson, textOf, valueIn } from "../base/untrusted-json.ts";
import { referencesIn } from "./references-in.ts";
import type { StackOutput } from "./types.ts";

/** A value that a stack takes: from the state of another stack, or from a parameter. */
export interface Read {
  /** Null: of whichever stack writes the parameter. */
  readonly stack: string | null;
  readonly output: string;
  readonly key: string | null;
}

const OF_STATE =
  /data\.terraform_remote_state\.([\w-]+)\.outputs\[\\?"([^"\\]+)\\?"\](?:\[\\?"([^"\\]+)\\?"\])?/g;
const OF_PARAMETER = /(data\.aws_ssm_parameter\.[\w-]+)\.(?:insecure_value|value)/g;

/** The values that a text of a stack takes from elsewhere. */
export function readsInText(text: string, stack: StackOutput | undefined): readonly Read[] {
  return [...statesIn(text), ...parametersIn(text, stack)];
}

function statesIn(text: string): readonly Read[] {
  return [...text.matchAll(OF_STATE)].map(([, stack = "", output = "", key = null]) => ({
    stack,
    output,
    key,
  }));
}

function parametersIn(text: string, stack: StackOutput | undefined): readonly Read[] {
  return [...text.matchAll(OF_PARAMETER)].flatMap(([, address = ""]) => {
    const output = textOf(stack?.data.get(address)?.["name"]);
    return output === null ? [] : [{ stack: null, output, key: null }];
  });
}

/** The text of a value under the addresses that its resources have now. */
export function asMovedText(text: string, after: StackOutput | undefined): string {
  return [...(after?.moved ?? [])].reduce(
    (moved, [to, from]) => moved.replaceAll(`${from}.`, () => `${to}.`),
    text,
  );
}

/** What a stack writes into an output or a parameter; null: it has none of that name. */
export function givenBy(stack: StackOutput, { stack: name, output, key }: Read): string | null {
  if (name === null) {
    const found = [...stack.resources].find(
      ([address, body]) => address.startsWith("aws_ssm_parameter.") && body["name"] === output,
    );
    return found === undefined ? null : (textOf(found[1]["insecure_value"]) ?? textOf(found[1]["value"]));
  }
  const text = name === stack.name ? stack.outputs.get(output) : undefined;
  if (text === undefined) return null;
  const value = parseJson(text);
  const one = key === null || !isRecord(value) ? value : valueIn(value, key);
  return one === undefined || one === null ? null : typeof one === "string" ? one : JSON.stringify(one);
}

/** What was read from a stack's state, and is read from a parameter now, may be one and the same. */
export type IsSame = (before: unknown, after: unknown) => boolean;

interface Side {
  readonly stack: StackOutput;
  readonly all: readonly StackOutput[];
}

/** Whether two values of a stack are the same once each says what the other stacks give it. */
export function sameOnceRead(before: Side, after: Side): IsSame {
  const now = (name: string) => after.all.find((stack) => stack.name === name);
  return (one, other) => {
    const [was, is] = [JSON.stringify(one) ?? "", JSON.stringify(other) ?? ""];
    const hasRead = [was, is].some((text) => text.includes("data."));
    return hasRead && onceRead(was, before, now) === onceRead(is, after, now);
  };
}

/** Each read as the stack that gives it and what that shows; one of which nothing is known stays. */
function onceRead(
  text: string,
  { stack, all }: Side,
  now: (name: string) => StackOutput | undefined,
): string {
  const given = (read: string, [one]: readonly Read[]) => {
    const giver = one && all.find((other) => givenBy(other, one) !== null);
    if (one === undefined || giver === undefined) return read;
    return `${giver.name}:${asMovedText(givenBy(giver, one) ?? "", now(giver.name))}`;
  };
  return text
    .replaceAll(OF_STATE, (read) => given(read, statesIn(read)))
    .replaceAll(OF_PARAMETER, (read) => given(read, parametersIn(read, stack)));
}

/** Whether a value is read from elsewhere, so that another way to read it may find the same. */
export function isReadElsewhere(value: unknown): boolean {
  return referencesIn(JSON.stringify(value) ?? "").some(({ to }) => to.startsWith("data."));
}
