import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { blueprintSchema } from "../../src/blueprint/schema.ts";
import { compile } from "../../src/pipeline.ts";
import { at, isObject, listAt } from "../support/json.ts";
import {
  besideFiles,
  overridden,
  publishedSubnets,
  resourceCounts,
  stackSubnets,
} from "../support/published-example.ts";
import { addressesIn, stackJson } from "../support/synth-json.ts";

/**
 * Examples that others publish for their modules, as blueprints of our own: `x-published` in each says what the
 * example makes, read from the example and not from Hextet's output. What a blueprint cannot say yet stands here.
 */
const folder = new URL("../published-examples/", import.meta.url);

/** How many examples there are, wholly said or not. */
const ALL = 38;

/** What has no words, and a pattern for the keys of the schema that would say it: one that matches makes the entry stale. */
interface Missing {
  readonly words: string;
  readonly key: RegExp;
}

const REDSHIFT = { words: "a Redshift subnet group", key: /redshift/i };
const BUCKET = { words: "an S3 bucket", key: /^s3Buckets?$/ };

/** What plain Terraform says beside the blueprint (`extend`). */
const BESIDE: Readonly<Record<string, readonly Missing[]>> = {
  "aws-ia-advanced": [BUCKET],
  "aws-ia-cloud-wan-ireland": [
    { words: "an attachment to a core network", key: /coreNetworkAttachment|cloudWan/i },
  ],
  "aws-ia-cloud-wan-nvirginia": [
    { words: "an attachment to a core network", key: /coreNetworkAttachment|cloudWan/i },
  ],
  "aws-ia-vpc-lattice": [{ words: "a VPC Lattice association", key: /lattice/i }],
  "terraform-aws-vpc-flow-log": [BUCKET, { words: "a log group beside a flow log", key: /^logGroups$/ }],
  "terraform-aws-vpc-separate-route-tables": [REDSHIFT],
};

/** Examples whose blueprint says a part only. */
const IN_PART: Readonly<Record<string, readonly Missing[]>> = {
  "cloudposse-vpc-endpoints": [
    { words: "the default security group at an endpoint", key: /^defaultSecurityGroup$/ },
    { words: "the main route table as a gateway endpoint's", key: /^mainRouteTable$/ },
  ],
  "terraform-aws-vpc-complete": [
    REDSHIFT,
    { words: "a name for each subnet", key: /^subnetNames$/ },
    {
      words: "an interface endpoint with no subnet, and a policy with the VPC's id",
      key: /^policyDocument$/,
    },
  ],
};

/** Examples that have no blueprint. */
const NOT: Readonly<Record<string, readonly Missing[]>> = {
  "eksctl-36-outposts-vpc": [
    { words: "a control plane on an Outpost", key: /outpostConfig|controlPlaneInstance/i },
  ],
};

const names = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(".yaml", ""));

const files = names.map((name) => {
  const text = readFileSync(new URL(`${name}.yaml`, folder), "utf8");
  return { name, file: `${name}.yaml`, text, place: text.split("\n", 1)[0] };
});

const examples = files.map(({ name, file, text, place }) => {
  // An example of several VPCs is several blueprints, which may take values from each other.
  const neighbours = files.filter((other) => other.place === place && other.file !== file);
  const { networks, findings } = compile([{ file, text }], "2026-11-29", [], undefined, neighbours);
  const document: unknown = parse(text);
  return { name, text, place, published: at(document, "x-published"), document, networks, findings };
});

describe.each(examples)("$name", ({ text, published, document, networks, findings }) => {
  test("names where it is published", () => {
    expect(text).toMatch(/^# [\w-]+\/[\w-]+ (\d+\.\d+\.\d+ )?[\w./-]+(, [\w -]+)?\.\n/);
  });

  test("compiles with no errors, and with these warnings", () => {
    expect(findings.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
    expect(findings.map(({ rule }) => rule).sort()).toEqual(listAt(published, "warnings"));
  });

  test("makes what is published", () => {
    const [network, ...others] = networks;
    if (network === undefined || others.length > 0) throw new Error(`${networks.length} networks`);
    const stack = stackJson(network);
    const beside = besideFiles(document, folder);
    expect(stackSubnets(stack, network.region, at(published, "poolGives"))).toEqual(
      publishedSubnets(published),
    );
    const expected = at(published, "resources");
    if (!isObject(expected)) throw new Error("no table of resources");
    const counts = resourceCounts([stack, ...beside]);
    expect(Object.fromEntries(Object.keys(expected).map((type) => [type, counts.get(type) ?? 0]))).toEqual(
      expected,
    );
    const known = [stack, ...beside].flatMap(addressesIn);
    expect(overridden(document, folder).filter((address) => !addressesIn(stack).includes(address))).toEqual(
      [],
    );
    const referred = beside.flatMap((file) => JSON.stringify(file).match(/(?<=\$\{)aws_\w+\.[\w-]+/g) ?? []);
    expect(referred.filter((address) => !known.includes(address))).toEqual([]);
  });
});

/** The names of all keys of a blueprint. */
const keys = Object.values(blueprintSchema.definitions ?? {}).flatMap((part) =>
  Object.keys(part.properties ?? {}),
);

test("all examples are here, and what is not said is named", () => {
  const beside = examples.filter(({ document }) => at(document, "extend") !== undefined);
  expect(Object.keys(BESIDE)).toEqual(beside.map(({ name }) => name).sort());
  expect(Object.keys(IN_PART).filter((name) => !names.includes(name))).toEqual([]);
  expect(Object.keys(NOT).filter((name) => names.includes(name))).toEqual([]);
  const published = new Set(examples.map(({ place }) => place));
  expect(published.size + Object.keys(NOT).length).toBe(ALL);
});

test.each(Object.entries({ ...BESIDE, ...IN_PART, ...NOT }))(
  "%s: what is missing cannot be said",
  (_, missing) => {
    expect(missing.length).toBeGreaterThan(0);
    for (const { words, key } of missing) {
      // Stale when it can be said: write it into the blueprint, and take the entry out.
      expect({ words, said: keys.filter((one) => key.test(one)) }).toEqual({ words, said: [] });
    }
  },
);
