import { byText } from "../../base/compare-texts.ts";
import { resourceTypeOf } from "../../model/migration/terraform-address.ts";
import type { FoundLoadBalancer } from "../types/balancing.ts";
import type { FoundInstance } from "../types/compute.ts";
import type { FoundNetworkAcl } from "../types/filtering.ts";
import type { FoundRouteTable, Inventory, Unplaced } from "../types/inventory.ts";
import type { Draft } from "./draft.ts";

/** One thing that was seen, and the ids under which it may have been taken up, referred to, or said to be left. */
interface Seen {
  readonly kind: string;
  readonly id: string;
  /** Whoever is left out as a whole takes its parts along. */
  readonly wholes: readonly string[];
  /** The auto scaling group that has made it: it comes with the group. */
  readonly maker?: string | null;
}

/**
 * What was seen and then lost on the way: neither taken over, nor referred to, nor said to be left. There must be none;
 * that every kind of thing is counted, one by one, is what makes a mistake of the steps before this one loud.
 */
export function findLost({ inventory, notes }: Draft): readonly Unplaced[] {
  const placed = new Set([
    ...notes.imports.values(),
    ...notes.references.values(),
    ...notes.unplaced.map(({ id }) => id),
  ]);
  const fleet = [...notes.imports].flatMap(([address, id]) =>
    resourceTypeOf(address) === "aws_autoscaling_group" ? [id] : [],
  );
  const isPlaced = ({ id, wholes, maker = null }: Seen) =>
    placed.has(id) || wholes.some((whole) => leftOut(whole)) || (maker !== null && fleet.includes(maker));
  const leftOut = (whole: string) => notes.unplaced.some(({ id }) => id === whole);
  const lost = seenIn(inventory).filter((one) => !isPlaced(one));
  return [...lost.map(({ kind, id }) => ({ kind, id, detail: LOST })), ...lostRules(inventory, notes)].sort(
    byText(({ kind, id }) => `${kind} ${id}`),
  );
}

const LOST = "import has lost it, which is a mistake of Hextet's";

function seenIn(inventory: Inventory): readonly Seen[] {
  const { vpc, routeTables, networkAcls, natGateways, loadBalancers, targetGroups } = inventory;
  const whole = (kind: string, found: readonly { readonly id: string }[]): readonly Seen[] =>
    found.map(({ id }) => ({ kind, id, wholes: [] }));
  const blocks = vpc.ipv4Blocks.slice(1).flatMap(({ associationId }) => associationId ?? []);
  return [
    ...whole("subnet", inventory.subnets),
    ...whole("route table", routeTables.filter(says)),
    ...routeTables.flatMap(routesOf),
    ...whole("internet gateway", inventory.internetGateways),
    ...whole("egress-only internet gateway", inventory.egressOnlyInternetGateways),
    ...whole("NAT gateway", natGateways),
    ...natGateways.flatMap(({ id, isPublic, allocationId }): Seen[] =>
      isPublic && allocationId !== null ? [{ kind: "Elastic IP", id: allocationId, wholes: [id] }] : [],
    ),
    ...whole(
      "network ACL",
      networkAcls.filter(({ isDefault }) => !isDefault),
    ),
    ...networkAcls.flatMap(entriesOf),
    ...inventory.instances.map(instanceOf),
    ...whole("auto scaling group", inventory.autoScalingGroups),
    ...whole("launch template", inventory.launchTemplates),
    ...whole("load balancer", loadBalancers),
    ...loadBalancers.flatMap(listenersOf),
    ...whole("target group", targetGroups),
    ...whole("DB subnet group", inventory.databaseSubnetGroups),
    ...whole("DB instance", inventory.databases),
    ...whole("VPC endpoint", inventory.vpcEndpoints),
    ...whole("flow log", inventory.flowLogs),
    ...whole("VPC peering connection", inventory.links.peerings),
    ...whole("transit gateway attachment", inventory.links.attachments),
    ...whole("virtual private gateway", inventory.links.virtualPrivateGateways),
    ...whole("customer gateway", inventory.links.customerGateways),
    ...whole("VPN connection", inventory.links.vpnConnections),
    ...elasticIps(inventory),
    ...blocks.map((id): Seen => ({ kind: "IPv4 block of the VPC", id, wholes: [] })),
    ...vpc.ipv6Blocks
      .slice(1)
      .map(({ cidr }): Seen => ({ kind: "IPv6 block of the VPC", id: cidr, wholes: [] })),
  ];
}

function instanceOf({ id, autoScalingGroup }: FoundInstance): Seen {
  return { kind: "instance", id, wholes: [], maker: autoScalingGroup };
}

function listenersOf({ id, listeners }: FoundLoadBalancer): readonly Seen[] {
  return listeners.flatMap(({ arn, rules }) => [
    { kind: "listener", id: arn, wholes: [id] },
    ...rules.map((rule) => ({ kind: "listener rule", id: rule.arn, wholes: [arn, id] })),
  ]);
}

/** AWS makes a main table with every VPC; without a route or a subnet of its own it says nothing. */
function says({ isMain, routes, subnets }: FoundRouteTable): boolean {
  return !isMain || routes.length > 0 || subnets.length > 0;
}

function routesOf({ id, routes, learnsFrom }: FoundRouteTable): readonly Seen[] {
  const told = learnsFrom.map((gateway) => ({
    kind: "route propagation",
    id: `${gateway}_${id}`,
    wholes: [],
  }));
  const own = routes
    .filter(({ destination, target }) => !(destination.startsWith("pl-") && target?.startsWith("vpce-")))
    .map(({ destination }) => ({ kind: "route", id: `${id}_${destination}`, wholes: [id] }));
  return [...told, ...own];
}

/** Of a default ACL the ACL itself is said, when it is not as AWS makes it. */
function entriesOf({ id, isDefault, entries }: FoundNetworkAcl): readonly Seen[] {
  if (isDefault) return [];
  return entries.map(({ ruleNumber, protocol, egress }) => ({
    kind: "network ACL entry",
    id: `${id}:${ruleNumber}:${protocol}:${egress}`,
    wholes: [id],
  }));
}

/** Those of the VPC's instances. */
function elasticIps({ instances, addresses }: Inventory): readonly Seen[] {
  return addresses
    .filter(({ instanceId }) => instances.some(({ id }) => id === instanceId))
    .map(({ id, instanceId }) => ({ kind: "Elastic IP", id, wholes: [instanceId] }));
}

/** Rules may have no id: of each group as many must be placed as there are. The default group counts where something uses it. */
function lostRules(
  { securityGroups }: Inventory,
  { imports, references, unplaced, rulesWithoutId }: Draft["notes"],
): readonly Unplaced[] {
  const taken = new Set([...imports.values(), ...references.values()]);
  return securityGroups.flatMap(({ id, groupName, rules }): Unplaced[] => {
    const isTaken = taken.has(id);
    if (!isTaken && groupName === "default") return [];
    if (!isTaken) return [{ kind: "security group", id, detail: LOST }];
    const left = unplaced.filter(
      ({ kind, detail }) => kind === "security group rule" && detail?.includes(id),
    );
    const known = rules.filter((rule) => rule.id !== null && taken.has(rule.id)).length;
    const missing = rules.length - known - left.length - (rulesWithoutId.get(id)?.length ?? 0);
    return missing === 0 ? [] : [{ kind: "security group rules", id, detail: `${missing} rules: ${LOST}` }];
  });
}
