// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { hook } from "../../blueprints/hooks/public-ipv6-names.ts";
import type { Network } from "../../src/model/types/network.ts";
import { HookFailure } from "../../src/stack/hooks/hook-failure.ts";
import type { UserHook } from "../../src/stack/hooks/user-hook.ts";
import { synthStacks } from "../../src/stack/synth.ts";
import { at, isObject, listAt, textAt } from "../support/json.ts";
import { networkFrom } from "../support/network.ts";
import { sampleTargetGroup } from "../support/sample-hosts.ts";
import { sampleNetwork } from "../support/sample-network.ts";
import { addressesIn, resourceIn, stackJson } from "../support/synth-json.ts";

const forced = (overrides: Partial<Network> = {}): Network =>
  sampleNetwork({
    hooks: [{ id: "target-group-ipv6", path: [], state: "hook", reason: "", gaps: [], parts: ["web"] }],
    targetGroups: [sampleTargetGroup({ tags: { odd: "${x} `id` $(id) %{y}\n'\"" } })],
    ...overrides,
  });

const FORWARDING = `
apiVersion: hextet/v1
name: sample
region: eu-west-1
terraform: { hooks: { target-group-ipv6: hook } }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets: { public: { addressing: dual-stack, internet: public, slot: 0 } }
loadBalancers:
  web:
    type: application
    subnets: [public]
    listeners: { http: { port: 80, protocol: HTTP, action: { forwardTo: web } } }
targetGroups:
  web: { protocol: HTTP, port: 80, ipAddressType: ipv6 }
`;

const stepIn = (json: unknown, id: string) => resourceIn(json, `terraform_data.${id}`);

describe("target-group-ipv6", () => {
  const json = stackJson(forced());

  it("makes, sets and sweeps in steps of their own; the VPC waits for the look for the AWS CLI", () => {
    expect(addressesIn(json).filter((address) => /terraform_data|target_group/.test(address))).toEqual([
      "terraform_data.aws_cli",
      "terraform_data.target_group_ipv6_settings_web",
      "terraform_data.target_group_ipv6_sweep_web",
      "terraform_data.target_group_ipv6_web",
    ]);
    expect(resourceIn(json, "aws_vpc.main")).toMatchObject({ depends_on: ["terraform_data.aws_cli"] });
    expect(at(json, "data", "aws_lb_target_group", "web")).toEqual({
      name: expect.stringMatching(/^sample-web-[0-9a-f]{6}$/),
      depends_on: ["terraform_data.target_group_ipv6_web"],
    });
  });

  it("has no step that does not wait for the look for the AWS CLI, and nothing else in a VPC managed elsewhere", () => {
    const elsewhere = FORWARDING.replace(
      "vpc: { ipv4Cidr: 10.20.0.0/16 }",
      "vpc: { ipv4Cidr: 10.20.0.0/16, existing: { id: vpc-0a1, management: reference } }",
    );
    for (const stack of [json, stackJson(networkFrom(elsewhere))]) {
      const steps = addressesIn(stack).filter((address) => /^terraform_data\.(?!aws_cli$)/.test(address));
      expect(steps).toHaveLength(3);
      const blind = steps.filter(
        (address) => !listAt(resourceIn(stack, address), "depends_on").includes("terraform_data.aws_cli"),
      );
      expect(blind).toEqual([]);
      expect(resourceIn(stack, "terraform_data.aws_cli")).not.toHaveProperty("depends_on");
    }
  });

  it("deletes a replaced group last on the way in, and what forwards to it first on the way out", () => {
    const forwarding = stackJson(networkFrom(FORWARDING));
    const sweep = listAt(stepIn(forwarding, "target_group_ipv6_sweep_web"), "depends_on");
    // Terraform destroys in the reverse order of what depends on what.
    expect(sweep[0]).toBe("terraform_data.target_group_ipv6_web");
    expect(sweep).toEqual(expect.arrayContaining([expect.stringMatching(/^aws_lb_listener\./)]));
    expect(at(forwarding, "data", "aws_lb_target_group", "web", "depends_on")).toEqual([
      "terraform_data.target_group_ipv6_web",
    ]);
  });

  it("hands the author's text on as JSON that is escaped for Terraform, and only in the environment", () => {
    const step = stepIn(json, "target_group_ipv6_settings_web");
    const request: unknown = JSON.parse(textAt(step, "input", "TAGS_REQUEST"));
    expect(listAt(request, "Tags")).toContainEqual({ Key: "odd", Value: "$${x} `id` $(id) %%{y}\n'\"" });
    expect(at(step, "provisioner", 0, "local-exec", "environment", "TAGS_REQUEST")).toBe(
      "${self.input.TAGS_REQUEST}",
    );
  });

  it("has the same scripts whatever the blueprint says", () => {
    const other = forced({ name: "other", targetGroups: [sampleTargetGroup({ port: 1, tags: { a: "b" } })] });
    expect(scriptsOf(stackJson(other))).toEqual(scriptsOf(json));
  });

  it("has a name of its own for what cannot change in place, and the same one for the rest", () => {
    const name = (overrides: Parameters<typeof sampleTargetGroup>[0]) =>
      at(
        stackJson(forced({ targetGroups: [sampleTargetGroup(overrides)] })),
        "data",
        "aws_lb_target_group",
        "web",
        "name",
      );
    expect(name({ port: 1 })).not.toBe(name({ port: 2 }));
    expect(name({ tags: { a: "b" }, deregistrationDelay: 1 })).toBe(name({ deregistrationDelay: 2 }));
  });

  it("takes the role that the provider takes", () => {
    const { terraform } = sampleNetwork();
    const assumeRole = { roleArn: "arn:aws:iam::1:role/x", sessionName: null, externalId: "e" };
    const step = stepIn(stackJson(forced({ terraform: { ...terraform, assumeRole } })), "aws_cli");
    expect(JSON.parse(textAt(step, "input", "HEXTET_ASSUME_ROLE"))).toEqual({
      RoleArn: "arn:aws:iam::1:role/x",
      RoleSessionName: "hextet",
      ExternalId: "e",
    });
  });

  it("leaves IPv4 target groups to the provider", () => {
    const group = sampleTargetGroup({ name: "other", ipAddressType: "ipv4" });
    expect(addressesIn(stackJson(forced({ targetGroups: [group] })))).toContain("aws_lb_target_group.other");
  });
});

