import { isRecord, valueIn } from "../../base/untrusted-json.ts";
import { CannotModel } from "./cannot-model.ts";
import { readTerraformStack, type TerraformStack } from "./terraform-stack.ts";

/** The Terraform JSON of a stack, and the stack's name. */
export interface NamedStack {
  readonly name: string;
  readonly json: unknown;
}

const OUTPUT_OF_ANOTHER =
  /^\$\{data\.terraform_remote_state\.([\p{L}\p{N}_-]+)\.outputs((?:\["[\p{L}\p{N}_-]+"\])+)\}$/u;
const ADDRESS = /((?:data\.)?\baws_[a-z0-9_]+\.[\p{L}_][\p{L}\p{N}_-]*)/gu;

/**
 * Several stacks as one: each address has its stack behind it (`aws_vpc.main@hub`), and what a stack takes from the state of
 * another one of them is what that one shows. Throws CannotModel where that one does not show it.
 */
export function joinStacks(stacks: readonly NamedStack[]): TerraformStack {
  const known = new Map(stacks.map((stack) => [stack.name, stack]));
  return {
    resources: stacks.flatMap((stack) =>
      readTerraformStack(stack.json).resources.map(({ address, type, body }) => ({
        address: `${address}@${stack.name}`,
        type,
        body: renamedBody(body, stack, known),
      })),
    ),
  };
}

function renamedBody(
  body: Readonly<Record<string, unknown>>,
  stack: NamedStack,
  known: ReadonlyMap<string, NamedStack>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, renamed(value, stack, known)]));
}

function renamed(value: unknown, stack: NamedStack, known: ReadonlyMap<string, NamedStack>): unknown {
  if (typeof value === "string") return renamedText(value, stack, known);
  if (Array.isArray(value)) return value.map((item) => renamed(item, stack, known));
  return isRecord(value) ? renamedBody(value, stack, known) : value;
}

function renamedText(text: string, { name }: NamedStack, known: ReadonlyMap<string, NamedStack>): unknown {
  const [, from = "", path = ""] = OUTPUT_OF_ANOTHER.exec(text) ?? [];
  const producer = known.get(from);
  if (producer !== undefined) {
    const [output = "", ...keys] = [...path.matchAll(/\["([^"]+)"\]/g)].map(([, key = ""]) => key);
    const shown = valueIn(producer.json, "output", output, "value", ...keys);
    if (shown === undefined) throw new CannotModel("the stack", `${from} has no output ${output}`);
    return renamed(shown, producer, known);
  }
  return text.replace(/\$\{[^}]*\}/g, (template) =>
    template.includes("terraform_remote_state") ? template : template.replace(ADDRESS, `$1@${name}`),
  );
}
