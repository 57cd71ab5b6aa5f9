import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BlueprintFile,
  type Compiled,
  compile,
  type FileCache,
  type FileResult,
} from "../../src/pipeline.ts";

const TODAY = "2026-01-01";

/** A cache in memory, which keeps a clone as one on the disk does, and counts. */
function cacheInMemory() {
  const kept = new Map<string, FileResult>();
  const counts = { found: 0, missed: 0, set: 0 };
  const keyOf = (file: BlueprintFile) => JSON.stringify({ ...file, included: [...(file.included ?? [])] });
  const cache: FileCache = {
    get: (file) => {
      const one = kept.get(keyOf(file));
      counts[one === undefined ? "missed" : "found"] += 1;
      return one === undefined ? null : structuredClone(one);
    },
    set: (file, result) => {
      counts.set += 1;
      kept.set(keyOf(file), structuredClone(result));
    },
  };
  return { cache, counts };
}

/** All that a compilation says, the places of a finding in each network with it. */
function told({ networks, judged, files, findings, accepted, locate }: Compiled) {
  const places = networks.map(({ name }) =>
    locate(name, {
      rule: "x",
      severity: "error",
      message: "x",
      hint: null,
      at: { kind: "path", part: "value", path: ["network", "vpc", "ipv4Cidr"] },
    }),
  );
  return { networks, judged, files: [...files], findings, accepted, places };
}

/** A blueprint with what may be other in a run after it. */
interface Draft {
  readonly name: string;
  readonly cidr: string;
  readonly addressing: string;
  readonly includes: boolean;
  readonly staging: string | null;
  /** The stack whose output it takes; itself and unknown ones are mistakes. */
  readonly from: string | null;
  readonly accepts: boolean;
}

const drafts = fc.record<Draft>({
  name: fc.constantFrom("shop", "hub", "lab"),
  cidr: fc.constantFrom("10.20.0.0/16", "10.21.0.0/16", "10.22.0.0/16", "10.20.1.0/33"),
  addressing: fc.constantFrom("dual-stack", "dual-stack", "ipv6-only", "dualstack"),
  includes: fc.boolean(),
  staging: fc.constantFrom(
    null,
    "region: eu-central-1",
    "network: { vpc: { ipv4Cidr: 10.9.0.0/16 } }",
    "nmae: x",
  ),
  from: fc.option(fc.constantFrom("shop", "hub", "lab", "lab-staging", "nobody")),
  accepts: fc.boolean(),
});

const rules = (block: string) =>
  `{ web: { description: For a test., ingress: { in: { protocol: tcp, ports: 443, from: { cidrIpv6: ${block} } } } } }`;
const INCLUDED = `network: { securityGroups: ${rules('"2001:db8::/32"')} }\n`;

function fileOf(draft: Draft): BlueprintFile {
  const { name, cidr, addressing, includes, staging, from, accepts } = draft;
  const block =
    from === null
      ? '"2001:db8::/32"'
      : `{ fromBlueprint: { stack: ${from}, value: { vpc: ipv6CidrBlock } } }`;
  const lines = [
    "apiVersion: hextet/v1",
    `name: ${name}`,
    "region: eu-west-1",
    ...(includes ? ["include: { common.include.yaml: [network.securityGroups] }"] : []),
    "network:",
    `  vpc: { ipv4Cidr: ${cidr} }`,
    "  availabilityZones: [a, b]",
    `  subnets: { app: { addressing: ${addressing}, internet: egress-only, slot: 0 } }`,
    ...(includes ? [] : [`  securityGroups: ${rules(block)}`]),
    "outputs: { block: { value: { vpc: ipv6CidrBlock } } }",
    ...(accepts
      ? ["accept: [{ rule: security-group-no-egress, at: network.securityGroups.web, reason: For a test. }]"]
      : []),
    ...(staging === null ? [] : ["environments:", "  production: {}", `  staging: { ${staging} }`]),
  ];
  const file = { file: `${name}.yaml`, text: `${lines.join("\n")}\n` };
  const included = new Map([["common.include.yaml", { file: "common.include.yaml", text: INCLUDED }]]);
  return includes ? { ...file, included } : file;
}

const PLAIN: Draft = {
  name: "shop",
  cidr: "10.20.0.0/16",
  addressing: "dual-stack",
  includes: false,
  staging: null,
  from: null,
  accepts: false,
};

/** What a run is given, and what the rules are answered about the output. */
interface Run {
  readonly drafts: readonly Draft[];
  readonly wasMade: boolean;
}

const runs = fc.array(
  fc.record<Run>({
    drafts: fc.uniqueArray(drafts, { selector: ({ name }) => name, minLength: 1 }),
    wasMade: fc.boolean(),
  }),
  { minLength: 2, maxLength: 4 },
);

describe("a cache of what files say by themselves", () => {
  test("changes nothing, whatever is edited between the runs", () => {
    const all = { found: 0, missed: 0, set: 0, errors: 0, clean: 0 };
    const tryRun = ({ drafts: some, wasMade }: Run, cache: FileCache) => {
      const files = some.map(fileOf);
      const [asked, beside] = [files.slice(0, 2), files.slice(2)];
      const run = (neighbours: readonly BlueprintFile[], own?: FileCache) =>
        compile(asked, TODAY, [], () => wasMade, neighbours, own);
      for (const neighbours of [beside, []]) {
        const cold = run(neighbours);
        for (let again = 0; again < 2; again++) expect(told(run(neighbours, cache))).toEqual(told(cold));
        all[cold.networks.length < asked.length ? "errors" : "clean"] += 1;
      }
    };
    const property = fc.property(runs, (some) => {
      const { cache, counts } = cacheInMemory();
      for (const run of some) tryRun(run, cache);
      for (const key of ["found", "missed", "set"] as const) all[key] += counts[key];
    });
    fc.assert(property, { numRuns: 10, seed: 6 });
    // Otherwise nothing was tried.
    for (const count of Object.values(all)) expect(count).toBeGreaterThan(10);
  });

  test("gives the networks of all blueprints again, frozen as they are", () => {
    const { cache, counts } = cacheInMemory();
    const folder = new URL("../../blueprints/", import.meta.url).pathname;
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => ({ file: name, text: readFileSync(join(folder, name), "utf8") }));
    const runs = [1, 2].map(() => compile(files, TODAY, [], undefined, [], cache));
    const [first, second] = runs.map(told);
    expect(second).toEqual(first);
    // The three of hub and spokes take values from each other.
    expect(counts).toEqual({ found: files.length - 3, missed: files.length + 3, set: files.length - 3 });
    expect(runs[1]?.networks.every((network) => Object.isFrozen(network.vpc))).toBe(true);
  });

  test("asks again where the answer about what was made is another", () => {
    const { cache, counts } = cacheInMemory();
    const file = fileOf(PLAIN);
    const made = (answer: boolean) => told(compile([file], TODAY, [], () => answer, [], cache));
    made(false);
    made(false);
    expect(counts).toEqual({ found: 1, missed: 1, set: 1 });
  });
});
