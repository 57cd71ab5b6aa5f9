import { expect, test } from "vitest";
import { destinations } from "../../../src/aws/destinations/destinations.ts";
import { readQuery } from "../../../src/reach/ends/read-query.ts";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import { trace } from "../../../src/reach/walk/trace-query.ts";
import { reasonOf } from "../../../src/reports/reach/reason-of.ts";
import { networkFrom } from "../../support/network.ts";

/** Why a dual-stack host that goes out over IPv6 alone does not reach something, in a VPC whose IPv6 block Amazon chooses. */
function why(to: string, network = "", tier = "egress-only"): string | null {
  const topology = topologyOf(
    networkFrom(`apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack, internet: ${tier}, slot: 1 } }
  securityGroups:
    app: { egress: { ipv4: { protocol: all, to: { cidrIpv4: 0.0.0.0/0 } }, ipv6: { protocol: all, to: { cidrIpv6: "::/0" } } } }
${network}compute:
  instances: { app: { subnet: app, instanceType: t4g.small, securityGroups: [app] } }
`),
  );
  const read = readQuery(topology, "app", to);
  if (read.kind === "unknown") throw new Error(read.message);
  return reasonOf(trace(topology, destinations, read.query));
}

const SHUT = "  blockPublicAccess: { internetGatewayBlockMode: block-bidirectional }\n";

test("a destination of both families fails in each for a reason of its own", () => {
  expect(why("google-dns:443", SHUT)).toBe(
    "over IPv6, Block Public Access shuts aws_subnet.app_a: nothing passes between it and the internet; over IPv4, aws_route_table.app has no route to 8.8.8.8/32",
  );
  expect(why("google-dns:443", "", "none")).toMatch(
    /^over IPv6, aws_route_table\.app has no route to 2001:4860:4860::8888\/128; over IPv4, aws_route_table\.app has no route to 8\.8\.8\.8\/32$/,
  );
});

test("one family has its own reason alone", () => {
  expect(why("[2001:4860:4860::8888]:443", SHUT)).toBe(
    "Block Public Access shuts aws_subnet.app_a: nothing passes between it and the internet",
  );
  expect(why("8.8.8.8:443", SHUT)).toBe("aws_route_table.app has no route to 8.8.8.8/32");
});

test("an address that may be in a block known after apply is not said to be in it", () => {
  expect(why("[2a05:d018:1::1]:443")).toBe(
    "whether 2a05:d018:1::1/128 is in aws_vpc.main is not known before apply, and nothing that is known has it there",
  );
  expect(why("10.0.200.4:443")).toBe(
    "10.0.200.4/32 stays in aws_vpc.main, where nothing that is known has it",
  );
});