test("the scripts of the hooks are shell without a fault", () => {
  for (const script of scriptsOf(stackJson(forced()))) {
    const bash = spawnSync("bash", ["-n"], { input: script, encoding: "utf8" });
    expect(bash.stderr).toBe("");
    const checked = spawnSync("shellcheck", ["-s", "bash", "-"], { input: script, encoding: "utf8" });
    // Not everyone who runs the tests has it.
    if (checked.error === undefined) expect(checked.stdout).toBe("");
  }
});

describe("a hook of the user's own", () => {
  const chosen: Network["hooks"] = [
    { id: hook.id, path: [], state: "hook", reason: "", gaps: [], parts: [] },
  ];
  const synth = (network: Network, hooks: readonly UserHook[]) => void synthTwo([network], hooks);
  /** The text of the stack of the last network. */
  const synthTwo = (networks: readonly Network[], hooks: readonly UserHook[]): string => {
    const folder = mkdtempSync(path.join(tmpdir(), "hextet-user-hook-"));
    const outdir = path.join(folder, "generated");
    try {
      synthStacks(networks, outdir, hooks);
      return readFileSync(path.join(outdir, "stacks", networks.at(-1)?.name ?? "", "cdk.tf.json"), "utf8");
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it("is not applied where it is not chosen", () => {
    const never: UserHook = { ...hook, apply: () => expect.fail("applied") };
    synth(
      sampleNetwork({ hooks: [{ id: hook.id, path: [], state: "native", reason: "", gaps: [], parts: [] }] }),
      [never],
    );
  });

  it("that keeps something of another stack reads it from that stack's state", () => {
    let kept = "";
    const keeping: UserHook = {
      ...hook,
      apply: (_, { made }) => {
        const of = kept;
        kept = made.subnets.get("app_a")?.id ?? expect.fail("no subnet");
        return { outputs: of === "" ? {} : { other: of } };
      },
    };
    const [one, two] = ["one", "two"].map((name) => sampleNetwork({ name, hooks: chosen }));
    if (one === undefined || two === undefined) throw new Error("two networks");
    const json: unknown = JSON.parse(synthTwo([one, two], [keeping]));
    expect(Object.keys(Object(at(json, "data", "terraform_remote_state")))).toEqual([
      expect.stringContaining("one"),
    ]);
  });

  it("that throws is a failure that names it and the stack", () => {
    const broken: UserHook = {
      ...hook,
      apply: () => {
        throw new Error("no way");
      },
    };
    expect(() => synth(sampleNetwork({ hooks: chosen }), [broken])).toThrow(HookFailure);
    expect(() => synth(sampleNetwork({ hooks: chosen }), [broken])).toThrow(
      'the hook public-ipv6-names failed (no way) in stack "sample"',
    );
  });
});

/** All scripts of a stack as Bash gets them, sorted. */
function scriptsOf(json: unknown): readonly string[] {
  const steps = at(json, "resource", "terraform_data");
  if (!isObject(steps)) return [];
  return Object.values(steps)
    .flatMap((step) => listAt(step, "provisioner"))
    .map((one) => textAt(one, "local-exec", "command").replaceAll("$${", "${").replaceAll("%%{", "%{"))
    .sort();
}
