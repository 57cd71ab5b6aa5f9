import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readInstances } from "../../src/blueprint/read-instances.ts";
import { normalise } from "../../src/model/normalise.ts";
import { compile, expand } from "../../src/pipeline.ts";
import { stackText } from "../support/synth-json.ts";

const TODAY = "2026-01-01";
const AWAY = "terraform: { backend: { local: { path: ../../../states/x } } }";

/** A blueprint with one tier, and lines behind it. */
function shop(environments: string, more = "", name = "shop"): string {
  return `apiVersion: hextet/v1
name: ${name}
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
${more}${environments}`;
}

function look(...texts: readonly string[]) {
  const files = texts.map((text, index) => ({ file: `${["shop", "hub"][index]}.yaml`, text }));
  const { networks, findings, locate } = compile(files, TODAY);
  const found = findings.map(
    ({ file, span, severity, rule, message, hint }) =>
      `${span === null ? file : `${file}:${span.line}:${span.column}`} ${severity} ${rule}: ${message} (${hint})`,
  );
  return { networks, found, locate };
}

const BOTH = `environments:
  staging: { network: { vpc: { ipv4Cidr: 10.21.0.0/16 } } }
  production: { region: eu-central-1, tags: { tier: gold } }
`;

describe("the environments of a blueprint", () => {
  test("are stacks that are byte for byte those of blueprints with these values", () => {
    const { networks, found } = look(shop(BOTH, "tags: { owner: platform }\n"));
    expect(found).toEqual([]);
    expect(networks.map(({ name, environment }) => [name, environment])).toEqual([
      ["shop-production", { name: "production", blueprint: "shop" }],
      ["shop-staging", { name: "staging", blueprint: "shop" }],
    ]);
    const alone = [
      shop("", "tags: { owner: platform, tier: gold }\n", "shop-production").replace(
        "eu-west-1",
        "eu-central-1",
      ),
      shop("", "tags: { owner: platform }\n", "shop-staging").replace("10.20.0.0", "10.21.0.0"),
    ].map((text) => look(text).networks.map(stackText));
    expect(networks.map((network) => [stackText(network)])).toEqual(alone);
  });

  test("have names that follow from the blueprint's, unless they say their own", () => {
    const names = "renamedFrom: store\nawsName: store\n";
    const text = shop(
      "environments: { a: {}, b: { name: shop, awsName: other, renamedFrom: old } }\n",
      names,
    );
    const { networks, found } = look(text);
    expect(found).toEqual([]);
    expect(networks.map(({ name, awsName, renamedFrom }) => [name, awsName, renamedFrom])).toEqual([
      ["shop", "other", "old"],
      ["shop-a", "store-a", "store-a"],
    ]);
  });

  test("go through maps by name, and take everything else whole", () => {
    const base = `compute:
  instances:
    one: { subnet: app, instanceType: t4g.nano, rootVolume: { sizeGib: 20, iops: 3000 } }
    two: { subnet: app, instanceType: t4g.nano }
`;
    const text = shop(
      "environments: { a: { compute: { instances: { one: { rootVolume: { sizeGib: 30 } } } } } }\n",
      base,
    );
    const [network] = look(text).networks;
    expect(network?.compute.instances.map(({ name }) => name)).toEqual(["one", "two"]);
    expect(network?.compute.instances[0]?.host.rootVolume).toMatchObject({ sizeGib: 30, iops: null });
  });

  test("are told to keep their name in AWS where it does not end in the environment's name", () => {
    const group = "  securityGroups: { web: { description: For a test } }\n";
    const { found } = look(shop("environments: { a: {} }\n", `${group}renamedFrom: store\n`));
    expect(found.filter((line) => line.includes("error"))).toEqual([
      expect.stringContaining("(write awsName: store-a in environments.a, and keep that line)"),
    ]);
  });

  test("leave no trace of the blueprint itself, which is no stack", () => {
    expect(look(shop("environments: { a: {} }\n")).networks.map(({ name }) => name)).toEqual(["shop-a"]);
  });
});

