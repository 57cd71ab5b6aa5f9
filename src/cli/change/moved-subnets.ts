import { textOf } from "../../base/untrusted-json.ts";
import { blockWords } from "../../change/block-words.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { type Arguments, announce, resourcesOf, type StackChange } from "./stack-change.ts";

const RULE = "change/subnet-block";
const HINT =
  "write what keeps the blocks: addressPlan, slot, ipv4Cidrs, ipv6Numbers as before; or move its hosts to a new tier first";

/** Subnets whose IPv4 or IPv6 block changes, or whose VPC's does. */
export function movedSubnets(change: StackChange): readonly Finding[] {
  const after = resourcesOf(change.after, "aws_subnet");
  return [...resourcesOf(change.before, "aws_subnet")].flatMap(([name, before]) => {
    const next = after.get(name);
    return next === undefined ? [] : (moved(change, name, before, next) ?? []);
  });
}

function moved(change: StackChange, name: string, before: Arguments, after: Arguments): Finding | null {
  const [ipv4, nextIpv4] = [before, after].map((subnet) => blockIn(subnet["cidr_block"]));
  const [ipv6, nextIpv6] = [
    ipv6BlockIn(change.before, before["ipv6_cidr_block"]),
    ipv6BlockIn(change.after, after["ipv6_cidr_block"]),
  ];
  if (ipv4 !== nextIpv4) {
    const message = `subnet ${name} moves from ${ipv4} to ${nextIpv4}: Terraform replaces it, and all that stands in it`;
    return announce(change, RULE, message, HINT);
  }
  if (ipv6 === NONE || nextIpv6 === NONE || ipv6 === nextIpv6) return null;
  const message = `subnet ${name} moves from ${ipv6} to ${nextIpv6}: Terraform takes the block away first, and EC2 refuses that while hosts have addresses of it`;
  return announce(change, RULE, message, HINT);
}

const NONE = "no block";

function blockIn(argument: unknown): string {
  return textOf(argument)?.replace(/^\$\{(.*)\}$/, "$1") ?? NONE;
}

/** An IPv6 block is cut from one of the VPC's, so it is another one where that has another source. */
function ipv6BlockIn(stack: unknown, argument: unknown): string {
  const block = blockIn(argument);
  const words = blockWords(block);
  const [, type, name] = /\b(aws_vpc|aws_vpc_ipv6_cidr_block_association)\.([\w-]+)\./.exec(block) ?? [];
  const source = type === undefined ? undefined : resourcesOf(stack, type).get(name ?? "");
  const said = Object.entries(source ?? {}).filter(([argumentName]) => /ipv6/.test(argumentName));
  return said.length === 0
    ? words
    : `${words} with ${said.map(([key, value]) => `${key} ${value}`).join(", ")}`;
}
