import { createHash } from "node:crypto";
import { LOAD_BALANCER_NAME_LENGTH, LOAD_BALANCER_NAME_PREFIX_LENGTH } from "../aws/load-balancing.ts";
import type { Blueprint } from "../blueprint/blueprint.generated.ts";

const HASH_LENGTH = 6;

/** What the names in AWS of all that the stack makes begin with. */
export function awsStackName({ name, awsName }: Pick<Blueprint, "name" | "awsName">): string {
  return awsName ?? name;
}

/** What the name in AWS of a named thing ends with. */
export function awsNameOf(name: string, { awsName }: { readonly awsName?: string }): string {
  return awsName ?? name;
}

/** The Name tag of an entity, and its AWS name where AWS wants one: `<stack>-<name>`. */
export function displayName(stack: string, name: string): string {
  return `${stack}-${name}`;
}

/** The first six hexadecimal digits of the text's SHA-256: stable, and the same on every machine. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, HASH_LENGTH);
}

/** The name itself when it is at most `limit` characters; otherwise its beginning, a hyphen and its short hash. */
export function limitName(name: string, limit: number): string {
  if (name.length <= limit) return name;
  const beginning = name.slice(0, limit - HASH_LENGTH - 1).replace(/-+$/, "");
  return `${beginning}-${shortHash(name)}`;
}

/**
 * The AWS name of a load balancer: the display name within AWS's 32 characters. AWS refuses names that begin with
 * `internal-`; such a name gets `lb-` in front.
 */
export function loadBalancerName(stack: string, name: string): string {
  const full = displayName(stack, name);
  return limitName(full.startsWith("internal-") ? `lb-${full}` : full, LOAD_BALANCER_NAME_LENGTH);
}

/** The beginning of a target group's AWS name: the first five characters of `name` and a hyphen. */
export function targetGroupNamePrefix(name: string): string {
  return `${name.slice(0, LOAD_BALANCER_NAME_PREFIX_LENGTH - 1).replace(/-+$/, "")}-`;
}

/**
 * The beginning of a security group's AWS name: its display name and a hyphen. AWS refuses names that begin with
 * `sg-`, as ids do (the fact `securityGroupNamePrefix`); such a name gets `group-` in front.
 */
export function securityGroupNamePrefix(stack: string, name: string): string {
  const full = displayName(stack, name);
  return `${full.startsWith("sg-") ? `group-${full}` : full}-`;
}
