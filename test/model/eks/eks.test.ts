import { describe, expect, it } from "vitest";
import { findingsWith, networkWith, only } from "../hosts-blueprint.ts";

const GROUP = "subnets: [app], instanceTypes: [m7g.large], maxSize: 4";
const PROFILE = "subnets: [app], selectors: { x: { namespace: batch } }";

function clusterOf(settings: string) {
  const body = `eks: { clusters: { main: { version: "1.34", subnets: [app], ${settings} } } }`;
  return only(networkWith(body).eks.clusters);
}

const arns = (policies: readonly { readonly arn: string }[] = []) =>
  policies.map(({ arn }) => arn.replace("arn:aws:iam::aws:policy/", ""));

describe("an EKS cluster", () => {
  it("has IPv6, and a private endpoint alone, unless the author says otherwise", () => {
    expect(clusterOf("")).toEqual({
      name: "main",
      path: ["eks", "clusters", "main"],
      displayName: "shop-main",
      version: "1.34",
      ipFamily: "ipv6",
      serviceIpv4Cidr: null,
      tiers: ["app"],
      subnets: ["app_a", "app_b"],
      securityGroups: [],
      endpointPrivateAccess: true,
      endpointPublicAccess: false,
      controlPlaneEgressMode: null,
      publicAccessCidrs: [],
      deletionProtection: true,
      awsDeletionProtection: null,
      authenticationMode: "API",
      bootstrapClusterCreatorAdminPermissions: true,
      role: {
        id: "eks_main",
        displayName: "shop-main",
        namePrefix: "eks-cluster-",
        service: "eks.amazonaws.com",
        policies: [
          {
            id: "eks_main_amazon-eks-cluster-policy",
            arn: "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
          },
        ],
        tags: {},
      },
      nodeRole: null,
      podRole: null,
      nodeGroups: [],
      fargateProfiles: [],
      addons: [],
      accessEntries: [],
      openIdConnectProvider: false,
      podRoles: [],
      logs: null,
      secretsKeyArn: null,
      tags: {},
    });
  });

  it("keeps what the author wrote", () => {
    const settings = `ipFamily: ipv4, serviceIpv4Cidr: 172.20.0.0/16, securityGroups: [web, admin],
      endpointPrivateAccess: false, endpointPublicAccess: true, publicAccessCidrs: [198.51.100.0/24],
      accessConfig: { authenticationMode: CONFIG_MAP, bootstrapClusterCreatorAdminPermissions: false },
      addons: { vpc-cni: { version: v1.19.2-eksbuild.1 }, coredns: {} }, tags: { k: v }`;
    const cluster = clusterOf(settings);
    expect(cluster).toMatchObject({
      ipFamily: "ipv4",
      serviceIpv4Cidr: { text: "172.20.0.0/16" },
      securityGroups: ["admin", "web"],
      endpointPrivateAccess: false,
      endpointPublicAccess: true,
      publicAccessCidrs: [
        { path: ["eks", "clusters", "main", "publicAccessCidrs", 0], cidr: { text: "198.51.100.0/24" } },
      ],
      authenticationMode: "CONFIG_MAP",
      bootstrapClusterCreatorAdminPermissions: false,
      addons: [
        { id: "main_coredns", name: "coredns", version: null },
        { id: "main_vpc-cni", name: "vpc-cni", version: "v1.19.2-eksbuild.1" },
      ],
      tags: { k: "v" },
    });
    expect(cluster.role.tags).toEqual({ k: "v" });
  });

  it("gives its nodes a role, with AWS's policy for the network plug-in with IPv4 alone", () => {
    const groups = `nodeGroups: { a: { ${GROUP} } }`;
    expect(clusterOf(groups).nodeRole).toMatchObject({
      id: "eks_main_nodes",
      displayName: "shop-main-nodes",
      namePrefix: "eks-nodes-",
      service: "ec2.amazonaws.com",
    });
    expect(arns(clusterOf(groups).nodeRole?.policies)).toEqual([
      "AmazonEC2ContainerRegistryPullOnly",
      "AmazonEKSWorkerNodePolicy",
    ]);
    expect(arns(clusterOf(`ipFamily: ipv4, ${groups}`).nodeRole?.policies)).toEqual([
      "AmazonEC2ContainerRegistryPullOnly",
      "AmazonEKS_CNI_Policy",
      "AmazonEKSWorkerNodePolicy",
    ]);
  });

  it("gives pods on Fargate a role", () => {
    const { podRole } = clusterOf(`fargateProfiles: { a: { ${PROFILE} } }`);
    expect(podRole).toMatchObject({
      id: "eks_main_pods",
      namePrefix: "eks-pods-",
      service: "eks-fargate-pods.amazonaws.com",
    });
    expect(arns(podRole?.policies)).toEqual(["AmazonEKSFargatePodExecutionRolePolicy"]);
  });

  it("refers to what there is, and reads its blocks", () => {
    const cluster = `version: "1.34", subnets: [apps], securityGroups: [wep], serviceIpv4Cidr: "fd00::/108",
      publicAccessCidrs: [198.51.100.0], nodeGroups: { a: { ${GROUP.replace("[app]", "[ap]")} } }`;
    const found = findingsWith(`eks: { clusters: { main: { ${cluster} } } }`);
    expect(found.map((text) => text.split(":")[0])).toEqual([
      "model/unknown-name at eks.clusters.main.subnets[0]",
      "model/invalid-cidr at eks.clusters.main.serviceIpv4Cidr",
      "model/unknown-name at eks.clusters.main.securityGroups[0]",
      "model/invalid-cidr at eks.clusters.main.publicAccessCidrs[0]",
      "model/unknown-name at eks.clusters.main.nodeGroups.a.subnets[0]",
    ]);
  });
});

