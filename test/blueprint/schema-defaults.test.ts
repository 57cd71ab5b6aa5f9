import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Path } from "../../src/base/path.ts";
import { blueprintSchema, resolve, type Schema } from "../../src/blueprint/schema.ts";
import { isObject } from "../support/json.ts";
import { networkFrom, tryNetworkFrom } from "../support/network.ts";
import { stackJson } from "../support/synth-json.ts";

const root = new URL("../../", import.meta.url);

/** Defaults that the stack does not say, because AWS or Terraform have the same. */
const unsaid: Readonly<Record<string, string>> = {
  "blockPublicAccess.setForAccountAndRegion": "a mode that is set elsewhere is no resource of this stack",
  "flowLogBucket.fileFormat": "AWS has the same, and a flow log that says more would be another one",
  "flowLogBucket.hiveCompatiblePartitions": "the same",
  "flowLogBucket.perHourPartition": "the same",
  "output.sensitive": "Terraform's own default for an output is false",
  "transitGatewayAttachment.defaultRouteTablePropagation":
    "AWS has the same, and an account that the gateway is shared with may not say it",
  "vpnConnection.enableAcceleration":
    "AWS has the same, and the provider takes no word of it without a transit gateway",
  "vpnConnection.outsideIpAddressType": "AWS has the same",
  "vpc.enableNetworkAddressUsageMetrics": "AWS counts nothing unless it is asked to",
  "vpcDefaults.networkAcl": "what AWS makes lets everything through, and is left alone",
};

/** Defaults that the stack shows nothing of, and what does. */
const unwritten: Readonly<Record<string, string>> = {
  "quotas.rulesPerSecurityGroup": "security-group-too-many-rules",
  "quotas.rulesPerNetworkAcl": "network-acl-too-many-entries",
  "quotas.routesPerRouteTable": "route-table-too-many-routes",
  "eksCluster.openIdConnectProvider": "a role of pods that goes by it asks for it",
  "existingHostedZone.privateZone": "a zone that exists is named by its id alone",
  "foreignTransitGatewayAttachment.defaultRouteTablePropagation": "it says something beside accept alone",
  "policyDocument.Version": "there is no other",
  "natGateway.availabilityMode": "what stands beside it is of one mode alone: model/nat-gateway-mode",
};

/** Stays in a blueprint from which the defaults are taken out: what stands beside it is refused without it. */
const CHOOSING = ["availabilityMode", "by"];

/** Goes with the defaults: it is refused without the `internet` beside it, and has no default of its own. */
const GOES_WITH_THEM = ["#/definitions/inspection"];

/** Another value, where the schema's examples have none. */
const others: Readonly<Record<string, unknown>> = {
  "remoteBackend.hostname": "terraform.example.com",
  "cloudBackend.hostname": "terraform.example.com",
  "terraformSettings.requiredVersion": ">= 1.10",
  "runtimePlatform.operatingSystemFamily": "WINDOWS_SERVER_2022_CORE",
  "databaseInstance.masterUsername": "admin1",
  "databaseCluster.masterUsername": "admin1",
};

interface Default {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly schema: Schema;
}

const scalars: readonly Default[] = Object.entries(blueprintSchema.definitions ?? {}).flatMap(
  ([owner, { properties = {} }]) =>
    Object.entries(properties)
      .filter(([, schema]) => schema.default !== undefined && typeof schema.default !== "object")
      .map(([name, schema]) => ({ id: `${owner}.${name}`, owner, name, schema })),
);

/** Blueprints in which every property stands somewhere, what is quickly made first: whichever shows a difference decides. */
const bases: readonly unknown[] = [
  ...readdirSync(new URL("blueprints/", root))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => parseFile(`blueprints/${file}`)),
  withoutExisting(),
  ...["cloud", "http", "remote"].map((backend) => parseFile(`test/blueprint/ok/backend-${backend}.yaml`)),
];

function parseFile(file: string): unknown {
  return parse(readFileSync(new URL(file, root), "utf8"));
}

/** What exists decides for itself, and a stage leaves things out. */
function withoutExisting(): unknown {
  const everything = parseFile("test/blueprint/ok/everything.yaml");
  if (!isObject(everything) || !isObject(everything["network"])) throw new Error("everything.yaml is no map");
  const { migration: _, network, ...rest } = everything;
  const { vpc, ...beside } = network as Record<string, unknown>;
  const { existing: __, ...made } = vpc as Record<string, unknown>;
  return { ...rest, network: { ...beside, vpc: made } };
}

/** The paths of all objects of a definition in a blueprint. */
function* placesOf(owner: string, value: unknown, schema: Schema, path: Path = []): Generator<Path> {
  if (schema.$ref === `#/definitions/${owner}`) yield path;
  const { items = {}, properties, additionalProperties } = resolve(schema);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* placesOf(owner, item, items, [...path, index]);
  } else if (isObject(value)) {
    for (const [key, child] of Object.entries(value)) {
      yield* placesOf(owner, child, properties?.[key] ?? (additionalProperties || {}), [...path, key]);
    }
  }
}

