import { describe, expect, it } from "vitest";
import { destinations } from "../../../src/aws/destinations/destinations.ts";
import { addressingFacts } from "../../../src/aws/facts/addressing.ts";
import { readQuery } from "../../../src/reach/ends/read-query.ts";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import type { Trace } from "../../../src/reach/walk/trace.ts";
import { trace } from "../../../src/reach/walk/trace-query.ts";
import { networkFrom } from "../../support/network.ts";

/** A VPC whose IPv6 block Amazon chooses at apply. */
function askedOf(from: string, to: string, group = ""): Trace {
  const topology = topologyOf(
    networkFrom(`apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack, internet: public, slot: 1 } }
  securityGroups:
    app: { egress: { ipv4: { protocol: all, to: { cidrIpv4: 0.0.0.0/0 } }, ipv6: { protocol: all, to: { cidrIpv6: "::/0" } } } }
    web: { ingress: { in: { protocol: all, from: { cidrIpv6: "${group || "::/0"}" } } } }
compute:
  instances:
    app: { subnet: app, instanceType: t4g.small, securityGroups: [app], associatePublicIpAddress: true }
    web: { subnet: app, instanceType: t4g.small, securityGroups: [web] }
`),
  );
  const read = readQuery(topology, from, to);
  if (read.kind === "unknown") throw new Error(read.message);
  return trace(topology, destinations, read.query);
}

const ipv6RoutesOf = ({ attempts }: Trace) =>
  attempts
    .filter(({ family }) => family === "ipv6")
    .flatMap(({ hops }) => hops)
    .filter(({ direction, kind }) => direction === "there" && kind === "route");

describe("an address of somebody else", () => {
  it.each(["google-dns", "[2001:4860:4860::8888]:53/udp", "[2001:db8::1]:443", "[2a00:1450:4001::1]:443"])(
    "is in no block that Amazon gives: %s",
    (to) => {
      const asked = askedOf("app", to);
      expect(asked.verdict).toBe("reaches");
      const [route, ...others] = ipv6RoutesOf(asked);
      expect(others).toEqual([]);
      expect(route?.reason).toMatch(
        /^aws_route_table\.app sends what goes to .* to aws_internet_gateway\.main$/,
      );
      expect(route?.facts).toContain(addressingFacts.amazonIpv6Ranges);
    },
  );

  it.each(["[2a05:d018:1:2::3]:443", "[2600:1f18::1]:443"])(
    "may be in one where it is Amazon's: %s",
    (to) => {
      const asked = askedOf("app", to);
      expect(asked.verdict).toBe("unknown");
      expect(ipv6RoutesOf(asked)[0]?.reason).toMatch(
        / may be in the VPC, which is not known before apply: then the local route$/,
      );
    },
  );

  it("in a rule lets nobody in who has an address of Amazon's", () => {
    const over = (group: string) =>
      askedOf("app", "web:443", group).attempts.find(({ family }) => family === "ipv6")?.verdict;
    expect(over("2001:db8::/32")).toBe("no");
    expect(over("2a05:d018::/32")).toBe("unknown");
    expect(over("2000::/3")).toBe("yes");
  });
});
