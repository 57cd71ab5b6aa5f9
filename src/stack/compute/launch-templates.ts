import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template/index.js";
import type { Construct } from "constructs";
import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type {
  Host,
  Image,
  LaunchTemplate as LaunchTemplateModel,
  RootVolume,
} from "../../model/types/compute.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type ComputeMade, type NetworkMade, resourceFor } from "../resources.ts";
import { launchTags, metadataOptions, privateDnsNameOptions } from "./hosts.ts";
import { encodedUserData } from "./user-data.ts";

type NeededByTemplates = Pick<NetworkMade, "securityGroups"> & Pick<ComputeMade, "instanceProfiles">;

/** What a launch tags beside the host itself; each needs its own `tag_specifications`. */
const TAGGED_AT_LAUNCH = ["instance", "volume", "network-interface"];

/** Adds the launch templates; returns them by name. */
export function addLaunchTemplates(
  scope: Construct,
  network: Network,
  made: NeededByTemplates,
): ComputeMade["launchTemplates"] {
  return new Map(
    network.compute.launchTemplates.map((template) => [
      template.name,
      addLaunchTemplate(scope, network, made, template),
    ]),
  );
}

function addLaunchTemplate(
  scope: Construct,
  network: Network,
  made: NeededByTemplates,
  template: LaunchTemplateModel,
): LaunchTemplate {
  const { displayName, host } = template;
  const tags = launchTags(network, displayName, host);
  return new LaunchTemplate(scope, terraformAddress("aws_launch_template", template.name), {
    name: displayName,
    updateDefaultVersion: true,
    imageId: imageId(host.image),
    instanceType: host.instanceType.name,
    metadataOptions: metadataOptions(host.metadata),
    networkInterfaces: [networkInterface(host, made)],
    blockDeviceMappings: [blockDevice(host.rootVolume)],
    monitoring: { enabled: host.detailedMonitoring },
    tagSpecifications: TAGGED_AT_LAUNCH.map((resourceType) => ({ resourceType, tags })),
    tags: withNameTag(displayName, host.tags),
    // A group moves to the new template before the old one goes.
    lifecycle: { createBeforeDestroy: true, ...keptByTemplate(network, template) },
    ...omitNull({
      keyName: host.keyPair === null ? null : keyNameOf(network, host.keyPair),
      iamInstanceProfile:
        host.instanceProfile === null
          ? null
          : {
              name: resourceFor(made.instanceProfiles, host.instanceProfile).name,
            },
      userData: host.userData === null ? null : encodedUserData(host.userData),
      privateDnsNameOptions: privateDnsNameOptions(network, template.tiers),
    }),
  });
}

/**
 * An imported template keeps its interfaces while the blueprint asks for no addresses in them: it may name its groups
 * in either of two places, and what a version says anew no host has asked for. So does it keep what it says of IMDS.
 */
function keptByTemplate(
  { existing }: Network,
  { name, asksForAddresses, asksForImdsIpv6 }: LaunchTemplateModel,
): { readonly ignoreChanges?: string[] } {
  const address = terraformAddress("aws_launch_template", name);
  if (existing === null || !existing.imports.some((one) => one.address === address)) return {};
  const interfaces = asksForAddresses ? [] : ["network_interfaces", "vpc_security_group_ids"];
  const ignoreChanges = [...interfaces, ...(asksForImdsIpv6 ? [] : ["metadata_options"])];
  return ignoreChanges.length === 0 ? {} : { ignoreChanges };
}

/**
 * The name itself, without a reference: the template is made before the old one is destroyed, which Terraform would carry
 * over to a key pair that it refers to, and two key pairs of one name cannot be.
 */
function keyNameOf({ compute }: Network, name: string): string {
  const pair = compute.keyPairs.find((one) => one.name === name);
  invariant(pair !== undefined, `no key pair ${name}`);
  return pair.displayName;
}

/**
 * EC2 resolves `resolve:ssm:` at each launch: new hosts get the newest image, a plan reads nothing from AWS, and an
 * image published overnight is no change to anybody's stack. The running hosts of a group may differ in image until
 * they are replaced.
 */
function imageId(image: Image): string {
  return image.kind === "id" ? image.id : `resolve:ssm:${image.name}`;
}

/** The primary interface. Without this block neither a primary IPv6 address nor an address count can be asked for. */
function networkInterface(host: Host, made: NeededByTemplates) {
  return {
    deviceIndex: 0,
    deleteOnTermination: "true",
    securityGroups: host.securityGroups.map((name) => resourceFor(made.securityGroups, name).id),
    ...omitNull({
      ipv6AddressCount: host.ipv6AddressCount,
      // Left out rather than "false": AWS cannot take a primary address back.
      primaryIpv6: host.enablePrimaryIpv6 ? "true" : null,
      associatePublicIpAddress:
        host.associatePublicIpAddress === null ? null : `${host.associatePublicIpAddress}`,
    }),
  };
}

/** A disk of a launch template. */
export function blockDevice(volume: RootVolume) {
  return {
    deviceName: volume.deviceName,
    ebs: {
      volumeType: volume.type,
      encrypted: `${volume.encrypted}`,
      deleteOnTermination: "true",
      ...omitNull({ volumeSize: volume.sizeGib, iops: volume.iops }),
    },
  };
}
