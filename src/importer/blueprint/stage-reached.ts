import { STAGES, type StageId } from "../../model/types/migration.ts";
import type { Inventory } from "../types/inventory.ts";
import type { Draft } from "./draft.ts";

/** The last stage of which something is there; undefined: there is no IPv6. */
export function stageReached(draft: Draft): Exclude<StageId, "import" | "ipv6-only-subnets"> | undefined {
  const stage = lastStageFound(draft.inventory);
  if (stage === "import") return undefined;
  draft.remark(
    ["migration", "reached"],
    `There is IPv6 already, some of it of the stage ${stage}: until then it stays as it is, and each stage brings what it lacks.`,
  );
  return stage;
}

/** True when IPv6 addresses are handed out, to hosts or by some subnets: then a subnet that hands out none does so on purpose. */
export function hasAddresses({ inventory }: Draft): boolean {
  return STAGES.indexOf(lastStageFound(inventory)) >= STAGES.indexOf("instance-addresses");
}

function lastStageFound(inventory: Inventory) {
  const { vpc, subnets, instances, launchTemplates, loadBalancers, databases, vpcEndpoints } = inventory;
  if (databases.some(({ networkType }) => networkType === "DUAL")) return "databases";
  if ([...loadBalancers, ...vpcEndpoints].some(({ ipAddressType }) => ipAddressType !== "ipv4"))
    return "load-balancers";
  const isOnHosts = instances.some(
    ({ ipv6Addresses, metadata }) => ipv6Addresses.length > 0 || metadata.httpProtocolIpv6,
  );
  const isOnNewHosts = launchTemplates.some(({ metadata }) => metadata?.httpProtocolIpv6 === true);
  const isHandedOut = subnets.some(
    (subnet) => subnet.assignIpv6AddressOnCreation || subnet.enableResourceNameDnsAaaaRecordOnLaunch,
  );
  if (isOnHosts || isOnNewHosts || isHandedOut) return "instance-addresses";
  if (subnets.some(({ ipv6Cidr }) => ipv6Cidr !== null)) return "subnet-address-blocks";
  return vpc.ipv6Blocks.length > 0 ? "vpc-address-block" : "import";
}
