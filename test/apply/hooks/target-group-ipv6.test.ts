import { afterAll, beforeAll, expect, test } from "vitest";
import { aws, awsOne } from "../../support/aws.ts";
import { type Emulator, startEmulator } from "../../support/emulator.ts";
import { type HookedStack, hookedStack } from "../../support/hooked-stack.ts";
import { at, isObject, listAt, textAt } from "../../support/json.ts";
import type { Env } from "../../support/run.ts";
import { both, describeWithTools, findPython, findTerraform } from "../../support/tools.ts";

const region = "eu-west-1";
const HOSTILE = `it's "odd" \${x} $(touch /tmp/hextet-pwned) \`id\` %{y} \\ *`;

interface Wish {
  readonly by: "native" | "hook";
  readonly port?: number;
  readonly interval?: number;
  readonly tags?: Readonly<Record<string, string>>;
}

const blueprint = ({ by, port = 8080, interval = 10, tags = { odd: HOSTILE } }: Wish) => `
apiVersion: hextet/v1
name: hooked
region: ${region}
tags: { owner: platform }
terraform: { hooks: { target-group-ipv6: ${by} } }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    edge: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: ipv6-only, internet: egress-only, slot: 1 }
  securityGroups:
    web: { ingress: { web: { protocol: tcp, ports: 80, from: { anywhere: {} } } }, egress: {} }
compute:
  autoScalingGroups:
    web: { subnets: [app], securityGroups: [web], instanceType: t4g.small, os: amazon-linux-2023, minSize: 1, maxSize: 2 }
loadBalancers:
  web:
    type: application
    ipAddressType: dualstack
    subnets: [edge]
    securityGroups: [web]
    listeners: { http: { port: 80, protocol: HTTP, action: { forwardTo: web } } }
targetGroups:
  web:
    protocol: HTTP
    port: ${port}
    ipAddressType: ipv6
    deregistrationDelay: 45
    healthCheck: { path: "/health?a=1&b='2'", interval: ${interval} }
    tags: ${JSON.stringify(tags)}
    targets: { autoScalingGroups: [web] }
outputs:
  arn: { value: { targetGroupArn: web } }
`;

describeWithTools(
  "apply hook target-group-ipv6",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let native: HookedStack;
    let hooked: HookedStack;
    let nativeEnv: Env;
    const site = (env: Env) => ({ env, region });

    beforeAll(async () => {
      emulator = await startEmulator(python);
      nativeEnv = emulator.account(7);
      [native, hooked] = await Promise.all([
        hookedStack(terraform, emulator, blueprint({ by: "native" }), nativeEnv),
        hookedStack(terraform, emulator, blueprint({ by: "hook" })),
      ]);
      await Promise.all([native.workspace.apply(), hooked.workspace.apply()]);
    });
    afterAll(async () => {
      await emulator?.stop();
      native?.workspace.remove();
      hooked?.workspace.remove();
    });

    const seen = (env: Env) => seenThroughApi(site(env));
    const again = async () => {
      const plan = await hooked.workspace.plan();
      return { differences: await plan.differences(), empty: plan.empty };
    };

    test("hook and native argument give the same, and both are done after one apply", async () => {
      const [byHook, byProvider] = await Promise.all([seen(emulator.env), seen(nativeEnv)]);
      expect(byHook.comparable).toEqual(byProvider.comparable);
      expect(byHook.comparable).toMatchObject({
        group: { IpAddressType: "ipv6", TargetType: "instance", Port: 8080, HealthCheckIntervalSeconds: 10 },
        tags: { odd: HOSTILE, owner: "platform", Name: "hooked-web" },
        forwards: true,
        registers: true,
      });
      expect(byHook.owner).toBe("hooked/target-group-ipv6/web");
      expect(byProvider.owner).toBeUndefined();
      expect(await again()).toEqual({ differences: [], empty: true });
    });

    test("settings and tags change in place", async () => {
      const before = await seen(emulator.env);
      hooked.edit(blueprint({ by: "hook", interval: 20, tags: { fresh: "file:///etc/passwd" } }));
      await hooked.workspace.plan();
      await hooked.workspace.apply();
      const after = await seen(emulator.env);
      expect(after.arn).toBe(before.arn);
      expect(after.comparable).toMatchObject({ group: { HealthCheckIntervalSeconds: 20 } });
      expect(after.comparable.tags).toEqual({
        fresh: "file:///etc/passwd",
        owner: "platform",
        Name: "hooked-web",
      });
      expect(await again()).toEqual({ differences: [], empty: true });
    });

    test("what cannot change in place is replaced: the listener and the hosts move on, the old group goes", async () => {
      const before = await seen(emulator.env);
      hooked.edit(blueprint({ by: "hook", port: 9090 }));
      await hooked.workspace.plan();
      await hooked.workspace.apply();
      const after = await seen(emulator.env);
      expect(after.arn).not.toBe(before.arn);
      expect(after.comparable).toMatchObject({ group: { Port: 9090 }, forwards: true, registers: true });
      expect(await again()).toEqual({ differences: [], empty: true });
    });

    test("destroyed, nothing is left", async () => {
      await Promise.all([hooked.workspace.destroy(), native.workspace.destroy()]);
      const left = await awsOne(site(emulator.env), "elbv2", "describe_target_groups", {});
      expect(listAt(left, "TargetGroups")).toEqual([]);
    });
  },
);

/** The one target group as the API tells it; `comparable` is without what AWS or Terraform names. */
async function seenThroughApi(site: Parameters<typeof aws>[0]) {
  const [groups, balancers, scaling] = await aws(site, [
    ["elbv2", "describe_target_groups", {}],
    ["elbv2", "describe_load_balancers", {}],
    ["autoscaling", "describe_auto_scaling_groups", {}],
  ]);
  expect(listAt(groups, "TargetGroups")).toHaveLength(1);
  const group = at(groups, "TargetGroups", 0);
  if (!isObject(group)) throw new Error("no target group");
  const arn = textAt(group, "TargetGroupArn");
  const [attributes, tags, listeners] = await aws(site, [
    ["elbv2", "describe_target_group_attributes", { TargetGroupArn: arn }],
    ["elbv2", "describe_tags", { ResourceArns: [arn] }],
    [
      "elbv2",
      "describe_listeners",
      { LoadBalancerArn: textAt(balancers, "LoadBalancers", 0, "LoadBalancerArn") },
    ],
  ]);
  const { TargetGroupArn: _arn, TargetGroupName: _name, VpcId: _vpc, LoadBalancerArns, ...rest } = group;
  const tagEntries = listAt(tags, "TagDescriptions", 0, "Tags").map(
    (tag) => [textAt(tag, "Key"), textAt(tag, "Value")] as const,
  );
  const { "hextet:hook": owner, ...plainTags } = Object.fromEntries(tagEntries);
  return {
    arn,
    owner,
    comparable: {
      group: { ...rest, balancers: listAt(LoadBalancerArns).length },
      attributes: listAt(attributes, "Attributes")
        .map((one) => `${at(one, "Key")}=${at(one, "Value")}`)
        .sort(),
      tags: plainTags,
      forwards: at(listeners, "Listeners", 0, "DefaultActions", 0, "TargetGroupArn") === arn,
      registers: at(scaling, "AutoScalingGroups", 0, "TargetGroupARNs", 0) === arn,
    },
  };
}
