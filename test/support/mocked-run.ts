import path from "node:path";
import { CLIENT_SECRET_KEY } from "./application-balancer.ts";
import { at, listAt, parseJson } from "./json.ts";
import { blockSchema } from "./provider-schema.ts";
import { cleanEnv } from "./run.ts";
import {
  copyStack,
  emptyProject,
  fromScratch,
  readStack,
  STACK_FILE,
  withoutBackend,
  writeJson,
} from "./stack-copy.ts";
import { terraform } from "./terraform-cli.ts";
import type { TerraformTools } from "./tools.ts";
import { stackAsModule } from "./validate-modules.ts";

const ID = "0123456789abcdef0";
const ARN = "arn:aws:service:eu-west-1:123456789012:kind/name";

/** Values that the provider checks for their form; every other computed value may be any text. */
const KNOWN_FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aws_vpc: {
    cidr_block: "10.80.0.0/16",
    ipv6_cidr_block: "2600:1f18:abcd:ef00::/56",
    owner_id: "123456789012",
  },
  aws_vpc_ipv4_cidr_block_association: { cidr_block: "10.81.0.0/16" },
  aws_vpc_ipv6_cidr_block_association: { ipv6_cidr_block: "2600:1f18:abce:ef00::/56" },
  aws_launch_template: { id: `lt-${ID}`, latest_version: 1 },
  aws_lb: { id: ARN },
  aws_lb_target_group: { id: ARN },
  aws_eks_cluster: {
    identity: [{ oidc: [{ issuer: "https://oidc.eks.eu-west-1.amazonaws.com/id/MOCKED" }] }],
  },
  aws_eip: { public_ip: "192.0.2.1" },
  aws_instance: { ipv6_addresses: ["2600:1f18:abcd:ef00::4"] },
};

/** The same for data sources. */
const KNOWN_DATA: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  // Text in a mock is no template.
  aws_secretsmanager_secret_version: { secret_string: JSON.stringify({ [CLIENT_SECRET_KEY]: "kept" }) },
  aws_subnet: { cidr_block: "10.0.0.0/24", ipv6_cidr_block: "2600:1f18:abcd:ef00::/64" },
};

/** What a run under `terraform test` with a mocked provider gave. */
export interface MockedRun {
  /** How many resources the first run applied. */
  readonly applied: number;
  /** What a plan after it would still do, such as `update aws_vpc.main`. */
  readonly replanned: readonly string[];
}

/**
 * Plans, applies and plans again under `terraform test` with a mocked provider: every type works, without an emulator.
 * The real provider still judges every argument; its plan logic does not run, so this proves wiring and expressions.
 * A mocked provider imports nothing: what the stack would take over is made anew.
 */
export async function mockedRun(tools: TerraformTools, stack: string): Promise<MockedRun> {
  const copy = copyStack(stack);
  try {
    const json = readStack(copy.folder);
    writeJson(copy.folder, STACK_FILE, fromScratch(withoutBackend(json)));
    writeJson(path.join(copy.folder, "tests"), "mock.tftest.json", {
      mock_provider: { aws: { ...mocks(json, "resource"), ...mocks(json, "data") } },
      ...firewallStatus(json),
      run: { apply: { command: "apply" }, replan: { command: "plan" } },
    });
    const site = { tools, folder: copy.folder, scratch: path.join(copy.project, "scratch"), env: cleanEnv() };
    const { stdout } = await terraform(site, ["test", "-json", "-verbose"]);
    return readRun(stdout);
  } finally {
    copy.remove();
  }
}

/**
 * Plans several stacks of one region in one process, under `terraform test` with a mocked provider: each is a module of
 * one root. The answer has the actions of each stack by its name, such as `create aws_vpc.main`.
 */
