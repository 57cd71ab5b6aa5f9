import { isMap, keysIn, type Placed, placedAt } from "../../blueprint/placed.ts";
import {
  awsNameOf,
  displayName,
  loadBalancerName,
  securityGroupNamePrefix,
  targetGroupNamePrefix,
} from "../../model/names.ts";
import type { Inventory } from "../types/inventory.ts";

/** What a stack makes with names of its own: where the blueprint describes it, and the name that tells. */
interface Kind {
  readonly section: readonly string[];
  /** By id, the name of what was found; null: it has none. */
  readonly found: (inventory: Inventory) => readonly (readonly [id: string, name: string | null])[];
  /** Whether AWS's name is the one that the stack gives to what the blueprint calls so. */
  readonly isName: (awsName: string, stack: string, name: string) => boolean;
}

const KINDS: Readonly<Record<string, Kind>> = {
  aws_subnet: kind(["network", "subnets"], ({ subnets }) => named(subnets), isZonal),
  aws_nat_gateway: kind(["network", "natGateways"], ({ natGateways }) => named(natGateways), isZonal),
  aws_network_acl: kind(["network", "networkAcls"], ({ networkAcls }) => named(networkAcls)),
  aws_security_group: kind(
    ["network", "securityGroups"],
    ({ securityGroups }) => securityGroups.map(({ id, groupName }) => [id, groupName]),
    (awsName, stack, name) => isUnique(awsName, securityGroupNamePrefix(stack, name)),
  ),
  aws_vpc_endpoint: kind(["network", "vpcEndpoints"], ({ vpcEndpoints }) => named(vpcEndpoints)),
  aws_vpc_peering_connection: kind(["network", "vpcPeeringConnections"], ({ links }) =>
    named(links.peerings),
  ),
  aws_ec2_transit_gateway_vpc_attachment: kind(["network", "transitGatewayAttachments"], ({ links }) =>
    named(links.attachments),
  ),
  aws_vpn_gateway: kind(["network", "virtualPrivateGateways"], ({ links }) =>
    named(links.virtualPrivateGateways),
  ),
  aws_customer_gateway: kind(["network", "customerGateways"], ({ links }) => named(links.customerGateways)),
  aws_vpn_connection: kind(["network", "vpnConnections"], ({ links }) => named(links.vpnConnections)),
  aws_instance: kind(["compute", "instances"], ({ instances }) => named(instances)),
  aws_launch_template: kind(["compute", "launchTemplates"], ({ launchTemplates }) => named(launchTemplates)),
  aws_autoscaling_group: kind(["compute", "autoScalingGroups"], ({ autoScalingGroups }) =>
    byId(autoScalingGroups),
  ),
  aws_lb: kind(
    ["loadBalancers"],
    ({ loadBalancers }) => named(loadBalancers),
    (awsName, stack, name) => awsName === loadBalancerName(stack, name),
  ),
  aws_lb_target_group: kind(
    ["targetGroups"],
    ({ targetGroups }) => named(targetGroups),
    (awsName, _, name) => isUnique(awsName, targetGroupNamePrefix(name)),
  ),
  aws_db_subnet_group: kind(["rds", "subnetGroups"], ({ databaseSubnetGroups }) =>
    byId(databaseSubnetGroups),
  ),
  aws_db_instance: kind(["rds", "instances"], ({ databases }) => byId(databases)),
};

/** Tells what the blueprint calls something that its own stack has made and that no id of `existing` names; null: it is new. */
export function madeHere(
  whole: Placed,
  stack: string,
  inventory: Inventory,
): (type: string, id: string) => string | null {
  const names = new Map(
    Object.entries(KINDS).map(([type, { found }]) => [type, new Map(found(inventory))] as const),
  );
  return (type, id) => {
    const own = KINDS[type];
    const awsName = names.get(type)?.get(id) ?? null;
    const section = own === undefined ? null : placedAt(whole, own.section);
    if (own === undefined || awsName === null || section === null) return null;
    return keysIn(section).find((name) => own.isName(awsName, stack, saidName(section, name))) ?? null;
  };
}

/** The name in AWS that the entry says, or its own. */
function saidName(section: Placed, name: string): string {
  const entry = placedAt(section, [name])?.value;
  const awsName = isMap(entry) ? entry["awsName"] : undefined;
  return awsNameOf(name, typeof awsName === "string" ? { awsName } : {});
}

function kind(
  section: Kind["section"],
  found: Kind["found"],
  isName: Kind["isName"] = (awsName, stack, name) => awsName === displayName(stack, name),
): Kind {
  return { section, found, isName };
}

function named(
  all: readonly { readonly id: string; readonly name: string | null }[],
): readonly (readonly [string, string | null])[] {
  return all.map(({ id, name }) => [id, name]);
}

function byId(all: readonly { readonly id: string }[]): readonly (readonly [string, string])[] {
  return all.map(({ id }) => [id, id]);
}

/** `shop-app`, or in each zone `shop-app-a`. */
function isZonal(awsName: string, stack: string, name: string): boolean {
  const own = displayName(stack, name);
  return awsName === own || (awsName.length === own.length + 2 && awsName.startsWith(`${own}-`));
}

/** What Terraform puts behind a prefix: the time, and a count in hexadecimal digits. */
function isUnique(awsName: string, prefix: string): boolean {
  return awsName.startsWith(prefix) && /^\d{18}[0-9a-f]{8}$/.test(awsName.slice(prefix.length));
}
