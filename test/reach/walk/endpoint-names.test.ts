import { expect, it } from "vitest";
import { destinations } from "../../../src/aws/destinations/destinations.ts";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import { indexTopology } from "../../../src/reach/walk/index-topology.ts";
import { type AskedName, resolveName } from "../../../src/reach/walk/resolve-name.ts";
import { networkFrom } from "../../support/network.ts";

const BOTH = ["ipv4", "ipv6"] as const;

/** How many answers may come in each world, and of which kinds. */
function kindsOf(name: string, isListed: "yes" | "no" | "unknown", endpoints = ENDPOINT) {
  const topology = topologyOf(
    networkFrom(`apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack, slot: 1 } }
  securityGroups: { app: {} }
${endpoints}`),
  );
  const index = indexTopology(topology, destinations);
  const asked: AskedName = { name, families: BOTH, service: { name: "ssm", isListed }, facts: [] };
  const { worlds } = resolveName(index, index.subnets.get("aws_subnet.app_a") ?? null, asked);
  return worlds === "unknown"
    ? worlds
    : worlds.map((world) => [...new Set(world.map(({ kind }) => kind))].join());
}

const ENDPOINT =
  "  vpcEndpoints: { ssm: { service: ssm, type: { interface: { subnets: [app], securityGroups: [app] } } } }\n";

it("an interface endpoint answers for the usual name of its service", () => {
  expect(kindsOf("ssm.eu-west-1.amazonaws.com", "yes")).toEqual(["private-dns"]);
});

it("whether it answers for a name of which no source tells is not known", () => {
  expect(kindsOf("ssm.eu-west-1.api.aws", "unknown")).toEqual(["private-dns", "record"]);
  expect(kindsOf("ssm.eu-west-1.api.aws", "no")).toEqual(["record"]);
  expect(kindsOf("ssm.eu-west-1.api.aws", "unknown", "")).toEqual(["record"]);
});