export async function mockedPlans(
  tools: TerraformTools,
  stacks: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const copy = emptyProject("all");
  try {
    const module = Object.fromEntries(
      stacks.map((stack) => [path.basename(stack), { source: `./${path.basename(stack)}` }]),
    );
    for (const stack of stacks)
      writeJson(path.join(copy.folder, path.basename(stack)), STACK_FILE, stackAsModule(readStack(stack)));
    const required_providers = { aws: { source: "hashicorp/aws" } };
    writeJson(copy.folder, STACK_FILE, { terraform: { required_providers }, provider: { aws: {} }, module });
    writeJson(path.join(copy.folder, "tests"), "mock.tftest.json", {
      mock_provider: { aws: {} },
      run: { plan: { command: "plan" } },
    });
    const site = { tools, folder: copy.folder, scratch: path.join(copy.project, "scratch"), env: cleanEnv() };
    await terraform(site, ["get", "-no-color"]);
    const { stdout } = await terraform(site, ["test", "-json", "-verbose"]);
    const plan = linesOf(stdout).find((line) => at(line, "type") === "test_plan");
    if (plan === undefined) throw new Error(`terraform test planned nothing:\n${stdout}`);
    const changes = listAt(plan, "test_plan", "resource_changes");
    return new Map(
      stacks.map((stack) => {
        const prefix = `module.${path.basename(stack)}.`;
        const own = changes.filter((change) => String(at(change, "address")).startsWith(prefix));
        const name = (change: unknown) => String(at(change, "address")).slice(prefix.length);
        return [
          path.basename(stack),
          own.map((change) => `${at(change, "change", "actions", 0)} ${name(change)}`),
        ];
      }),
    );
  } finally {
    copy.remove();
  }
}

function linesOf(stdout: string): readonly unknown[] {
  return stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [parseJson(line, "test")] : []));
}

function readRun(stdout: string): MockedRun {
  const lines = linesOf(stdout);
  const state = lines.find((line) => at(line, "type") === "test_state");
  const plan = lines.find((line) => at(line, "type") === "test_plan");
  if (state === undefined || plan === undefined) throw new Error(`terraform test said neither:\n${stdout}`);
  const resources = listAt(state, "test_state", "root_module", "resources");
  const changes = listAt(plan, "test_plan", "resource_changes").filter(
    (change) => !["no-op", "read"].includes(String(at(change, "change", "actions", 0))),
  );
  return {
    applied: resources.filter((resource) => at(resource, "mode") === "managed").length,
    replanned: changes.map((change) => `${at(change, "change", "actions", 0)} ${at(change, "address")}`),
  };
}

/**
 * A firewall tells an endpoint for each of its subnets, by the subnet's id: AWS makes them, and a mock makes neither. So
 * these subnets get ids, and the firewall endpoints in them.
 */
function firewallStatus(json: unknown): Record<string, unknown> {
  const firewalls: readonly [string, unknown][] = Object.entries(
    Object(at(json, "resource", "aws_networkfirewall_firewall")),
  );
  if (firewalls.length === 0) return {};
  const overrides = firewalls.flatMap(([name, firewall]) => {
    const subnets = listAt(firewall, "subnet_mapping").map((mapping) => addressIn(at(mapping, "subnet_id")));
    const states = subnets.map((subnet) => ({
      availability_zone: "mocked",
      attachment: [{ subnet_id: subnet, endpoint_id: `vpce-${subnet}` }],
    }));
    return [
      ...subnets.map((subnet) => ({ target: subnet, values: { id: subnet } })),
      {
        target: `aws_networkfirewall_firewall.${name}`,
        values: { arn: ARN, firewall_status: [{ sync_states: states }] },
      },
    ];
  });
  return { override_resource: overrides };
}

/** The address in a reference to an id. */
function addressIn(reference: unknown): string {
  return String(reference).replace(/^\$\{(.+)\.id\}$/, "$1");
}

/** The mock block of every type in a section; no block where the stack has none. */
function mocks(json: unknown, section: "resource" | "data"): Record<string, unknown> {
  const types = Object.keys(Object(at(json, section)));
  const defaults = types.map((type) => [type, { defaults: defaultsOf(section, type) }]);
  return types.length === 0 ? {} : { [`mock_${section}`]: Object.fromEntries(defaults) };
}

/**
 * Every computed text named like an ARN gets one, and what `KNOWN_FORMS` says. A data source is read at each plan, so
 * all its texts must stay the same.
 */
function defaultsOf(section: "resource" | "data", type: string): Record<string, unknown> {
  const attributes: Record<string, unknown> = Object(at(blockSchema(section, type), "attributes"));
  const texts = Object.entries(attributes)
    .filter(([, attribute]) => at(attribute, "computed") === true && at(attribute, "type") === "string")
    .map(([name]) => [name, /(^|_)arn$/.test(name) ? ARN : "mocked"] as const);
  const fixed = texts.filter(([, value]) => section === "data" || value === ARN);
  const known = section === "data" ? KNOWN_DATA : KNOWN_FORMS;
  return { ...Object.fromEntries(fixed), ...known[type] };
}
