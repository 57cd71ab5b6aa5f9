import type { Block } from "../../topology/block.ts";
import type { Interface, Node, NodeKind } from "../../topology/nodes.ts";
import type { Answer, TopologySubnet } from "../../topology/topology.ts";
import type { Value } from "../fields.ts";
import { placeOf } from "../place-of.ts";
import type { Reading } from "../reading.ts";
import { type Referent, referents } from "../referents.ts";
import type { TerraformResource } from "../terraform-document.ts";

/** What is needed to read the nodes of a document. */
export interface NodeReading {
  readonly reading: Reading;
  readonly subnets: ReadonlyMap<string, TopologySubnet>;
}

/** What is said of a node's interfaces in all its subnets. */
export interface Placing {
  readonly ipv4: (subnet: TopologySubnet) => Block | null;
  readonly ipv6: (subnet: TopologySubnet) => Block | null;
  readonly publicIpv4: (subnet: TopologySubnet) => Answer;
  /** Where it has an IPv6 address. */
  readonly publicIpv6: Answer;
  /** Null: no security groups filter it. */
  readonly securityGroups: (subnet: TopologySubnet) => readonly string[] | null;
}

/** The interfaces of a node in the subnets of a list; what is not known of them is left out. */
export function interfacesIn(
  { reading, subnets }: NodeReading,
  resource: TerraformResource,
  list: { readonly ids: readonly string[]; readonly isExact: boolean; readonly isClosed: boolean },
  placing: Placing,
): readonly Interface[] {
  const why = "in which subnets it stands is known after apply";
  if (!list.isClosed) reading.leaveOut(resource, why, [resource.address]);
  else if (!list.isExact) {
    reading.choose({ ids: list.ids, place: placeOf(resource), why, touches: [resource.address] }, null);
  }
  return list.ids.flatMap((id) => {
    const subnet = subnets.get(id);
    if (subnet === undefined) {
      reading.leaveOut(resource, `it stands in ${id}, which is not in this document`, [resource.address]);
      return [];
    }
    const ipv6 = placing.ipv6(subnet);
    return [
      {
        subnet: id,
        ipv4: placing.ipv4(subnet),
        ipv6,
        publicIpv4: placing.publicIpv4(subnet),
        publicIpv6: ipv6 === null ? ("no" as const) : placing.publicIpv6,
        securityGroups: placing.securityGroups(subnet),
      },
    ];
  });
}

/** Subnets as a list of the one that an argument names. */
export function subnetOf({ reading }: NodeReading, resource: TerraformResource, ...path: readonly string[]) {
  const subnet = reading.one(resource, referents.subnet, ...path);
  if (subnet.kind === "one") return { ids: [subnet.id], isExact: true, isClosed: true };
  if (subnet.kind === "none") return { ids: [], isExact: true, isClosed: true };
  return { ids: subnet.ids, isExact: false, isClosed: subnet.isClosed };
}

/** The security groups that a list names; the VPC's default one where it names none. */
export function groupsOf(
  { reading }: NodeReading,
  resource: TerraformResource,
  ...path: readonly string[]
): (subnet: TopologySubnet) => readonly string[] {
  const { ids, isExact } = reading.many(resource, referents.securityGroup, ...path);
  if (!isExact) reading.leaveOut(resource, "its security groups are known after apply", [resource.address]);
  if (ids.length > 0 || !isExact) return () => ids;
  return (subnet) => [reading.canonical(`${subnet.vpc}.default_security_group_id`)];
}

/** What a flag of a subnet says; null: the subnet is not in the document. */
export function flagOfSubnet({ reading }: NodeReading, id: string, name: string): Value<boolean> {
  const resource = reading.index.byAddress.get(id);
  return resource === undefined ? { kind: "unknown" } : reading.fields(resource).flag(name);
}

/** What a name refers to through a group of subnets: the list of the group that an argument names. */
export function subnetsOfGroup(
  { reading }: NodeReading,
  resource: TerraformResource,
  group: Referent,
  argument: string,
): { readonly ids: readonly string[]; readonly isExact: boolean; readonly isClosed: boolean } {
  const reference = reading.one(resource, group, argument);
  const found = reference.kind === "one" ? reading.index.byAddress.get(reference.id) : undefined;
  if (found !== undefined) return reading.many(found, referents.subnet, "subnet_ids");
  return { ids: [], isExact: false, isClosed: false };
}

/** What runs systems that their owner chooses. */
const OWN_SYSTEMS: readonly NodeKind[] = [
  "instance",
  "auto-scaling-group",
  "ecs-service",
  "eks-node-group",
  "network-interface",
  "appliance",
];

/** A node with what most nodes have; a name that says which one it is. */
export function nodeOf(
  resource: TerraformResource,
  kind: NodeKind,
  interfaces: readonly Interface[],
  more: Partial<Node> = {},
): Node {
  const families = (["ipv6", "ipv4"] as const).filter((family) =>
    interfaces.some((one) => one[family] !== null),
  );
  return {
    id: resource.address,
    kind,
    name: resource.address,
    place: placeOf(resource),
    interfaces,
    listens: [],
    opens: families,
    system: OWN_SYSTEMS.includes(kind) ? null : "aws",
    forwards: "no",
    names: [],
    intents: [],
    ...more,
  };
}

/** Any address of the subnet's block. */
export const anyIpv4 = (subnet: TopologySubnet): Block | null => subnet.ipv4;
/** Any address of the subnet's block. */
export const anyIpv6 = (subnet: TopologySubnet): Block | null => subnet.ipv6;
