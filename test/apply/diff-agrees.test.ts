import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compareStacks } from "../../src/change/compare-stacks.ts";
import { judgePlanned } from "../../src/change/judge-planned.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import type { StackOutput } from "../../src/change/types.ts";
import { readPlan } from "../../src/model/migration/read-plan.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { type HookedStack, hookedStack } from "../support/hooked-stack.ts";
import { STACK_FILE } from "../support/stack-copy.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

const SHOP = `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: dual-stack, internet: egress-only, slot: 1 }
    six: { addressing: ipv6-only, internet: egress-only, slot: 2 }
  securityGroups:
    app: { description: "The hosts.", ingress: { http: { protocol: tcp, ports: 8080, from: { vpc: {} } } } }
compute:
  instances:
    web: { subnet: app, zone: a, instanceType: t4g.small, ami: { id: ami-00602d9e13dfdc4bd }, architecture: arm64, securityGroups: [app] }
rds:
  subnetGroups: { main: { subnets: [app] } }
  instances:
    orders: { engine: postgres, engineVersion: "17.4", instanceClass: db.t4g.small, allocatedStorageGib: 20, subnetGroup: main, deletionProtection: false, skipFinalSnapshot: true }
loadBalancers:
  edge: { type: network, subnets: [public], listeners: { http: { port: 80, protocol: TCP, action: { forwardTo: web } } } }
targetGroups:
  web: { protocol: TCP, port: 8080, targets: { instances: [web] } }
`;

const EDITS: readonly (readonly [string, string, string])[] = [
  ["another block of the VPC", "10.20.0.0/16", "10.30.0.0/16"],
  ["another slot", "slot: 1", "slot: 7"],
  ["another slot of an IPv6-only tier", "slot: 2", "slot: 9"],
  ["a tier's other name", "six:", "seven:"],
  ["a database's other name", "orders:", "sales:"],
  ["another engine", "engine: postgres", "engine: mysql"],
  ["more storage", "allocatedStorageGib: 20", "allocatedStorageGib: 40"],
  ["another description of a group", "The hosts.", "Hosts."],
  ["another kind of balancer", "securityGroups:\n    app: {", "securityGroups:\n    other: {}\n    app: {"],
  [
    "groups for a network balancer",
    "subnets: [public], listeners",
    "subnets: [public], securityGroups: [app], listeners",
  ],
  ["another port of the targets", "protocol: TCP, port: 8080", "protocol: TCP, port: 8081"],
  ["another machine", "t4g.small", "t4g.medium"],
  ["another image", "ami-00602d9e13dfdc4bd", "ami-00602d9e13dfdc4be"],
  ["another zone", "zone: a", "zone: b"],
];

describeWithTools(
  "diff announces what the provider plans for what is applied",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let applied: HookedStack;
    let before: StackOutput;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      applied = await hookedStack(terraform, emulator, SHOP);
      await applied.workspace.apply();
      before = stackIn(applied);
    });
    afterAll(async () => {
      await emulator?.stop();
      applied?.workspace.remove();
    });

    it("where nothing changes: nothing", async () => {
      const { differences, empty } = await applied.workspace.plan();
      expect(empty ? [] : await differences()).toEqual([]);
    });

    it.each(EDITS)("%s", async (_, from, to) => {
      expect(SHOP).toContain(from);
      applied.edit(SHOP.replaceAll(from, to));
      const stack = stackIn(applied);
      const changes = compareStacks(before, stack);
      const json = await (await applied.workspace.plan()).json();
      const { plan } = readPlan(new TextEncoder().encode(JSON.stringify(json)));
      if (plan === null) throw new Error("no plan");
      const allowed = new Set(changes.map(({ address }) => address));
      expect(judgePlanned(plan, { stack, changes, allowed, settings: [] })).toEqual([]);
      // And it cries no wolf: what it says is replaced for certain, the provider replaces.
      const replaced = plan.resources
        .filter(({ action }) => action === "replace")
        .map(({ address }) => address);
      const certain = changes.filter(({ action }) => action === "replace").map(({ address }) => address);
      expect(certain.filter((address) => !replaced.includes(address))).toEqual([]);
    });
  },
);

function stackIn({ workspace }: HookedStack): StackOutput {
  const stack = readStackOutput("shop", readFileSync(path.join(workspace.folder, STACK_FILE), "utf8"));
  return stack ?? expect.fail("no stack");
}
