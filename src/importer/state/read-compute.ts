import type { FoundAddress, FoundInstance } from "../types/compute.ts";
import { type Fields, nameTag } from "./fields.ts";
import type { StateResources } from "./resources.ts";

/** The instances in the subnets. */
export function readInstances(
  resources: StateResources,
  subnetIds: ReadonlySet<string>,
): readonly FoundInstance[] {
  const instances = resources
    .of("aws_instance")
    .filter(({ fields }) => subnetIds.has(fields.text("subnet_id") ?? ""));
  return instances.map(({ id, fields }) => {
    const [options] = fields.blocks("metadata_options");
    return {
      id,
      name: nameTag(fields),
      subnetId: fields.text("subnet_id") ?? "",
      instanceType: fields.text("instance_type") ?? "",
      ami: fields.text("ami") ?? "",
      securityGroupIds: fields.texts("vpc_security_group_ids"),
      sourceDestCheck: fields.flag("source_dest_check"),
      detailedMonitoring: fields.flag("monitoring"),
      ipv6Addresses: fields.texts("ipv6_addresses"),
      metadata: {
        httpTokens: options?.text("http_tokens") ?? "optional",
        hopLimit: options?.number("http_put_response_hop_limit") ?? 1,
        httpProtocolIpv6: options?.text("http_protocol_ipv6") === "enabled",
        instanceMetadataTags: options?.text("instance_metadata_tags") === "enabled",
        isEnabled: options?.text("http_endpoint") !== "disabled",
      },
      keyName: fields.text("key_name"),
      instanceProfile: fields.text("iam_instance_profile"),
      furtherInterfaces: furtherInterfaces(resources, id),
      managedBy: autoScalingGroup(fields),
    };
  });
}

function autoScalingGroup(fields: Fields): string | null {
  const group = fields.blocks("tags")[0]?.text("aws:autoscaling:groupName") ?? null;
  return group === null ? null : `the auto scaling group ${group}`;
}

function furtherInterfaces(resources: StateResources, instance: string): readonly string[] {
  return resources
    .of("aws_network_interface_attachment")
    .filter(({ fields }) => fields.text("instance_id") === instance)
    .flatMap(({ fields }) => fields.text("network_interface_id") ?? []);
}

/** Elastic IPs of instances. */
export function readAddresses(resources: StateResources): readonly FoundAddress[] {
  return resources.of("aws_eip").flatMap(({ id, fields }): FoundAddress[] => {
    const association = resources
      .of("aws_eip_association")
      .find((one) => one.fields.text("allocation_id") === id);
    const instanceId = association?.fields.text("instance_id") ?? fields.text("instance");
    if (instanceId === null) return [];
    const associationId = association?.id ?? fields.text("association_id");
    return [{ id, name: nameTag(fields), instanceId, associationId }];
  });
}
