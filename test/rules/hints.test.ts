import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { normalise } from "../../src/model/normalise.ts";
import { judge } from "../../src/rules/judge.ts";

/** Hints that are computed from the blueprint: what is said about a file of the corpus. */
const HINTS: readonly (readonly [file: string, hint: string])[] = [
  ["cidr-not-canonical/bad.yaml", 'write "10.20.0.0/16"'],
  ["cidr-not-canonical/bad.yaml", 'write "2001:db8:0:100::/56"'],
  ["ecs-container-port/bad.yaml", "it has 8080"],
  [
    "ecs-dual-stack-account-setting/bad.yaml",
    "write terraform.hooks: { ecs-dual-stack-setting: hook }, or run once: aws ecs put-account-setting-default --name dualStackIPv6 --value enabled --region eu-central-1",
  ],
  ["ecs-dual-stack-without-ipv4-route/bad.yaml", "write natGateway in the tier, or make it ipv6-only"],
  [
    "ecs-dual-stack-without-ipv4-route/bad-internet-gateway.yaml",
    "write assignPublicIp: true, or choose a tier with a NAT gateway",
  ],
  [
    "ecs-host-not-in-cluster/bad.yaml",
    "write into userData: echo 'ECS_CLUSTER=sample-main' >> /etc/ecs/ecs.config",
  ],
  ["ecs-ipv6-only-image-name/bad.yaml", "write 123456789012.dkr-ecr.eu-central-1.on.aws/web:1"],
  ["ecs-task-cpu-memory/bad.yaml", "with 256 it has 512, 1024, 2048"],
  ["ecs-task-cpu-memory/bad-step.yaml", "with 8192 it has 16384 to 61440 in steps of 4096"],
  ["ecs-task-cpu-memory/bad-cpu.yaml", "it has 256, 512, 1024, 2048, 4096, 8192, 16384"],
  ["fixed-address-outside-subnet/bad.yaml", 'write the host part alone: "::a"'],
  ["instance-type-unknown/bad-misspelled.yaml", 'if it is misspelled: did you mean "t4g.small"?'],
  ["ipv6-address-count-too-high/bad.yaml", "ask for at most 2, or take a larger type"],
  ["slot-out-of-range/bad.yaml", "write a slot from 0 to 15"],
  ["slot-overlap/bad.yaml", "write slot: 0"],
  ["slot-overlap/bad-automatic.yaml", "write slot: 0 into the newer of the two"],
  ["subnet-ipv4-outside-vpc/bad.yaml", 'take one within "10.20.0.0/16"'],
  ["subnet-ipv4-prefix-length/bad.yaml", 'write "10.20.1.0/28"'],
  ["user-data-ipv4-only-name/bad-ecr.yaml", "write 123456789012.dkr-ecr.eu-west-1.on.aws"],
  [
    "user-data-too-long/bad-guest.yaml",
    "put the script into S3 and fetch it: what guest says is counted too",
  ],
  ["vpc-endpoint-address-type/bad.yaml", "write ipAddressType: dualstack"],
  ["vpc-endpoint-address-type/bad.yaml", "write ipAddressType: ipv6"],
  ["vpc-endpoint-address-type/bad.yaml", "write ipAddressType: ipv4"],
  ["vpc-endpoint-gateway-ipv4-only/bad.yaml", "write ipAddressType: dualstack"],
  ["vpc-endpoint-gateway-ipv4-only/bad.yaml", "write ipAddressType: ipv6"],
  ["vpc-ipv4-prefix-length/bad.yaml", 'write "10.0.0.0/16"'],
];

test.each(HINTS)("%s: %s", (file, hint) => {
  const { blueprint } = readBlueprint(file, readFileSync(join(import.meta.dirname, file), "utf8"));
  const network = blueprint && normalise(blueprint).network;
  const findings = network === null ? [] : judge(network, "2026-11-21");
  expect(findings.map((finding) => finding.hint)).toContain(hint);
});
