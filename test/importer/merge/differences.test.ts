import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compareMerged } from "../../../src/cli/import/compare-merged.ts";
import { mergeValid } from "../../../src/cli/import/merge-valid.ts";
import { readOwned } from "../../../src/importer/merge/read-owned.ts";
import { readState } from "../../../src/importer/read-state.ts";
import type { Inventory } from "../../../src/importer/types/inventory.ts";
import { writeBlueprint } from "../../../src/importer/write-blueprint.ts";
import { STAGES } from "../../../src/model/types/migration.ts";
import { formatBlueprint } from "../../../src/reports/format/format-blueprint.ts";
import { instance, inventoryWith } from "../../support/inventory.ts";
import { isObject, listAt } from "../../support/json.ts";

const STATE: object = JSON.parse(
  readFileSync(new URL("../../support/fixtures/web-and-database.state.json", import.meta.url), "utf8"),
);

function inventoryOf(state: object): Inventory | null {
  const reading = readState(state, null);
  return "mistake" in reading ? null : reading.inventory;
}

const BEFORE = inventoryOf(STATE) ?? inventoryWith();

function blueprintOf(inventory: Inventory): string {
  const { text } = writeBlueprint(inventory, "shop");
  return formatBlueprint(text) ?? text;
}

/** What merging the network says. */
async function merged(text: string, inventory: Inventory) {
  const file = { file: "shop.yaml", text };
  const owned = readOwned(file);
  if (owned === null) throw new Error("not readable");
  const valid = mergeValid(file, owned, inventory);
  const { told, compared, findings } = await compareMerged(owned, inventory, valid);
  return {
    told: told.map(({ at, message }) => `${owned.source.locate(at)?.line}: ${message}`),
    hints: told.map(({ hint }) => hint),
    kept: (compared?.kept ?? []).map(({ address }) => address),
    onlyHere: compared?.onlyHere ?? [],
    others: [...findings, ...valid.left].map(({ rule }) => rule),
    added: valid.merged.added.map(({ address }) => address),
  };
}

const NOTHING = { told: [], hints: [], kept: [], onlyHere: [], others: [], added: [] };

/** Its address is an office's, which has no IPv6. */
const ACCEPTED = `
accept:
  - { rule: security-group-ipv4-without-ipv6-twin, at: network.securityGroups.front.ingress.ssh, reason: the office has none }
migration:`;

describe("a network merged into its own blueprint", () => {
  test.each(STAGES)(
    "differs in nothing at the stage %s, whatever slots and names its owner has chosen",
    async (stage) => {
      const text = blueprintOf(BEFORE)
        .replaceAll("webserversg", "front")
        .replace("slot: 0", "slot: 5")
        .replace("\nmigration:", ACCEPTED)
        .replace("stage: import", `stage: ${stage}`);
      expect(await merged(text, BEFORE)).toEqual(NOTHING);
    },
  );

  test("differs in nothing once the migration is over", async () => {
    const text = blueprintOf(BEFORE).replace(/\nmigration:\n( .*\n)+/, "\n");
    expect(text).not.toContain("\nmigration:");
    const { told, added } = await merged(text, BEFORE);
    // The instance has the type of before in AWS.
    expect([told, added]).toEqual([[expect.stringContaining('instanceType is "m5.large" here')], []]);
  });
});

/** Every value of a state with the way to it. */
function* leavesOf(
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<readonly (string | number)[]> {
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* leavesOf(item, [...path, index]);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) yield* leavesOf(item, [...path, key]);
  else yield path;
}

/** Another value of the same type; undefined where none comes to mind. */
function otherValue(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  return typeof value === "string" && /^\d+$/.test(value) ? String(Number(value) + 1) : undefined;
}

function withValue(root: unknown, [key, ...others]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(root))
    return root.map((item, index) => (index === key ? withValue(item, others, value) : item));
  return isObject(root) ? { ...root, [key]: withValue(root[key], others, value) } : root;
}

function leafAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (Array.isArray(at) ? at[Number(key)] : isObject(at) ? at[key] : undefined),
    root,
  );
}

/** What neither the blueprint nor the stack has a word for, or what another thing decides. */
const WITHOUT_WORDS = new Set([
  // Of a balancer of applications AWS has it always on.
  "aws_lb.enable_cross_zone_load_balancing",
  // What a subnet without IPv6 does with IPv6 is nothing.
  "aws_subnet.assign_ipv6_address_on_creation",
  "aws_subnet.enable_dns64",
  "aws_subnet.enable_resource_name_dns_aaaa_record_on_launch",
]);

test("no value of a state that import reads becomes another one in silence", async () => {
  const resources = listAt(STATE, "values", "root_module", "resources");
  const text = blueprintOf(BEFORE);
  const seen = new Set<string>();
  const silent: string[] = [];
  for (const path of resources.flatMap((one, index) => [
    ...leavesOf(leafAt(one, ["values"]), [index, "values"]),
  ])) {
    const [index = 0, , ...names] = path;
    const words = names.filter((name) => typeof name === "string").join(".");
    const name = `${String(leafAt(resources, [index, "type"]))}.${words}`;
    const value = otherValue(leafAt(resources, path));
    if (seen.has(name) || value === undefined) continue;
    seen.add(name);
    const now = inventoryOf({
      ...STATE,
      values: { root_module: { resources: withValue(resources, path, value) } },
    });
    if (now === null || JSON.stringify(now) === JSON.stringify(BEFORE)) continue;
    const said = await merged(text, now);
    if (JSON.stringify(said) === JSON.stringify(NOTHING)) silent.push(name);
  }
  expect(silent.filter((name) => !WITHOUT_WORDS.has(name))).toEqual([]);
  expect(seen.size).toBeGreaterThan(60);
}, 120_000);

