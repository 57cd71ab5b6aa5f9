import { factsOf } from "./fact.ts";

const NETWORK = "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html";
const IPV6 = "https://docs.aws.amazon.com/eks/latest/userguide/cni-ipv6.html";

/** What rules cite about Kubernetes on EKS. */
export const eksFacts = factsOf({
  eksSubnetsHaveIpv4: {
    claim:
      "Cluster subnets and the nodes' primary addresses are IPv4 or dual-stack, never IPv6 alone: EKS takes no IPv6-only subnet.",
    source: `${NETWORK}; botocore 1.43.11 model of eks: KubernetesNetworkConfigRequest.ipFamily`,
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  eksIpv6SubnetsDualStack: {
    claim: "The subnets of a cluster with IPv6, and those of its nodes, have an IPv4 and an IPv6 block each.",
    source: `${IPV6}; ${NETWORK}; https://github.com/awsdocs/amazon-eks-user-guide/blob/4d52b4d/latest/ug/networking/eks-networking-add-ons.adoc`,
    checked: "2026-11-28",
    evidence: "2024-12-18",
    confidence: "high",
  },
  eksOneFamily: {
    claim:
      "Pods and services have IPv4 or IPv6 addresses, never both; the family is chosen when the cluster is created.",
    source: `${IPV6}; https://github.com/awsdocs/amazon-eks-user-guide/blob/4d52b4d/latest/ug/networking/eks-networking-add-ons.adoc`,
    checked: "2026-11-28",
    evidence: "2024-12-18",
    confidence: "high",
    since: "2022-01",
  },
  eksControlPlaneEgress: {
    claim:
      "A cluster whose control plane egress mode is CUSTOMER_ROUTED sends calls to webhooks and OIDC providers by the routes of its subnets, and can never go back to AWS_MANAGED.",
    source:
      "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-egress.html; https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigRequest.html",
    checked: "2026-11-28",
    evidence: "undated",
    confidence: "high",
  },
  eksServiceIpv4CidrForIpv4: {
    claim:
      "serviceIpv4Cidr can be given with ipFamily ipv4 only; with ipv6 EKS assigns the block itself, from fc00::/7.",
    source: "botocore 1.43.11 model of eks: KubernetesNetworkConfigRequest.serviceIpv4Cidr",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  eksIpv6NoWindows: {
    claim: "Windows pods and services are not supported in a cluster with IPv6.",
    source: `${IPV6}; https://github.com/awsdocs/amazon-eks-user-guide/blob/4d52b4d/latest/ug/networking/eks-networking-add-ons.adoc`,
    checked: "2026-11-28",
    evidence: "2024-12-18",
    confidence: "high",
  },
  eksIpv6NeedsNitro: {
    claim: "Nodes of a cluster with IPv6 are Nitro instances or Fargate.",
    source: `${IPV6}; https://github.com/awsdocs/amazon-eks-user-guide/blob/4d52b4d/latest/ug/networking/eks-networking-add-ons.adoc`,
    checked: "2026-11-28",
    evidence: "2024-12-18",
    confidence: "high",
  },
  eksNodesAutoAssignIpv6: {
    claim:
      "Nodes of a cluster with IPv6 cannot be deployed into subnets that do not assign IPv6 addresses on creation, which is off by default.",
    source: `${IPV6}; https://github.com/awsdocs/amazon-eks-user-guide/blob/4d52b4d/latest/ug/networking/eks-networking-add-ons.adoc`,
    checked: "2026-11-28",
    evidence: "2024-12-18",
    confidence: "high",
  },
  eksTwoZones: {
    claim: "The subnets of a cluster lie in at least two availability zones.",
    source: `${NETWORK}; https://github.com/awsdocs/amazon-eks-user-guide/blob/4d52b4d/latest/ug/networking/network-reqs.adoc`,
    checked: "2026-11-28",
    evidence: "2024-12-18",
    confidence: "high",
  },
  eksNeedsVpcDns: {
    claim: "Nodes register only where the VPC has DNS hostnames and DNS resolution.",
    source: NETWORK,
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  eksNodesNeedBothRoutes: {
    claim: "The route tables of the nodes' subnets have routes to IPv4 and to IPv6 addresses.",
    source: NETWORK,
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  eksFargatePrivateSubnets: {
    claim: "A Fargate profile takes private subnets only, which have no direct route to an internet gateway.",
    source: "botocore 1.43.11 model of eks: CreateFargateProfileRequest.subnets",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  eksFargateIpv6: {
    claim:
      "In a cluster with IPv6 a Fargate pod has an IPv6 address of its subnet, and what it runs on an IPv4 and an IPv6 address.",
    source: `${IPV6}; https://github.com/awsdocs/amazon-eks-user-guide/blob/4d52b4d/latest/ug/networking/eks-networking-add-ons.adoc`,
    checked: "2026-11-28",
    evidence: "2024-12-18",
    confidence: "high",
  },
  eksEndpointOpenByDefault: {
    claim:
      "A public endpoint is open to 0.0.0.0/0, and to ::/0 in clusters with IPv6, unless publicAccessCidrs bounds it.",
    source: "botocore 1.43.11 model of eks: VpcConfigRequest.publicAccessCidrs",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  eksEndpointDualStack: {
    claim:
      "Clusters with IPv6 made since October 2024 have a dual-stack endpoint at eks-cluster.<region>.api.aws; those with IPv4 have one with IPv4 alone.",
    source: `${NETWORK}; https://github.com/awsdocs/amazon-eks-user-guide/blob/4d52b4d/latest/ug/clusters/cluster-endpoint.adoc`,
    checked: "2026-11-28",
    evidence: "2024-12-18",
    confidence: "high",
    since: "2024-10",
  },
  eksEndpointPrivateOrPublic: {
    claim:
      "Without the public endpoint the API is called within the VPC only, and there only through the private endpoint.",
    source: "botocore 1.43.11 model of eks: VpcConfigRequest.endpointPublicAccess and endpointPrivateAccess",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  eksIpv6NotInChina: {
    claim: "ipFamily ipv6 is not there in the regions of China.",
    source: "botocore 1.43.11 model of eks: KubernetesNetworkConfigRequest.ipFamily",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  eksPublicAccessIpv6: {
    claim: "publicAccessCidrs takes IPv6 blocks in clusters with IPv6 only.",
    source: "botocore 1.43.11 model of eks: VpcConfigRequest.publicAccessCidrs",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
    since: "2024-10",
  },
  eksServiceBlockOutsideVpc: {
    claim: "The IPv4 block of a cluster's services overlaps no block of its VPC.",
    source: "botocore 1.43.107 model of eks: KubernetesNetworkConfigRequest.serviceIpv4Cidr",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  eksIpv6SinceVersion: {
    claim: "ipFamily ipv6 needs Kubernetes 1.21 or later.",
    source: "botocore 1.43.107 model of eks: KubernetesNetworkConfigRequest.ipFamily",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  eksAl2EndsWith132: {
    claim: "Amazon Linux 2 images of EKS end with Kubernetes 1.32.",
    source:
      "https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html; https://github.com/scylladb/scylla-cluster-tests/issues/12524 (EKS's answer to CreateNodegroup)",
    checked: "2026-11-28",
    evidence: "2025-11-12",
    confidence: "high",
  },
  eksFreeAddresses: {
    claim:
      "EKS puts network interfaces into a cluster's subnets: each has at least six addresses for EKS, and an update of the cluster needs up to five that are free.",
    source:
      "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html; https://github.com/awsdocs/amazon-eks-user-guide/blob/4d52b4d/latest/ug/networking/network-reqs.adoc; https://github.com/awsdocs/amazon-eks-user-guide/blob/4d52b4d/latest/ug/clusters/update-cluster.adoc",
    checked: "2026-11-28",
    evidence: "2024-12-18",
    confidence: "high",
  },
  eksCreatorIsAdministrator: {
    claim:
      "Whoever makes a cluster is its administrator unless bootstrapClusterCreatorAdminPermissions is false; nobody else may call its Kubernetes API but principals with access entries or in its aws-auth map, which only somebody in the cluster can write.",
    source:
      "https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html; https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessConfigRequest.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "high",
    since: "2023-12",
  },
  eksCreatorNeededForConfigMap: {
    claim:
      "EKS refuses a cluster with authenticationMode CONFIG_MAP and bootstrapClusterCreatorAdminPermissions false: InvalidParameterException, must be true.",
    source:
      "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3026; https://github.com/crossplane-contrib/provider-upjet-aws/issues/1345",
    checked: "2026-11-29",
    evidence: "2025-05-23",
    confidence: "high",
  },
  eksAccessEntriesNeedApi: {
    claim: "A cluster takes access entries where its authenticationMode is API or API_AND_CONFIG_MAP.",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "high",
    since: "2023-12",
  },
  eksAccessEntryOfPrincipal: {
    claim: "A principal has one access entry in a cluster: EKS answers ResourceInUseException for a second.",
    source:
      "https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html; botocore 1.43.107 model of eks CreateAccessEntry",
    checked: "2026-11-29",
    evidence: "2026-10",
    confidence: "high",
  },
  eksAccessEntryGroups: {
    claim:
      "EKS refuses an access entry with a Kubernetes group that begins with system:, such as system:masters: InvalidParameterException, it cannot start with system:.",
    source:
      "https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html; https://github.com/terraform-aws-modules/terraform-aws-eks/issues/2915",
    checked: "2026-11-29",
    evidence: "2024-02-07",
    confidence: "high",
    since: "2023-12",
  },
  eksPodIdentityNeedsAgent: {
    claim:
      "Pods get credentials by EKS Pod Identity from an agent on their node (add-on eks-pod-identity-agent), which answers at 169.254.170.23 and [fd00:ec2::23]; pods on Fargate have none.",
    source:
      "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html; https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "high",
    since: "2023-11",
  },
  eksPodIdentityOnce: {
    claim:
      "A service account of a cluster has one role by EKS Pod Identity: EKS answers ResourceInUseException for a second association.",
    source:
      "botocore 1.43.107 model of eks: CreatePodIdentityAssociation; https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
    since: "2023-11",
  },
  eksAddonConfigurationIsObject: {
    claim:
      "EKS holds an add-on's configurationValues against the add-on's JSON schema, and refuses what is no object: InvalidParameterException, object expected.",
    source:
      "botocore 1.43.107 model of eks: CreateAddonRequest.configurationValues; https://github.com/cookpad/terraform-aws-eks/pull/331",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
    since: "2022-12",
  },
  eksAccessEntryPrincipals: {
    claim:
      "The principal of an access entry is an IAM role or user, with its path; EKS takes no STS session and no service-linked role: InvalidParameterException.",
    source:
      "https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html; botocore 1.43.107 model of eks: CreateAccessEntryRequest.principalArn; https://github.com/hashicorp/terraform-provider-aws/issues/36447",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
    since: "2023-12",
  },
  eksAccessEntryOfRoot: {
    claim:
      "EKS takes an access entry of an account's root, and it lets nobody in: entries are for IAM roles and users.",
    source:
      "https://github.com/kubernetes-sigs/aws-iam-authenticator/issues/797; https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html",
    checked: "2026-11-30",
    evidence: "2024-12-21",
    confidence: "medium",
    since: "2023-12",
  },
  eksNodeLabels: {
    claim:
      "EKS takes labels of a node group whose key and value have 1 to 63 characters each, the key's prefix included.",
    source: "botocore 1.43.107 model of eks: labelKey, labelValue",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
  },
  eksNodeTaints: {
    claim:
      "EKS takes taints of a node group whose key has 1 to 63 characters, its prefix included, and whose value has up to 63.",
    source: "botocore 1.43.107 model of eks: taintKey, taintValue",
    checked: "2026-11-30",
    evidence: "2026-10",
    confidence: "high",
  },
  kubernetesLabelSyntax: {
    claim:
      "The key of a Kubernetes label or taint is a name, before it perhaps a DNS name and a slash; names and values have letters, digits and -_., and begin and end with a letter or digit. EKS refuses others: InvalidParameterException.",
    source:
      "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set; https://github.com/aws-controllers-k8s/community/issues/2208",
    checked: "2026-11-30",
    evidence: "2024-11-10",
    confidence: "high",
  },
  nodeLabelPrefixReserved: {
    claim:
      'EKS has refused node groups with a label of eks.amazonaws.com/: InvalidParameterException, "Label cannot contain reserved prefixes [kubernetes.io/, k8s.io/, eks.amazonaws.com/]"; those of kubernetes.io it has come to take.',
    source:
      "https://github.com/eksctl-io/eksctl/issues/4007; https://github.com/aws/containers-roadmap/issues/1451; https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3346",
    checked: "2026-11-30",
    evidence: "2021-07-24",
    confidence: "medium",
  },
  nodeMetadataTagsDropped: {
    claim:
      "EKS leaves InstanceMetadataTags out of the launch template that it makes for a managed node group from the author's own; where the account's defaults turn it on, it refuses tags with a slash (InvalidRequestException).",
    source:
      "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/1977 (AWS: as intended); https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3046; https://github.com/kubernetes-sigs/cluster-api-provider-aws/issues/4995",
    checked: "2026-11-30",
    evidence: "2024-05-30",
    confidence: "medium",
  },
  kubeletLabels: {
    claim:
      "A kubelet does not start with a label of kubernetes.io or k8s.io that is none of its own: unknown labels specified with --node-labels. Its own are those of kubelet.kubernetes.io and node.kubernetes.io, and a few more.",
    source:
      "https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/ (--node-labels); https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3346",
    checked: "2026-11-30",
    evidence: "2025-04-21",
    confidence: "high",
  },
  eksNodeGroupSizes: {
    claim:
      "EKS refuses a node group whose minSize is above its desiredSize, or whose desiredSize is above its maxSize: InvalidParameterException.",
    source:
      "https://github.com/sassoftware/viya4-iac-aws/issues/298; https://github.com/wandb/terraform-aws-wandb/issues/201; https://github.com/ministryofjustice/cloud-platform-infrastructure/pull/4595",
    checked: "2026-11-30",
    evidence: "2026-04-22",
    confidence: "high",
  },
  secretsKeyOfTheRegion: {
    claim: "The key of KMS that encrypts the secrets of an EKS cluster is of the cluster's region.",
    source: "botocore 1.43.11 model of eks: Provider.keyArn",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
});