describe("a finding in environments", () => {
  const zones = "environments:\n  a: {}\n  b: { network: { vpc: { ipv4Cidr: 10.20.0.0/29 } } }\n";

  test("points at the line that decides the value, and names the environment", () => {
    const found = look(shop(zones)).found.filter((line) => line.includes("error"));
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) expect(line).toMatch(/^shop\.yaml:10:\d+ error .* \(environment b\) \(/);
  });

  test("that all of them have is said once, without a name", () => {
    const text = shop("environments: { a: {}, b: {} }\n", "outputs: { x: { value: { subnetIds: nope } } }\n");
    expect(look(text).found).toEqual([
      expect.stringMatching(/^shop\.yaml:8:\d+ error model\/unknown-name: (?!.*environment)/),
    ]);
  });

  test("that some have names those", () => {
    const wrong = "{ network: { availabilityZones: [a, b, c, d, e] } }";
    const text = shop(`environments:\n  a: ${wrong}\n  b: {}\n  c: ${wrong}\n`);
    const errors = look(text).found.filter((line) => line.includes("error"));
    // Each on its own line: it is the environment's value.
    expect(errors.every((line) => /\(environment [ac]\)/.test(line))).toBe(true);
    const shared = shop(
      "environments:\n  a: { region: eu-west-1 }\n  b: { region: us-east-1 }\n  c: { region: eu-west-1 }\n",
      "accept: [{ rule: nat-gateway-single-zone, at: network.natGateways.main, reason: it is for a test }]\n",
    );
    expect(look(shared).found.filter((line) => line.includes("accept-unused"))).toHaveLength(1);
  });

  test("an acceptance that one of them needs is not unused", () => {
    const body = shop(
      "environments:\n  a: { network: { natGateways: { main: { perZone: true } } } }\n  b: {}\n",
      "accept: [{ rule: nat-gateway-single-zone, at: network.natGateways.main, reason: it is for a test }]\n",
    )
      .replace("internet: none, slot: 0", "internet: none, slot: 0, natGateway: main")
      .replace(
        "subnets: {",
        "natGateways: { main: { subnet: public } }\n  subnets: { public: { addressing: dual-stack, internet: public, slot: 1 },",
      );
    expect(look(body).found).toEqual([]);
    const none = body.replace("  b: {}", "  b: { network: { natGateways: { main: { perZone: true } } } }");
    expect(look(none).found).toEqual([expect.stringContaining("accept-unused")]);
  });
});

