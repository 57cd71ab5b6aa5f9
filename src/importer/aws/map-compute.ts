import type { Address, Instance } from "@aws-sdk/client-ec2";
import { fromApi } from "../fields/field.ts";
import { instanceFields, metadataFields, primaryInterface } from "../fields/instance.ts";
import type { FoundAddress, FoundInstance } from "../types/compute.ts";
import { nameOfTags } from "./map-network.ts";

/** States of instances that are no more. */
const GONE = ["shutting-down", "terminated"];
/** Tags by which services mark the instances that they make, and make again. */
const MAKERS = [
  ["aws:autoscaling:groupName", "the auto scaling group"],
  ["aws:ec2:fleet-id", "the fleet"],
  ["eks:cluster-name", "the EKS cluster"],
] as const;

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
  };
}

function makerOf({ Tags = [] }: Instance): string | null {
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
