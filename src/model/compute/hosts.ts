import { instanceTypeFacts, maxIpv6AddressesPerInterface } from "../../aws/instance-types.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint, LaunchTemplate as WrittenHost } from "../../blueprint/blueprint.generated.ts";
import type { Context } from "../context.ts";
import type { Declared } from "../declared.ts";
import { knownName, knownNames, namesOf } from "../references.ts";
import type { Host, InstanceType, Metadata, RootVolume } from "../types/compute.ts";
import { hasFamily, type Tier } from "../types/subnets.ts";
import { normaliseGuest } from "./guests.ts";
import { normaliseImage } from "./images.ts";

/** Where a host runs, and what for: its defaults follow from it. */
export interface Placement {
  readonly tiers: readonly Tier[];
  /** True when an IPv6 target group registers it by instance. */
  readonly isIpv6Target: boolean;
}

/** A host with its defaults; null when its image could not be told, which is reported. */
export function normaliseHost(
  context: Context,
  blueprint: Blueprint,
  { securityGroups }: Declared,
  written: WrittenHost,
  path: Path,
  placement: Placement,
): Host | null {
  const { keyPairs, instanceProfiles } = blueprint.compute;
  const profilePath = [...path, "instanceProfile"];
  const image = normaliseImage(context, written, path);
  const instanceType = normaliseInstanceType(written.instanceType);
  const host = {
    path,
    instanceType,
    metadata: normaliseMetadata(written, instanceType, placement.tiers),
    keyPair: knownName(context, "key pair", written.keyPair, namesOf(keyPairs), [...path, "keyPair"]),
    instanceProfile: knownName(
      context,
      "instance profile",
      written.instanceProfile,
      namesOf(instanceProfiles),
      profilePath,
    ),
    securityGroups: knownNames(context, "security group", written.securityGroups, securityGroups, [
      ...path,
      "securityGroups",
    ]),
    writtenUserData: written.userData ?? null,
    ipv6AddressCount: written.ipv6AddressCount ?? null,
    enablePrimaryIpv6: written.enablePrimaryIpv6 ?? placement.isIpv6Target,
    associatePublicIpAddress: written.associatePublicIpAddress ?? null,
    detailedMonitoring: written.detailedMonitoring,
    tags: written.tags,
  };
  if (image === null) return null;
  const rootVolume = normaliseRootVolume(written, image.rootDeviceName);
  const { guest, userData } = normaliseGuest(context, written, image.os, blueprint.region, path);
  const { os, isArchitectureAssumed } = image;
  return { ...host, os, image: image.image, isArchitectureAssumed, rootVolume, guest, userData };
}

/** What AWS knows of the instance type of that name. */
export function normaliseInstanceType(name: string): InstanceType {
  const { ipv6, hypervisor } = instanceTypeFacts(name);
  return { name, ipv6, hypervisor, maxIpv6Addresses: maxIpv6AddressesPerInterface(name) };
}

/** IMDS over IPv6 needs Nitro and an IPv6 subnet; a template that nobody places is left as AWS has it: off. */
function normaliseMetadata({ metadata }: WrittenHost, type: InstanceType, tiers: readonly Tier[]): Metadata {
  const isPlacedInIpv6 = tiers.length > 0 && tiers.every(({ addressing }) => hasFamily(addressing, "ipv6"));
  return {
    ipv6: metadata.ipv6 ?? (type.hypervisor === "nitro" && isPlacedInIpv6),
    ipv6IsExplicit: metadata.ipv6 !== undefined,
    httpTokens: metadata.httpTokens,
    httpPutResponseHopLimit: metadata.httpPutResponseHopLimit,
    instanceMetadataTags: metadata.instanceMetadataTags,
  };
}

function normaliseRootVolume({ rootVolume }: WrittenHost, deviceName: string): RootVolume {
  const { sizeGib, type, iops, encrypted } = rootVolume;
  return { deviceName, sizeGib: sizeGib ?? null, type, iops: iops ?? null, encrypted };
}
