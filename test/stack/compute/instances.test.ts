// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform and shells write
import { expect, test } from "vitest";
import { parseIpv6 } from "../../../src/base/address.ts";
import type { Compute, FixedIpv6Address, Host, Instance } from "../../../src/model/types/compute.ts";
import { tierName } from "../../support/names.ts";
import { NO_COMPUTE, sampleHost, sampleInstance } from "../../support/sample-hosts.ts";
import { sampleNetwork, sampleTier } from "../../support/sample-network.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

const TIERS = [sampleTier("app"), sampleTier("bare", { slot: 1, addressing: "ipv6-only" })];

function instanceWith(
  overrides: Partial<Instance>,
  host: Partial<Host> = {},
  compute: Partial<Compute> = {},
): Record<string, unknown> {
  const instance = sampleInstance(
    { tier: tierName("app"), subnet: "app_a" },
    { host: sampleHost(host), ...overrides },
  );
  const sample = sampleNetwork({
    tiers: TIERS,
    // An Elastic IP needs one.
    internetGateway: true,
    compute: { ...NO_COMPUTE, ...compute, instances: [instance] },
  });
  return resourceIn(stackJson(sample), "aws_instance.bastion");
}

function fixed(text: string, relative: boolean): FixedIpv6Address {
  const address = parseIpv6(text);
  if (address === null) throw new Error(`${text} is no address`);
  return { path: ["compute", "instances", "bastion", "ipv6Addresses", 0], text, address, relative };
}

test("a plain instance in a dual-stack tier", () => {
  expect(instanceWith({})).toEqual({
    ami: "ami-0123456789abcdef0",
    instance_type: "t4g.small",
    subnet_id: "${aws_subnet.app_a.id}",
    vpc_security_group_ids: ["${aws_security_group.web.id}"],
    source_dest_check: true,
    metadata_options: {
      http_endpoint: "enabled",
      http_tokens: "required",
      http_put_response_hop_limit: 2,
      http_protocol_ipv6: "enabled",
      instance_metadata_tags: "disabled",
    },
    root_block_device: {
      volume_type: "gp3",
      encrypted: true,
      delete_on_termination: true,
      tags: { Name: "sample-bastion" },
    },
    monitoring: false,
    tags: { Name: "sample-bastion" },
  });
});

test("everything that an instance may ask for", () => {
  const path = ["compute"];
  const instance = instanceWith(
    { tier: tierName("bare"), subnet: "bare_b", privateIp: "10.20.0.9", sourceDestCheck: false },
    {
      keyPair: "ops",
      instanceProfile: "web",
      userData: "#cloud-config\n",
      ipv6AddressCount: 2,
      enablePrimaryIpv6: true,
      associatePublicIpAddress: false,
      rootVolume: { deviceName: "/dev/xvda", sizeGib: 20, type: "io2", iops: 3000, encrypted: false },
      detailedMonitoring: true,
      tags: { role: "jump" },
    },
    {
      keyPairs: [{ name: "ops", path, displayName: "sample-ops", publicKey: "ssh-ed25519 A", tags: {} }],
      instanceProfiles: [{ name: "web", path, displayName: "sample-web", policies: [], tags: {} }],
    },
  );
  expect(instance).toMatchObject({
    subnet_id: "${aws_subnet.bare_b.id}",
    key_name: "${aws_key_pair.ops.key_name}",
    iam_instance_profile: "${aws_iam_instance_profile.web.name}",
    user_data_base64: '${base64encode("#cloud-config\\n")}',
    ipv6_address_count: 2,
    enable_primary_ipv6: true,
    associate_public_ip_address: false,
    private_ip: "10.20.0.9",
    source_dest_check: false,
    monitoring: true,
    private_dns_name_options: {
      hostname_type: "resource-name",
      enable_resource_name_dns_aaaa_record: true,
      enable_resource_name_dns_a_record: false,
    },
    root_block_device: { volume_size: 20, volume_type: "io2", iops: 3000, encrypted: false },
    tags: { Name: "sample-bastion", role: "jump" },
  });
});

test.each([
  ["::4", "${cidrhost(aws_subnet.app_a.ipv6_cidr_block, 4)}"],
  // 2^53 + 1 is the first whole number that a JavaScript number cannot hold.
  ["::20:0:0:1", "${cidrhost(aws_subnet.app_a.ipv6_cidr_block, 9007199254740993)}"],
  ["::ffff:ffff:ffff:ffff", "${cidrhost(aws_subnet.app_a.ipv6_cidr_block, 18446744073709551615)}"],
])("address %s counts from the start of the subnet's block", (text, expected) => {
  expect(instanceWith({ ipv6Addresses: [fixed(text, true)] })["ipv6_addresses"]).toEqual([expected]);
});

test("a whole address is written as AWS will report it", () => {
  const ipv6Addresses = [fixed("2001:0DB8:0:0:0:0:0:4", false)];
  expect(instanceWith({ ipv6Addresses })["ipv6_addresses"]).toEqual(["2001:db8::4"]);
});

test.each([
  [true, false, { ignore_changes: ["associate_public_ip_address"] }],
  [true, null, undefined],
  [false, false, undefined],
])(
  "Elastic IP %s, public address %s: the provider's mistake replaces no host",
  (elasticIp, asked, expected) => {
    const host = { associatePublicIpAddress: asked };
    expect(instanceWith({ elasticIp }, host)["lifecycle"]).toEqual(expected);
  },
);

test("an AMI that the author wrote down replaces the instance when it changes", () => {
  expect(instanceWith({})).not.toHaveProperty("lifecycle");
});
