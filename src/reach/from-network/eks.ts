import { ANY_IPV4, ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import { assignsIpv6 } from "../../model/lookup.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { EksCluster, EksFargateProfile, EksNodeGroup } from "../../model/types/eks.ts";
import type { GroupRule, TopologySecurityGroup } from "../topology/filters.ts";
import type { Node } from "../topology/nodes.ts";
import type { Answer } from "../topology/topology.ts";
import { knownBlock } from "./blocks.ts";
import { anyPort, interfacesIn, isPrivate, tcpPort } from "./interfaces.ts";
import { answer, at, type NetworkContext, type Parts, VPC } from "./network-context.ts";

/** The clusters' control planes with their security groups, the nodes, and the pods of Fargate profiles. */
export function clustersOf(context: NetworkContext): Parts {
  const { clusters } = context.network.eks;
  return {
    securityGroups: clusters.map(clusterGroup),
    nodes: clusters.flatMap((cluster) => [
      controlPlane(context, cluster),
      ...cluster.nodeGroups.map((group) => nodes(context, cluster, group)),
      ...cluster.fargateProfiles.map((profile) => nodes(context, cluster, profile)),
    ]),
  };
}

/** The group that EKS itself makes, for control plane, nodes and pods. */
function clusterGroupId({ name }: EksCluster): string {
  return `${terraformAddress("aws_eks_cluster", name)}.vpc_config[0].cluster_security_group_id`;
}

/** As EKS makes it: everything between its members, and everything out. */
function clusterGroup(cluster: EksCluster): TopologySecurityGroup {
  const id = clusterGroupId(cluster);
  const place = at(cluster.path);
  const rule = (peer: GroupRule["peer"]): GroupRule => ({ place, traffic: { kind: "all" }, peer });
  const any = (text: string) => rule({ kind: "block", block: knownBlock(knownCidr(text)) });
  return {
    id,
    place,
    vpc: VPC,
    ingress: [rule({ kind: "security-group", id })],
    egress: [any(ANY_IPV4), any(ANY_IPV6)],
  };
}

function controlPlane(context: NetworkContext, cluster: EksCluster): Node {
  const { name, path, subnets, securityGroups, ipFamily } = cluster;
  const own = securityGroups.map((group) => terraformAddress("aws_security_group", group));
  return {
    id: terraformAddress("aws_eks_cluster", name),
    kind: "eks-cluster",
    name,
    place: at(path),
    interfaces: interfacesIn(context, subnets, {
      ipv4: true,
      ipv6: () => ipFamily === "ipv6",
      publicIpv4: isPrivate,
      publicIpv6: "unknown",
      securityGroups: [clusterGroupId(cluster), ...own],
    }),
    listens: [tcpPort(at(path), 443, ipFamily === "ipv6" ? ["ipv4", "ipv6"] : ["ipv4"], "the API server")],
    opens: [ipFamily],
    system: "aws",
    forwards: "no",
    names: [],
    intents: [],
  };
}

function nodes(context: NetworkContext, cluster: EksCluster, group: EksNodeGroup | EksFargateProfile): Node {
  const isFargate = "selectors" in group;
  return {
    id: terraformAddress(isFargate ? "aws_eks_fargate_profile" : "aws_eks_node_group", group.id),
    kind: "eks-node-group",
    name: `${cluster.name}/${group.name}`,
    place: at(group.path),
    interfaces: interfacesIn(context, group.subnets, {
      ipv4: true,
      ipv6: (tier) => assignsIpv6(null, tier),
      publicIpv4: ({ mapPublicIpOnLaunch }): Answer => answer(!isFargate && mapPublicIpOnLaunch),
      publicIpv6: "yes",
      securityGroups: [clusterGroupId(cluster)],
    }),
    listens: anyPort(at(group.path), "what the pods run"),
    opens: ["ipv4", "ipv6"],
    system: null,
    forwards: "no",
    names: [],
    intents: [],
  };
}
