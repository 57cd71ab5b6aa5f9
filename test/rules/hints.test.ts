import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { normalise } from "../../src/model/normalise.ts";
import { judge } from "../../src/rules/judge.ts";

/** Hints that are computed from the blueprint: what each says about a line of the corpus. */
const HINTS: readonly (readonly [file: string, line: number, hint: string])[] = [
  ["cidr-not-canonical/bad.yaml", 6, 'write "10.20.0.0/16"'],
  ["cidr-not-canonical/bad.yaml", 13, 'write "2001:db8:0:100::/56"'],
  ["ecs-container-port/bad.yaml", 37, "it has 8080"],
  [
    "ecs-dual-stack-account-setting/bad.yaml",
    21,
    "write terraform.hooks: { ecs-dual-stack-setting: hook }, or run once: aws ecs put-account-setting-default --name dualStackIPv6 --value enabled --region eu-west-1",
  ],
  ["ecs-dual-stack-without-ipv4-route/bad.yaml", 19, "write natGateway in the tier, or make it ipv6-only"],
  [
    "ecs-dual-stack-without-ipv4-route/bad-internet-gateway.yaml",
    19,
    "write assignPublicIp: true, or choose a tier with a NAT gateway",
  ],
  [
    "ecs-host-not-in-cluster/bad.yaml",
    27,
    "write into userData: echo 'ECS_CLUSTER=sample-main' >> /etc/ecs/ecs.config",
  ],
  ["ecs-ipv6-only-image-name/bad.yaml", 15, "write 123456789012.dkr-ecr.eu-west-1.on.aws/web:1"],
  ["ecs-task-cpu-memory/bad.yaml", 14, "with 256 it has 512, 1024, 2048"],
  ["ecs-task-cpu-memory/bad-step.yaml", 14, "with 8192 it has 16384 to 61440 in steps of 4096"],
  ["ecs-task-cpu-memory/bad-cpu.yaml", 13, "it has 256, 512, 1024, 2048, 4096, 8192, 16384"],
  ["fixed-address-outside-subnet/bad.yaml", 16, 'write the host part alone: "::a"'],
  ["instance-type-unknown/bad-misspelled.yaml", 12, 'if it is misspelled: did you mean "t4g.small"?'],
  ["ipv6-address-count-too-high/bad.yaml", 14, "ask for at most 2, or take a larger type"],
  ["slot-out-of-range/bad.yaml", 11, "write a slot from 0 to 15"],
  ["slot-overlap/bad.yaml", 12, "write slot: 0"],
  ["slot-overlap/bad-automatic.yaml", 10, "write slot: 0 into the newer of the two"],
  ["subnet-ipv4-outside-vpc/bad.yaml", 13, 'take one within "10.20.0.0/16"'],
  ["subnet-ipv4-prefix-length/bad.yaml", 13, 'write "10.20.1.0/28"'],
  ["user-data-ipv4-only-name/bad-ecr.yaml", 14, "write 123456789012.dkr-ecr.eu-west-1.on.aws"],
  [
    "user-data-too-long/bad-guest.yaml",
    15,
    "put the script into S3 and fetch it: what guest says is counted too",
  ],
  ["vpc-endpoint-address-type/bad.yaml", 16, "write ipAddressType: dualstack"],
  ["vpc-endpoint-address-type/bad.yaml", 17, "write ipAddressType: ipv6"],
  ["vpc-endpoint-address-type/bad.yaml", 18, "write ipAddressType: ipv4"],
  ["vpc-endpoint-gateway-ipv4-only/bad.yaml", 19, "write ipAddressType: dualstack"],
  ["vpc-endpoint-gateway-ipv4-only/bad.yaml", 23, "write ipAddressType: ipv6"],
  ["vpc-ipv4-prefix-length/bad.yaml", 6, 'write "10.0.0.0/16"'],
];

test.each(HINTS)("%s, line %i: %s", (file, line, hint) => {
  const { blueprint, source } = readBlueprint(file, readFileSync(join(import.meta.dirname, file), "utf8"));
  const network = blueprint && normalise(blueprint).network;
  const findings = network === null ? [] : judge(network, "2026-11-21");
  const onLine = findings.filter(({ at }) => source.locate(at).line === line);
  expect(onLine.map((finding) => finding.hint)).toEqual([hint]);
});
