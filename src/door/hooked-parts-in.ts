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
  const steps = entriesOf(at(at(parse(stack), "resource"), "terraform_data"));
  const parts = new Map<string, HookedPart>();
  for (const [id, step] of steps) {
    const owner = at(at(step, "input"), "OWNER");
    if (typeof owner !== "string" || !hasDestroyScript(step)) continue;
    const [, hook, name] = /^[^/]+\/([^/]+)\/([^/]+)$/.exec(owner) ?? [];
    if (hook === undefined || name === undefined || parts.has(owner)) continue;
    parts.set(owner, { owner, hook, name, address: `terraform_data.${id}` });
  }
  return [...parts.values()];
}

function hasDestroyScript(step: unknown): boolean {
  const provisioners = at(step, "provisioner");
  return (
    Array.isArray(provisioners) && provisioners.some((one) => at(at(one, "local-exec"), "when") === "destroy")
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function at(value: unknown, key: string): unknown {
  return entriesOf(value).find(([name]) => name === key)?.[1];
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
