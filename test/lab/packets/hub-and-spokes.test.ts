import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { compareStacksWithLab } from "../../../src/cli/lab/compare-reach-with-lab.ts";
import { destinationNames } from "../../../src/cli/lab/destination-names.ts";
import { planLabOfStacks } from "../../../src/lab/plan-lab.ts";
import type { Network } from "../../../src/model/types/network.ts";
import { compile } from "../../../src/pipeline.ts";
import { findLabTools } from "../../support/lab-tools.ts";
import { stackJson } from "../../support/synth-json.ts";
import { describeWithTools } from "../../support/tools.ts";

const NAMES = ["hub-network", "hub-spoke-dual-stack", "hub-spoke-ipv6-only"] as const;
const BLUEPRINTS = fileURLToPath(new URL("../../../blueprints", import.meta.url));

const EGRESS = "aws_egress_only_internet_gateway.main@";
const notKnown = (from: string, to: string) =>
  `${EGRESS}${from} leads to the internet, and it is not known whether a /64 of aws_vpc.main@${to}.ipv6_cidr_block is reached from there`;

function stacks(edit: (name: string, text: string) => string) {
  const files = NAMES.map((name) => ({
    file: `${name}.yaml`,
    text: edit(name, readFileSync(join(BLUEPRINTS, `${name}.yaml`), "utf8")),
  }));
  const { networks, findings } = compile(files, "2026-11-29");
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return networks;
}

async function compared(networks: readonly Network[]) {
  const planned = planLabOfStacks(
    networks.map((network) => ({ name: network.name, json: stackJson(network) })),
    destinationNames("eu-west-1"),
  );
  if (planned.kind === "refused") throw new Error(`${planned.address}: ${planned.why}`);
  expect(planned.plan.notModelled).toEqual([]);
  const comparison = await compareStacksWithLab(networks, planned.plan);
  expect(comparison.disagreements).toEqual([]);
  expect(comparison.names.disagreements).toEqual([]);
  expect(comparison.leftOut).toEqual([]);
  return {
    ...comparison,
    outcome: (from: string, to: string, family: string, port: number | null) =>
      comparison.results.find(
        (one) => one.from === from && one.to === to && one.family === family && one.port === port,
      )?.outcome,
  };
}

const DUAL = "app@hub-spoke-dual-stack";
const IPV6 = "app@hub-spoke-ipv6-only";

describeWithTools("reach and packets agree over a transit gateway", findLabTools(), () => {
  it("of a hub and its spokes: IPv4 and NAT64 leave by the hub, and spokes do not reach each other", async () => {
    const { unknown, counts, outcome } = await compared(stacks((_, text) => text));
    expect(unknown).toEqual([
      notKnown("hub-spoke-dual-stack", "hub-spoke-ipv6-only"),
      notKnown("hub-spoke-ipv6-only", "hub-spoke-dual-stack"),
    ]);
    expect(counts).toEqual({ arrive: 20, lost: 35, unsure: 10, leftOut: 0 });
    expect(outcome(DUAL, "internet", "ipv4", 443)).toBe("arrived");
    expect(outcome(IPV6, "internet", "nat64", 443)).toBe("arrived");
    expect(outcome(IPV6, DUAL, "nat64", 443)).toBe("timeout");
  });

  it("where spokes tell each other their blocks, which are longer than the black hole", async () => {
    const networks = stacks((name, text) => {
      if (name === "hub-network") return text;
      const open =
        "description: Open\n      ingress: { http: { protocol: tcp, ports: 80, from: { anywhere: {} } } }";
      const spokes =
        "propagations: { spokes: { routeTableId: { fromBlueprint: { stack: hub-network, output: spokes-table } } }, ";
      const way = 'way: { destination: "::/0", target: { transitGateway: core } }';
      return text
        .replace("description: The hosts, which nobody calls", open)
        .replace("propagations: { ", spokes)
        .replace("internet: egress-only", "internet: none")
        .replace(/ {2}routes:\n {4}app:\n/, `$&      ${way}\n`);
    });
    const { outcome, unknown } = await compared(networks);
    expect(unknown).toEqual([]);
    expect(outcome(DUAL, IPV6, "ipv6", 80)).toBe("arrived");
    expect(outcome(IPV6, DUAL, "ipv6", 80)).toBe("arrived");
    expect(outcome(IPV6, DUAL, "ipv6", 443)).toBe("timeout");
    // The table of the spokes has no ::/0.
    expect(outcome(DUAL, "internet", "ipv6", 443)).toBe("timeout");
  });
});