/** A blueprint without anything that the schema would fill in. */
function bareOf(value: unknown, schema: Schema): unknown {
  const { items = {}, properties, additionalProperties } = resolve(schema);
  if (Array.isArray(value)) return value.map((item) => bareOf(item, items));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, child]) => {
    const property = properties?.[key] ?? (additionalProperties || {});
    if (GOES_WITH_THEM.includes(property.$ref ?? "")) return [];
    const isFilled = property.default !== undefined && typeof property.default !== "object";
    return isFilled && !CHOOSING.includes(key) ? [] : [[key, bareOf(child, property)]];
  });
  return Object.fromEntries(entries);
}

/** The blueprint in which the property of the object at the path has the value. */
function withValue(base: unknown, path: Path, name: string, value: unknown): unknown {
  const blueprint: unknown = structuredClone(base);
  let here: unknown = blueprint;
  for (const step of path) here = (here as Record<string | number, unknown>)[step];
  if (!isObject(here)) throw new Error(`no object at ${path.join(".")}`);
  here[name] = value;
  return blueprint;
}

/** Every argument of the stack of a blueprint by its place; null when it is no network. */
function stackOf(blueprint: unknown): ReadonlyMap<string, unknown> | null {
  const { network } = tryNetworkFrom(JSON.stringify(blueprint));
  return network === null ? null : new Map(argumentsOf(stackJson(network)));
}

function otherValues({ id, schema }: Default): readonly unknown[] {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER, enum: values, examples = [] } = resolve(schema);
  const { default: value } = schema;
  if (Object.hasOwn(others, id)) return [others[id]];
  if (typeof value === "boolean") return [!value];
  const near = typeof value === "number" ? [value + 1, value - 1] : [];
  const candidates = values ?? [...near.filter((one) => one >= minimum && one <= maximum), ...examples];
  return candidates.filter((one) => one !== value);
}

/** Every argument of a stack by its place. */
function* argumentsOf(value: unknown, place = ""): Generator<readonly [string, unknown]> {
  if (typeof value !== "object" || value === null) yield [place, value];
  else for (const [key, child] of Object.entries(value)) yield* argumentsOf(child, `${place}/${key}`);
}

type Verdict = "said" | "unsaid" | "no difference";

/** Whether the stack says the default (`said`), leaves it to AWS, or is the same whatever is written. */
function verdictOf(entry: Default): Verdict {
  let verdict: Verdict = "no difference";
  for (const changed of changesOf(entry)) {
    verdict = changed;
    if (verdict === "said") return verdict;
  }
  return verdict;
}

/** What each other value of the property changes, wherever it can stand. */
function* changesOf(entry: Default): Generator<Verdict> {
  for (const { bare, left } of bareStacks) {
    for (const path of placesOf(entry.owner, bare, blueprintSchema)) {
      for (const value of otherValues(entry)) {
        const right = stackOf(withValue(bare, path, entry.name, value));
        if (right !== null) yield compare(left, right);
      }
    }
  }
}

function compare(left: ReadonlyMap<string, unknown>, right: ReadonlyMap<string, unknown>): Verdict {
  if ([...left].some(([place, argument]) => right.get(place) !== argument)) return "said";
  return right.size > left.size ? "unsaid" : "no difference";
}

/** Outputs show what would be gone. */
const outputs = { vpc: { value: { vpc: "id" } } };

const bareStacks = bases.map((base) => {
  const bare = { ...Object(bareOf(base, blueprintSchema)), outputs };
  return { bare, left: new Map(argumentsOf(stackJson(networkFrom(JSON.stringify(bare))))) };
});

describe("a default of the schema", () => {
  it("that is no scalar is an empty list or map, or the choice that the docs name", () => {
    const others = Object.entries(blueprintSchema.definitions ?? {}).flatMap(([owner, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, { default: value }]) => typeof value === "object" && Object.keys(value ?? {}).length > 0)
        .map(([name, schema]) => [`${owner}.${name}`, schema.default]),
    );
    expect(others).toEqual([
      ["terraformSettings.backend", { local: {} }],
      ["vpc.ipv6", { amazonProvided: {} }],
      ["transitGatewayAttachment.association", { defaultRouteTable: {} }],
      ["resolverEndpoint.protocols", ["Do53"]],
    ]);
  });

  it.each(scalars)("$id is said by the stack when the property is left out", (entry) => {
    const otherwise = Object.hasOwn(unwritten, entry.id) ? "no difference" : "said";
    expect(verdictOf(entry)).toBe(Object.hasOwn(unsaid, entry.id) ? "unsaid" : otherwise);
  });
});
