import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aws, awsOne } from "../../support/aws.ts";
import { type Emulator, startEmulator } from "../../support/emulator.ts";
import { hookedStack } from "../../support/hooked-stack.ts";
import { at, listAt, textAt } from "../../support/json.ts";
import type { Env } from "../../support/run.ts";
import { readStack } from "../../support/stack-copy.ts";
import { both, describeWithTools, findPython, findTerraform } from "../../support/tools.ts";

const region = "eu-west-1";
const blueprint = `
apiVersion: hextet/v1
name: hooked
region: ${region}
terraform: { hooks: { target-group-ipv6: hook } }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 0 }
targetGroups:
  web: { protocol: HTTP, port: 80, ipAddressType: ipv6 }
`;

describeWithTools(
  "apply hook target-group-ipv6 where something is in the way",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let folder: string;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      folder = mkdtempSync(path.join(tmpdir(), "hextet-aws-"));
    });
    afterAll(async () => {
      await emulator?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const site = (env: Env) => ({ env, region });
    const groupsIn = async (env: Env) =>
      listAt(await awsOne(site(env), "elbv2", "describe_target_groups", {}), "TargetGroups");
    const vpcsIn = async (env: Env) => {
      const Filters = [{ Name: "is-default", Values: ["false"] }];
      return listAt(await awsOne(site(env), "ec2", "describe_vpcs", { Filters }), "Vpcs");
    };

    test("without the AWS CLI it says so in one line and makes nothing", async () => {
      const env = { ...emulator.account(1), PATH: "/nonexistent" };
      const { workspace } = await hookedStack(terraform, emulator, blueprint, env);
      await expect(workspace.apply()).rejects.toThrow(
        "hextet: the AWS CLI (aws) is not on the PATH: a provider hook of this stack needs it.",
      );
      expect(await vpcsIn(emulator.account(1))).toEqual([]);
      workspace.remove();
    });

    test("refuses a group of its name that is not its own; adopts it with the tag, and destroys it", async () => {
      const env = emulator.account(2);
      const { workspace } = await hookedStack(terraform, emulator, blueprint, env);
      await workspace.terraform(["apply", "-no-color", "-auto-approve", "-target=aws_vpc.main"]);
      const VpcId = textAt(await vpcsIn(env), 0, "VpcId");
      const Name = textAt(readStack(workspace.folder), "data", "aws_lb_target_group", "web", "name");
      const wanted = {
        Name,
        VpcId,
        Protocol: "HTTP",
        Port: 80,
        TargetType: "instance",
        IpAddressType: "ipv6",
      };
      const made = await awsOne(site(env), "elbv2", "create_target_group", wanted);
      const arn = textAt(made, "TargetGroups", 0, "TargetGroupArn");
      await expect(workspace.apply()).rejects.toThrow(/is there already, and its tag hextet:hook is not/);
      expect(await groupsIn(env)).toHaveLength(1);

      const Tags = [{ Key: "hextet:hook", Value: "hooked/target-group-ipv6/web" }];
      await aws(site(env), [["elbv2", "add_tags", { ResourceArns: [arn], Tags }]]);
      await workspace.apply();
      expect((await groupsIn(env)).map((group) => at(group, "TargetGroupArn"))).toEqual([arn]);
      expect((await workspace.plan()).empty).toBe(true);
      await workspace.destroy();
      expect(await groupsIn(env)).toEqual([]);
      workspace.remove();
    });

    test("a create whose answer was lost is picked up by the next apply", async () => {
      const env = emulator.account(3);
      const broken = path.join(folder, "aws");
      const real = ["#!/bin/bash", `export PATH="\${PATH#*:}"`, 'aws "$@" || exit'];
      const loses = ['[ "$2" != create-target-group ] || { echo "the line went dead" >&2; exit 255; }'];
      writeFileSync(broken, [...real, ...loses, ""].join("\n"));
      chmodSync(broken, 0o755);
      const losing = { ...env, PATH: `${folder}:${env["PATH"]}` };
      const { workspace } = await hookedStack(terraform, emulator, blueprint, losing);
      await expect(workspace.apply()).rejects.toThrow("the line went dead");
      const [orphan] = await groupsIn(env);
      expect(orphan).toBeDefined();

      rmSync(broken);
      await workspace.apply();
      expect((await groupsIn(env)).map((group) => at(group, "TargetGroupArn"))).toEqual([
        at(orphan, "TargetGroupArn"),
      ]);
      expect((await workspace.plan()).empty).toBe(true);
      await workspace.destroy();
      expect(await groupsIn(env)).toEqual([]);
      workspace.remove();
    });

    test("a group that someone has deleted is no obstacle to destroying the stack", async () => {
      const env = emulator.account(4);
      const { workspace } = await hookedStack(terraform, emulator, blueprint, env);
      await workspace.apply();
      const TargetGroupArn = textAt(await groupsIn(env), 0, "TargetGroupArn");
      await awsOne(site(env), "elbv2", "delete_target_group", { TargetGroupArn });
      await workspace.terraform(["destroy", "-no-color", "-auto-approve", "-refresh=false"]);
      expect(await workspace.addresses()).toEqual([]);
      workspace.remove();
    });
  },
);
