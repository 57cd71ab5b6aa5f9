import { describe, expect, it } from "vitest";
import { atKey, atRange, atValue, type Diagnostic } from "../../src/base/diagnostic.ts";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";

const minimal = `apiVersion: hextet/v1
name: edge
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack }
`;

function find(text: string): readonly Diagnostic[] {
  return readBlueprint("edge.yaml", text).diagnostics;
}

function one(text: string): Diagnostic | undefined {
  const found = find(text);
  expect(found).toHaveLength(1);
  return found[0];
}

describe("readBlueprint", () => {
  it("fills in all static defaults", () => {
    const { blueprint } = readBlueprint("edge.yaml", minimal);
    expect(blueprint?.terraform).toEqual({
      requiredVersion: ">= 1.9",
      awsProvider: { version: ">= 5.100, < 7.0" },
      backend: { local: {} },
    });
    expect(blueprint?.network.vpc.ipv6).toEqual({ amazonProvided: {} });
    expect(blueprint?.network.addressPlan).toEqual({ ipv6PrefixLength: 64 });
    expect(blueprint?.network.subnets["app"]).toEqual({
      addressing: "dual-stack",
      internet: "none",
      nat64: false,
      tags: {},
    });
    expect(blueprint?.accept).toEqual([]);
  });

  it("leaves x- keys out, which may hold anything", () => {
    const { blueprint, diagnostics } = readBlueprint("edge.yaml", `x-notes: [1, { a: ~ }]\n${minimal}`);
    expect(diagnostics).toEqual([]);
    expect(Object.keys(blueprint ?? {})).not.toContain("x-notes");
  });

  it("reads JSON, which is YAML too", () => {
    const json = {
      apiVersion: "hextet/v1",
      name: "edge",
      region: "eu-west-1",
      network: {
        vpc: { ipv4Cidr: "10.0.0.0/16" },
        availabilityZones: ["a"],
        subnets: { app: { addressing: "ipv6-only" } },
      },
    };
    const { blueprint, diagnostics } = readBlueprint("edge.yaml", JSON.stringify(json, null, 2));
    expect(diagnostics).toEqual([]);
    expect(blueprint).toMatchObject(json);
  });

  it("does not count a byte order mark as text", () => {
    const { blueprint, source } = readBlueprint("edge.yaml", `\uFEFF${minimal}`);
    expect(blueprint?.name).toBe("edge");
    expect(source.locate(atKey(["apiVersion"]))).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 11 });
  });

  it("reads Windows line ends", () => {
    const { blueprint, source } = readBlueprint("edge.yaml", minimal.replaceAll("\n", "\r\n"));
    expect(blueprint?.name).toBe("edge");
    expect(source.locate(atValue(["region"]))).toEqual({ line: 3, column: 9, endLine: 3, endColumn: 18 });
  });

  it("gives each alias its own copy, so that defaults filled in at one place do not show at another", () => {
    const { blueprint } = readBlueprint(
      "edge.yaml",
      `x-empty: &empty {}\n${minimal}compute:\n  instances:\n    a: { instanceType: t4g.nano, subnet: app, metadata: *empty, rootVolume: *empty }\n`,
    );
    expect(blueprint?.compute.instances["a"]?.rootVolume).toEqual({ type: "gp3", encrypted: true });
  });

  it("never assigns __proto__", () => {
    const { blueprint, diagnostics } = readBlueprint(
      "edge.yaml",
      `${minimal}__proto__: { polluted: true }\n`,
    );
    expect(blueprint).toBeNull();
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["yaml/forbidden-key"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("still gives a blueprint when there are only warnings", () => {
    const text = minimal.replace(
      "app: { addressing: dual-stack }",
      "app: { addressing: dual-stack, tags: { net: fd00::/8 } }",
    );
    const { blueprint, diagnostics } = readBlueprint("edge.yaml", text);
    expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["yaml/unquoted-ipv6", "warning"],
    ]);
    expect(blueprint?.network.subnets["app"]?.tags).toEqual({ net: "fd00::/8" });
  });
});

