import { isRecord, listOf, parseJson, valueIn } from "../base/untrusted-json.ts";

/** What a provider hook makes for one entity, as a stack's Terraform JSON tells it. */
export interface HookedPart {
  /** `<stack>/<hook>/<name>`. */
  readonly owner: string;
  readonly hook: string;
  readonly name: string;
  /** Of the first step of the part. */
  readonly address: string;
}

/** The parts whose steps have a destroy script; none in what is no stack of Hextet's. */
export function hookedPartsIn(stack: string): readonly HookedPart[] {
  const steps = valueIn(parseJson(stack), "resource", "terraform_data");
  const parts = new Map<string, HookedPart>();
  for (const [id, step] of isRecord(steps) ? Object.entries(steps) : []) {
    const owner = valueIn(step, "input", "OWNER");
    if (typeof owner !== "string" || !hasDestroyScript(step)) continue;
    const [, hook, name] = /^[^/]+\/([^/]+)\/([^/]+)$/.exec(owner) ?? [];
    if (hook === undefined || name === undefined || parts.has(owner)) continue;
    parts.set(owner, { owner, hook, name, address: `terraform_data.${id}` });
  }
  return [...parts.values()];
}

function hasDestroyScript(step: unknown): boolean {
  return listOf(valueIn(step, "provisioner")).some((one) => valueIn(one, "local-exec", "when") === "destroy");
}
