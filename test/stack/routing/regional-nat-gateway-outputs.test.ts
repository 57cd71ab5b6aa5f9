import { describe, expect, it } from "vitest";
import { compile } from "../../../src/pipeline.ts";
import { at } from "../../support/json.ts";
import { stackJson } from "../../support/synth-json.ts";

function shop(gateway: string, kind: string): string {
  return `apiVersion: hextet/v1
name: shop
region: eu-west-1
terraform: { awsProvider: { version: ">= 6.24.0, < 7.0" } }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
  natGateways: { main: { availabilityMode: regional${gateway} } }
outputs: { it: { value: { ${kind}: main } } }
`;
}

const CHOSEN =
  ", availabilityZoneAddress: { a: { allocationIds: [eipalloc-01] }, b: { allocationIds: [eipalloc-02, eipalloc-03] } }";

function look(gateway: string, kind: string) {
  const { networks, findings } = compile([{ file: "shop.yaml", text: shop(gateway, kind) }], "2026-01-01");
  const errors = findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
  return { network: networks[0], errors };
}

describe("a regional NAT gateway", () => {
  it("shows the Elastic IPs that its blueprint names", () => {
    const { network, errors } = look(CHOSEN, "natGatewayAllocationIds");
    expect(errors).toEqual([]);
    expect(network && at(stackJson(network), "output", "it", "value")).toEqual([
      "eipalloc-01",
      "eipalloc-02",
      "eipalloc-03",
    ]);
  });

  it.each([
    ["", "natGatewayAllocationIds", "its addresses are AWS's to choose"],
    [CHOSEN, "natGatewayPublicIps", "its addresses are natGatewayAllocationIds"],
  ])("says why it has nothing to show: { %s } %s", (gateway, kind, why) => {
    expect(look(gateway, kind).errors.join()).toContain(why);
  });
});