describe("what an environment may not do", () => {
  test("change what no environment may change", () => {
    const text = shop("environments:\n  a: { network: { securityGroups: {} }, regon: x, wether: y }\n");
    expect(
      look(text).found.map((line) => line.replace(/^shop\.yaml:9:\d+ error schema\/unknown-key: /, "")),
    ).toEqual([
      expect.stringMatching(
        /^unknown key "securityGroups" in environments\.a\.network \("securityGroups" is the same in all environments; what may differ here: vpc, availabilityZones, /,
      ),
      'unknown key "regon" in environments.a (did you mean "region"?)',
      expect.stringMatching(/^unknown key "wether" in environments\.a \(known keys: name, /),
    ]);
  });

  test("change what the blueprint does not have", () => {
    const text = shop(
      "environments:\n  a:\n    network:\n      subnets: { ap: { ipv6Numbers: { a: 1 } } }\n",
    );
    expect(look(text).found).toEqual([
      'shop.yaml:11:18 error environment/unknown-name: the environment "a" changes "ap" in network.subnets, which the blueprint does not have (did you mean "app"?)',
    ]);
  });

  test("have the name or the state of another", () => {
    const same = `environments:\n  a: { name: x, ${AWAY} }\n  b: { name: x }\n  c: { ${AWAY} }\n`;
    expect(look(shop(same)).found).toEqual([
      'shop.yaml:10:14 error blueprint/duplicate-name: the name "x" is taken by the environment "a" (environment b) (choose another name: it is the stack\'s folder in the output)',
      'shop.yaml:11:30 error blueprint/shared-state: the state ../../../states/x is that of the environment "a" too (environment c) (write environments.c.terraform.backend with a place of its own: each apply would destroy what the other stack made)',
    ]);
  });
});

describe("a reference between blueprints with environments", () => {
  const gateway =
    "  transitGatewayAttachments: { core: { transitGateway: { create: {} }, subnets: [app] } }\n";
  const output = "outputs: { core: { value: { transitGatewayId: core } } }\n";
  const hub = (environments: string) => shop(environments, `${gateway}${output}`, "hub");
  const reader = (environments: string, more = "") =>
    shop(
      environments,
      `  transitGatewayAttachments: { core: { transitGateway: { id: { fromBlueprint: { stack: hub, ${more}output: core } } }, subnets: [app] } }\n`,
    ).replace("10.20.0.0", "10.30.0.0");
  const taken = (...texts: readonly string[]) =>
    look(...texts).networks.flatMap(({ name, references }) =>
      references.map(({ stack }) => `${name} of ${stack}`),
    );
  const AB = "environments: { a: {}, b: {} }\n";

  test("means the same environment, or the one that it names", () => {
    expect(taken(reader(AB), hub(AB))).toEqual(["shop-a of hub-a", "shop-b of hub-b"]);
    expect(taken(reader(AB, "environment: b, "), hub(AB))).toEqual(["shop-a of hub-b", "shop-b of hub-b"]);
    expect(taken(reader("", "environment: a, "), hub(AB))).toEqual(["shop of hub-a"]);
    expect(taken(reader(AB), hub(""))).toEqual(["shop-a of hub", "shop-b of hub"]);
  });

  test("says what is missing where nothing tells which is meant", () => {
    const errors = (...texts: readonly string[]) =>
      look(...texts).found.flatMap((line) => line.match(/model\/.*/)?.[0] ?? []);
    expect(errors(reader(""), hub(AB))).toEqual([
      'model/unknown-environment: "hub" is a stack in each of its environments, and nothing says which is meant (write environment; known: a, b)',
    ]);
    expect(errors(reader("environments: { a: {}, c: {} }\n"), hub(AB))).toEqual([
      'model/unknown-environment: "hub" has no environment "c" (environment c) (write environment; known: a, b)',
    ]);
    expect(errors(reader(AB, "environment: bb, "), hub(AB))).toEqual([
      'model/unknown-environment: "hub" has no environment "bb" (did you mean "b"?)',
    ]);
    expect(errors(reader("", "environment: a, "), hub(""))).toEqual([
      'model/unknown-environment: "hub" has no environments (take environment out)',
    ]);
  });
});

test("one environment can be asked for, and each is expanded", () => {
  const text = shop(BOTH);
  const only = compile([{ file: "shop.yaml", text, environment: "staging" }], TODAY);
  expect(only.networks.map(({ name }) => name)).toEqual(["shop-staging"]);
  const none = compile([{ file: "shop.yaml", text, environment: "stagin" }], TODAY);
  expect(none.networks).toEqual([]);
  expect(none.findings.map(({ rule, hint, span }) => [rule, hint, span?.line])).toEqual([
    ["environment/unknown-environment", 'did you mean "staging"?', 8],
  ]);
  const expanded = expand({ file: "shop.yaml", text })?.split("---\n") ?? [];
  const again = expanded.map((one) => look(one).networks.map(stackText));
  const { networks } = look(text);
  expect(again).toEqual([networks[1], networks[0]].map((network) => network && [stackText(network)]));
  expect(expanded[0]).toContain("ipv4Cidr: 10.21.0.0/16\n");
});

describe("two regions and two accounts of one blueprint", () => {
  // Its migration has hosts and services wait.
  const everything = readFileSync(
    new URL("../blueprint/ok/everything.yaml", import.meta.url),
    "utf8",
  ).replace(/^migration:\n(?: .*\n)*/m, "");
  const other = `environments:
  one: {}
  other:
    network:
      routes: { data: { transit: { target: { transitGatewayId: tgw-0fffaaa } } } }
    compute: { autoScalingGroups: { web: { scaling: { targetTracking: { ASGAverageCPUUtilization: { targetValue: 30 } } } } } }
    loadBalancers:
      web:
        webAclArn: arn:aws:wafv2:eu-west-1:210987654321:regional/webacl/shop/2
        accessLogs: { bucket: other-logs }
        listeners: { https: { rules: { canary: { hostHeader: [shop.example.org] } } } }
    eks:
      clusters:
        main:
          secretsKeyArn: arn:aws:kms:eu-west-1:210987654321:key/5678abcd
          accessEntries: { platform: { principalArn: "arn:aws:iam::210987654321:role/platform" } }
          nodeGroups: { main: { rootVolume: { sizeGib: 70 } } }
    ecs: { services: { web: { scaling: { minCapacity: 1, maxCapacity: 3 } } } }
    rds: { instances: { orders: { maxAllocatedStorageGib: 200 } } }
`;

  test("differ in their keys, logs, web ACLs, hosts, disks, scaling and the ids of what routes lead to", () => {
    const texts = readInstances({ file: "everything.yaml", text: everything + other }).map(
      ({ blueprint, environment }) => {
        if (blueprint === null) throw new Error("the schema refuses it");
        const { network } = normalise(blueprint);
        if (network === null) throw new Error("the model refuses it");
        return [environment?.name, stackText(network)] as const;
      },
    );
    expect(texts.map(([name]) => name)).toEqual(["one", "other"]);
    const has = (text: string) => texts.filter(([, json]) => json.includes(text)).map(([name]) => name);
    for (const text of [
      "tgw-0fffaaa",
      '"target_value": 30',
      "webacl/shop/2",
      "other-logs",
      "shop.example.org",
      "key/5678abcd",
      "210987654321:role/platform",
      '"volume_size": 70',
      '"max_capacity": 3',
      '"max_allocated_storage": 200',
    ])
      expect([text, has(text)]).toEqual([text, ["other"]]);
  });

  test("make nothing that the blueprint does not have", () => {
    const rule =
      "network: { routes: { app: { spare: { target: { transitGatewayId: tgw-0fffaaa } } }, spare: {} } }";
    expect(look(shop(`environments: { a: { ${rule} } }\n`)).found.join()).toContain(
      'changes "spare" in network.routes.app, which the blueprint does not have',
    );
  });
});
