import type { Address, Instance, Tag } from "@aws-sdk/client-ec2";
import { fromApi } from "../fields/field.ts";
import { instanceFields, metadataFields, primaryInterface } from "../fields/instance.ts";
import { GROUP_TAG, MAKERS } from "../makers.ts";
import type { FoundAddress, FoundInstance } from "../types/compute.ts";
import { nameOfTags } from "./map-network.ts";

/** States of instances that are no more. */
const GONE = ["shutting-down", "terminated"];

/** The instances as an inventory has them, without those that are gone. */
export function mapInstances(instances: readonly Instance[]): readonly FoundInstance[] {
  return instances.filter(({ State }) => !GONE.includes(State?.Name ?? "")).map(mapInstance);
}

function mapInstance(instance: Instance): FoundInstance {
  const primary = primaryInterface(instance);
  const further = (instance.NetworkInterfaces ?? []).filter((one) => one !== primary);
  return {
    id: instance.InstanceId ?? "",
    name: nameOfTags(instance.Tags),
    ...fromApi(instanceFields, instance),
    metadata: fromApi(metadataFields, instance.MetadataOptions ?? {}),
    furtherInterfaces: further.flatMap(({ NetworkInterfaceId }) => NetworkInterfaceId ?? []),
    managedBy: makerOf(instance),
    autoScalingGroup: instance.Tags?.find(({ Key }) => Key === GROUP_TAG)?.Value ?? null,
  };
}

/** Whoever marks with a tag what it makes; null: nobody. */
export function makerOf({ Tags = [] }: { readonly Tags?: readonly Tag[] | undefined }): string | null {
  for (const [tag, words] of MAKERS) {
    const found = Tags.find(({ Key }) => Key === tag);
    if (found !== undefined) return `${words} ${found.Value ?? ""}`;
  }
  return null;
}

/** Elastic IPs of instances, as an inventory has them. */
export function mapAddresses(addresses: readonly Address[]): readonly FoundAddress[] {
  return addresses.flatMap(({ AllocationId, InstanceId, AssociationId, Tags }): FoundAddress[] => {
    if (AllocationId === undefined || !InstanceId) return [];
    const associationId = AssociationId ?? null;
    return [{ id: AllocationId, name: nameOfTags(Tags), instanceId: InstanceId, associationId }];
  });
}
