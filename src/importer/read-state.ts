import { isDeeplyNested } from "../base/untrusted-json.ts";
import { findStrays } from "./state/find-strays.ts";
import { ledToVpc } from "./state/led-to-vpc.ts";
import { readLoadBalancers, readTargetGroups } from "./state/read-balancing.ts";
import { readAddresses, readInstances } from "./state/read-compute.ts";
import { readDatabaseSubnetGroups, readDatabases } from "./state/read-databases.ts";
import { readNetworkAcls } from "./state/read-filtering.ts";
import { readAutoScalingGroups, readLaunchTemplates } from "./state/read-fleet.ts";
import { readFlowLogs } from "./state/read-flow-logs.ts";
import { idsOfLinks, readLinks } from "./state/read-links.ts";
import {
  readGateways,
  readNatGateways,
  readPrefixLists,
  readSubnets,
  readVpc,
  readVpcEndpoints,
} from "./state/read-network.ts";
import { readDhcpOptions, readOthers } from "./state/read-others.ts";
import { readRouteTables } from "./state/read-route-tables.ts";
import { readSecurityGroups } from "./state/read-security-groups.ts";
import { resourcesOf, type StateResource, type StateResources } from "./state/resources.ts";
import type { Inventory } from "./types/inventory.ts";

/** A state as an inventory, or why there is none. */
export type StateReading = { readonly inventory: Inventory } | { readonly mistake: StateMistake };

/** What is wrong with a state: one line, and what to do. */
interface StateMistake {
  readonly rule:
    | "import/not-a-state"
    | "import/vpc-not-found"
    | "import/vpc-unclear"
    | "import/vpc-incomplete";
  readonly message: string;
  readonly hint: string;
}

/**
 * Reads what `terraform show -json` writes of a state, parsed: one VPC of it and all that the state holds in it. A state
 * knows only what its configuration has made. `vpcId` null: the only VPC there is. Never throws.
 */
export function readState(state: unknown, vpcId: string | null): StateReading {
  if (isDeeplyNested(state))
    return mistake("import/not-a-state", "it is nested deeper than any state", HOW_TO_SHOW);
  const resources = resourcesOf(state);
  if (resources === null) return mistake("import/not-a-state", NO_STATE, HOW_TO_SHOW);
  const vpcs = resources.of("aws_vpc", "aws_default_vpc");
  const ids = [...new Set(vpcs.map(({ id }) => id))].sort();
  const list = ids.length === 0 ? "none" : ids.join(", ");
  const wanted = vpcId ?? (ids.length === 1 ? ids[0] : undefined);
  if (wanted === undefined && ids.length > 0) {
    return mistake("import/vpc-unclear", `the state has several VPCs: ${list}`, "name one: --vpc <id>");
  }
  const vpc = vpcs.find(({ id }) => id === wanted);
  if (vpc === undefined) {
    const message = `the state has no VPC${vpcId === null ? "" : ` ${vpcId}`} (it has: ${list})`;
    return mistake(
      "import/vpc-not-found",
      message,
      "VPCs of data sources do not count: use --vpc with --region",
    );
  }
  return complete(resources, vpc);
}

const NO_STATE = "this is no state as terraform show -json writes it: it has no values.root_module";
const HOW_TO_SHOW = "write it with: terraform show -json > state.json";

function mistake(rule: StateMistake["rule"], message: string, hint: string): StateReading {
  return { mistake: { rule, message, hint } };
}

function complete(resources: StateResources, vpc: StateResource): StateReading {
  const subnets = readSubnets(resources, vpc);
  const region = regionOf(vpc) ?? subnets[0]?.zone.replace(/[a-z]$/, "") ?? "";
  const found = readVpc(vpc, resources);
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region) || found.ipv4Blocks.length === 0 || subnets.length === 0) {
    const message = `the state does not say enough of ${vpc.id}: region, IPv4 block and at least one subnet are needed`;
    return mistake(
      "import/vpc-incomplete",
      message,
      "read the VPC itself: hextet import --vpc <id> --region <region>",
    );
  }
  return { inventory: readInventory(resources, vpc, { region, vpc: found, subnets }) };
}

/** An ARN has the region in its fourth part. */
function regionOf({ values }: StateResource): string | null {
  return values.text("region") ?? values.text("arn")?.split(":")[3] ?? null;
}

function readInventory(
  resources: StateResources,
  vpc: StateResource,
  base: Pick<Inventory, "region" | "vpc" | "subnets">,
): Inventory {
  const parts = readParts(resources, vpc, base);
  const { autoScalingGroups, links, ...identified } = parts;
  const known = new Set([
    vpc.id,
    ...base.subnets.map(({ id }) => id),
    ...idsOfLinks(links),
    ...Object.values(identified).flatMap((found) => found.map((one) => one.id)),
  ]);
  const groupNames = new Set(autoScalingGroups.map((group) => group.id));
  const listeners = parts.loadBalancers.flatMap((balancer) => balancer.listeners.map(({ arn }) => arn));
  const others = [
    ...readOthers(resources, known, ledToVpc(resources, vpc.id, groupNames)),
    ...findStrays(resources, known, new Set([...known, ...listeners, ...groupNames])),
    ...readDhcpOptions(resources, base.vpc.dhcpOptionsId),
  ];
  return {
    ...base,
    ...parts,
    addresses: readAddresses(resources),
    prefixLists: readPrefixLists(resources),
    others,
  };
}

function readParts(
  resources: StateResources,
  vpc: StateResource,
  { region, subnets }: Pick<Inventory, "region" | "subnets">,
) {
  const { id } = vpc;
  const subnetIds = new Set(subnets.map((subnet) => subnet.id));
  const databaseSubnetGroups = readDatabaseSubnetGroups(resources, subnetIds);
  const autoScalingGroups = readAutoScalingGroups(resources, subnetIds);
  const securityGroups = readSecurityGroups(resources, id);
  const named = new Set([...subnetIds, ...securityGroups.map((group) => group.id)]);
  return {
    routeTables: readRouteTables(resources, vpc),
    internetGateways: readGateways(resources, "aws_internet_gateway", id),
    egressOnlyInternetGateways: readGateways(resources, "aws_egress_only_internet_gateway", id),
    natGateways: readNatGateways(resources, subnetIds, id),
    networkAcls: readNetworkAcls(resources, id),
    securityGroups,
    instances: readInstances(resources, subnetIds),
    autoScalingGroups,
    launchTemplates: readLaunchTemplates(resources, autoScalingGroups, named),
    loadBalancers: readLoadBalancers(resources, id),
    targetGroups: readTargetGroups(resources, id),
    databaseSubnetGroups,
    databases: readDatabases(resources, databaseSubnetGroups, id),
    vpcEndpoints: readVpcEndpoints(resources, id),
    flowLogs: readFlowLogs(resources, id),
    links: readLinks(resources, vpc, region),
  };
}
