import { expect, test } from "vitest";
import { compile } from "../../src/pipeline.ts";

const blueprint = (existing: string) => `apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.20.0.0/16
    existing:
      id: vpc-0123abc
      import:
        aws_subnet.app_a: subnet-0123abc
${existing}  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, slot: 0 }
  networkAcls:
    app:
      subnets: [app]
      ingress:
        web: { ruleNumber: 100, protocol: tcp, ports: { from: 443, to: 443 }, cidr: { cidrIpv4: 0.0.0.0/0 } }
`;
const said = (text: string) =>
  compile([{ file: "it.yaml", text }], "2026-11-21")
    .findings.filter(({ rule }) => rule === "network-acl-return-traffic-missing")
    .map(({ severity }) => severity);

test("what AWS runs is an error where it is new, and a warning where it was there", () => {
  expect(said(blueprint(""))).toEqual(["error"]);
  expect(said(blueprint("        aws_network_acl.app: acl-0123abc\n"))).toEqual(["warning"]);
});

test("the warning can be accepted, the error cannot", () => {
  const acceptance = `accept:
  - { rule: network-acl-return-traffic-missing, at: network.networkAcls.app, reason: mended in March }
`;
  const rules = (existing: string) =>
    compile([{ file: "it.yaml", text: blueprint(existing) + acceptance }], "2026-11-21").findings.map(
      ({ rule }) => rule,
    );
  expect(rules("        aws_network_acl.app: acl-0123abc\n")).not.toContain("accept-error");
  expect(said(blueprint("        aws_network_acl.app: acl-0123abc\n") + acceptance)).toEqual([]);
  expect(rules("")).toContain("accept-error");
});
