import { afterAll, beforeAll, expect, test } from "vitest";
import { awsOne } from "../../support/aws.ts";
import { type Emulator, startEmulator } from "../../support/emulator.ts";
import { type HookedStack, hookedStack } from "../../support/hooked-stack.ts";
import { at, isObject, listAt, textAt } from "../../support/json.ts";
import type { Env } from "../../support/run.ts";
import { both, describeWithTools, findPython, findTerraform } from "../../support/tools.ts";

const region = "eu-west-1";
const HOSTILE = `it's "odd" \${x} $(touch /tmp/hextet-pwned) \`id\` %{y} \\ *\n two`;

interface Wish {
  /** Null: not written, so that the provider makes it. */
  readonly type: string | null;
  readonly removed?: string;
  readonly subnet?: string;
  readonly groups?: string;
  readonly preserve?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
}

const blueprint = ({
  type,
  subnet = "app",
  groups = "[b, a]",
  preserve = false,
  tags = { odd: HOSTILE },
  removed = "{}",
}: Wish) => `
apiVersion: hextet/v1
name: hooked
region: ${region}
tags: { owner: platform }
terraform: { removed: ${removed} }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 0 }
    other: { addressing: dual-stack, internet: none, slot: 1 }
  securityGroups: { a: {}, b: {} }
  instanceConnectEndpoints:
    ssh:
      subnet: ${subnet}
      securityGroups: ${groups}
      ${type === null ? "" : `ipAddressType: ${type}`}
      preserveClientIp: ${preserve}
      tags: ${JSON.stringify(tags)}
`;

describeWithTools(
  "apply hook instance-connect-endpoint-address-type",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let native: HookedStack;
    let hooked: HookedStack;
    let nativeEnv: Env;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      nativeEnv = emulator.account(7);
      [native, hooked] = await Promise.all([
        hookedStack(terraform, emulator, blueprint({ type: null }), nativeEnv),
        hookedStack(terraform, emulator, blueprint({ type: "dualstack" })),
      ]);
      await Promise.all([native.workspace.apply(), hooked.workspace.apply()]);
    });
    afterAll(async () => {
      await emulator?.stop();
      native?.workspace.remove();
      hooked?.workspace.remove();
    });

    const endpoints = async (env: Env) => {
      const answer = await awsOne({ env, region }, "ec2", "describe_instance_connect_endpoints", {});
      return listAt(answer, "InstanceConnectEndpoints").filter(
        (one) => at(one, "State") !== "delete-complete",
      );
    };
    const seen = async (env: Env) => {
      const all = await endpoints(env);
      expect(all).toHaveLength(1);
      const [endpoint] = all;
      if (!isObject(endpoint)) throw new Error("no endpoint");
      const tags = Object.fromEntries(
        listAt(endpoint, "Tags").map((tag) => [textAt(tag, "Key"), textAt(tag, "Value")]),
      );
      const { "hextet:hook": owner, ...plain } = tags;
      const { IpAddressType, PreserveClientIp, State } = endpoint;
      return {
        id: textAt(endpoint, "InstanceConnectEndpointId"),
        subnet: textAt(endpoint, "SubnetId"),
        owner,
        settings: {
          IpAddressType,
          PreserveClientIp,
          State,
          groups: listAt(endpoint, "SecurityGroupIds").length,
          tags: plain,
        },
      };
    };
    const change = async (wish: Wish) => {
      hooked.edit(blueprint(wish));
      await hooked.workspace.plan();
      await hooked.workspace.apply();
      expect((await hooked.workspace.plan()).actions).toEqual([]);
    };

    test("hook and provider give the same where the subnet has what is asked for", async () => {
      const [byHook, byProvider] = await Promise.all([seen(emulator.env), seen(nativeEnv)]);
      expect(byHook.settings).toEqual(byProvider.settings);
      expect(byHook.settings).toEqual({
        IpAddressType: "dualstack",
        PreserveClientIp: false,
        State: "create-complete",
        groups: 2,
        tags: { odd: HOSTILE, owner: "platform", Name: "hooked-ssh" },
      });
      expect(byHook.owner).toBe("hooked/instance-connect-endpoint-address-type/ssh");
      expect(byProvider.owner).toBeUndefined();
      expect((await hooked.workspace.plan()).actions).toEqual([]);
    });

    test("type, security groups and tags change in place; a tag that is gone from the blueprint goes", async () => {
      const before = await seen(emulator.env);
      await change({ type: "ipv4", preserve: true, groups: "[a]", tags: { fresh: "file:///etc/passwd" } });
      const after = await seen(emulator.env);
      expect(after.id).toBe(before.id);
      expect(after.owner).toBe(before.owner);
      expect(after.settings).toEqual({
        IpAddressType: "ipv4",
        PreserveClientIp: true,
        State: "update-complete",
        groups: 1,
        tags: { fresh: "file:///etc/passwd", owner: "platform", Name: "hooked-ssh" },
      });
    });

    test("another subnet replaces it", async () => {
      const before = await seen(emulator.env);
      await change({ type: "ipv6", subnet: "other" });
      const after = await seen(emulator.env);
      expect(after.id).not.toBe(before.id);
      expect(after.subnet).not.toBe(before.subnet);
      expect(after.settings).toMatchObject({ IpAddressType: "ipv6", tags: { odd: HOSTILE } });
    });

    test("from the hook to the provider: the hook's goes before the provider's comes", async () => {
      const before = await seen(emulator.env);
      await change({ type: null, removed: "{ instance-connect-endpoint-address-type: [ssh] }" });
      const after = await seen(emulator.env);
      expect(after.id).not.toBe(before.id);
      expect(after.owner).toBeUndefined();
    });

    test("destroyed, nothing is left", async () => {
      await Promise.all([hooked.workspace.destroy(), native.workspace.destroy()]);
      expect(await endpoints(emulator.env)).toEqual([]);
      expect(await endpoints(nativeEnv)).toEqual([]);
    });
  },
);
