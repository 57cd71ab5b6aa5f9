import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry/index.js";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association/index.js";
import type { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster/index.js";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association/index.js";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { EksCluster, EksPodRole } from "../../model/types/eks.ts";
import { addRole, addServiceRole, type ServiceRoleMade } from "../compute/service-roles.ts";
import { call, type ITerraformDependable, Token } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import type { Made } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

/** For whom the cluster's tokens are, where IAM takes them. */
const TOKENS_FOR = "sts.amazonaws.com";
/** As many characters as `https://` has, which IAM leaves out of a provider's name. */
const SCHEME_LENGTH = 8;

/** Adds who may call the Kubernetes API. */
export function addAccessEntries(scope: Construct, model: EksCluster, cluster: AwsEksCluster): void {
  for (const { id, displayName, principalArn, kubernetesGroups, policies, tags } of model.accessEntries) {
    const entry = new EksAccessEntry(scope, terraformAddress("aws_eks_access_entry", id), {
      clusterName: cluster.name,
      principalArn,
      ...(kubernetesGroups.length === 0 ? {} : { kubernetesGroups: [...kubernetesGroups] }),
      tags: withNameTag(displayName, tags),
    });
    for (const { id: policy, policyArn, namespaces } of policies) {
      new EksAccessPolicyAssociation(scope, terraformAddress("aws_eks_access_policy_association", policy), {
        clusterName: cluster.name,
        principalArn: entry.principalArn,
        policyArn,
        accessScope:
          namespaces.length === 0 ? { type: "cluster" } : { type: "namespace", namespaces: [...namespaces] },
      });
    }
  }
}

/** Adds the roles of pods, and what lets pods take them; returns the roles by name. */
export function addPodRoles(
  scope: Construct,
  model: EksCluster,
  cluster: AwsEksCluster,
): Made<ServiceRoleMade> {
  const provider = model.openIdConnectProvider ? addProvider(scope, model, cluster) : null;
  return new Map(
    model.podRoles.map((podRole) => {
      const made =
        podRole.by === "podIdentity" || provider === null
          ? addServiceRole(scope, podRole.role, undefined, ["sts:AssumeRole", "sts:TagSession"])
          : addRole(scope, podRole.role, tokenTrust(podRole, cluster, provider.arn));
      if (podRole.by === "podIdentity") associate(scope, podRole, cluster, made);
      return [podRole.name, made];
    }),
  );
}

function addProvider(scope: Construct, model: EksCluster, cluster: AwsEksCluster) {
  const address = terraformAddress("aws_iam_openid_connect_provider", `eks_${model.name}`);
  return new IamOpenidConnectProvider(scope, address, {
    url: issuerOf(cluster),
    clientIdList: [TOKENS_FOR],
    tags: withNameTag(model.displayName, model.tags),
  });
}

function issuerOf(cluster: AwsEksCluster): string {
  return Token.asString(cluster.interpolationForAttribute("identity[0].oidc[0].issuer"));
}

/**
 * Who has a token of the cluster for that service account alone.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html, checked on 2026-11-29.
 */
function tokenTrust(
  { namespace, serviceAccount }: EksPodRole,
  cluster: AwsEksCluster,
  provider: string,
): object {
  const issuer = Token.asString(call("substr", [issuerOf(cluster), SCHEME_LENGTH, -1]));
  return {
    Effect: "Allow",
    Principal: { Federated: provider },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: {
        [`${issuer}:aud`]: TOKENS_FOR,
        [`${issuer}:sub`]: `system:serviceaccount:${namespace}:${serviceAccount}`,
      },
    },
  };
}

function associate(
  scope: Construct,
  { id, namespace, serviceAccount, role: { displayName, tags } }: EksPodRole,
  cluster: AwsEksCluster,
  { role, attachments }: ServiceRoleMade,
): ITerraformDependable {
  return new EksPodIdentityAssociation(scope, terraformAddress("aws_eks_pod_identity_association", id), {
    clusterName: cluster.name,
    namespace,
    serviceAccount,
    roleArn: role.arn,
    tags: withNameTag(displayName, tags),
    ...waitFor(attachments),
  });
}
