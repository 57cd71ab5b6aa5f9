import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awsOne } from "../../support/aws.ts";
import { type Emulator, startEmulator } from "../../support/emulator.ts";
import { type HookedStack, hookedStack } from "../../support/hooked-stack.ts";
import { at, listAt, textAt } from "../../support/json.ts";
import { both, describeWithTools, findPython, findTerraform } from "../../support/tools.ts";

const region = "eu-west-1";
const blueprint = `
apiVersion: hextet/v1
name: hooked
region: ${region}
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 0 }
  securityGroups: { ssh: {} }
  instanceConnectEndpoints:
    ssh: { subnet: app, securityGroups: [ssh], ipAddressType: ipv6 }
`;

describeWithTools(
  "apply hook instance-connect-endpoint-address-type where something is in the way",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let folder: string;
    let stack: HookedStack;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      folder = mkdtempSync(path.join(tmpdir(), "hextet-aws-"));
      const env = { ...emulator.env, PATH: `${folder}:${emulator.env["PATH"]}` };
      stack = await hookedStack(terraform, emulator, blueprint, env);
    });
    afterAll(async () => {
      await emulator?.stop();
      stack?.workspace.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    const ask = (operation: string, parameters: Readonly<Record<string, unknown>>) =>
      awsOne({ env: emulator.env, region }, "ec2", operation, parameters);
    const endpoints = async () =>
      listAt(await ask("describe_instance_connect_endpoints", {}), "InstanceConnectEndpoints").filter(
        (one) => at(one, "State") !== "delete-complete",
      );
    const ids = async () => (await endpoints()).map((one) => textAt(one, "InstanceConnectEndpointId"));

    /** Runs the body with an `aws` that goes wrong where the line of Bash says so. */
    const withBroken = async (line: string, body: () => Promise<void>) => {
      const file = path.join(folder, "aws");
      writeFileSync(file, ["#!/bin/bash", `export PATH="\${PATH#*:}"`, line, 'aws "$@"', ""].join("\n"));
      chmodSync(file, 0o755);
      try {
        await body();
      } finally {
        rmSync(file);
      }
    };

    test("refuses an endpoint in its subnet that is not its own, and leaves it alone", async () => {
      await stack.workspace.terraform([
        "apply",
        "-no-color",
        "-auto-approve",
        "-target=aws_subnet.app_a",
        "-target=aws_security_group.ssh",
      ]);
      const SubnetId = textAt(
        await ask("describe_subnets", { Filters: [{ Name: "tag:Name", Values: ["hooked-app-a"] }] }),
        "Subnets",
        0,
        "SubnetId",
      );
      const made = await ask("create_instance_connect_endpoint", { SubnetId });
      const foreign = textAt(made, "InstanceConnectEndpoint", "InstanceConnectEndpointId");
      await expect(stack.workspace.apply()).rejects.toThrow(
        `hextet: ${SubnetId} has an EC2 Instance Connect endpoint already, and its tag hextet:hook is not hooked/instance-connect-endpoint-address-type/ssh. Delete it, or give it that tag to have it adopted: ${foreign}`,
      );
      expect(await ids()).toEqual([foreign]);
      await ask("delete_instance_connect_endpoint", { InstanceConnectEndpointId: foreign });
      await ids();
      expect(await ids()).toEqual([]);
    });

    test("an endpoint that never becomes ready is deleted again", async () => {
      const line = '[[ "$*" != *"[0].State "* ]] || { echo create-failed; exit 0; }';
      await withBroken(line, async () => {
        await expect(stack.workspace.apply()).rejects.toThrow("ends in the state create-failed");
      });
      const states = (await endpoints()).map((one) => at(one, "State"));
      expect(states.filter((state) => state !== "delete-in-progress")).toEqual([]);
    });

    test("a create whose answer was lost is picked up by the next apply", async () => {
      const line =
        '[ "$2" != create-instance-connect-endpoint ] || { aws "$@" >/dev/null; echo "the line went dead" >&2; exit 255; }';
      await withBroken(line, async () => {
        await expect(stack.workspace.apply()).rejects.toThrow("the line went dead");
      });
      const orphans = await ids();
      expect(orphans).toHaveLength(1);
      await stack.workspace.apply();
      expect(await ids()).toEqual(orphans);
      expect((await stack.workspace.plan()).actions).toEqual([]);
    });

    test("one that someone has deleted is no obstacle to destroying the stack", async () => {
      const [InstanceConnectEndpointId] = await ids();
      await ask("delete_instance_connect_endpoint", { InstanceConnectEndpointId });
      await stack.workspace.destroy();
      expect(await endpoints()).toEqual([]);
    });
  },
);
