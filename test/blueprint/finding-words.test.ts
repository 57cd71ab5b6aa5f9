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
    const block = `{ poolId: ipv6pool-ec2-0123456789abcdef0 }`;
    expect(
      one(at("{ ipv4Cidr: 10.0.0.0/16 }", `{ ipv4Cidr: 10.0.0.0/16, ipv6: { byoip: ${block} } }`)),
    ).toEqual({
      rule: "schema/missing-key",
      severity: "error",
      message: 'missing key "cidr" in network.vpc.ipv6.byoip',
      at: atKey(["network", "vpc", "ipv6", "byoip"]),
      hint: 'for example cidr: "2001:db8:1234:1a00::/56"',
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
      '"eu-west-1a" does not fit network.availabilityZones[0]: an availability zone is one letter, a to f; a Local Zone is written by its full name, such as us-west-2-lax-1a',
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

  it("tells which two keys of a choice contradict each other, at the choice", () => {
    const found = one(at("10.0.0.0/16 }", "10.0.0.0/16, ipv6: { none: {}, amazonProvided: {} } }"));
    expect(found?.message).toBe(
      "choose exactly one of amazonProvided, ipam, byoip, none in network.vpc.ipv6, not none and amazonProvided",
    );
    expect(found?.at).toEqual(atValue(["network", "vpc", "ipv6"]));
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

  it("lists of very many keys those that are like the one that was written", () => {
    const found = one(`${minimal}outputs: { a: { value: { instanceArns: app } } }\n`);
    expect(found?.message).toBe('unknown key "instanceArns" in outputs.a.value');
    const unlike = one(`${minimal}outputs: { a: { value: { instanceConnectEndpointXyz: app } } }\n`);
    expect(unlike?.hint).toMatch(/^choose one of (instance\w*, ){2}.* and \d+ more \(docs\/blueprint\.md\)$/);
    const two = one(`${minimal}outputs: { a: { value: { subnetIds: app, subnetArns: app } } }\n`);
    expect(two?.message).toBe("choose exactly one key in outputs.a.value, not subnetIds and subnetArns");
    expect(two?.hint).toBe("write each in an entry of its own");
  });

  it("asks for one of two choices, and not for what the other one lacks", () => {
    const found = one(`${minimal}  flowLogs: { all: { destination: { s3: {}, cloudWatchLogs: {} } } }\n`);
    expect(found?.rule).toBe("schema/choose-one");
  });
});
