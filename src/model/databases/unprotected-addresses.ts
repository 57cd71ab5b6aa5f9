import { terraformAddress } from "../migration/terraform-address.ts";
import type { Network } from "../types/network.ts";

/** Terraform addresses of what the blueprint leaves without protection from destruction: `deletionProtection: false`, or `terraform.mayDestroy`. */
export function unprotectedAddresses({ rds, elasticache, eks, terraform }: Network): ReadonlySet<string> {
  const isOpen = ({ deletionProtection }: { readonly deletionProtection: boolean }) => !deletionProtection;
  const addressesOf = (type: string, ones: readonly { readonly name: string }[]) =>
    ones.map(({ name }) => terraformAddress(type, name));
  const clusters = rds.clusters.filter(isOpen);
  // An Aurora server is protected with its cluster.
  const servers = clusters.flatMap(({ instances }) => instances.map(({ id }) => ({ name: id })));
  return new Set([
    ...addressesOf("aws_db_instance", rds.instances.filter(isOpen)),
    ...addressesOf("aws_rds_cluster", clusters),
    ...addressesOf("aws_rds_cluster_instance", servers),
    ...addressesOf("aws_elasticache_cluster", elasticache.clusters.filter(isOpen)),
    ...addressesOf("aws_elasticache_replication_group", elasticache.replicationGroups.filter(isOpen)),
    ...addressesOf("aws_eks_cluster", eks.clusters.filter(isOpen)),
    ...terraform.mayDestroy,
  ]);
}
