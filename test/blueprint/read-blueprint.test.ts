import { describe, expect, it } from "vitest";
import { atKey, atValue } from "../../src/base/diagnostic.ts";
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

describe("readBlueprint", () => {
  it("fills in all static defaults", () => {
    const { blueprint } = readBlueprint("edge.yaml", minimal);
    expect(blueprint?.terraform).toEqual({
      requiredVersion: ">= 1.9",
      awsProvider: { version: ">= 5.100, < 7.0" },
      hooks: {},
      removed: {},
      mayDestroy: [],
      dependsOn: [],
      states: {},
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

  it.each([
    ["\\n", "U+000A (a line feed)"],
    ["\\t", "U+0009 (a tab)"],
    ["\\u202E", "U+202E (it changes the direction of the text)"],
  ])("names the character of a key that has %s", (character, words) => {
    const { diagnostics } = readBlueprint("edge.yaml", `${minimal}"y${character}": 1\n`);
    const messages = diagnostics.map(({ message }) => message);
    expect(messages).toContain(`${words} is not allowed in a key`);
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
