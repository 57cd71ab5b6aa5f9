import { parseIpv4, parseIpv6 } from "../../base/address.ts";
import { isRecord, listOf } from "../../base/untrusted-json.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import {
  flagAt,
  literalAt,
  namesAt,
  neededName,
  numberAt,
  ofType,
  type Resource,
  type TerraformStack,
} from "../stack/terraform-stack.ts";
import { COMMON, orDefault } from "./place-services.ts";
import type { ChosenAddresses, Placement } from "./placement.ts";
import { addressAt, type Blocks } from "./prefix-at.ts";

/** A node of each load balancer in each of its subnets. */
export function placeLoadBalancers(stack: TerraformStack, blocks: Blocks): readonly Placement[] {
  return ofType(stack, "aws_lb").map((balancer) => {
    const type = literalAt(balancer, "ip_address_type") ?? "ipv4";
    const groups = namesAt(balancer, "security_groups");
    const isNetwork = literalAt(balancer, "load_balancer_type") === "network";
    const listeners = ofType(stack, "aws_lb_listener").filter(
      (one) => neededName(one, "load_balancer_arn") === balancer.address,
    );
    const ports = (protocols: RegExp) =>
      listeners
        .filter((one) => protocols.test(literalAt(one, "protocol") ?? "HTTP"))
        .flatMap((one) => numberAt(one, one.body["port"]) ?? []);
    const isInternal = flagAt(balancer, balancer.body["internal"]) ?? false;
    const mapped = mappingsOf(balancer, blocks);
    return {
      ...COMMON,
      address: balancer.address,
      subnets: [...namesAt(balancer, "subnets"), ...mapped.keys()],
      ...(mapped.size === 0 ? {} : { chosen: mapped }),
      securityGroups: groups.length === 0 && isNetwork ? null : orDefault(groups),
      listens: { any: false, tcp: ports(/^(HTTPS?|TCP|TLS|TCP_UDP)$/), udp: ports(/UDP$/) },
      ipv6: type.startsWith("dualstack"),
      publicIpv4: !isInternal && type !== "dualstack-without-public-ipv4",
      denyAllIgwTraffic: isInternal,
    };
  });
}

function mappingsOf(balancer: Resource, blocks: Blocks): ReadonlyMap<string, ChosenAddresses> {
  const mappings = listOf(balancer.body["subnet_mapping"]).map((mapping) => {
    if (!isRecord(mapping)) throw new CannotModel(balancer.address, "a subnet mapping is no JSON object");
    const block = { ...balancer, body: mapping };
    const chosen: ChosenAddresses = {
      ipv4: addressAt(block, mapping["private_ipv4_address"], blocks, parseIpv4),
      ipv6: addressAt(block, mapping["ipv6_address"], blocks, parseIpv6),
    };
    return [neededName(block, "subnet_id"), chosen] as const;
  });
  return new Map(mappings);
}
