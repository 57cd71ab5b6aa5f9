/** The modes of VPC Block Public Access, which is one for an account in a region. */
export type BlockMode = "off" | "block-ingress" | "block-bidirectional";

/** What an exclusion of a VPC or a subnet lets through. */
export type ExclusionMode = "allow-bidirectional" | "allow-egress";

/**
 * What passes between a subnet and the internet. "open": nothing is blocked anywhere. "excluded": all passes, by an
 * exclusion. "outward": what NAT gateways and egress-only internet gateways send, and answers to it. "shut": nothing.
 */
export type PublicAccess = "open" | "excluded" | "outward" | "shut" | "unknown";

/** How many exclusions an account may have: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html */
export const MOST_EXCLUSIONS = 50;

/** What passes under a mode and the exclusions that hold for the subnet; null: not known. */
export function publicAccessUnder(
  mode: BlockMode | null,
  exclusions: readonly (ExclusionMode | null)[],
): PublicAccess {
  if (mode === "off") return "open";
  const [first, ...others] = exclusions;
  if (first === null || others.some((other) => other !== first)) return "unknown";
  if (first === "allow-bidirectional") return "excluded";
  if (mode === null) return "unknown";
  return mode === "block-ingress" || first === "allow-egress" ? "outward" : "shut";
}
