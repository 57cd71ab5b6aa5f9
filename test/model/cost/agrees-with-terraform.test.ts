import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Charge } from "../../../src/aws/prices/price-of.ts";
import { billOf } from "../../../src/change/bill.ts";
import { countPublicIpv4 } from "../../../src/change/public-ipv4.ts";
import { readStackOutput } from "../../../src/change/read-stack-output.ts";
import type { StackOutput } from "../../../src/change/types.ts";
import { costOf } from "../../../src/model/cost/network-cost.ts";
import type { Network } from "../../../src/model/types/network.ts";
import { networkFrom } from "../../support/network.ts";

const root = new URL("../../../", import.meta.url);

/** Networks that have nothing from before: of those, part of the bill is another stack's. */
const networks = readdirSync(new URL("blueprints/", root))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => networkFrom(readFileSync(new URL(`blueprints/${file}`, root), "utf8")))
  .filter(({ existing }) => existing === null);

function countOf(network: Network, charge: Charge): number {
  const items = costOf(network, 0).items.filter((item) => item.charge === charge);
  return items.reduce((sum, { count }) => sum + count, 0);
}

function stackOf({ name }: Network): StackOutput {
  const text = readFileSync(new URL(`generated/stacks/${name}/cdk.tf.json`, root), "utf8");
  return readStackOutput(name, text) ?? expect.fail(`no stack ${name}`);
}

describe("what the model counts is what the Terraform JSON has", () => {
  it("for most blueprints that there are", () => {
    expect(networks.length).toBeGreaterThan(15);
  });

  it.each(networks.map((network) => [network.name, network] as const))("of %s", (_, network) => {
    const stack = stackOf(network);
    expect(stack.region).toBe(network.region);
    expect(countPublicIpv4(stack)).toBe(countOf(network, "public-ipv4-hour"));
    expect(billOf(stack)).toEqual({
      natGateways: countOf(network, "nat-gateway-hour"),
      interfaceEndpointZones: countOf(network, "interface-endpoint-hour"),
      transitGatewayAttachments: countOf(network, "transit-gateway-attachment-hour"),
      networkFirewallEndpoints: countOf(network, "network-firewall-endpoint-hour"),
    });
  });
});
