// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { at } from "../../support/json.ts";
import { networkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

function textOf(cluster: string): string {
  return `
apiVersion: hextet/v1
name: shop
region: eu-west-1
tags: { owner: platform }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    nodes: { addressing: dual-stack, internet: egress-only, natGateway: main, slot: 1 }
  natGateways: { main: { subnet: public, zone: a } }
  securityGroups: { extra: {} }
eks:
  clusters:
    main: { version: "1.34", subnets: [nodes], ${cluster} }
`;
}

function jsonOf(cluster: string): Record<string, unknown> {
  const json = stackJson(networkFrom(textOf(cluster)));
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

const GROUP = "subnets: [nodes], instanceTypes: [m7g.large], maxSize: 4";
const SUBNETS = ["${aws_subnet.nodes_a.id}", "${aws_subnet.nodes_b.id}"];
const OWNER = "${aws_vpc.main.owner_id}";

describe("a cluster", () => {
  test("with IPv6 names no block for its services", () => {
    expect(resourceIn(jsonOf(""), "aws_eks_cluster.main")).toEqual({
      name: "shop-main",
      version: "1.34",
      role_arn: "${aws_iam_role.eks_main.arn}",
      access_config: { authentication_mode: "API", bootstrap_cluster_creator_admin_permissions: true },
      kubernetes_network_config: { ip_family: "ipv6" },
      vpc_config: {
        subnet_ids: SUBNETS,
        security_group_ids: [],
        endpoint_private_access: true,
        endpoint_public_access: false,
      },
      lifecycle: { prevent_destroy: true },
      tags: { Name: "shop-main" },
      depends_on: ["aws_iam_role_policy_attachment.eks_main_amazon-eks-cluster-policy"],
    });
  });

  test("with IPv4 and a public endpoint says so", () => {
    const json = jsonOf(
      "ipFamily: ipv4, serviceIpv4Cidr: 172.20.0.0/16, securityGroups: [extra], endpointPublicAccess: true, publicAccessCidrs: [198.51.100.0/24]",
    );
    expect(resourceIn(json, "aws_eks_cluster.main")).toMatchObject({
      kubernetes_network_config: { ip_family: "ipv4", service_ipv4_cidr: "172.20.0.0/16" },
      vpc_config: {
        security_group_ids: ["${aws_security_group.extra.id}"],
        endpoint_public_access: true,
        public_access_cidrs: ["198.51.100.0/24"],
      },
    });
  });

  test("alone has no role for nodes or pods", () => {
    expect(addressesIn(jsonOf("")).filter((address) => /eks_main|aws_eks/.test(address))).toEqual([
      "aws_eks_cluster.main",
      "aws_iam_role.eks_main",
      "aws_iam_role_policy_attachment.eks_main_amazon-eks-cluster-policy",
    ]);
  });
});

test.each([
  ["nodeRole", `nodeGroups: { a: { ${GROUP} } }`, 'the node groups of "main" have no role'],
  [
    "podRole",
    "fargateProfiles: { a: { subnets: [nodes], selectors: { all: { namespace: all } } } }",
    'the Fargate profiles of "main" have no role',
  ],
])("a cluster without %s does not lose what needs it in silence", (key, cluster, message) => {
  const network = networkFrom(textOf(cluster));
  const clusters = network.eks.clusters.map((one) => ({ ...one, [key]: null }));
  const cause = expect.objectContaining({ message: expect.stringContaining(message) });
  expect(() => stackJson({ ...network, eks: { clusters } })).toThrow(expect.objectContaining({ cause }));
});

describe("a node group", () => {
  const json = jsonOf(`nodeGroups: { a: { ${GROUP}, labels: { k: v }, tags: { t: u } } }`);

  test("leaves the number of nodes to the autoscaler after the first apply", () => {
    expect(resourceIn(json, "aws_eks_node_group.main_a")).toEqual({
      cluster_name: "${aws_eks_cluster.main.name}",
      node_group_name: "a",
      version: "1.34",
      node_role_arn: "${aws_iam_role.eks_main_nodes.arn}",
      subnet_ids: SUBNETS,
      instance_types: ["m7g.large"],
      ami_type: "AL2023_ARM_64_STANDARD",
      capacity_type: "ON_DEMAND",
      scaling_config: { min_size: 1, max_size: 4, desired_size: 1 },
      launch_template: {
        id: "${aws_launch_template.eks_main_a.id}",
        version: "${aws_launch_template.eks_main_a.latest_version}",
      },
      labels: { k: "v" },
      tags: { Name: "shop-main-a", t: "u" },
      lifecycle: { ignore_changes: ["scaling_config[0].desired_size"] },
      depends_on: expect.any(Array),
    });
    const fixed = resourceIn(
      jsonOf(`nodeGroups: { a: { ${GROUP}, desiredSize: 2 } }`),
      "aws_eks_node_group.main_a",
    );
    expect(fixed["lifecycle"]).toBeUndefined();
    expect(at(fixed, "scaling_config", "desired_size")).toBe(2);
  });

  test("waits for the nodes' rights and for the way out, the NAT gateway's too", () => {
    expect(resourceIn(json, "aws_eks_node_group.main_a")["depends_on"]).toEqual(
      expect.arrayContaining([
        "aws_iam_role_policy_attachment.eks_main_nodes_amazon-eks-worker-node-policy",
        "aws_iam_role_policy.eks_main_ipv6-cni",
        "aws_route.nodes_default-ipv4",
        "aws_route.public_default-ipv4",
      ]),
    );
  });

  test("has a launch template for metadata and tags, which leaves image and type to EKS", () => {
    const tags = { owner: "platform", Name: "shop-main-a", t: "u" };
    expect(resourceIn(json, "aws_launch_template.eks_main_a")).toEqual({
      name_prefix: "shop-main-a-",
      update_default_version: true,
      metadata_options: {
        http_endpoint: "enabled",
        http_tokens: "required",
        http_put_response_hop_limit: 1,
        http_protocol_ipv6: "disabled",
        instance_metadata_tags: "disabled",
      },
      tag_specifications: ["instance", "volume", "network-interface"].map((resource_type) => ({
        resource_type,
        tags,
      })),
      tags: { Name: "shop-main-a", t: "u" },
    });
  });

  test("may assign IPv6 addresses to interfaces of this account and region, and to no others", () => {
    const policy = resourceIn(json, "aws_iam_role_policy.eks_main_ipv6-cni");
    expect(policy).toMatchObject({
      name: "AmazonEKS_CNI_IPv6_Policy",
      role: "${aws_iam_role.eks_main_nodes.id}",
    });
    const statements = at(JSON.parse(String(policy["policy"])), "Statement");
    expect(statements).toEqual([
      { Effect: "Allow", Action: expect.any(Array), Resource: "*" },
      {
        Effect: "Allow",
        Action: ["ec2:AssignIpv6Addresses", "ec2:CreateTags", "ec2:UnassignIpv6Addresses"],
        Resource: `arn:aws:ec2:eu-west-1:${OWNER}:network-interface/*`,
      },
      {
        Effect: "Allow",
        Action: "ec2:ModifyNetworkInterfaceAttribute",
        Resource: ["instance", "network-interface", "security-group"].map(
          (kind) => `arn:aws:ec2:eu-west-1:${OWNER}:${kind}/*`,
        ),
      },
    ]);
    for (const action of [at(statements, 0, "Action")].flat())
      expect(action).toMatch(/^ec2:Describe[A-Za-z]+$/);
  });

  test("of a cluster with IPv4 has AWS's policy instead", () => {
    const addresses = addressesIn(jsonOf(`ipFamily: ipv4, nodeGroups: { a: { ${GROUP} } }`));
    expect(addresses).toContain("aws_iam_role_policy_attachment.eks_main_nodes_amazon-eks-cni-policy");
    expect(addresses.filter((address) => address.startsWith("aws_iam_role_policy."))).toEqual([]);
  });
});

describe("a Fargate profile", () => {
  const json = jsonOf(
    "fargateProfiles: { p: { subnets: [nodes], selectors: { x: { namespace: batch, labels: { k: v } } } } }",
  );

  test("has its subnets and selectors", () => {
    expect(resourceIn(json, "aws_eks_fargate_profile.main_p")).toEqual({
      cluster_name: "${aws_eks_cluster.main.name}",
      fargate_profile_name: "p",
      pod_execution_role_arn: "${aws_iam_role.eks_main_pods.arn}",
      subnet_ids: SUBNETS,
      selector: [{ namespace: "batch", labels: { k: "v" } }],
      tags: { Name: "shop-main-p" },
      depends_on: expect.arrayContaining(["aws_route.nodes_default-ipv4"]),
    });
  });

  test("has a role that profiles of this cluster alone may assume", () => {
    const role = resourceIn(json, "aws_iam_role.eks_main_pods");
    expect(at(JSON.parse(String(role["assume_role_policy"])), "Statement", 0)).toEqual({
      Effect: "Allow",
      Principal: { Service: "eks-fargate-pods.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        ArnLike: { "aws:SourceArn": `arn:aws:eks:eu-west-1:${OWNER}:fargateprofile/shop-main/*` },
      },
    });
  });
});

test("add-ons come after what runs their pods", () => {
  const json = jsonOf(
    `nodeGroups: { a: { ${GROUP} } }, addons: { coredns: {}, vpc-cni: { version: v1.19.2-eksbuild.1 } }`,
  );
  expect(resourceIn(json, "aws_eks_addon.main_vpc-cni")).toEqual({
    cluster_name: "${aws_eks_cluster.main.name}",
    addon_name: "vpc-cni",
    addon_version: "v1.19.2-eksbuild.1",
    resolve_conflicts_on_create: "OVERWRITE",
    resolve_conflicts_on_update: "PRESERVE",
    depends_on: ["aws_eks_node_group.main_a"],
  });
  expect(resourceIn(json, "aws_eks_addon.main_coredns")["addon_version"]).toBeUndefined();
});
