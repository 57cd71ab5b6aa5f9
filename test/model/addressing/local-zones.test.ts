import { describe, expect, test } from "vitest";
import { compile } from "../../../src/pipeline.ts";
import { networkFrom } from "../../support/network.ts";
import { stackJson } from "../../support/synth-json.ts";

const BOTH = "us-west-2-lax-1a, us-west-2-lax-1b";

function blueprint(zones: string, tiers: string, rest = ""): string {
  return `apiVersion: hextet/v1
name: shop
region: us-west-2
network:
  vpc:
    ipv4Cidr: 10.20.0.0/16
    ipv6: { amazonProvided: {} }
  availabilityZones: [${zones}]
  subnets:
${tiers}
${rest}`;
}

function findingsOf(text: string): readonly string[] {
  const { findings } = compile([{ file: "shop.yaml", text }], "2026-11-30");
  return findings.flatMap(({ rule, severity, message }) =>
    severity === "error" ? `${rule}: ${message}` : [],
  );
}

const APP = "    app: { addressing: dual-stack, slot: 1 }";
const EDGE = `    edge: { addressing: ipv4-only, slot: 2, availabilityZones: [${BOTH}] }`;

describe("a Local Zone", () => {
  test("that comes to a network moves no subnet, and gets none of a tier that does not name it", () => {
    const before = networkFrom(blueprint("a, b", APP)).tiers;
    const after = networkFrom(blueprint(`us-west-2-lax-1b, a, us-west-2-lax-1a, b`, `${APP}\n${EDGE}`)).tiers;
    expect(after.find(({ name }) => name === "app")).toEqual(before.find(({ name }) => name === "app"));
  });

  test("has its place by its last letter, so that those of one group are in one tier", () => {
    const [, edge] = networkFrom(blueprint(`a, ${BOTH}`, `${APP}\n${EDGE}`)).tiers;
    expect(
      edge?.subnets.map(({ id, zone, ipv4 }) => [id, zone.name, zone.borderGroup, ipv4?.cidr?.text]),
    ).toEqual([
      ["edge_us-west-2-lax-1a", "us-west-2-lax-1a", "us-west-2-lax-1", "10.20.32.0/24"],
      ["edge_us-west-2-lax-1b", "us-west-2-lax-1b", "us-west-2-lax-1", "10.20.33.0/24"],
    ]);
  });

  test("beside the availability zone of its letter in one tier would take that one's block", () => {
    const tier = (more = "") =>
      `    app: { addressing: ipv4-only, slot: 1, availabilityZones: [a, us-west-2-lax-1a]${more} }`;
    expect(findingsOf(blueprint("a, us-west-2-lax-1a", tier()))).toEqual([
      "model/zones-share-place: zones a and us-west-2-lax-1a have one place in the address plan, that of letter a",
    ]);
    const written = tier(", ipv4Cidrs: { us-west-2-lax-1a: 10.20.200.0/24 }");
    expect(findingsOf(blueprint("a, us-west-2-lax-1a", written))).toEqual([]);
  });

  test("shares no slot with a tier of availability zones", () => {
    const edge = EDGE.replace("slot: 2", "slot: 1");
    expect(findingsOf(blueprint(`a, ${BOTH}`, `${APP}\n${edge}`))).toEqual([
      'slot-overlap: tier "edge" is on slot 1, as is tier "app"',
    ]);
  });

  test("is one of the region, some tier stands in it, and every tier stands somewhere", () => {
    const far = "us-east-1-dfw-2a";
    expect(findingsOf(blueprint(`a, ${far}`, APP))).toEqual([
      `model/local-zone-of-other-region: Local Zone ${far} is none of us-west-2`,
    ]);
    expect(findingsOf(blueprint("a, us-west-2-lax-1a", APP))).toEqual([
      "model/local-zone-without-tier: no tier stands in Local Zone us-west-2-lax-1a",
    ]);
    expect(findingsOf(blueprint(BOTH, `${APP}\n${EDGE}`))).toEqual([
      'model/tier-without-zone: tier "app" has no zone: the network\'s are Local Zones, in which only tiers that name them stand',
    ]);
  });

  test("is written by its full name, and a Wavelength Zone is not known", () => {
    expect(findingsOf(blueprint("a, lax-1a", APP))).toEqual([expect.stringMatching(/^schema\/pattern/)]);
    expect(findingsOf(blueprint("a, us-west-2-wl1-las-wlz-1", APP))).toEqual([
      expect.stringMatching(/^schema\/pattern/),
    ]);
  });
});

test("addresses of a Local Zone are announced from its network border group", () => {
  const text = blueprint(
    "a, us-west-2-lax-1a",
    `    public: { addressing: ipv4-only, internet: public, slot: 0 }
    edge: { addressing: ipv4-only, internet: public, slot: 1, availabilityZones: [us-west-2-lax-1a] }
  natGateways: { far: { subnet: edge }, near: { subnet: public } }`,
    `compute:
  instances:
    far: { subnet: edge, instanceType: t3.medium, os: amazon-linux-2023, elasticIp: true }
    near: { subnet: public, instanceType: t3.medium, os: amazon-linux-2023, elasticIp: true }`,
  );
  const stack = stackJson(networkFrom(text)) as {
    resource: { aws_eip: Record<string, { network_border_group?: string }> };
  };
  const groups = Object.entries(stack.resource.aws_eip).map(([id, eip]) => [id, eip.network_border_group]);
  expect(Object.fromEntries(groups)).toEqual({
    far: "us-west-2-lax-1",
    near: undefined,
    far_instance: "us-west-2-lax-1",
    near_instance: undefined,
  });
});
