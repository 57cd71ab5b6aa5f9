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
    expect(choice).toMatchObject({
      id: "target-group-ipv6",
      state: forced,
      parts: forced === "hook" ? ["web"] : [],
      reason: `terraform.hooks says ${forced}`,
    });
  });
});

describe("each gap is decided by itself", () => {
  const both = `${blueprint(">= 4.27, < 5.59", {}, "instance")}
  inner: { protocol: HTTP, port: 80, ipAddressType: ipv6, targets: { addresses: { one: { address: "2001:db8::1" } } } }
`;

  it("address targets are the provider's, instance targets the hook's", () => {
    const { hooks, found } = decided(both);
    expect(found).toEqual([]);
    const choice = hooks?.find(({ id }) => id === "target-group-ipv6");
    expect(choice).toMatchObject({ state: "hook", parts: ["web"] });
    expect(choice?.gaps.map(({ gap, state, reason }) => [gap.condition, state, reason])).toEqual([
      [
        'target_type = "ip"',
        "native",
        'aws_lb_target_group.ip_address_type with target_type = "ip" is there since 4.27.0, and every allowed provider version has it',
      ],
      [
        'target_type = "instance"',
        "hook",
        'aws_lb_target_group.ip_address_type with target_type = "instance" is there since 5.59.0, and every allowed provider version is older',
      ],
    ]);
  });

  it.each([
    [">= 4.0, < 4.27", ["inner", "web"]],
    [">= 5.59", []],
  ])("%s: the hook makes %s", (version, parts) => {
    const { hooks } = decided(both.replace(">= 4.27, < 5.59", version));
    expect(hooks?.find(({ id }) => id === "target-group-ipv6")?.parts).toEqual(parts);
  });
});

describe("terraform.removed", () => {
  const removing = (removed: object, hooks: object = {}, target: "instance" | "none" = "none") => {
    const text = blueprint("~> 5.100", hooks, target);
    return decided(text.replace("hooks: {", `removed: ${JSON.stringify(removed)}, hooks: {`));
  };
  const HOOK = { "target-group-ipv6": "hook" };
  const NATIVE = { "target-group-ipv6": "native" };

  it("takes what was never made, what is gone and what is the provider's now", () => {
    expect(removing({ "target-group-ipv6": ["old", "older"] }, HOOK).found).toEqual([]);
    expect(removing({ "target-group-ipv6": ["web"] }, NATIVE, "instance").found).toEqual([]);
  });

  it("refuses what the hook makes", () => {
    expect(removing({ "target-group-ipv6": ["old", "web"] }, HOOK, "instance").found).toEqual([
      expect.objectContaining({
        rule: "model/removed-part",
        message: 'the hook target-group-ipv6 makes "web", so it cannot be removed',
      }),
    ]);
  });

  it("refuses unknown hooks, and the setting that is the whole account's", () => {
    expect(removing({ "target-group-ipv5": ["web"] }).found).toEqual([
      expect.objectContaining({ rule: "model/unknown-name", hint: 'did you mean "target-group-ipv6"?' }),
    ]);
    expect(removing({ "ecs-dual-stack-setting": ["web"] }).found).toEqual([
      expect.objectContaining({ rule: "model/removed-part" }),
    ]);
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
