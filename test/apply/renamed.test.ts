import { mkdirSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compareStacks } from "../../src/change/compare-stacks.ts";
import { judgePlanned } from "../../src/change/judge-planned.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import type { StackOutput } from "../../src/change/types.ts";
import { readPlan } from "../../src/model/migration/read-plan.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { type HookedStack, hookedStack } from "../support/hooked-stack.ts";
import { STACK_FILE } from "../support/stack-copy.ts";
import type { Plan } from "../support/terraform-cli.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

interface Names {
  readonly stack: string;
  readonly tier: string;
  readonly group: string;
  readonly database: string;
  readonly balancer: string;
  readonly targets: string;
}

const before: Names = {
  stack: "shop",
  tier: "app",
  group: "hosts",
  database: "orders",
  balancer: "edge",
  targets: "web",
};
const now: Names = {
  stack: "shop",
  tier: "backend",
  group: "servers",
  database: "sales",
  balancer: "front",
  targets: "site",
};

/** What is written of a thing that had another name. */
type Beside = (name: keyof Names, isNamedInAws: boolean) => string;

const kept: Beside = (name, isNamed) => (isNamed ? `awsName: ${before[name]}, ` : "");
const moved: Beside = (name, isNamed) => `renamedFrom: ${before[name]}, ${kept(name, isNamed)}`;

const blueprint = (names: Names, beside: Beside, ofStack = "") => `
apiVersion: hextet/v1
name: ${names.stack}
${ofStack}
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    ${names.tier}: { ${beside("tier", false)}addressing: dual-stack, internet: egress-only, slot: 1 }
  networkAcls: { inner: { subnets: [${names.tier}], preset: private-dual-stack } }
  securityGroups:
    ${names.group}: { ${beside("group", true)}ingress: { http: { protocol: tcp, ports: 8080, from: { subnets: ${names.tier} } } } }
rds:
  subnetGroups: { main: { subnets: [${names.tier}] } }
  instances:
    ${names.database}: { ${beside("database", true)}engine: postgres, engineVersion: "17.4", instanceClass: db.t4g.small, allocatedStorageGib: 20, subnetGroup: main, securityGroups: [${names.group}], deletionProtection: false, skipFinalSnapshot: true }
loadBalancers:
  ${names.balancer}: { ${beside("balancer", true)}type: network, subnets: [${names.tier}], listeners: { http: { port: 80, protocol: TCP, action: { forwardTo: ${names.targets} } } } }
targetGroups:
  ${names.targets}: { ${beside("targets", true)}protocol: TCP, port: 8080, targets: { addresses: { one: { address: 10.20.16.10 } } } }
`;

const BEFORE = blueprint(before, () => "");
const RENAMED = blueprint(now, moved);
const TAKEN_OUT = blueprint(now, kept);
const OTHER_STACK = blueprint({ ...now, stack: "store" }, kept, "renamedFrom: shop\nawsName: shop");

describeWithTools("apply a rename", both(findTerraform(), findPython()), ([terraform, python]) => {
  let emulator: Emulator;
  let stack: HookedStack;
  let output: StackOutput;
  let first: Plan;
  let second: Plan;
  let third: Plan;
  let findings: readonly string[];

  beforeAll(async () => {
    emulator = await startEmulator(python);
    stack = await hookedStack(terraform, emulator, BEFORE);
    await stack.workspace.apply();
    output = stackIn(stack);
    stack.edit(RENAMED);
    first = await stack.workspace.plan();
    findings = judged(await first.json(), output, stackIn(stack));
    await stack.workspace.apply();
    second = await stack.workspace.plan();
    stack.edit(TAKEN_OUT);
    third = await stack.workspace.plan();
  });
  afterAll(async () => {
    await emulator?.stop();
    stack?.workspace.remove();
  });

  test("destroys, makes and replaces nothing: tags change in place", () => {
    expect(first.actions.filter((action) => !/^(update|move) /.test(action))).toEqual([]);
  });

  test("moves the state of a tier, a group, a database and a balancer with all that is theirs", async () => {
    const state = await stack.workspace.addresses();
    expect(state).toEqual(
      expect.arrayContaining([
        "aws_db_instance.sales",
        "aws_lb.front",
        "aws_lb_listener.front_http",
        "aws_lb_target_group.site",
        "aws_lb_target_group_attachment.site_one",
        "aws_network_acl_association.backend_a",
        "aws_route.backend_default-ipv6",
        "aws_route_table_association.backend_b",
        "aws_security_group.servers",
        "aws_subnet.backend_a",
        "aws_vpc_security_group_ingress_rule.servers_http_backend_b_ipv6",
      ]),
    );
    expect(state.filter((address) => /\.(app|hosts|orders|edge|web)(_|$)/.test(address))).toEqual([]);
  });

  test("does what hextet diff announced", () => {
    expect(findings).toEqual([]);
  });

  test("has nothing to change then, nor when renamedFrom is taken out", async () => {
    expect([...(await second.differences()), ...(await third.differences())]).toEqual([]);
    expect([second.empty, third.empty]).toEqual([true, true]);
  });

  test("of the stack changes nothing once its state is where the new name looks for it", async () => {
    const other = await hookedStack(terraform, emulator, OTHER_STACK);
    const place = (project: string, name: string) =>
      path.join(project, "terraform.tfstate.d", name, "terraform.tfstate");
    mkdirSync(path.dirname(place(other.workspace.project, "store")), { recursive: true });
    renameSync(place(stack.workspace.project, "shop"), place(other.workspace.project, "store"));
    const plan = await other.workspace.plan();
    const differences = await plan.differences();
    other.workspace.remove();
    expect(differences).toEqual([]);
    expect(plan).toMatchObject({ changes: 0, empty: true });
  });
});

function stackIn({ workspace }: HookedStack): StackOutput {
  const stack = readStackOutput("shop", readFileSync(path.join(workspace.folder, STACK_FILE), "utf8"));
  return stack ?? expect.fail("no stack");
}

/** What `hextet plan check` finds. */
function judged(json: unknown, was: StackOutput, stack: StackOutput): readonly string[] {
  const { plan } = readPlan(new TextEncoder().encode(JSON.stringify(json)));
  if (plan === null) throw new Error("no plan");
  const changes = compareStacks(was, stack);
  const allowed = new Set<string>();
  return judgePlanned(plan, { stack, changes, allowed, settings: [] }).map(({ message }) => message);
}
