import { addressingFacts } from "../../aws/facts/addressing.ts";
import type { Path } from "../../base/path.ts";
import { overlaps } from "../../base/prefix.ts";
import { madeSubnets } from "../../model/addressing/made-subnets.ts";
import type { Network } from "../../model/types/network.ts";
import type { Cidr } from "../../model/types/shared.ts";
import type { Subnet, SubnetIpv6 } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** The subnets that several stacks make in one VPC lie apart. */
export const sameVpcSubnetsOverlap: Rule<"same-vpc-subnets-overlap"> = {
  id: "same-vpc-subnets-overlap",
  severity: "error",
  title: "Subnets that two blueprints make in one VPC do not overlap.",
  why: "EC2 refuses a subnet whose block overlaps another one of the VPC, whichever stack made that: whoever applies second fails halfway. Stacks that share a VPC share its slots: with equal addressPlan each slot is for one of them.",
  sources: [addressingFacts.subnetBlocksMustNotOverlap],
  check(network, report) {
    for (const { stack, subnets } of toldOf(network)) {
      const told = new Set<string>();
      for (const own of madeSubnets(network)) {
        const met = subnets.flatMap((other) => meetingOf(own, other) ?? [])[0];
        if (met === undefined || told.has(own.tier)) continue;
        told.add(own.tier);
        report(
          met.path,
          `tier "${own.tier}" has ${met.family} addresses of tier "${met.tier}" of "${stack}" (${met.place}), whose subnets are in the same VPC`,
          "take a slot that no other stack in the VPC has",
        );
      }
    }
  },
};

interface Meeting {
  readonly family: "IPv4" | "IPv6";
  readonly path: Path;
  readonly tier: string;
  readonly place: string;
}

function meetingOf({ ipv4, ipv6 }: Subnet, { subnet, ipv4Place, ipv6Place }: Placed): Meeting | null {
  const { tier } = subnet;
  if (ipv4 !== null && meetsIpv4(ipv4.cidr, subnet.ipv4?.cidr ?? null))
    return { family: "IPv4", path: ipv4.path, tier, place: ipv4Place };
  if (ipv6 !== null && meetsIpv6(ipv6, subnet.ipv6))
    return { family: "IPv6", path: ipv6.path, tier, place: ipv6Place };
  return null;
}

type Placed = Network["sameVpc"][number]["subnets"][number];

/** Of two stacks one is told: the one that takes values from the other, and between others the later one by name. */
function toldOf({ name, sameVpc, references }: Network): Network["sameVpc"] {
  const takes = (stack: string) => references.some((one) => one.stack === stack);
  return sameVpc.filter(
    ({ stack, takesFrom }) => takes(stack) || (!takesFrom.includes(name) && stack < name),
  );
}

function meetsIpv4(one: Cidr | null, other: Cidr | null): boolean {
  return one !== null && other !== null && overlaps(one.prefix, other.prefix);
}

/** Numbers of unequal lengths count from the start of the same block. */
function meetsIpv6(one: SubnetIpv6, other: SubnetIpv6 | null): boolean {
  if (other === null || one.block !== other.block) return false;
  const bits = Math.min(one.newBits, other.newBits);
  const cut = ({ newBits, number }: SubnetIpv6) => Math.floor(number / 2 ** (newBits - bits));
  return one.blockLength === other.blockLength && cut(one) === cut(other);
}
