import { formatPrefix, hostAddress, type Prefix, parsePrefix, subPrefix } from "../../base/prefix.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import type { Reference } from "../stack/expression.ts";
import { expressionAt, type Resource } from "../stack/terraform-stack.ts";

/** The blocks that expressions can name, by `<address>.<attribute>`. */
export type Blocks = ReadonlyMap<string, Prefix>;

/** The prefix that an argument says; null when it is left out. Throws CannotModel for what is not known. */
export function prefixAt(resource: Resource, value: unknown, blocks: Blocks): Prefix | null {
  const expression = expressionAt(resource, value);
  if (expression === null) return null;
  switch (expression.kind) {
    case "literal": {
      const prefix = parsePrefix(expression.text);
      if (prefix === null) throw new CannotModel(resource.address, `${expression.text} is no prefix`);
      return prefix;
    }
    case "reference":
      return blockOf(resource, expression, blocks);
    case "cidrsubnet": {
      const outer = blockOf(resource, expression.prefix, blocks);
      return inside(resource, outer, () => subPrefix(outer, expression.newBits, expression.index));
    }
    default:
      throw new CannotModel(resource.address, `${JSON.stringify(value)} is no prefix`);
  }
}

/** The address that an argument says, of `cidrhost` or written; null when it is left out. */
export function addressAt(
  resource: Resource,
  value: unknown,
  blocks: Blocks,
  read: (text: string) => bigint | null,
): bigint | null {
  const expression = expressionAt(resource, value);
  if (expression === null) return null;
  if (expression.kind === "cidrhost") {
    const outer = blockOf(resource, expression.prefix, blocks);
    return inside(resource, outer, () => hostAddress(outer, expression.host));
  }
  const address = expression.kind === "literal" ? read(expression.text) : null;
  if (address === null) throw new CannotModel(resource.address, `${JSON.stringify(value)} is no address`);
  return address;
}

function blockOf(resource: Resource, { address, attribute }: Reference, blocks: Blocks): Prefix {
  const block = blocks.get(`${address}.${attribute}`);
  if (block === undefined)
    throw new CannotModel(resource.address, `the value of ${address}.${attribute} is not known`);
  return block;
}

/** What Terraform refuses is no bug of the laboratory. */
function inside<T>(resource: Resource, outer: Prefix, compute: () => T): T {
  try {
    return compute();
  } catch {
    throw new CannotModel(resource.address, `it asks for more than ${formatPrefix(outer)} has`);
  }
}
