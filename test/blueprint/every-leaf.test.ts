import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { formatPath, type Path } from "../../src/base/path.ts";
import type { Blueprint } from "../../src/blueprint/blueprint.generated.ts";
import { validateSchema } from "../../src/blueprint/validate-schema.ts";
import { normalise } from "../../src/model/normalise.ts";
import type { Network } from "../../src/model/types/network.ts";
import { judge } from "../../src/rules/judge.ts";
import { leavesOf, otherValues, withTwins, withValueAt } from "../support/blueprint-leaves.ts";
import { isObject } from "../support/json.ts";
import { stackText } from "../support/synth-json.ts";

/** Maps whose entries others name. */
const REFERRED: readonly Path[] = [
  ["compute", "keyPairs"],
  ["compute", "instanceProfiles"],
  ["compute", "launchTemplates"],
  ["network", "securityGroups"],
  ["network", "prefixLists"],
  ["network", "flowLogs"],
  ["ecs", "clusters"],
  ["ecs", "taskDefinitions"],
  ["ecs", "taskDefinitions", "web", "containers"],
  ["rds", "subnetGroups"],
  ["rds", "instances"],
  ["rds", "clusters"],
  ["elasticache", "subnetGroups"],
  ["elasticache", "clusters"],
  ["elasticache", "replicationGroups"],
  ["eks", "clusters"],
  ["route53", "hostedZones"],
  ["cloudwatch", "metricFilters"],
];

/** Leaves that the stack does not show, and why. */
const SILENT: Readonly<Record<string, string>> = {
  apiVersion: "there is one",
  renamedFrom: "`hextet diff` and `hextet synth` read it",
  description: "it is for readers of the blueprint, and for the reports",
  "quotas.rulesPerSecurityGroup": "rules count by it, and nothing of everything.yaml comes near",
  "quotas.rulesPerNetworkAcl": "rules count by it, and nothing of everything.yaml comes near",
  "quotas.routesPerRouteTable": "rules count by it, and nothing of everything.yaml comes near",
  "terraform.dependsOn[0]": "`hextet stacks` reads it",
  "network.availabilityZones[0]": "ipv4Cidrs and single zones name it",
  "network.availabilityZones[1]": "ipv4Cidrs name it",
  "network.subnets.app.enableResourceNameDnsARecordOnLaunch":
    "an IPv6-only subnet has no A record: a rule says so",
  "network.subnets.data.ipv4Block": "there is one additional block, and ipv4Cidrs lie in it",
  "network.subnets.old.routeTable": "the other tiers have another way to the internet",
  'network.vpc.existing.import["aws_subnet.app_a"]':
    "the VPC is managed outside here, where nothing is imported",
  "network.natGateways.whole.availabilityMode": "a zonal gateway has no addresses by zone",
  "network.natGateways.main.connectivityType": "an output shows its public addresses",
  "compute.launchTemplates.web.os": "the other systems are facts, not words of the schema",
  "compute.autoScalingGroups.inline.os": "the other systems are facts, not words of the schema",
  "compute.instances.copy.os": "the other systems are facts, not words of the schema",
  "compute.launchTemplates.web.architecture": "the instance type has it",
  "compute.autoScalingGroups.inline.architecture": "the instance type has it",
  "compute.instances.copy.architecture": "the instance type has it",
  "compute.instances.router.elasticIp": "an output shows it",
  "rds.instances.orders.skipFinalSnapshot": "the last snapshot has a name",
  "rds.clusters.ledger.skipFinalSnapshot": "the last snapshot has a name",
  "elasticache.replicationGroups.carts.skipFinalSnapshot": "the last snapshot has a name",
  "ecs.taskDefinitions.web.runtimePlatform.operatingSystemFamily":
    "the others are Windows, a schema of its own",
  "route53.hostedZones.site.source.existing.privateZone":
    "the zone is found by its id; rules ask for its kind",
  "route53.records.www.value.alias.recordTypes[0]": "the other type stands beside it",
  "route53.records.www.value.alias.recordTypes[1]": "the other type stands beside it",
  "outputs.router-ip.value.instanceElasticIp": "one instance has an Elastic IP",
  "accept[0].rule": "an acceptance shows in the findings",
  "accept[0].at": "an acceptance shows in the findings",
  "accept[0].reason": "it is for readers of the blueprint",
  "accept[0].until": "an acceptance shows in the findings",
  "migration.before.instanceTypes.copy":
    "the stage is before the one that changes types, and the instance is new",
};

interface Seen {
  readonly stack: string;
  /** Asked for only where the stack shows nothing. */
  readonly findings: () => string;
}

/** What comes of a blueprint; null when the schema or the model refuses it. */
function see(data: unknown): Seen | null {
  const filled: unknown = structuredClone(data);
  if (validateSchema(filled).errors.length > 0) return null;
  const { network } = normalise(filled as Blueprint);
  if (network === null) return null;
  return { stack: stackOf(network), findings: () => findingsOf(network) };
}

function findingsOf(network: Network): string {
  return JSON.stringify(judge(network, "2026-11-21").map(({ rule, message, at }) => [rule, message, at]));
}

/** A network with errors may be no stack at all: its rules say so. */
function stackOf(network: Network): string {
  try {
    return stackText({ ...network, name: "everything" });
  } catch {
    return "none";
  }
}

/** As it is when nothing of it is there yet, and no migration under way: then the stack has all of it. */
function asNew(data: unknown): unknown {
  if (!isObject(data) || !isObject(data["network"])) throw new Error("no network");
  const { migration: _, ...rest } = data;
  const { existing: __, ...vpc } = Object(data["network"]["vpc"]);
  return { ...rest, network: { ...data["network"], vpc } };
}

const text = readFileSync(new URL("ok/everything.yaml", import.meta.url), "utf8");
const whole = withTwins(parse(text), REFERRED);
const views = [asNew, (data: unknown) => data];
const before = views.map((view) => see(view(whole)));

type Shown = "stack" | "findings" | "nothing" | "no other value";

/** Where another value at the path shows; the stack goes before the findings. */
function shows(path: Path): Shown {
  const seen = new Set<Shown>();
  for (const value of otherValues(whole, path).slice(0, 40)) {
    const changed = withValueAt(whole, path, value);
    for (const [index, view] of views.entries()) {
      const shown = compare(before[index] ?? null, see(view(changed)));
      if (shown === "stack") return shown;
      seen.add(shown);
      if (shown === "no other value") break;
    }
  }
  return (["findings", "nothing"] as const).find((shown) => seen.has(shown)) ?? "no other value";
}

function compare(one: Seen | null, other: Seen | null): Shown {
  if (one === null || other === null) return "no other value";
  if (other.stack !== "none" && other.stack !== one.stack) return "stack";
  return other.findings() === one.findings() ? "nothing" : "findings";
}

describe("each value of everything.yaml", () => {
  const paths = leavesOf(parse(text));

  test("is there to be changed", () => {
    expect(before).not.toContain(null);
    expect(paths.length).toBeGreaterThan(500);
    expect(Object.keys(SILENT).filter((name) => !paths.some((path) => formatPath(path) === name))).toEqual(
      [],
    );
  });

  test.each(paths.map((path) => [formatPath(path), path] as const))("%s reaches the stack", (name, path) => {
    const reason = SILENT[name];
    if (reason === undefined) expect(shows(path)).toBe("stack");
    else expect(shows(path)).not.toBe("stack");
  });
});
