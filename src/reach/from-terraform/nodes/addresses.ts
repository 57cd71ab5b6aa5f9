import { listOf, valueIn } from "../../../base/untrusted-json.ts";
import type { Block } from "../../topology/block.ts";
import type { Answer, TopologySubnet } from "../../topology/topology.ts";
import { addressBlock } from "../blocks.ts";
import type { Fields, Value } from "../fields.ts";
import { answerOf } from "../read-vpcs.ts";
import type { TerraformResource } from "../terraform-document.ts";
import { flagOfSubnet, type NodeReading } from "./node-reading.ts";

/** True where AWS has yet to choose what an attribute will be. */
export function isChosenLater({ unknown }: TerraformResource, attribute: string): boolean {
  const part = valueIn(unknown, attribute);
  return unknown === true || part === true || listOf(part).includes(true);
}

/** The IPv6 block of something new in a subnet; null: it gets no address. */
export function newIpv6(
  context: NodeReading,
  resource: TerraformResource,
  subnet: TopologySubnet,
  count: Value<number>,
): Block | null {
  if (subnet.ipv6 === null) return null;
  if (count.kind === "known") return count.value > 0 ? subnet.ipv6 : null;
  const assigns = answerOf(flagOfSubnet(context, subnet.id, "assign_ipv6_address_on_creation"), "no");
  const isNative = answerOf(flagOfSubnet(context, subnet.id, "ipv6_native"), "no");
  if (assigns === "yes" || isNative === "yes") return subnet.ipv6;
  if (count.kind === "none" && assigns === "no" && isNative === "no") return null;
  const why = "whether it gets an IPv6 address is known after apply";
  context.reading.leaveOut(resource, why, [resource.address]);
  return subnet.ipv6;
}

/** The IPv6 block of an instance or network interface: its address, or the subnet's block where it is not known. */
export function ipv6Of(
  context: NodeReading,
  resource: TerraformResource,
  fields: Fields,
  subnet: TopologySubnet,
): Block | null {
  const { known, isComplete } = fields.texts("ipv6_addresses");
  const [only, ...more] = known;
  if (only !== undefined) return more.length === 0 && isComplete ? addressBlock(only) : subnet.ipv6;
  if (!isComplete) return subnet.ipv6;
  if (!isChosenLater(resource, "ipv6_addresses")) return null;
  return newIpv6(context, resource, subnet, fields.number("ipv6_address_count"));
}

/** The IPv4 block of something that may name its address; null in a subnet without IPv4. */
export function ipv4Of(text: Value<string>, subnet: TopologySubnet): Block | null {
  const own = text.kind === "known" ? addressBlock(text.value) : null;
  return subnet.ipv4 === null ? null : (own ?? subnet.ipv4);
}

/** Whether something new gets a public IPv4 address: what it says itself, else its subnet. */
export function newPublicIpv4(context: NodeReading, flag: Value<boolean>, subnet: TopologySubnet): Answer {
  if (subnet.ipv4 === null) return "no";
  if (flag.kind !== "none") return answerOf(flag, "no");
  return answerOf(flagOfSubnet(context, subnet.id, "map_public_ip_on_launch"), "no");
}
