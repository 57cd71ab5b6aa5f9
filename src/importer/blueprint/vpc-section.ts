import { AMAZON_PROVIDED_IPV6_LENGTH } from "../../aws/address-sizes.ts";
import { contains, type Prefix, parsePrefix } from "../../base/prefix.ts";
import type { Vpc, VpcIpv6 } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { write } from "../fields/field.ts";
import { vpcArguments } from "../fields/vpc.ts";
import type { FoundIpv6Block, FoundVpc } from "../types/inventory.ts";
import type { Draft } from "./draft.ts";
import { compact, type Section } from "./section.ts";

/** The VPC's part of a blueprint, and what other parts need of it. */
export interface VpcPlan {
  readonly section: Section<Vpc>;
  /** False: its IPv6 comes from where a blueprint cannot say, so it stays managed outside this stack. */
  readonly isImported: boolean;
  /** The IPv6 block its subnets are cut from; null: it has none yet. */
  readonly ipv6: Prefix | null;
  /** The name of the additional IPv4 block that holds a subnet's; null: the VPC's main block does. */
  readonly ipv4BlockOf: (cidr: string) => string | null;
}

/** Writes `network.vpc`, but for what is there already. */
export function planVpc(draft: Draft): VpcPlan {
  const { vpc } = draft.inventory;
  const [main, ...additional] = vpc.ipv4Blocks;
  const [ipv6, ...furtherIpv6] = vpc.ipv6Blocks;
  const named = additional.map((block, index) => ({ ...block, name: ipv4BlockName(index + 1) }));
  for (const { name, associationId } of named) {
    draft.importAs(terraformAddress("aws_vpc_ipv4_cidr_block_association", name), associationId);
  }
  for (const { cidr } of furtherIpv6) {
    draft.leaveOut({ kind: "IPv6 block of the VPC", id: cidr, detail: "a second one; it stays" });
  }
  const source = readSource(draft, ipv6);
  return {
    section: compact<Vpc>({
      ipv4Cidr: main?.cidr,
      ipv6: source.written,
      additionalIpv4Cidrs: Object.fromEntries(named.map(({ name, cidr }) => [name, { cidr }])),
      ...write(vpcArguments, vpc),
    }),
    isImported: source.isSayable,
    ipv6: ipv6 === undefined ? null : parsePrefix(ipv6.cidr),
    ipv4BlockOf: (cidr) => {
      const index = ipv4BlockIndex(vpc, cidr);
      return index === 0 ? null : ipv4BlockName(index);
    },
  };
}

/** What a blueprint calls the VPC's IPv4 blocks, in their order. */
export function ipv4BlockName(index: number): string {
  return index === 0 ? "main" : `block-${index + 1}`;
}

/** Which of the VPC's IPv4 blocks holds a subnet's; its own where none does. */
export function ipv4BlockIndex({ ipv4Blocks }: FoundVpc, cidr: string): number {
  return Math.max(
    0,
    ipv4Blocks.findIndex((block) => holds(block.cidr, cidr)),
  );
}

function readSource(
  draft: Draft,
  ipv6: FoundIpv6Block | undefined,
): { written: Section<VpcIpv6>; isSayable: boolean } {
  const amazon = { amazonProvided: {} };
  const pool = ipv6?.pool ?? "Amazon";
  if (ipv6 === undefined || pool === "Amazon") return { written: amazon, isSayable: true };
  if (/^ipv6pool-ec2-[0-9a-f]+$/.test(pool)) {
    draft.importAs("aws_vpc_ipv6_cidr_block_association.main", ipv6.associationId);
    return { written: { byoip: { poolId: pool, cidr: ipv6.cidr } }, isSayable: true };
  }
  const detail = `comes from ${pool}; the VPC is only referred to, so that nobody takes the block away`;
  draft.leaveOut({ kind: "IPv6 block of the VPC", id: ipv6.cidr, detail });
  return { written: amazon, isSayable: false };
}

function holds(outer: string, inner: string): boolean {
  const [block, subnet] = [parsePrefix(outer), parsePrefix(inner)];
  return block !== null && subnet !== null && contains(block, subnet);
}

/** Says of a VPC what keeps IPv6 names from being found in it. */
export function remarkDns({ enableDnsHostnames, enableDnsSupport }: FoundVpc, draft: Draft): void {
  const off = [
    ...(enableDnsSupport ? [] : ["DNS support"]),
    ...(enableDnsHostnames ? [] : ["DNS host names"]),
  ];
  if (off.length === 0) return;
  const are = enableDnsHostnames ? "is" : "are";
  draft.remark(["network", "vpc"], `${off.join(" and ")} ${are} off, as today.`);
}

/** Bits of the VPC's IPv6 block that number its /64 subnets. */
export function subnetBits(block: Prefix | null): number {
  return 64 - (block?.length ?? AMAZON_PROVIDED_IPV6_LENGTH);
}
