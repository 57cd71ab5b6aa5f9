import type { Network } from "../../model/types/network.ts";
import type { ReferenceSource } from "../../model/types/references.ts";

/**
 * The network in which every reference is what Terraform reads in its place. The network's own texts must have been
 * escaped before: what is put in is template syntax.
 */
export function resolveReferences(network: Network): Network {
  if (network.references.length === 0) return network;
  const expressions = network.references.map(({ token, source }) => [token, expressionOf(source)] as const);
  const { references, ...rest } = network;
  const change = (text: string) =>
    expressions.reduce((changed, [token, expression]) => changed.replaceAll(token, () => expression), text);
  return { ...mapTexts(rest, change), references };
}

function expressionOf(source: ReferenceSource): string {
  if (source.kind === "parameter") {
    // The value of a parameter that is no secret would be taken for one.
    const attribute = source.isSecret ? "value" : "insecure_value";
    return `\${data.aws_ssm_parameter.${source.id}.${attribute}}`;
  }
  const key = source.key === null ? "" : `["${source.key}"]`;
  return `\${data.terraform_remote_state.${source.id}.outputs["${source.output}"]${key}}`;
}

function mapTexts<T>(value: T, change: (text: string) => string): T;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}
