import { formatPrefix, type Prefix } from "../../base/prefix.ts";
import type { Cloud, Subnet } from "../cloud/cloud.ts";
import type { TransitAttachment, TransitGateway, TransitTable } from "../cloud/transit-gateway.ts";
import { type Draft, type Drafts, INNER } from "./drafts.ts";

const STATIC_METRIC = 100;
const PROPAGATED_METRIC = 200;
const LAST_METRIC = 3000;

/** The wire of a transit gateway to a subnet of an attachment: its device in the router of the VPC, and in the gateway. */
export interface TransitWire {
  readonly gateway: string;
  readonly attachment: TransitAttachment;
  readonly subnet: Subnet;
  readonly device: string;
}

/** The wires of all transit gateways: one for each subnet of an attachment, which takes and gives the packets of its zone. */
export function transitWires(cloud: Cloud): readonly TransitWire[] {
  return cloud.transitGateways
    .flatMap(({ name: gateway, attachments }) =>
      attachments.flatMap((attachment) =>
        cloud.subnets
          .filter(({ name }) => attachment.subnets.includes(name))
          .map((subnet) => ({ gateway, attachment, subnet })),
      ),
    )
    .map((one, index) => ({ ...one, device: `t${index}` }));
}

/**
 * A transit gateway: a table of Linux for each of its own tables and each zone, which packets use that come in by an attachment
 * of that table and from that zone. They leave by the same zone where the other VPC has a subnet of the attachment there.
 */
export function planTransitGateway(
  drafts: Drafts,
  cloud: Cloud,
  gateway: TransitGateway,
  routers: ReadonlyMap<string, Draft>,
): void {
  const draft = drafts.add(gateway.name);
  draft.forwards = true;
  const wires = transitWires(cloud).filter((one) => one.gateway === gateway.name);
  for (const [index, { attachment, subnet, device }] of wires.entries()) {
    const router = routers.get(attachment.vpc);
    if (router === undefined) throw new Error(`internal error: ${attachment.vpc} has no router`);
    drafts.connect(router, device, draft, device);
    const table = FIRST_TABLE + index;
    draft.rules.push({ device, table });
    for (const family of ["ipv4", "ipv6"] as const) draft.drop(family, "default", table, LAST_METRIC);
    const looked = gateway.tables.find(({ name }) => name === attachment.table);
    if (looked !== undefined)
      addRoutes(draft, cloud, { looked, wires, table, zone: subnet.availabilityZone });
  }
}

const FIRST_TABLE = 100;

interface Looked {
  readonly looked: TransitTable;
  readonly wires: readonly TransitWire[];
  readonly table: number;
  readonly zone: string;
}

function addRoutes(draft: Draft, cloud: Cloud, { looked, wires, table, zone }: Looked): void {
  const wireTo = (name: string) => {
    const own = wires.filter(({ attachment }) => attachment.name === name);
    return own.find(({ subnet }) => subnet.availabilityZone === zone) ?? own[0];
  };
  for (const { destination, attachment } of looked.routes) {
    const wire = attachment === null ? undefined : wireTo(attachment);
    const text = formatPrefix(destination);
    if (wire === undefined) draft.drop(destination.family, text, table, STATIC_METRIC);
    else draft.route(destination.family, text, wire.device, INNER, { table, metric: STATIC_METRIC });
  }
  for (const name of looked.propagatedBy) {
    const wire = wireTo(name);
    if (wire === undefined) continue;
    for (const block of blocksOf(cloud, wire.attachment))
      draft.route(block.family, formatPrefix(block), wire.device, INNER, {
        table,
        metric: PROPAGATED_METRIC,
      });
  }
}

/** What the attachment tells tables of its VPC. */
function blocksOf({ vpcs }: Cloud, { vpc, ipv6 }: TransitAttachment): readonly Prefix[] {
  return vpcs
    .filter(({ name }) => name === vpc)
    .flatMap((one) => [...one.ipv4, ...(ipv6 ? one.ipv6.map(({ prefix }) => prefix) : [])]);
}

/** How the network ACL of an attachment's subnet judges at its wire; what comes by it may also leave the VPC again. */
export function transitJumps(
  { subnet, device }: TransitWire,
  subnets: readonly Subnet[],
  bridges: ReadonlyMap<string, string>,
  chains: ReadonlyMap<string, string>,
): readonly string[] {
  const name = chains.get(subnet.networkAcl ?? "");
  const own = `iifname "${device}" oifname "${bridges.get(subnet.name)}" accept`;
  if (name === undefined) return [own];
  const leaving = subnets
    .filter((one) => one.availabilityZone === subnet.availabilityZone && one.name !== subnet.name)
    .map((one) => `iifname "${bridges.get(one.name)}" oifname "${device}" jump ${name}_ingress`);
  return [...leaving, own, `iifname "${device}" jump ${name}_egress`];
}
