import { Instance } from "@cdktf/provider-aws/lib/instance/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Image, Instance as InstanceModel } from "../../model/types/compute.ts";
import type { Network } from "../../model/types/network.ts";
import { fixedAddress } from "../addressing/fixed-address.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type ComputeMade, type NetworkMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";
import { metadataOptions, privateDnsNameOptions } from "./hosts.ts";
import { type BootNeeds, neededAtBoot } from "./needed-at-boot.ts";
import { encodedUserData } from "./user-data.ts";

type NeededByInstances = BootNeeds &
  Pick<NetworkMade, "subnets" | "securityGroups"> &
  Pick<ComputeMade, "keyPairs" | "instanceProfiles" | "imageParameters">;

/** Adds the instances; returns them by name. */
export function addInstances(
  scope: Construct,
  network: Network,
  made: NeededByInstances,
): ComputeMade["instances"] {
  return new Map(
    network.compute.instances.map((instance) => [instance.name, addInstance(scope, network, made, instance)]),
  );
}

function addInstance(
  scope: Construct,
  network: Network,
  made: NeededByInstances,
  instance: InstanceModel,
): Instance {
  const { displayName, host } = instance;
  return new Instance(scope, terraformAddress("aws_instance", instance.name), {
    ami: imageId(host.image, made),
    instanceType: host.instanceType.name,
    metadataOptions: metadataOptions(host.metadata),
    vpcSecurityGroupIds: host.securityGroups.map((name) => resourceFor(made.securityGroups, name).id),
    sourceDestCheck: instance.sourceDestCheck,
    rootBlockDevice: rootVolume(instance),
    monitoring: host.detailedMonitoring,
    tags: withNameTag(displayName, host.tags),
    ...waitFor(
      neededAtBoot(network, made, {
        subnets: [instance.subnet],
        securityGroups: host.securityGroups,
      }),
    ),
    ...lifecycle(instance),
    ...addressing(instance, made),
    ...omitNull({
      keyName: host.keyPair === null ? null : resourceFor(made.keyPairs, host.keyPair).keyName,
      iamInstanceProfile:
        host.instanceProfile === null ? null : resourceFor(made.instanceProfiles, host.instanceProfile).name,
      userDataBase64: host.userData === null ? null : encodedUserData(host.userData),
      privateDnsNameOptions: privateDnsNameOptions(network, [instance.tier]),
    }),
  });
}

function imageId(wanted: Image, made: NeededByInstances): string {
  if (wanted.kind === "id") return wanted.id;
  // `insecure_value` is the same text as `value`, but not hidden in plans as if it were a secret.
  return resourceFor(made.imageParameters, wanted.parameter).insecureValue;
}

/** What would replace the host although nobody meant it to. */
function lifecycle({ host, elasticIp }: InstanceModel) {
  const ignoreChanges = [
    // A parameter's AMI changes with every image AWS publishes; one that the author wrote down only when they mean it.
    ...(host.image.kind === "ssm-parameter" ? ["ami"] : []),
    // The provider takes an Elastic IP for an address given at launch, and would replace the host at every apply:
    // https://github.com/hashicorp/terraform-provider-aws/issues/47100, open in 6.37.
    ...(elasticIp && host.associatePublicIpAddress === false ? ["associate_public_ip_address"] : []),
  ];
  return ignoreChanges.length === 0 ? {} : { lifecycle: { ignoreChanges } };
}

function addressing(instance: InstanceModel, made: NeededByInstances) {
  const { host, ipv6Addresses } = instance;
  const subnet = resourceFor(made.subnets, instance.subnet);
  return {
    subnetId: subnet.id,
    ...omitNull({
      ipv6Addresses:
        ipv6Addresses.length === 0
          ? null
          : ipv6Addresses.map((address) => fixedAddress(address, subnet.ipv6CidrBlock)),
      ipv6AddressCount: host.ipv6AddressCount,
      // Left out rather than false: AWS cannot take a primary address back.
      enablePrimaryIpv6: host.enablePrimaryIpv6 ? true : null,
      associatePublicIpAddress: host.associatePublicIpAddress,
      privateIp: instance.privateIp,
    }),
  };
}

function rootVolume(instance: InstanceModel) {
  const { displayName, host } = instance;
  return {
    volumeType: host.rootVolume.type,
    encrypted: host.rootVolume.encrypted,
    deleteOnTermination: true,
    tags: withNameTag(displayName, host.tags),
    ...omitNull({ volumeSize: host.rootVolume.sizeGib, iops: host.rootVolume.iops }),
  };
}
