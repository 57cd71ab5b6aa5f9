import { fromState } from "../fields/field.ts";
import { instanceFields, metadataFields } from "../fields/instance.ts";
import { GROUP_TAG } from "../makers.ts";
import type { FoundAddress, FoundInstance } from "../types/compute.ts";
import type { StateResources } from "./resources.ts";
import { nameTag } from "./values.ts";

/** The instances in the subnets. */
export function readInstances(
  resources: StateResources,
  subnetIds: ReadonlySet<string>,
): readonly FoundInstance[] {
  const instances = resources
    .of("aws_instance")
    .filter(({ values }) => subnetIds.has(values.text("subnet_id") ?? ""));
  return instances.map(({ id, values }) => ({
    id,
    name: nameTag(values),
    ...fromState(instanceFields, values),
    metadata: fromState(metadataFields, values.blocks("metadata_options")[0]),
    furtherInterfaces: furtherInterfaces(resources, id),
    managedBy: null,
    autoScalingGroup: values.blocks("tags")[0]?.text(GROUP_TAG) ?? null,
  }));
}

function furtherInterfaces(resources: StateResources, instance: string): readonly string[] {
  return resources
    .having("instance_id", instance, "aws_network_interface_attachment")
    .flatMap(({ values }) => values.text("network_interface_id") ?? []);
}

/** Elastic IPs of instances. */
export function readAddresses(resources: StateResources): readonly FoundAddress[] {
  return resources.of("aws_eip").flatMap(({ id, values }): FoundAddress[] => {
    const association = resources.having("allocation_id", id, "aws_eip_association")[0];
    const instanceId = association?.values.text("instance_id") ?? values.text("instance");
    if (instanceId === null) return [];
    const associationId = association?.id ?? values.text("association_id");
    return [{ id, name: nameTag(values), instanceId, associationId }];
  });
}
