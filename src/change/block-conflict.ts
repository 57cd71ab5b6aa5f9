import type { BlockConflict } from "../aws/refused-changes.ts";
import { blocksOverlap } from "./blocks-overlap.ts";
import type { Action, Body, StackOutput } from "./types.ts";

/** A subnet of before, and what is to happen to it. */
interface ChangingSubnet {
  readonly address: string;
  readonly action: Action;
  readonly before: Body;
  readonly after: Body | null;
  /** Replaced resources that it refers to. */
  readonly because: readonly string[];
}

interface Stacks {
  readonly before: StackOutput;
  readonly after: StackOutput;
  /** Resources of which Terraform makes the new one before the old one goes. */
  readonly madeFirst: ReadonlySet<string>;
}

const BLOCKS = ["cidr_block", "ipv6_cidr_block"] as const;

/** Why a block of a subnet that changes is still in use when it is wanted again, which EC2 refuses; null where it is not. */
export function blockConflict(subnet: ChangingSubnet, stacks: Stacks): BlockConflict | null {
  const { address, action, before, after, because } = subnet;
  // In another VPC the same block is another one.
  const leavesVpc = because.some((one) => one.startsWith("aws_vpc."));
  if (!address.startsWith("aws_subnet.") || leavesVpc) return null;
  const kept = BLOCKS.filter((name) => blocksOverlap(before[name], after?.[name]));
  if (action === "replace" && kept.length > 0 && stacks.madeFirst.has(address)) return "made-first";
  const given = BLOCKS.filter((name) => !kept.includes(name));
  if (!given.some((name) => isWanted(before[name], name, address, stacks))) return null;
  return action === "destroy" ? "taken" : "exchanged";
}

/** Whether another subnet, new or moved, gets the block in the same apply: nothing makes Terraform wait. */
function isWanted(
  block: unknown,
  argument: string,
  address: string,
  { before, after }: Pick<Stacks, "before" | "after">,
): boolean {
  return [...after.resources].some(([other, body]) => {
    if (!other.startsWith("aws_subnet.") || other === address) return false;
    const old = before.resources.get(after.moved.get(other) ?? other);
    return blocksOverlap(block, body[argument]) && !blocksOverlap(block, old?.[argument]);
  });
}
