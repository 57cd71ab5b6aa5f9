import type { IConstruct } from "constructs";
import { isRecord } from "../../base/untrusted-json.ts";
import { TerraformElement, TerraformOutput, TerraformStack } from "../engine.ts";
import { resolveTokens } from "./resolve-tokens.ts";

type Json = Record<string, unknown>;

/**
 * What CDKTF's own `toTerraform` gives for a stack with these overrides, its keys in the same order. CDKTF resolves each
 * element and then the whole once more; here only what may hold a token is resolved, and once.
 */
export function terraformJson(stack: TerraformStack, overrides: Json): Json {
  const overridden = Object.keys(overrides);
  const metadata: Json = {
    version: stack["cdktfVersion"],
    stackName: stack.node.id,
    backend: "local",
    ...(overridden.length > 0 ? { overrides: { stack: overridden } } : {}),
  };
  const outputs: Json = {};
  const json: Json = { "//": { metadata, outputs } };
  for (const element of elementsIn(stack)) {
    merge(metadata, resolveTokens(stack, element.toMetadata()));
    if (TerraformOutput.isTerraformOutput(element)) merge(outputs, placed(element));
    merge(json, resolveTokens(stack, element.toTerraform()));
  }
  merge(json, overrides);
  return json;
}

/** Those of stacks inside are their own. */
function elementsIn(scope: IConstruct): readonly TerraformElement[] {
  const own = TerraformElement.isTerraformElement(scope) ? [scope] : [];
  const inner = scope.node.children.filter((child) => !TerraformStack.isStack(child));
  return [...own, ...inner.flatMap(elementsIn)];
}

/** The name of an output under the path of its construct. */
function placed(output: TerraformOutput): Json {
  const [last = "", ...scopes] = output.node.path.split("/").reverse();
  return scopes.reduce<Json>((inner, scope) => ({ [scope]: inner }), { [last]: output.friendlyUniqueId });
}

/** Lists are joined, objects merged, and what is `undefined` is taken away. */
function merge(target: Json, source: unknown): void {
  for (const [key, value] of isRecord(source) ? Object.entries(source) : []) {
    if (value === undefined) delete target[key];
    else target[key] = merged(target[key], value);
  }
}

function merged(there: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return Array.isArray(there) ? [...there, ...value] : value;
  if (!isRecord(value)) return value;
  const into: Json = isRecord(there) ? there : {};
  merge(into, value);
  return into;
}
