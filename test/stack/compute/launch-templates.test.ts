// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform and shells write
import { describe, expect, test } from "vitest";
import type { Compute, Host } from "../../../src/model/types/compute.ts";
import type { Network } from "../../../src/model/types/network.ts";
import type { TierName } from "../../../src/model/types/shared.ts";
import { at } from "../../support/json.ts";
import { tierName } from "../../support/names.ts";
import { NO_COMPUTE, sampleHost, sampleLaunchTemplate } from "../../support/sample-hosts.ts";
import { sampleNetwork, sampleTier } from "../../support/sample-network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

function templateOf(
  host: Partial<Host>,
  { tiers = [tierName("app")], compute = {}, network = {} }: Surroundings = {},
): Record<string, unknown> {
  const launchTemplates = [sampleLaunchTemplate({ host: sampleHost(host), tiers })];
  const sample = sampleNetwork({ ...network, compute: { ...NO_COMPUTE, ...compute, launchTemplates } });
  return resourceIn(stackJson(sample), "aws_launch_template.web");
}

interface Surroundings {
  readonly tiers?: readonly TierName[];
  readonly compute?: Partial<Compute>;
  readonly network?: Partial<Network>;
}

test("a plain host in a dual-stack tier", () => {
  const tags = { Name: "sample-web" };
  expect(templateOf({})).toEqual({
    name: "sample-web",
    lifecycle: { create_before_destroy: true },
    update_default_version: true,
    image_id: "ami-0123456789abcdef0",
    instance_type: "t4g.small",
    metadata_options: {
      http_endpoint: "enabled",
      http_tokens: "required",
      http_put_response_hop_limit: 2,
      http_protocol_ipv6: "enabled",
      instance_metadata_tags: "disabled",
    },
    network_interfaces: [
      { device_index: 0, delete_on_termination: "true", security_groups: ["${aws_security_group.web.id}"] },
    ],
    block_device_mappings: [
      {
        device_name: "/dev/xvda",
        ebs: { volume_type: "gp3", encrypted: "true", delete_on_termination: "true" },
      },
    ],
    monitoring: { enabled: false },
    tag_specifications: [
      { resource_type: "instance", tags },
      { resource_type: "volume", tags },
      { resource_type: "network-interface", tags },
    ],
    tags,
  });
});

test("everything that a host may ask for", () => {
  const path = ["compute"];
  const template = templateOf(
    {
      metadata: {
        ipv6: false,
        ipv6IsExplicit: true,
        httpTokens: "optional",
        httpPutResponseHopLimit: 3,
        instanceMetadataTags: true,
      },
      keyPair: "ops",
      instanceProfile: "web",
      userData: "#!/bin/bash\necho hi\n",
      ipv6AddressCount: 2,
      enablePrimaryIpv6: true,
      associatePublicIpAddress: false,
      rootVolume: { deviceName: "/dev/sda1", sizeGib: 20, type: "gp2", iops: null, encrypted: false },
      detailedMonitoring: true,
    },
    {
      compute: {
        keyPairs: [{ name: "ops", path, displayName: "sample-ops", publicKey: "ssh-ed25519 A", tags: {} }],
        instanceProfiles: [{ name: "web", path, displayName: "sample-web", policies: [], tags: {} }],
      },
    },
  );
  expect(template).toMatchObject({
    metadata_options: {
      http_endpoint: "enabled",
      http_tokens: "optional",
      http_put_response_hop_limit: 3,
      http_protocol_ipv6: "disabled",
      instance_metadata_tags: "enabled",
    },
    key_name: "sample-ops",
    iam_instance_profile: { name: "${aws_iam_instance_profile.web.name}" },
    user_data: '${base64encode("#!/bin/bash\\necho hi\\n")}',
    monitoring: { enabled: true },
  });
  expect(template["network_interfaces"]).toEqual([
    {
      device_index: 0,
      delete_on_termination: "true",
      security_groups: ["${aws_security_group.web.id}"],
      ipv6_address_count: 2,
      primary_ipv6: "true",
      associate_public_ip_address: "false",
    },
  ]);
  expect(template["block_device_mappings"]).toEqual([
    {
      device_name: "/dev/sda1",
      ebs: { volume_size: 20, volume_type: "gp2", encrypted: "false", delete_on_termination: "true" },
    },
  ]);
});

describe("host names", () => {
  const tiers = [
    sampleTier("app", { slot: 1 }),
    sampleTier("bare", { slot: 2, addressing: "ipv6-only" }),
    sampleTier("mute", { slot: 3, addressing: "ipv6-only", enableResourceNameDnsAaaaRecordOnLaunch: false }),
  ];

  const namesIn = (...names: string[]) =>
    templateOf({}, { tiers: names.map(tierName), network: { tiers } })["private_dns_name_options"];

  test("follow the resource, with AAAA records, where there is no IPv4 address", () => {
    expect(namesIn("bare")).toEqual({
      hostname_type: "resource-name",
      enable_resource_name_dns_aaaa_record: true,
      enable_resource_name_dns_a_record: false,
    });
  });

  test("have no AAAA record that one of the tiers does not want", () => {
    expect(namesIn("bare", "mute")).toMatchObject({ enable_resource_name_dns_aaaa_record: false });
  });

  test.each([["app"], ["app", "bare"], []])("are left to the subnets in tiers %j", (...names) => {
    expect(namesIn(...names)).toBeUndefined();
  });
});

test("what AWS makes at a launch gets the blueprint's tags too, which the provider would not give it", () => {
  const network = { tags: { owner: "platform", stage: "test" } };
  const template = templateOf({ tags: { stage: "canary" } }, { network });
  expect(at(template, "tag_specifications", 1)).toEqual({
    resource_type: "volume",
    tags: { owner: "platform", stage: "canary", Name: "sample-web" },
  });
  expect(template["tags"]).toEqual({ stage: "canary", Name: "sample-web" });
});
