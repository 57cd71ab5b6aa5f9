import { afterAll, beforeAll, expect, test } from "vitest";
import { type AwsSite, aws, awsOne } from "../../support/aws.ts";
import { type Emulator, startEmulator } from "../../support/emulator.ts";
import { type HookedStack, hookedStack } from "../../support/hooked-stack.ts";
import { at, isObject, listAt, textAt } from "../../support/json.ts";
import { run } from "../../support/run.ts";
import { readStack } from "../../support/stack-copy.ts";
import { both, describeWithTools, findPython, findTerraform } from "../../support/tools.ts";

const region = "eu-west-1";
const UDP = "dns: { port: 53, protocol: UDP, action: { forwardTo: dns } }";
const TCP = "web: { port: 80, protocol: TCP, action: { forwardTo: tcp } }";

const REMOVED = "terraform: { removed: { nlb-ipv6-source-nat: [edge, never-made] } }";

const blueprint = (listener: string, subnets: string, terraform = "") => `
apiVersion: hextet/v1
name: hooked
region: ${region}
${terraform}
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    edge: { addressing: dual-stack, internet: public, slot: 0 }
    other: { addressing: dual-stack, internet: public, slot: 1 }
loadBalancers:
  edge:
    type: network
    ipAddressType: dualstack
    subnets: [${subnets}]
    listeners: { ${listener} }
targetGroups:
  dns: { protocol: UDP, port: 53, ipAddressType: ipv6 }
  tcp: { protocol: TCP, port: 53, ipAddressType: ipv6 }
`;

describeWithTools(
  "apply hook nlb-ipv6-source-nat",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let stack: HookedStack;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      stack = await hookedStack(terraform, emulator, blueprint(UDP, "edge"));
      await stack.workspace.apply();
    });
    afterAll(async () => {
      await emulator?.stop();
      stack?.workspace.remove();
    });

    const site = () => ({ env: emulator.env, region });
    const balancer = async () => {
      const answer = await awsOne(site(), "elbv2", "describe_load_balancers", {});
      return at(answer, "LoadBalancers", 0);
    };
    const prefixes = async () =>
      listAt(await balancer(), "AvailabilityZones").map((zone) => at(zone, "SourceNatIpv6Prefixes") ?? []);
    const change = async (yaml: string) => {
      stack.edit(yaml);
      await stack.workspace.plan();
      await stack.workspace.apply();
    };
    const listeners = async () => {
      const LoadBalancerArn = textAt(await balancer(), "LoadBalancerArn");
      const answer = await awsOne(site(), "elbv2", "describe_listeners", { LoadBalancerArn });
      return listAt(answer, "Listeners").map((one) => at(one, "Protocol"));
    };
    const A_PREFIX = [expect.stringMatching(/^[0-9a-f:]+::\/80$/)];

    test("the prefix is on before the UDP listener is made, and the second plan is empty", async () => {
      expect(await prefixes()).toEqual([A_PREFIX, A_PREFIX]);
      expect(await listeners()).toEqual(["UDP"]);
      expect((await stack.workspace.plan()).actions).toEqual([]);
    });

    test("the API shows the same as after the AWS CLI's own calls", async () => {
      const env = emulator.account(7);
      const { workspace } = await hookedStack(terraform, emulator, blueprint(TCP, "edge"), env);
      await workspace.apply();
      const bare = await seenThroughApi({ ...site(), env });
      expect(bare.zones).toEqual([[], []]);
      const cli = async (...args: readonly string[]) => {
        const options = { env: { ...env, AWS_DEFAULT_REGION: region }, timeout: 240_000 };
        return (await run("aws", ["elbv2", ...args, "--output", "text"], options)).stdout.trim();
      };
      const ofBalancer = ["--load-balancer-arn", bare.arn];
      const [old = ""] = bare.listenerArns;
      await cli("delete-listener", "--listener-arn", old);
      await cli(
        "set-subnets",
        ...ofBalancer,
        "--subnets",
        ...bare.subnets,
        "--enable-prefix-for-ipv6-source-nat",
        "on",
      );
      const query = ["--query", "TargetGroups[?Protocol=='UDP'].TargetGroupArn"];
      const action = `Type=forward,TargetGroupArn=${await cli("describe-target-groups", ...query)}`;
      await cli(
        "create-listener",
        ...ofBalancer,
        "--protocol",
        "UDP",
        "--port",
        "53",
        "--default-actions",
        action,
      );

      const byCli = await seenThroughApi({ ...site(), env });
      const byHook = await seenThroughApi(site());
      expect(byHook.comparable).toEqual(byCli.comparable);
      expect(byHook.comparable).toMatchObject({
        listeners: ["UDP 53 forward"],
        balancer: { IpAddressType: "dualstack" },
      });
      // Each subnet's own first /80, in both.
      expect(byHook.zones).toEqual(byHook.firstBlocks);
      expect(byCli.zones).toEqual(byCli.firstBlocks);
      await workspace.terraform(["destroy", "-no-color", "-auto-approve"]);
      workspace.remove();
    });

    test("without the hook the listener is refused: the provider's own way is no way", async () => {
      const [groups] = await aws(site(), [["elbv2", "describe_target_groups", {}]]);
      const subnets = listAt(await balancer(), "AvailabilityZones").map((zone) => at(zone, "SubnetId"));
      const asked = { Name: "bare", Type: "network", IpAddressType: "dualstack", Subnets: subnets };
      const made = await awsOne(site(), "elbv2", "create_load_balancer", asked);
      const LoadBalancerArn = textAt(made, "LoadBalancers", 0, "LoadBalancerArn");
      const udp = listAt(groups, "TargetGroups").find((group) => at(group, "Protocol") === "UDP");
      const DefaultActions = [{ Type: "forward", TargetGroupArn: textAt(udp, "TargetGroupArn") }];
      const listener = { LoadBalancerArn, Protocol: "UDP", Port: 53, DefaultActions };
      await expect(awsOne(site(), "elbv2", "create_listener", listener)).rejects.toThrow("source NAT");
      await awsOne(site(), "elbv2", "delete_load_balancer", { LoadBalancerArn });
    });

    test("what it sends is what the API knows", async () => {
      const LoadBalancerArn = textAt(await balancer(), "LoadBalancerArn");
      const asked = { LoadBalancerArn, Subnets: [], EnablePrefixForIpv6SourceNat: "yes" };
      await expect(awsOne(site(), "elbv2", "set_subnets", asked)).rejects.toThrow("not one of on, off");
    });

    test("new subnets replace the step: the prefixes are those of the new subnets, the listener stays", async () => {
      const before = await prefixes();
      await change(blueprint(UDP, "other"));
      const after = await prefixes();
      expect(after).toEqual([A_PREFIX, A_PREFIX]);
      expect(after).not.toEqual(before);
      expect(await listeners()).toEqual(["UDP"]);
      expect((await stack.workspace.plan()).actions).toEqual([]);
    });

    test("with its last UDP listener, which is destroyed meanwhile, the prefix is turned off", async () => {
      await change(blueprint(TCP, "other", REMOVED));
      expect(await listeners()).toEqual(["TCP"]);
      expect(await prefixes()).toEqual([[], []]);
      expect(readStack(stack.workspace.folder)).not.toHaveProperty(
        "resource.terraform_data.nlb_ipv6_source_nat_edge",
      );
      expect((await stack.workspace.plan()).actions).toEqual([]);
    });

    test("where the listener becomes a TCP listener in place, too; and where none ever was, nothing is done", async () => {
      await change(blueprint(UDP, "other"));
      expect(await prefixes()).toEqual([A_PREFIX, A_PREFIX]);
      await change(
        blueprint(UDP.replace("UDP", "TCP").replace("forwardTo: dns", "forwardTo: tcp"), "other", REMOVED),
      );
      expect(await listeners()).toEqual(["TCP"]);
      expect(await prefixes()).toEqual([[], []]);
      await change(blueprint(TCP, "other"));
      await change(blueprint(TCP, "other", REMOVED));
      expect(await prefixes()).toEqual([[], []]);
    });

    test("a balancer that someone has deleted is no obstacle to destroying the stack", async () => {
      await change(blueprint(UDP, "other"));
      expect(await prefixes()).toEqual([A_PREFIX, A_PREFIX]);
      const LoadBalancerArn = textAt(await balancer(), "LoadBalancerArn");
      await awsOne(site(), "elbv2", "delete_load_balancer", { LoadBalancerArn });
      await stack.workspace.destroy();
      const left = await awsOne(site(), "elbv2", "describe_target_groups", {});
      expect(listAt(left, "TargetGroups")).toEqual([]);
    });
  },
);

