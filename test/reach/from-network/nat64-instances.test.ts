import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { destinations } from "../../../src/aws/destinations/destinations.ts";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import type { Query } from "../../../src/reach/walk/trace.ts";
import { trace } from "../../../src/reach/walk/trace-query.ts";
import { networkFrom } from "../../support/network.ts";

const BLUEPRINT = readFileSync(
  new URL("../../../blueprints/nat64-instance.yaml", import.meta.url),
  "utf8",
).replace(/^outputs:[\s\S]*/m, "");
const APP = { kind: "node", id: "aws_instance.app" } as const;
/** 64:ff9b::a40:21eb, as DNS64 makes it of 10.64.33.235. */
const NAT64_OF_LEGACY = (0x64_ff9bn << 96n) | 0x0a40_21ebn;
const GITHUB = { kind: "destination", id: "github.com" } as const;

function asked(text: string, to: Query["to"], port = 443) {
  return trace(topologyOf(networkFrom(text)), destinations, { from: APP, to, protocol: "tcp", port });
}

function reasonsOf(text: string): readonly string[] {
  return asked(text, GITHUB).attempts.flatMap(({ hops }) =>
    hops.filter(({ passes }) => passes === "no").map(({ reason }) => reason),
  );
}

describe("NAT64 by an instance", () => {
  it("leads to the IPv4 internet, from the instance's own address", () => {
    const { verdict, attempts } = asked(BLUEPRINT, GITHUB);
    expect(verdict).toBe("reaches");
    expect(attempts.flatMap(({ hops }) => hops.map(({ reason }) => reason))).toContain(
      "aws_instance.nat64-a translates it to IPv4, and sends it on from its own address",
    );
  });

  it("leads to an IPv4-only host, which knows the instance by its group", () => {
    const legacy = { kind: "address", family: "ipv6", address: NAT64_OF_LEGACY } as const;
    expect(asked(BLUEPRINT, legacy, 80).verdict).toBe("reaches");
    expect(asked(BLUEPRINT, legacy, 22).verdict).toBe("blocked");
    const byHost = BLUEPRINT.replace(
      "{ protocol: tcp, ports: 80, from: { securityGroup: nat64 } }",
      "{ protocol: tcp, ports: 80, from: { securityGroup: app } }",
    );
    expect(asked(byHost, legacy, 80).verdict).toBe("blocked");
  });

  it.each([
    ["in", "from: { securityGroup: app } }", "from: { securityGroup: legacy } }"],
    ["out", "{ protocol: all, to: { anywhere: {} } }", "{ protocol: all, to: { anywhereIpv6: {} } }"],
    ["check", "sourceDestCheck: false # its packets", "sourceDestCheck: true # its packets"],
    ["address", "elasticIp: true # the", "elasticIp: false # the"],
  ])("ends where something keeps it: %s", (_, from, to) => {
    expect(BLUEPRINT).toContain(from);
    const text = BLUEPRINT.replace(from, to);
    expect(asked(text, GITHUB).verdict).toBe("blocked");
    expect(reasonsOf(text)).not.toEqual([]);
  });

  it("is not known of an instance that says nothing of it", () => {
    const text = BLUEPRINT.replaceAll("      guest: { nat64: true }\n", "");
    expect(asked(text, GITHUB).verdict).toBe("unknown");
  });
});
