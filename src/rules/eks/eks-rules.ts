import { eksAccessEntriesMode } from "./eks-access-entries-mode.ts";
import { eksAccessEntryGroup } from "./eks-access-entry-group.ts";
import { eksAccessEntryPrincipal } from "./eks-access-entry-principal.ts";
import { eksAccessEntryRoot } from "./eks-access-entry-root.ts";
import { eksAccessEntryTwice } from "./eks-access-entry-twice.ts";
import { eksAddonConfiguration } from "./eks-addon-configuration.ts";
import { eksAl2ImageGone } from "./eks-al2-image-gone.ts";
import { eksControlPlaneWithoutRoute } from "./eks-control-plane-without-route.ts";
import { eksCreatorWithoutRights } from "./eks-creator-without-rights.ts";
import { eksDnsHostnamesOff } from "./eks-dns-hostnames-off.ts";
import { eksEndpointClosed } from "./eks-endpoint-closed.ts";
import { eksEndpointOpenToWorld } from "./eks-endpoint-open-to-world.ts";
import { eksFargateSubnet } from "./eks-fargate-subnet.ts";
import { eksIpv6InChina } from "./eks-ipv6-in-china.ts";
import { eksNobodyEnters } from "./eks-nobody-enters.ts";
import { eksNodeGroupSizes } from "./eks-node-group-sizes.ts";
import { eksNodeKubeletLabel } from "./eks-node-kubelet-label.ts";
import { eksNodeLabel } from "./eks-node-label.ts";
import { eksNodeMetadataTags } from "./eks-node-metadata-tags.ts";
import { eksNodeNotNitro } from "./eks-node-not-nitro.ts";
import { eksNodeOwnLabel } from "./eks-node-own-label.ts";
import { eksNodeSubnetWithoutIpv6Assignment } from "./eks-node-subnet-without-ipv6-assignment.ts";
import { eksNodeTaint } from "./eks-node-taint.ts";
import { eksNodeWindows } from "./eks-node-windows.ts";
import { eksNodesWithoutIpv4Route } from "./eks-nodes-without-ipv4-route.ts";
import { eksPodIdentityWithoutAgent } from "./eks-pod-identity-without-agent.ts";
import { eksPodRoleTwice } from "./eks-pod-role-twice.ts";
import { eksPublicAccessIpv6Cidr } from "./eks-public-access-ipv6-cidr.ts";
import { eksServiceIpv4Cidr } from "./eks-service-ipv4-cidr.ts";
import { eksSubnetNotDualStack } from "./eks-subnet-not-dual-stack.ts";
import { eksSubnetTooSmall } from "./eks-subnet-too-small.ts";
import { eksTooFewZones } from "./eks-too-few-zones.ts";
import { eksVersion } from "./eks-version.ts";

/** The rules on eks, sorted by id. */
export const eksRules = [
  eksAccessEntriesMode,
  eksAccessEntryGroup,
  eksAccessEntryPrincipal,
  eksAccessEntryRoot,
  eksAccessEntryTwice,
  eksAddonConfiguration,
  eksAl2ImageGone,
  eksControlPlaneWithoutRoute,
  eksCreatorWithoutRights,
  eksDnsHostnamesOff,
  eksEndpointClosed,
  eksEndpointOpenToWorld,
  eksFargateSubnet,
  eksIpv6InChina,
  eksNobodyEnters,
  eksNodeGroupSizes,
  eksNodeKubeletLabel,
  eksNodeLabel,
  eksNodeMetadataTags,
  eksNodeNotNitro,
  eksNodeOwnLabel,
  eksNodeSubnetWithoutIpv6Assignment,
  eksNodeTaint,
  eksNodeWindows,
  eksNodesWithoutIpv4Route,
  eksPodIdentityWithoutAgent,
  eksPodRoleTwice,
  eksPublicAccessIpv6Cidr,
  eksServiceIpv4Cidr,
  eksSubnetNotDualStack,
  eksSubnetTooSmall,
  eksTooFewZones,
  eksVersion,
] as const;
