import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, report } from "../context.ts";
import type { NetworkToShow } from "../outputs/output-kind.ts";
import { OUTPUT_KINDS, whyNothingToShow } from "../outputs/output-kinds.ts";
import type { PolicyResource } from "../types/inline-policies.ts";
import type { NamedOutput } from "../types/outputs.ts";
import { readPolicyReference } from "./policy-reference.ts";

/** What a reference is read with. */
export interface Read {
  readonly context: Context;
  readonly blueprint: Blueprint;
  readonly network: NetworkToShow;
}

/** The kinds of outputs that are one ARN, sorted. */
const ARN_KINDS: readonly NamedOutput[] = Object.entries(OUTPUT_KINDS)
  .filter(([, { type }]) => type.shape === "one" && type.of.endsWith("ARN"))
  .map(([kind]) => kind as NamedOutput)
  .sort();

/** What a policy is about; null: a reference that leads nowhere, which is reported. */
export function readPolicyResource(read: Read, text: string, path: Path): PolicyResource | null {
  const reference = readPolicyReference(text);
  if (reference === null) return { kind: "text", text };
  const { kind, name, suffix } = reference;
  const { context, blueprint, network } = read;
  if (!checkReference(context, "kind of ARN", kind, ARN_KINDS, path)) return null;
  const { entity, written } = OUTPUT_KINDS[kind];
  if (!checkReference(context, entity, name, written(blueprint), path)) return null;
  const reason = whyNothingToShow(network, kind, name);
  if (reason !== null) {
    report(context, "model/output-without-value", path, `${kind} has nothing to show: ${reason}`);
    return null;
  }
  return { kind: "ref", output: kind, name, suffix };
}
