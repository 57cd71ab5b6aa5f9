import type { Address, Instance, InstanceMetadataOptionsResponse } from "@aws-sdk/client-ec2";
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
  const interfaces = instance.NetworkInterfaces ?? [];
  const primary = interfaces.find(({ Attachment }) => Attachment?.DeviceIndex === 0) ?? interfaces[0];
  const further = interfaces.filter((one) => one !== primary);
  return {
    id: instance.InstanceId ?? "",
    name: nameOfTags(instance.Tags),
    subnetId: instance.SubnetId ?? "",
    instanceType: instance.InstanceType ?? "",
    ami: instance.ImageId ?? "",
    securityGroupIds: instance.SecurityGroups?.flatMap(({ GroupId }) => GroupId ?? []) ?? [],
    sourceDestCheck: instance.SourceDestCheck ?? true,
    detailedMonitoring: instance.Monitoring?.State === "enabled",
    ipv6Addresses: primary?.Ipv6Addresses?.flatMap(({ Ipv6Address }) => Ipv6Address ?? []) ?? [],
    metadata: mapMetadata(instance.MetadataOptions),
    keyName: instance.KeyName ?? null,
    instanceProfile: instance.IamInstanceProfile?.Arn ?? null,
    furtherInterfaces: further.flatMap(({ NetworkInterfaceId }) => NetworkInterfaceId ?? []),
    managedBy: makerOf(instance),
  };
}

function mapMetadata(options: InstanceMetadataOptionsResponse | undefined): FoundInstance["metadata"] {
  return {
    httpTokens: options?.HttpTokens ?? "optional",
    hopLimit: options?.HttpPutResponseHopLimit ?? 1,
    httpProtocolIpv6: options?.HttpProtocolIpv6 === "enabled",
    instanceMetadataTags: options?.InstanceMetadataTags === "enabled",
    isEnabled: options?.HttpEndpoint !== "disabled",
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
