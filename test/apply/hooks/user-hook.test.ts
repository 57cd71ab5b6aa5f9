import { afterAll, beforeAll, expect, test } from "vitest";
import { hook } from "../../../blueprints/hooks/public-ipv6-names.ts";
import { awsOne } from "../../support/aws.ts";
import { type Emulator, startEmulator } from "../../support/emulator.ts";
import { type HookedStack, hookedStack } from "../../support/hooked-stack.ts";
import { at, listAt } from "../../support/json.ts";
import { both, describeWithTools, findPython, findTerraform } from "../../support/tools.ts";

const region = "eu-west-1";
const blueprint = (elasticIp: boolean) => `
apiVersion: hextet/v1
name: named
region: ${region}
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    edge: { addressing: dual-stack, internet: public, slot: 0 }
  securityGroups: { web: {} }
compute:
  instances:
    web:
      subnet: edge
      zone: a
      instanceType: t4g.small
      os: amazon-linux-2023
      ami: { id: ami-00602d9e13dfdc4bd }
      securityGroups: [web]
      elasticIp: ${elasticIp}
`;

describeWithTools(
  "apply the example of a user's hook",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let stack: HookedStack;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      stack = await hookedStack(terraform, emulator, blueprint(true), emulator.env, [hook]);
      await stack.workspace.apply();
    });
    afterAll(async () => {
      await emulator?.stop();
      stack?.workspace.remove();
    });

    const hostnameTypes = async () => {
      const site = { env: emulator.env, region };
      const answer = await awsOne(site, "ec2", "describe_network_interfaces", {});
      return listAt(answer, "NetworkInterfaces").map((one) =>
        at(one, "PublicIpDnsNameOptions", "DnsHostnameType"),
      );
    };

    test("the API shows the name that the hook asks for, and the second plan is empty", async () => {
      expect(await hostnameTypes()).toEqual(["public-dual-stack-dns-name"]);
      expect((await stack.workspace.plan()).actions).toEqual([]);
    });

    test("it changes with the blueprint", async () => {
      stack.edit(blueprint(false));
      await stack.workspace.plan();
      await stack.workspace.apply();
      expect(await hostnameTypes()).toEqual(["public-ipv6-dns-name"]);
      await stack.workspace.destroy();
    });
  },
);
