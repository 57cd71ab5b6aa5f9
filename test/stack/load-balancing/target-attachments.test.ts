// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { expect, test } from "vitest";
import type {
  AttachedTarget,
  TargetAttachment,
  TargetGroup,
} from "../../../src/model/types/load-balancing.ts";
import { tierName } from "../../support/names.ts";
import {
  NO_COMPUTE,
  sampleAutoScalingGroup,
  sampleInstance,
  sampleLaunchTemplate,
  sampleTargetGroup,
} from "../../support/sample-hosts.ts";
import { sampleNetwork } from "../../support/sample-network.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

const COMPUTE = { ...NO_COMPUTE, instances: [sampleInstance({ tier: tierName("app"), subnet: "app_a" })] };

function attachmentOf(
  target: AttachedTarget,
  overrides: Partial<TargetAttachment> = {},
  group: Partial<TargetGroup> = {},
): Record<string, unknown> {
  const attachment: TargetAttachment = {
    id: "web_bastion",
    path: ["targetGroups", "web", "targets"],
    target,
    port: null,
    availabilityZone: null,
    isManaged: true,
    ...overrides,
  };
  const targets = { autoScalingGroups: [], attachments: [attachment] };
  const targetGroups = [sampleTargetGroup({ ...group, targets })];
  const json = stackJson(sampleNetwork({ compute: COMPUTE, targetGroups }));
  return resourceIn(json, "aws_lb_target_group_attachment.web_bastion");
}

test("an instance is registered by its id", () => {
  expect(attachmentOf({ kind: "instance", name: "bastion" })).toEqual({
    target_group_arn: "${aws_lb_target_group.web.arn}",
    target_id: "${aws_instance.bastion.id}",
  });
});

test("an instance's address is the first one in the target group's family", () => {
  const target = { kind: "instance-address", name: "bastion" } as const;
  expect(attachmentOf(target, {}, { targetType: "ip", ipAddressType: "ipv6" })["target_id"]).toBe(
    "${element(aws_instance.bastion.ipv6_addresses, 0)}",
  );
  expect(attachmentOf(target, {}, { targetType: "ip", ipAddressType: "ipv4" })["target_id"]).toBe(
    "${aws_instance.bastion.private_ip}",
  );
});

test("an address outside the VPC is registered for all zones, with its own port", () => {
  const target = { kind: "address", address: "2001:db8::7" } as const;
  expect(attachmentOf(target, { port: 8443, availabilityZone: "all" }, { targetType: "ip" })).toEqual({
    target_group_arn: "${aws_lb_target_group.web.arn}",
    target_id: "2001:db8::7",
    port: 8443,
    availability_zone: "all",
  });
});

test("auto scaling groups are not attached: they register their hosts themselves", () => {
  const targets = { autoScalingGroups: ["web"], attachments: [] };
  const compute = {
    ...sampleNetwork().compute,
    launchTemplates: [sampleLaunchTemplate()],
    autoScalingGroups: [sampleAutoScalingGroup()],
  };
  const json = stackJson(sampleNetwork({ compute, targetGroups: [sampleTargetGroup({ targets })] }));
  expect(addressesIn(json).filter((address) => address.includes("attachment"))).toEqual([]);
});
