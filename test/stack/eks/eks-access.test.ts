// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import { networkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

function jsonOf(cluster: string): Record<string, unknown> {
  const json = stackJson(
    networkFrom(`
apiVersion: hextet/v1
name: shop
region: cn-north-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets:
    nodes: { addressing: dual-stack, slot: 0 }
eks:
  clusters:
    main:
      version: "1.34"
      ipFamily: ipv4
      subnets: [nodes]
${cluster}`),
  );
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

const NAME = "${aws_eks_cluster.main.name}";
const PLATFORM = "arn:aws-cn:iam::123456789012:role/platform";

describe("access entries", () => {
  const json = jsonOf(`
      accessEntries:
        platform:
          principalArn: ${PLATFORM}
          kubernetesGroups: [b, a]
          policies:
            AmazonEKSClusterAdminPolicy: { accessScope: { cluster: {} } }
            AmazonEKSEditPolicy: { accessScope: { namespaces: [web, shop] } }
          tags: { kind: entry }
`);

  test("name a principal and its groups", () => {
    expect(resourceIn(json, "aws_eks_access_entry.main_platform")).toEqual({
      cluster_name: NAME,
      principal_arn: PLATFORM,
      kubernetes_groups: ["a", "b"],
      tags: { Name: "shop-main-platform", kind: "entry" },
    });
  });

  test("have policies of the partition, for the cluster or for namespaces, once the entry is there", () => {
    const common = {
      cluster_name: NAME,
      principal_arn: "${aws_eks_access_entry.main_platform.principal_arn}",
    };
    expect(
      resourceIn(json, "aws_eks_access_policy_association.main_platform_AmazonEKSClusterAdminPolicy"),
    ).toEqual({
      ...common,
      policy_arn: "arn:aws-cn:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
      access_scope: { type: "cluster" },
    });
    expect(resourceIn(json, "aws_eks_access_policy_association.main_platform_AmazonEKSEditPolicy")).toEqual({
      ...common,
      policy_arn: "arn:aws-cn:eks::aws:cluster-access-policy/AmazonEKSEditPolicy",
      access_scope: { type: "namespace", namespaces: ["shop", "web"] },
    });
  });
});

describe("roles of pods", () => {
  const json = jsonOf(`
      podRoles:
        orders: { namespace: shop, serviceAccount: orders, managedPolicies: [AmazonS3ReadOnlyAccess] }
        cni: { namespace: kube-system, serviceAccount: aws-node, by: openIdConnect, managedPolicies: [AmazonEKS_CNI_Policy] }
      addons: { vpc-cni: { podRole: cni } }
`);
  const trustOf = (role: string): unknown =>
    JSON.parse(String(resourceIn(json, `aws_iam_role.${role}`)["assume_role_policy"]));

  test("by EKS Pod Identity are assumed by its service, with the tags of the session", () => {
    expect(trustOf("eks_main_pod_orders")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
        },
      ],
    });
    expect(resourceIn(json, "aws_eks_pod_identity_association.main_orders")).toEqual({
      cluster_name: NAME,
      namespace: "shop",
      service_account: "orders",
      role_arn: "${aws_iam_role.eks_main_pod_orders.arn}",
      tags: { Name: "shop-main-orders" },
      depends_on: ["aws_iam_role_policy_attachment.eks_main_pod_orders_amazon-s3-read-only-access"],
    });
  });

  test("by OpenID Connect are assumed with a token of that service account, and bring the provider", () => {
    expect(resourceIn(json, "aws_iam_openid_connect_provider.eks_main")).toEqual({
      url: "${aws_eks_cluster.main.identity[0].oidc[0].issuer}",
      client_id_list: ["sts.amazonaws.com"],
      tags: { Name: "shop-main" },
    });
    // Without the scheme: 8 characters.
    const issuer = "${substr(aws_eks_cluster.main.identity[0].oidc[0].issuer, 8, -1)}";
    expect(trustOf("eks_main_pod_cni")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: "${aws_iam_openid_connect_provider.eks_main.arn}" },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: {
              [`${issuer}:aud`]: "sts.amazonaws.com",
              [`${issuer}:sub`]: "system:serviceaccount:kube-system:aws-node",
            },
          },
        },
      ],
    });
    expect(addressesIn(json).filter((address) => address.includes("pod_identity"))).toEqual([
      "aws_eks_pod_identity_association.main_orders",
    ]);
  });

  test("are what an add-on's pods act as", () => {
    expect(resourceIn(json, "aws_eks_addon.main_vpc-cni")).toEqual({
      cluster_name: NAME,
      addon_name: "vpc-cni",
      resolve_conflicts_on_create: "OVERWRITE",
      resolve_conflicts_on_update: "PRESERVE",
      service_account_role_arn: "${aws_iam_role.eks_main_pod_cni.arn}",
      depends_on: ["aws_iam_role_policy_attachment.eks_main_pod_cni_amazon-eks-cni-policy"],
    });
  });
});

