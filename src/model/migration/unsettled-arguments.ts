import { type Migration, STAGES, type StageId } from "../types/migration.ts";

/** Arguments by Terraform type. */
type Arguments = Readonly<Record<string, readonly string[]>>;

/**
 * What a stage changes of resources that were there. Where the network had reached a later stage by itself, some have
 * it and some do not: until the stage comes, Terraform lets all of them be.
 */
const changedBy: Readonly<Partial<Record<StageId, Arguments>>> = {
  "vpc-address-block": { aws_vpc: ["assign_generated_ipv6_cidr_block"] },
  "subnet-address-blocks": { aws_subnet: ["enable_dns64", "ipv6_cidr_block"] },
  "instance-types": { aws_instance: ["instance_type"] },
  "instance-addresses": {
    // What starts new hosts follows its template's newest version.
    aws_autoscaling_group: ["launch_template"],
    aws_instance: ["enable_primary_ipv6", "ipv6_address_count", "ipv6_addresses", "metadata_options"],
    aws_launch_template: ["metadata_options", "network_interfaces"],
    aws_subnet: ["assign_ipv6_address_on_creation", "enable_resource_name_dns_aaaa_record_on_launch"],
  },
  "load-balancers": {
    aws_lb: ["ip_address_type"],
    aws_vpc_endpoint: ["dns_options", "ip_address_type"],
  },
  databases: { aws_db_instance: ["network_type"] },
};

/**
 * The arguments of an imported resource of the type, sorted, that its migration has not come to and that it may have
 * already. None unless the network had reached a later stage by itself.
 */
export function unsettledArguments(migration: Migration | null, type: string): readonly string[] {
  if (migration === null || migration.reached === null) return [];
  const ahead = STAGES.slice(STAGES.indexOf(migration.stage) + 1, STAGES.indexOf(migration.reached) + 1);
  return ahead.flatMap((stage) => changedBy[stage]?.[type] ?? []).sort();
}

/** Blocks of which stages change one part. */
const PARTS: Readonly<Record<string, string>> = { metadata_options: "http_protocol_ipv6" };

/**
 * Whether a stage of a migration changes the argument of resources of the type that were there; an argument of a block has the
 * block's name before it.
 */
export function isChangedByStages(type: string, argument: string): boolean {
  const [name = "", part] = argument.split(".");
  const own = PARTS[name];
  const isOfStage = own === undefined || part === own;
  return isOfStage && Object.values(changedBy).some((changed) => changed[type]?.includes(name));
}