describe("the words of a finding", () => {
  const at = (path: string, text: string) => minimal.replace(path, text);

  it("names an unknown key, where it is and what was meant", () => {
    expect(
      one(
        `${minimal}  routes: { app: { out: { destination: 10.0.0.0/8, target: { egressOnlyInternetGatway: {} } } } }\n`,
      ),
    ).toEqual({
      rule: "schema/unknown-key",
      severity: "error",
      message: 'unknown key "egressOnlyInternetGatway" in network.routes.app.out.target',
      at: atKey(["network", "routes", "app", "out", "target", "egressOnlyInternetGatway"]),
      hint: 'did you mean "egressOnlyInternetGateway"?',
    });
  });

  it.each([
    ["enableDns64: true", "network", '"enableDns64" belongs in network.subnets.<name>'],
    ["  region: x", "network.vpc", null],
    ["certificateArn: x", "the root", '"certificateArn" belongs in loadBalancers.<name>.listeners.<name>'],
    ["vpc: {}", "the root", '"vpc" belongs in network'],
  ])("says of %s in %s where it belongs", (key, place, hint) => {
    const text = {
      network: `${minimal}  ${key}\n`,
      "network.vpc": at("{ ipv4Cidr: 10.0.0.0/16 }", `\n    ipv4Cidr: 10.0.0.0/16\n  ${key}`),
      "the root": `${minimal}${key}\n`,
    }[place];
    const found = one(text ?? "");
    expect(found?.rule).toBe("schema/unknown-key");
    if (hint !== null) expect(found?.hint).toBe(hint);
  });

  it("lists the keys there are when it knows nothing better", () => {
    const text = at("{ ipv4Cidr: 10.0.0.0/16 }", "{ ipv4Cidr: 10.0.0.0/16, ipv6: { zzzzzzzzzzz: {} } }");
    expect(one(text)?.hint).toBe("choose one of amazonProvided, ipam, byoip, none");
  });

  it("names a missing key at the key of the map, with an example", () => {
    expect(one(at("{ ipv4Cidr: 10.0.0.0/16 }", "{}"))).toEqual({
      rule: "schema/missing-key",
      severity: "error",
      message: 'missing key "ipv4Cidr" in network.vpc',
      at: atKey(["network", "vpc"]),
      hint: 'for example ipv4Cidr: "10.20.0.0/16"',
    });
  });

  it.each([
    [
      "availabilityZones: [a]",
      "availabilityZones: a",
      'expected a list in network.availabilityZones, got the string "a"',
      "write [a]",
    ],
    ["name: edge", "name: 5", "expected a string in name, got the number 5", 'quote it: "5"'],
    ["name: edge", "name:", "expected a string in name, got nothing", "write a value, or leave the key out"],
    [
      "dual-stack }",
      "dual-stack, nat64: yes }",
      'expected true or false in network.subnets.app.nat64, got the string "yes"',
      "write true",
    ],
    [
      "dual-stack }",
      "dual-stack, slot: 1_0 }",
      'expected a whole number in network.subnets.app.slot, got the string "1_0"',
      "write 10",
    ],
    [
      "dual-stack }",
      "dual-stack, slot: 1.5 }",
      "expected a whole number in network.subnets.app.slot, got the number 1.5",
      null,
    ],
    [
      "10.0.0.0/16 }",
      "10.0.0.0/16, ipv6: none }",
      'expected a map with one of amazonProvided, ipam, byoip, none in network.vpc.ipv6, got the string "none"',
      null,
    ],
    [
      "10.0.0.0/16 }",
      "10.0.0.0/16, ipv6: { none: [] } }",
      "expected an empty map {} in network.vpc.ipv6.none, got a list",
      "write {}",
    ],
  ])("tells of %s written as %s what was expected", (before, after, message, hint) => {
    const found = one(at(before, after));
    expect(found).toMatchObject({ rule: "schema/wrong-type", message, hint });
  });

  it("lists the values that are possible, and the nearest", () => {
    expect(one(at("dual-stack }", "dualstack }"))).toMatchObject({
      message:
        'expected one of dual-stack, ipv6-only, ipv4-only in network.subnets.app.addressing, got "dualstack"',
      hint: 'did you mean "dual-stack"?',
    });
  });

  it("tells the form of a text in words, and a name which would fit", () => {
    expect(one(at("[a]", "[eu-west-1a]"))?.message).toBe(
      '"eu-west-1a" does not fit network.availabilityZones[0]: an availability zone is one letter, a to f',
    );
    expect(one(at("    app:", "    My_App:"))).toMatchObject({
      rule: "schema/bad-name",
      hint: "write my-app",
    });
  });

  it("tells both places of a duplicate key", () => {
    expect(one(`${minimal}name: other\n`)).toMatchObject({
      message: 'duplicate key "name" in the blueprint: it is on line 2 already',
      at: atRange(minimal.length, minimal.length + 4),
    });
  });

  it("tells which two keys of a choice contradict each other, at the second", () => {
    const found = one(at("10.0.0.0/16 }", "10.0.0.0/16, ipv6: { none: {}, amazonProvided: {} } }"));
    expect(found?.message).toBe(
      "choose exactly one of amazonProvided, ipam, byoip, none in network.vpc.ipv6, not none and amazonProvided",
    );
    expect(found?.at).toEqual(atKey(["network", "vpc", "ipv6", "amazonProvided"]));
  });

  it("tells how to quote an IPv6 address, whatever YAML made of it", () => {
    for (const text of ["x: fd00::", "x: [fd00::]", "x: { y: fd00:: }", "- fd00::"]) {
      const [found] = find(text);
      expect(found).toMatchObject({
        rule: "yaml/unquoted-ipv6",
        severity: "error",
        hint: 'quote IPv6 addresses: "fd00::"',
      });
    }
  });
});
