import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyInOrder, type Steps } from "./apply-order.ts";
import { type AwsSite, aws, awsOne, type Call } from "./aws.ts";
import { type Emulator, startEmulator } from "./emulator.ts";
import { writeStackOf } from "./hooked-stack.ts";
import { listAt, parseJson, textAt } from "./json.ts";
import { Workspace } from "./terraform.ts";
import type { Plan } from "./terraform-cli.ts";
import { both, describeWithTools, findPython, findTerraform } from "./tools.ts";

/** Asks the AWS API about an applied stack. */
export interface Applied {
  readonly ask: (...call: Call) => Promise<unknown>;
  readonly askAll: (calls: readonly Call[]) => Promise<readonly unknown[]>;
  readonly output: (name: string) => Promise<unknown>;
  /** Resources in the state, by address. */
  readonly addresses: () => Promise<readonly string[]>;
  /** Edits the stack's blueprint as it is in `blueprints/`, each replacement once; returns the order of the apply. */
  readonly applyEdit: (...replacements: readonly (readonly [from: string, to: string])[]) => Promise<Steps>;
  readonly plan: () => Promise<Plan>;
}

/**
 * Applies the committed stack of a blueprint to an emulator of its own with the real provider: init, plan, apply, an
 * empty second plan, `look` through the AWS API, destroy, nothing left.
 */
export function describeApplied(stack: string, region: string, look: (applied: Applied) => void): void {
  const folder = fileURLToPath(new URL(`../../generated/stacks/${stack}`, import.meta.url));
  const blueprint = new URL(`../../blueprints/${stack}.yaml`, import.meta.url);
  describeWithTools(`apply ${stack}`, both(findTerraform(), findPython()), ([terraform, python]) => {
    let emulator: Emulator;
    let workspace: Workspace;
    let first: Plan;
    let second: Plan;
    const site = (): AwsSite => ({ env: emulator.env, region });

    beforeAll(async () => {
      emulator = await startEmulator(python);
      workspace = new Workspace({ tools: terraform, stack: folder, env: emulator.env, log: emulator.log });
      await workspace.init();
      first = await workspace.plan();
      await workspace.apply();
      second = await workspace.plan();
    });
    afterAll(async () => {
      await emulator?.stop();
      workspace?.remove();
    });

    test("plans creations only", () => {
      expect(first.changes).toBeGreaterThan(0);
      expect(first.actions.filter((action) => !action.startsWith("create "))).toEqual([]);
    });

    test("has nothing to change once it is applied", async () => {
      expect(await second.differences()).toEqual([]);
      expect(second).toMatchObject({ changes: 0, empty: true });
    });

    look({
      ask: (...call) => awsOne(site(), ...call),
      askAll: (calls) => aws(site(), calls),
      output: async (name) => parseJson((await workspace.terraform(["output", "-json", name])).stdout, name),
      addresses: () => workspace.addresses(),
      applyEdit: async (...replacements) => {
        writeStackOf(workspace, edited(readFileSync(blueprint, "utf8"), replacements));
        return await applyInOrder(workspace);
      },
      plan: () => workspace.plan(),
    });

    test("leaves nothing behind when it is destroyed", async () => {
      await workspace.destroy();
      expect(await left(site())).toEqual([]);
    });
  });
}

function edited(text: string, replacements: readonly (readonly [from: string, to: string])[]): string {
  return replacements.reduce((before, [from, to]) => {
    if (before.split(from).length !== 2) throw new Error(`${from} does not stand there once`);
    return before.replace(from, () => to);
  }, text);
}

/** What AWS still has of a network: its own defaults aside. */
export async function left(site: AwsSite): Promise<readonly string[]> {
  const [vpcs, gateways, egressOnly, nats, addresses, templates, balancers, groups, ends] = await aws(site, [
    ["ec2", "describe_vpcs", { Filters: [{ Name: "is-default", Values: ["false"] }] }],
    ["ec2", "describe_internet_gateways", {}],
    ["ec2", "describe_egress_only_internet_gateways", {}],
    ["ec2", "describe_nat_gateways", { Filters: [{ Name: "state", Values: ["available", "pending"] }] }],
    ["ec2", "describe_addresses", {}],
    ["ec2", "describe_launch_templates", {}],
    ["elbv2", "describe_load_balancers", {}],
    ["elbv2", "describe_target_groups", {}],
    [
      "ec2",
      "describe_vpc_endpoints",
      { Filters: [{ Name: "vpc-endpoint-state", Values: ["available", "pending"] }] },
    ],
  ]);
  const ids = (answer: unknown, list: string, id: string) =>
    listAt(answer, list).map((item) => textAt(item, id));
  const gatewaysOfDefaults = listAt(gateways, "InternetGateways").filter(
    (item) => listAt(item, "Tags").length > 0,
  );
  return [
    ...ids(vpcs, "Vpcs", "VpcId"),
    ...gatewaysOfDefaults.map((item) => textAt(item, "InternetGatewayId")),
    ...ids(egressOnly, "EgressOnlyInternetGateways", "EgressOnlyInternetGatewayId"),
    ...ids(nats, "NatGateways", "NatGatewayId"),
    ...ids(addresses, "Addresses", "AllocationId"),
    ...ids(templates, "LaunchTemplates", "LaunchTemplateId"),
    ...ids(balancers, "LoadBalancers", "LoadBalancerArn"),
    ...ids(groups, "TargetGroups", "TargetGroupArn"),
    ...ids(ends, "VpcEndpoints", "VpcEndpointId"),
  ];
}
