import { afterAll, beforeAll, expect, test } from "vitest";
import { aws, awsOne } from "../../support/aws.ts";
import { type Emulator, startEmulator } from "../../support/emulator.ts";
import { type HookedStack, hookedStack } from "../../support/hooked-stack.ts";
import { at, listAt, textAt } from "../../support/json.ts";
import { both, describeWithTools, findPython, findTerraform } from "../../support/tools.ts";

const region = "eu-west-1";
const WEB = "  web: { protocol: HTTP, port: 8080, ipAddressType: ipv6 }\n";
const SPARE = "  spare: { protocol: HTTP, port: 8081, ipAddressType: ipv6 }\n";

interface Wish {
  readonly by: "native" | "hook";
  readonly groups: string;
  readonly forwardTo: string | null;
  readonly removed?: string;
}

const blueprint = ({ by, groups, forwardTo, removed = "{}" }: Wish) => `
apiVersion: hextet/v1
name: hooked
region: ${region}
terraform: { hooks: { target-group-ipv6: ${by} }, removed: ${removed} }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    edge: { addressing: dual-stack, internet: public, slot: 0 }
  securityGroups:
    web: { ingress: { web: { protocol: tcp, ports: 80, from: { anywhere: {} } } }, egress: {} }
loadBalancers:
  web:
    type: application
    ipAddressType: dualstack
    subnets: [edge]
    securityGroups: [web]
    listeners: { http: { port: 80, protocol: HTTP, action: ${forwardTo === null ? "{ fixedResponse: { statusCode: 404 } }" : `{ forwardTo: ${forwardTo} }`} } }
targetGroups:
${groups}`;

describeWithTools(
  "apply target groups that the hook no longer makes",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let stack: HookedStack;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      stack = await hookedStack(
        terraform,
        emulator,
        blueprint({ by: "hook", groups: WEB + SPARE, forwardTo: "web" }),
      );
      await stack.workspace.apply();
    });
    afterAll(async () => {
      await emulator?.stop();
      stack?.workspace.remove();
    });

    const site = () => ({ env: emulator.env, region });
    const groups = async () =>
      listAt(await awsOne(site(), "elbv2", "describe_target_groups", {}), "TargetGroups");
    const owners = async () => {
      const ResourceArns = (await groups()).map((group) => textAt(group, "TargetGroupArn"));
      const answer = await awsOne(site(), "elbv2", "describe_tags", { ResourceArns });
      return listAt(answer, "TagDescriptions")
        .map(
          (one) => listAt(one, "Tags").find((tag) => at(tag, "Key") === "hextet:hook") ?? { Value: "nobody" },
        )
        .map((tag) => at(tag, "Value"))
        .sort();
    };
    const forwardsTo = async () => {
      const [balancers] = await aws(site(), [["elbv2", "describe_load_balancers", {}]]);
      const LoadBalancerArn = textAt(balancers, "LoadBalancers", 0, "LoadBalancerArn");
      const answer = await awsOne(site(), "elbv2", "describe_listeners", { LoadBalancerArn });
      return at(answer, "Listeners", 0, "DefaultActions", 0, "TargetGroupArn");
    };
    const change = async (wish: Wish) => {
      stack.edit(blueprint(wish));
      await stack.workspace.plan();
      await stack.workspace.apply();
      expect((await stack.workspace.plan()).actions).toEqual([]);
    };

    test("one that is not in use goes; the other one stays, and so does one of another stack", async () => {
      expect(await owners()).toEqual(["hooked/target-group-ipv6/spare", "hooked/target-group-ipv6/web"]);
      const VpcId = textAt(await groups(), 0, "VpcId");
      const foreign = { Name: "foreign", VpcId, Protocol: "HTTP", Port: 1, TargetType: "instance" };
      const Tags = [{ Key: "hextet:hook", Value: "other/target-group-ipv6/spare" }];
      await awsOne(site(), "elbv2", "create_target_group", { ...foreign, Tags });
      const removed = "{ target-group-ipv6: [never-made, spare] }";
      await change({ by: "hook", groups: WEB, forwardTo: "web", removed });
      expect(await owners()).toEqual(["hooked/target-group-ipv6/web", "other/target-group-ipv6/spare"]);
    });

    test("from the hook to the provider: the listener moves to the provider's group, then the hook's goes", async () => {
      const before = await forwardsTo();
      const removed = "{ target-group-ipv6: [web] }";
      await change({ by: "native", groups: WEB, forwardTo: "web", removed });
      expect(await owners()).toEqual(["nobody", "other/target-group-ipv6/spare"]);
      expect(await forwardsTo()).not.toBe(before);
      const addresses = await stack.workspace.addresses();
      expect(addresses).toContain("aws_lb_target_group.web");
      expect(addresses).not.toContain("terraform_data.target_group_ipv6_web");
    });

    test("and without the entry, once it is applied, nothing changes but the step", async () => {
      await change({ by: "native", groups: WEB, forwardTo: "web" });
      expect(await owners()).toEqual(["nobody", "other/target-group-ipv6/spare"]);
      expect((await stack.workspace.addresses()).join()).not.toContain("terraform_data");
    });

    test("from the provider to the hook, and out of the blueprint while its listener still is there", async () => {
      await change({ by: "hook", groups: WEB, forwardTo: "web" });
      expect(await owners()).toEqual(["hooked/target-group-ipv6/web", "other/target-group-ipv6/spare"]);
      const removed = "{ target-group-ipv6: [web] }";
      await change({ by: "hook", groups: "  {}", forwardTo: null, removed });
      expect(await owners()).toEqual(["other/target-group-ipv6/spare"]);
    });
  },
);
