import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../src/base/diagnostic.ts";
import { schemaOf } from "../../../src/blueprint/schema.ts";
import { OUTPUT_KINDS } from "../../../src/model/outputs/output-kinds.ts";
import { normaliseOutputs } from "../../../src/model/outputs/outputs.ts";
import type { Output } from "../../../src/model/types/outputs.ts";
import { describe as describeFinding } from "../../support/network.ts";
import { blueprintWith, networkWith } from "../hosts-blueprint.ts";

const REST = `
compute:
  launchTemplates: { t: { instanceType: t4g.small } }
  autoScalingGroups:
    inline: { instanceType: t4g.small, subnets: [app] }
    g: { launchTemplate: t, subnets: [app] }
  instances:
    i: { instanceType: t4g.small, subnet: app }
    e: { instanceType: t4g.small, subnet: public, elasticIp: true }
route53:
  hostedZones:
    site: { name: example.com, source: { public: {} } }
    inside: { name: corp.example.com, source: { private: {} } }
loadBalancers:
  lb: { type: network, subnets: [public], listeners: { tcp: { port: 80, protocol: TCP, action: { forwardTo: tg } } } }
targetGroups: { tg: { protocol: TCP, port: 80 } }
`;

function normalised(outputs: string, egressOnlyInternetGateway = true) {
  const found: Diagnostic[] = [];
  const network = networkWith(REST);
  const made = normaliseOutputs(
    { report: (diagnostic) => found.push(diagnostic) },
    blueprintWith(`${REST}\noutputs: { ${outputs} }`),
    { ...network, egressOnlyInternetGateway },
  );
  return { made, findings: found.map(describeFinding) };
}

describe("an output", () => {
  it("keeps its description and whether it is sensitive", () => {
    const { made } = normalised(
      "z: { value: { vpc: arn } }, a: { value: { vpc: id }, description: d, sensitive: true }",
    );
    expect(made).toEqual<Output[]>([
      {
        name: "a",
        path: ["outputs", "a"],
        description: "d",
        sensitive: true,
        value: { kind: "vpc", attribute: "id" },
      },
      {
        name: "z",
        path: ["outputs", "z"],
        description: null,
        sensitive: false,
        value: { kind: "vpc", attribute: "arn" },
      },
    ]);
  });

  it.each([
    ["subnetIds", "native"],
    ["subnetIpv6CidrBlocks", "native"],
    ["subnetIpv4CidrBlocks", "legacy"],
    ["natGatewayPublicIps", "main"],
    ["securityGroupId", "web"],
    ["loadBalancerDnsName", "lb"],
    ["loadBalancerArn", "lb"],
    ["loadBalancerZoneId", "lb"],
    ["targetGroupArn", "tg"],
    ["autoScalingGroupName", "inline"],
    ["instanceId", "i"],
    ["instanceIpv6Addresses", "i"],
    ["instanceElasticIp", "e"],
    ["hostedZoneNameServers", "site"],
    ["launchTemplateId", "t"],
    ["launchTemplateId", "inline"],
  ])("shows %s of %s", (kind, name) => {
    const { made, findings } = normalised(`o: { value: { ${kind}: ${name} } }`);
    expect(findings).toEqual([]);
    expect(made.map(({ value }) => value)).toEqual([{ kind, name }]);
  });

  it("shows the egress-only internet gateway where there is one", () => {
    const written = "o: { value: { egressOnlyInternetGatewayId: {} } }";
    expect(normalised(written).made.map(({ value }) => value)).toEqual([
      { kind: "egressOnlyInternetGatewayId" },
    ]);
    expect(normalised(written, false)).toEqual({
      made: [],
      findings: [
        "model/output-without-value at outputs.o.value.egressOnlyInternetGatewayId: egressOnlyInternetGatewayId has nothing to show: no route needs an egress-only internet gateway (remove this output)",
      ],
    });
  });

  it.each([
    ["subnetIds", "app1", `unknown subnet tier "app1" in @ (did you mean "app"?)`],
    ["launchTemplateId", "g", `unknown launch template "g" in @ (known: inline, t)`],
    ["natGatewayPublicIps", "mian", `unknown NAT gateway "mian" in @ (did you mean "main"?)`],
  ])("of an unknown name is left out: %s of %s", (kind, name, finding) => {
    expect(normalised(`o: { value: { ${kind}: ${name} } }`)).toEqual({
      made: [],
      findings: [`model/unknown-name at @: ${finding}`.replaceAll("@", `outputs.o.value.${kind}`)],
    });
  });

  it.each([
    ["subnetIpv6CidrBlocks", "legacy", "subnet tier legacy is ipv4-only"],
    ["subnetIpv4CidrBlocks", "native", "subnet tier native is ipv6-only"],
    ["natGatewayPublicIps", "inner", "NAT gateway inner is private"],
    ["instanceElasticIp", "i", "instance i has no elasticIp"],
    ["hostedZoneNameServers", "inside", "hosted zone inside is no new public zone"],
  ])("that has nothing to show is left out: %s of %s", (kind, name, reason) => {
    expect(normalised(`o: { value: { ${kind}: ${name} } }`)).toEqual({
      made: [],
      findings: [
        `model/output-without-value at outputs.o.value.${kind}: ${kind} has nothing to show: ${reason} (remove this output)`,
      ],
    });
  });
});

it("the schema has every kind of output, and no other", () => {
  const { properties = {} } = schemaOf(["outputs", "any", "value"]);
  const kinds = ["vpc", "internetGatewayId", "egressOnlyInternetGatewayId", ...Object.keys(OUTPUT_KINDS)];
  expect(Object.keys(properties).sort()).toEqual(kinds.sort());
});
