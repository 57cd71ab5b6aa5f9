import type { AddressFamily } from "../../../base/prefix.ts";
import { anyPort, tcpPort } from "../../from-network/interfaces.ts";
import type { GroupRule, TopologySecurityGroup } from "../../topology/filters.ts";
import type { Node } from "../../topology/nodes.ts";
import { ANY_IPV4_PREFIX, ANY_IPV6_PREFIX } from "../blocks.ts";
import { placeOf } from "../place-of.ts";
import { referents } from "../referents.ts";
import type { TerraformResource } from "../terraform-document.ts";
import { newIpv6, newPublicIpv4 } from "./addresses.ts";
import { anyIpv4, anyIpv6, interfacesIn, type NodeReading, nodeOf } from "./node-reading.ts";

/** The control planes, node groups and Fargate profiles of EKS clusters. */
export function eksNodesOf(context: NodeReading): readonly Node[] {
  const { index } = context.reading;
  return [
    ...index.ofType("aws_eks_cluster").map((resource) => controlPlane(context, resource)),
    ...index
      .ofType("aws_eks_node_group", "aws_eks_fargate_profile")
      .map((resource) => nodes(context, resource)),
  ];
}

/** The groups that EKS itself makes: everything between their members, and everything out. */
export function clusterGroupsOf({ reading }: NodeReading): readonly TopologySecurityGroup[] {
  return reading.index.ofType("aws_eks_cluster").map((resource) => {
    const place = placeOf(resource);
    const id = clusterGroupId(resource);
    const rule = (peer: GroupRule["peer"]): GroupRule => ({ place, traffic: { kind: "all" }, peer });
    const out = [ANY_IPV4_PREFIX, ANY_IPV6_PREFIX].map((prefix) =>
      rule({ kind: "block", block: { kind: "known", prefix } }),
    );
    return {
      id,
      place,
      vpc: `${resource.address}.vpc_config[0].vpc_id`,
      ingress: [rule({ kind: "security-group", id })],
      egress: out,
    };
  });
}

function clusterGroupId({ address }: TerraformResource): string {
  return `${address}.vpc_config[0].cluster_security_group_id`;
}

function controlPlane(context: NodeReading, resource: TerraformResource): Node {
  const { reading } = context;
  const subnets = reading.many(resource, referents.subnet, "vpc_config", "subnet_ids");
  const own = reading.many(resource, referents.securityGroup, "vpc_config", "security_group_ids");
  if (!own.isExact)
    reading.leaveOut(resource, "its security groups are known after apply", [resource.address]);
  const [network] = reading.fields(resource).blocks("kubernetes_network_config").known;
  const family = network?.text("ip_family");
  const isIpv6 = family?.kind === "known" && family.value === "ipv6";
  const interfaces = interfacesIn(context, resource, subnets, {
    ipv4: anyIpv4,
    ipv6: (subnet) => (isIpv6 ? anyIpv6(subnet) : null),
    publicIpv4: () => "no",
    publicIpv6: "unknown",
    securityGroups: () => [clusterGroupId(resource), ...own.ids],
  });
  const families: readonly AddressFamily[] = isIpv6 ? ["ipv4", "ipv6"] : ["ipv4"];
  return nodeOf(resource, "eks-cluster", interfaces, {
    opens: [isIpv6 ? "ipv6" : "ipv4"],
    listens: [tcpPort(placeOf(resource), 443, families, "the API server")],
  });
}

function nodes(context: NodeReading, resource: TerraformResource): Node {
  const { reading } = context;
  const subnets = reading.many(resource, referents.subnet, "subnet_ids");
  const cluster = reading.one(resource, referents.eksCluster, "cluster_name");
  const owner = cluster.kind === "one" ? reading.index.byAddress.get(cluster.id) : undefined;
  const hasTemplate = reading.fields(resource).blocks("launch_template").known.length > 0;
  if (owner === undefined || hasTemplate) {
    const why =
      "nodes whose security groups are not known here: those of the cluster, or of a launch template";
    reading.leaveOut(resource, why, [resource.address]);
  }
  const groups = owner === undefined ? [] : [clusterGroupId(owner)];
  const isFargate = resource.type === "aws_eks_fargate_profile";
  const interfaces = interfacesIn(context, resource, subnets, {
    ipv4: anyIpv4,
    ipv6: (subnet) => newIpv6(context, resource, subnet, { kind: "none" }),
    publicIpv4: (subnet) => (isFargate ? "no" : newPublicIpv4(context, { kind: "none" }, subnet)),
    publicIpv6: "yes",
    securityGroups: () => groups,
  });
  const listens = anyPort(placeOf(resource), "what the pods run");
  return nodeOf(resource, "eks-node-group", interfaces, { opens: ["ipv4", "ipv6"], listens });
}
