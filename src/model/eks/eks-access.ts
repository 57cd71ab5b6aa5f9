import { clusterAccessPolicyArn } from "../../aws/partitions.ts";
import type { Path } from "../../base/path.ts";
import type { EksCluster as WrittenCluster } from "../../blueprint/blueprint.generated.ts";
import { serviceRole } from "../compute/service-roles.ts";
import { sortedEntries } from "../context.ts";
import type { EksAccessEntry, EksPodRole } from "../types/eks.ts";
import type { Owner } from "./eks-capacity.ts";

/** Who assumes a role by EKS Pod Identity. */
const POD_IDENTITY_SERVICE = "pods.eks.amazonaws.com";

/** Who may call the Kubernetes API, sorted by name. */
export function normaliseAccessEntries(
  { accessEntries }: WrittenCluster,
  { cluster, path: clusterPath, displayName }: Owner,
  region: string,
): readonly EksAccessEntry[] {
  return sortedEntries(accessEntries).map(([name, written]) => {
    const path: Path = [...clusterPath, "accessEntries", name];
    const id = `${cluster}_${name}`;
    return {
      ...{ id, name, path, principalArn: written.principalArn, tags: written.tags },
      displayName: `${displayName}-${name}`,
      kubernetesGroups: [...written.kubernetesGroups].sort(),
      policies: sortedEntries(written.policies).map(([policy, { accessScope }]) => ({
        id: `${id}_${policy}`,
        policyArn: clusterAccessPolicyArn(region, policy),
        namespaces: [...(accessScope.namespaces ?? [])].sort(),
      })),
    };
  });
}

/** The roles of pods, sorted by name. */
export function normalisePodRoles(
  { podRoles }: WrittenCluster,
  { cluster, path: clusterPath, displayName }: Owner,
  region: string,
): readonly EksPodRole[] {
  return sortedEntries(podRoles).map(([name, written]) => {
    const { namespace, serviceAccount, by, managedPolicies, tags } = written;
    const role = serviceRole(
      {
        id: `eks_${cluster}_pod_${name}`,
        displayName: `${displayName}-${name}`,
        namePrefix: "eks-pods-",
        service: POD_IDENTITY_SERVICE,
        managedPolicies,
        tags,
      },
      region,
    );
    const path: Path = [...clusterPath, "podRoles", name];
    return { id: `${cluster}_${name}`, name, path, namespace, serviceAccount, by, role };
  });
}
