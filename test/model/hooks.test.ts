import { describe, expect, it, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import type { UserHookFacts } from "../../src/model/hooks/normalise-hooks.ts";
import { normalise } from "../../src/model/normalise.ts";

const blueprint = (version: string, hooks: object, target: "instance" | "ip" | "none") => `
apiVersion: hextet/v1
name: hooks
region: eu-west-1
terraform: { awsProvider: { version: ${JSON.stringify(version)} }, hooks: ${JSON.stringify(hooks)} }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, internet: egress-only, slot: 1 }
targetGroups:
  web:
    protocol: HTTP
    port: 80
    ipAddressType: ${target === "none" ? "ipv4" : "ipv6"}
    ${target === "ip" ? 'targets: { addresses: { one: { address: "2001:db8::1" } } }' : ""}
`;

function decided(text: string, userHooks: readonly UserHookFacts[] = []) {
  const read = readBlueprint("test.yaml", text);
  if (read.blueprint === null) throw new Error(JSON.stringify(read.diagnostics));
  const { network, diagnostics } = normalise(read.blueprint, userHooks);
  return {
    hooks: network?.hooks,
    found: diagnostics.map(({ rule, message, hint }) => ({ rule, message, hint })),
  };
}

describe("target-group-ipv6 is chosen by the provider versions that the blueprint allows", () => {
  it.each([
    ["~> 5.100", "instance", "native"],
    [">= 5.59.0", "instance", "native"],
    ["~> 5.58.0", "instance", "hook"],
    ["~> 5.58.0", "ip", "native"],
    [">= 5.0, < 6.0", "instance", "hook"],
    ["< 4.27", "ip", "hook"],
    [">= 4.26, <= 4.27", "ip", "hook"],
    ["~> 5.58.0", "none", "unused"],
  ] as const)("%s with %s targets: %s", (version, target, state) => {
    const { hooks, found } = decided(blueprint(version, {}, target));
    expect(found).toEqual([]);
    expect(hooks?.find(({ id }) => id === "target-group-ipv6")?.state).toBe(state);
  });

  it.each([
    ["~> 5.100", "hook"],
    ["~> 5.58.0", "native"],
  ])("%s, forced to %s", (version, forced) => {
    const { hooks } = decided(blueprint(version, { "target-group-ipv6": forced }, "instance"));
    const choice = hooks?.find(({ id }) => id === "target-group-ipv6");
    expect(choice).toEqual({
      id: "target-group-ipv6",
      state: forced,
      reason: `terraform.hooks says ${forced}`,
    });
  });
});

test("an unknown hook and a constraint that nothing satisfies are findings", () => {
  expect(decided(blueprint("~> 5.100", { "target-group-ipv5": "hook" }, "none")).found).toEqual([
    expect.objectContaining({ rule: "model/unknown-name", hint: 'did you mean "target-group-ipv6"?' }),
  ]);
  expect(decided(blueprint("latest", {}, "none")).found).toEqual([
    expect.objectContaining({ rule: "model/provider-version-constraint" }),
  ]);
  expect(decided(blueprint("> 6.0, < 5.0", {}, "none")).found).toEqual([
    expect.objectContaining({ rule: "model/provider-version-constraint" }),
  ]);
});

const own: UserHookFacts = {
  id: "own",
  title: "One of the user's own.",
  gaps: [
    {
      resource: "aws_vpc",
      argument: "new",
      condition: null,
      closedIn: "6.1.0",
      upstream: "https://example.com",
    },
  ],
  afterClosing: "conflicts",
  automatic: true,
};

describe("a user's hook that is at odds with providers that have closed its gap", () => {
  it("is chosen where the gap is open, and not where it is closed", () => {
    const state = (version: string) =>
      decided(blueprint(version, {}, "none"), [own]).hooks?.find(({ id }) => id === "own")?.state;
    expect(state("< 6.1")).toBe("hook");
    expect(state(">= 6.1")).toBe("native");
  });

  it("asks for a pin where the versions straddle the border, unless the blueprint says which", () => {
    const { hooks, found } = decided(blueprint(">= 5.100, < 7.0", {}, "none"), [own]);
    expect(hooks).toBeUndefined();
    expect(found).toEqual([
      {
        rule: "model/provider-version-straddles-gap",
        message:
          "aws_vpc.new is there since provider 6.1.0, and terraform.awsProvider.version allows older ones too",
        hint: 'write ">= 6.1.0" or "< 6.1.0", or choose in terraform.hooks."own"',
      },
    ]);
    expect(decided(blueprint(">= 5.100, < 7.0", { own: "hook" }, "none"), [own]).found).toEqual([]);
  });

  it("is left out where it says that the network does not need it", () => {
    const { hooks } = decided(blueprint("< 6.1", {}, "none"), [{ ...own, isNeeded: () => false }]);
    expect(hooks?.find(({ id }) => id === "own")?.state).toBe("unused");
  });
});
