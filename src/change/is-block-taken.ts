import type { Body, StackOutput } from "./types.ts";

/**
 * Whether a new subnet is to have a block of one that goes, as when a tier gets another name: EC2 refuses the second while the
 * first is there, and nothing makes Terraform wait.
 */
export function isBlockTaken(gone: Body, before: StackOutput, after: StackOutput): boolean {
  const isSame = (body: Body, argument: string) =>
    gone[argument] !== undefined && JSON.stringify(body[argument]) === JSON.stringify(gone[argument]);
  return [...after.resources].some(
    ([address, body]) =>
      address.startsWith("aws_subnet.") &&
      !before.resources.has(address) &&
      (isSame(body, "cidr_block") || isSame(body, "ipv6_cidr_block")),
  );
}