describe("what else a cluster may have", () => {
  test("a provider for roles of one's own", () => {
    const json = jsonOf("      openIdConnectProvider: true\n");
    expect(addressesIn(json)).toContain("aws_iam_openid_connect_provider.eks_main");
    expect(addressesIn(jsonOf(""))).not.toContain("aws_iam_openid_connect_provider.eks_main");
  });

  test("logs of the control plane, in a group that is there before it", () => {
    const json = jsonOf("      enabledClusterLogTypes: [audit, api]\n      logRetentionInDays: 90\n");
    expect(resourceIn(json, "aws_cloudwatch_log_group.eks_main")).toEqual({
      name: "/aws/eks/shop-main/cluster",
      retention_in_days: 90,
      tags: { Name: "shop-main" },
    });
    expect(resourceIn(json, "aws_eks_cluster.main")).toMatchObject({
      enabled_cluster_log_types: ["api", "audit"],
      depends_on: expect.arrayContaining(["aws_cloudwatch_log_group.eks_main"]),
    });
  });

  test("a key of one's own for secrets", () => {
    const key = "arn:aws-cn:kms:cn-north-1:123456789012:key/1";
    expect(resourceIn(jsonOf(`      secretsKeyArn: ${key}\n`), "aws_eks_cluster.main")).toMatchObject({
      encryption_config: { provider: { key_arn: key }, resources: ["secrets"] },
    });
  });

  test("add-ons with values that stay data", () => {
    const json = jsonOf('      addons: { vpc-cni: { configurationValues: \'{"a":"${b}"}\' } }\n');
    expect(resourceIn(json, "aws_eks_addon.main_vpc-cni")).toMatchObject({
      configuration_values: '{"a":"$${b}"}',
    });
  });

  test.each([
    ["amiType: AL2023_ARM_64_STANDARD", "/dev/xvda"],
    ["amiType: BOTTLEROCKET_ARM_64", "/dev/xvdb"],
  ])("nodes with taints and a disk: %s keeps images on %s", (amiType, device) => {
    const json = jsonOf(`
      nodeGroups:
        main:
          subnets: [nodes]
          instanceTypes: [m7g.large]
          maxSize: 4
          ${amiType}
          taints: { dedicated: { value: gpu, effect: NO_SCHEDULE }, alone: { effect: NO_EXECUTE } }
          rootVolume: { sizeGib: 50 }
`);
    expect(resourceIn(json, "aws_eks_node_group.main_main")).toMatchObject({
      taint: [
        { key: "alone", effect: "NO_EXECUTE" },
        { key: "dedicated", value: "gpu", effect: "NO_SCHEDULE" },
      ],
    });
    expect(resourceIn(json, "aws_launch_template.eks_main_main")).toMatchObject({
      block_device_mappings: [
        {
          device_name: device,
          ebs: { volume_type: "gp3", encrypted: "true", delete_on_termination: "true", volume_size: 50 },
        },
      ],
    });
  });
});
