import { STAGES, type StageId } from "../../model/types/migration.ts";
import type { Inventory } from "../types/inventory.ts";
import type { Draft } from "./draft.ts";

/**
 * The stage at which the migration begins: `import`, unless there is IPv6 already. Then it is the last stage of which
 * something is there, for at an earlier one Terraform would take that away.
 */
export function firstStage(draft: Draft): StageId {
  const stage = lastStageFound(draft.inventory);
  if (stage === "import") return stage;
  const text =
    `TODO: there is IPv6 already, so the migration begins at ${stage}: at an earlier stage Terraform would take away ` +
    "what is there. The first apply brings what the stages up to it still lack; read its plan with hextet migrate plan.";
  draft.remark(["migration", "stage"], text);
  return stage;
}

/** True when IPv6 addresses are handed out, to hosts or by some subnets: then a subnet that hands out none does so on purpose. */
export function hasAddresses({ inventory }: Draft): boolean {
  return STAGES.indexOf(lastStageFound(inventory)) >= STAGES.indexOf("instance-addresses");
}

function lastStageFound(inventory: Inventory): StageId {
  const { vpc, subnets, instances, launchTemplates, loadBalancers, databases } = inventory;
  if (databases.some(({ networkType }) => networkType === "DUAL")) return "databases";
  if (loadBalancers.some(({ ipAddressType }) => ipAddressType !== "ipv4")) return "load-balancers";
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