/** The balancer as the API tells it; `comparable` is without what AWS or Terraform names. */
async function seenThroughApi(site: AwsSite) {
  const [balancers, subnets] = await aws(site, [
    ["elbv2", "describe_load_balancers", {}],
    ["ec2", "describe_subnets", {}],
  ]);
  const balancer = at(balancers, "LoadBalancers", 0);
  if (!isObject(balancer)) throw new Error("no balancer");
  const arn = textAt(balancer, "LoadBalancerArn");
  const answer = await awsOne(site, "elbv2", "describe_listeners", { LoadBalancerArn: arn });
  const listeners = listAt(answer, "Listeners");
  const zones = listAt(balancer, "AvailabilityZones");
  const { Type, Scheme, State, IpAddressType } = balancer;
  const blockOf = (id: string) => {
    const subnet = listAt(subnets, "Subnets").find((one) => at(one, "SubnetId") === id);
    return textAt(subnet, "Ipv6CidrBlockAssociationSet", 0, "Ipv6CidrBlock").replace(/\/64$/, "/80");
  };
  return {
    arn,
    listenerArns: listeners.map((one) => textAt(one, "ListenerArn")),
    subnets: zones.map((zone) => textAt(zone, "SubnetId")),
    zones: zones.map((zone) => at(zone, "SourceNatIpv6Prefixes") ?? []),
    firstBlocks: zones.map((zone) => [blockOf(textAt(zone, "SubnetId"))]),
    comparable: {
      balancer: { Type, Scheme, State, IpAddressType },
      zones: zones.map((zone) => at(zone, "ZoneName")).sort(),
      listeners: listeners.map(
        (one) => `${at(one, "Protocol")} ${at(one, "Port")} ${at(one, "DefaultActions", 0, "Type")}`,
      ),
    },
  };
}