const SMALL = inventoryWith({
  instances: [instance("i-01", "app", { subnetId: "subnet-02", securityGroupIds: ["sg-01"] })],
});

describe("what an apply would change", () => {
  test("is told by its argument where no key of the short list says it, at the line of the thing", async () => {
    const log = {
      id: "fl-01",
      name: "audit",
      trafficType: "ALL",
      maxAggregationInterval: 60,
      logFormat: "${version} ${pkt-srcaddr}",
      destinationType: "s3",
      destination: "arn:aws:s3:::acme-flow-logs",
      iamRoleArn: null,
      crossAccountRole: null,
      files: { fileFormat: "plain-text", hiveCompatiblePartitions: false, perHourPartition: false },
    };
    const text = blueprintOf({ ...SMALL, flowLogs: [log] });
    const line = text.split("\n").findIndex((one) => /^ {4}(audit|vpc):/.test(one)) + 1;
    const now = { ...SMALL, flowLogs: [{ ...log, maxAggregationInterval: 600 }] };
    expect((await merged(text, now)).told).toEqual([
      `${line}: an apply would change aws_flow_log.audit: max_aggregation_interval from 600 to 60`,
    ]);
  });

  test("is no warning where Terraform ignores it", async () => {
    const instances = SMALL.instances.map((one) => ({
      ...one,
      metadata: { ...one.metadata, httpPutResponseHopLimit: 3 },
    }));
    expect(await merged(blueprintOf(SMALL), { ...SMALL, instances })).toEqual({
      ...NOTHING,
      kept: ["aws_instance.app"],
    });
  });

  test("stands in the hint of what is told by its key", async () => {
    const text = blueprintOf(SMALL).replace("ports: 443", "ports: 8443");
    const { told, hints } = await merged(text, SMALL);
    expect(told).toEqual([expect.stringContaining("https.ports is 8443 here and 443 in AWS")]);
    expect(hints).toEqual([
      expect.stringContaining(
        "an apply would change from_port from 443 to 8443, to_port from 443 to 8443 of aws_vpc_security_group_ingress_rule.web_https_ipv4",
      ),
    ]);
  });

  test("is listed where the blueprint alone has it", async () => {
    const rule = "        ssh: { protocol: tcp, ports: 22, from: { anywhere: {} } }\n";
    const text = blueprintOf(SMALL).replace("        https:\n", `${rule}        https:\n`);
    expect(await merged(text, SMALL)).toEqual(NOTHING);
    // What is new and not there comes with its stage.
    expect(await merged(text.replace("stage: import", "stage: security"), SMALL)).toEqual({
      ...NOTHING,
      onlyHere: ["ipv4", "ipv6"].map((family) => `aws_vpc_security_group_ingress_rule.web_ssh_${family}`),
    });
  });

  test("is told where IPv6 has come to AWS that no stage has brought", async () => {
    const { vpc } = SMALL;
    const now: Inventory = {
      ...SMALL,
      vpc: {
        ...vpc,
        ipv6Blocks: [{ cidr: "2001:db8:0:100::/56", associationId: "vpc-cidr-assoc-01", pool: "Amazon" }],
      },
      subnets: SMALL.subnets.map((one, index) => ({ ...one, ipv6Cidr: `2001:db8:0:1${index}0::/64` })),
    };
    const { told } = await merged(blueprintOf(SMALL), now);
    expect(told).toContainEqual(
      expect.stringContaining(
        "migration.reached is not said here, and there is IPv6 of the stage subnet-address-blocks in AWS",
      ),
    );
    expect(told).toContainEqual(
      expect.stringMatching(
        /an apply would change aws_vpc\.main: assign_generated_ipv6_cidr_block from true to /,
      ),
    );
    expect(told).toContainEqual(
      expect.stringContaining("an apply would change aws_subnet.public_a: ipv6_cidr_block from"),
    );
  });

  test("cannot be told of a blueprint with an error, and that is said", async () => {
    const text = blueprintOf(SMALL).replace("subnet: public", "subnet: nowhere");
    const { others, told } = await merged(text, SMALL);
    expect([others, told.length]).toEqual([["import/not-compared"], 1]);
  });
});

test("what the blueprint's own stack has made is known by the names that it gives, and is nothing new", async () => {
  const text = blueprintOf(SMALL)
    .replace("stage: import", "stage: security")
    .replace(
      "  securityGroups:\n",
      "  securityGroups:\n    jobs: { description: jobs, ingress: { ssh: { protocol: tcp, ports: 22, from: { anywhere: {} } } } }\n",
    );
  const made = {
    id: "sg-09",
    name: "shop-jobs",
    groupName: "shop-jobs-20261130224408123400000001",
    description: "jobs",
    rules: [
      {
        id: "sgr-91",
        direction: "ingress" as const,
        protocol: "tcp",
        ports: { from: 22, to: 22 },
        peer: { kind: "cidr" as const, cidr: "0.0.0.0/0" },
        description: null,
      },
    ],
  };
  const { told, onlyHere, added } = await merged(text, {
    ...SMALL,
    securityGroups: [...SMALL.securityGroups, made],
  });
  expect([told, added]).toEqual([[], []]);
  // Its rule to get out is not in AWS.
  expect(onlyHere).toEqual(
    ["ipv4", "ipv6"].map((family) => `aws_vpc_security_group_egress_rule.jobs_default_${family}`),
  );
});