describe("a node group", () => {
  const groupOf = (settings: string) => only(clusterOf(`nodeGroups: { a: { ${settings} } }`).nodeGroups);

  it("has Amazon Linux 2023 for its architecture, and metadata over IPv4 alone, kept from pods", () => {
    expect(groupOf(GROUP)).toEqual({
      id: "main_a",
      name: "a",
      awsName: "a",
      path: ["eks", "clusters", "main", "nodeGroups", "a"],
      displayName: "shop-main-a",
      tiers: ["app"],
      subnets: ["app_a", "app_b"],
      instanceTypes: [expect.objectContaining({ name: "m7g.large", hypervisor: "nitro" })],
      amiType: "AL2023_ARM_64_STANDARD",
      capacityType: "ON_DEMAND",
      minSize: 1,
      maxSize: 4,
      desiredSize: 1,
      keepsDesiredSize: false,
      metadata: {
        ipv6: false,
        ipv6IsExplicit: false,
        httpTokens: "required",
        httpPutResponseHopLimit: 1,
        instanceMetadataTags: false,
      },
      labels: {},
      taints: [],
      disk: null,
      tags: {},
    });
  });

  it.each([
    ["[m7i.large]", "AL2023_x86_64_STANDARD"],
    ["[x99.large]", null],
    ["[m7g.large], amiType: BOTTLEROCKET_ARM_64", "BOTTLEROCKET_ARM_64"],
  ])("of %s has the image %s", (types, amiType) => {
    expect(groupOf(GROUP.replace("[m7g.large]", types)).amiType).toBe(amiType);
  });

  it("keeps a number of nodes that is written, and the order of its types", () => {
    const group = groupOf(
      "subnets: [edge, app], instanceTypes: [m7g.large, c7g.large], minSize: 2, maxSize: 9, desiredSize: 3",
    );
    expect(group).toMatchObject({ minSize: 2, maxSize: 9, desiredSize: 3, keepsDesiredSize: true });
    expect(group.instanceTypes.map(({ name }) => name)).toEqual(["m7g.large", "c7g.large"]);
    expect(group.subnets).toEqual(["app_a", "app_b", "edge_a", "edge_b"]);
  });
});

describe("a Fargate profile", () => {
  it("has its selectors in the order of their names", () => {
    const selectors = "{ z: { namespace: a }, b: { namespace: web, labels: { k: v } } }";
    const { fargateProfiles } = clusterOf(
      `fargateProfiles: { p: { subnets: [app], selectors: ${selectors}, tags: { t: u } } }`,
    );
    expect(fargateProfiles).toEqual([
      {
        id: "main_p",
        name: "p",
        awsName: "p",
        path: ["eks", "clusters", "main", "fargateProfiles", "p"],
        displayName: "shop-main-p",
        tiers: ["app"],
        subnets: ["app_a", "app_b"],
        selectors: [
          { namespace: "web", labels: { k: "v" } },
          { namespace: "a", labels: {} },
        ],
        tags: { t: "u" },
      },
    ]);
  });
});
