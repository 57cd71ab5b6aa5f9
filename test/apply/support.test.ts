import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AwsSite, aws, awsOne, type Call } from "../support/aws.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { at, listAt, textAt } from "../support/json.ts";
import { cleanEnv, run } from "../support/run.ts";
import { Workspace } from "../support/terraform.ts";
import type { Plan } from "../support/terraform-cli.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

const STACK = fileURLToPath(new URL("../support/fixtures/dual-stack", import.meta.url));
const SERVER = fileURLToPath(new URL("../support/emulator", import.meta.url));
const REGION = "eu-west-1";
const IMAGE = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";

describeWithTools("emulator", findPython(), (python) => {
  let emulator: Emulator;
  const site = (account: number): AwsSite => ({ env: emulator.account(account), region: REGION });
  beforeAll(async () => {
    emulator = await startEmulator(python);
  });
  afterAll(() => emulator.stop());

  test("accounts do not see each other, and a reset forgets all", async () => {
    const vpc = ["ec2", "create_vpc", { CidrBlock: "10.9.0.0/16" }] as const;
    const [made, identity] = await aws(site(1), [vpc, ["sts", "get_caller_identity", {}]]);
    expect(textAt(identity, "Account")).toBe("000100010001");
    const id = textAt(made, "Vpc", "VpcId");
    const all = ["ec2", "describe_vpcs", {}] as const;
    const ids = async (n: number) =>
      listAt(await awsOne(site(n), ...all), "Vpcs").map((v) => textAt(v, "VpcId"));
    expect(await ids(1)).toContain(id);
    expect(await ids(2)).not.toContain(id);
    await emulator.reset();
    expect(await ids(1)).not.toContain(id);
  });

  test("a call that is sent again is done once, and another of the same kind is not it", async () => {
    const site4 = site(4);
    const [made] = await aws(site4, [["ec2", "create_vpc", { CidrBlock: "10.9.0.0/16" }]]);
    const body = `Action=CreateRouteTable&Version=2016-11-15&VpcId=${textAt(made, "Vpc", "VpcId")}`;
    const scope = `${site4.env["AWS_ACCESS_KEY_ID"]}/20261130/${REGION}/ec2/aws4_request`;
    const send = async (invocation: string) => {
      const answer = await fetch(emulator.url, {
        method: "POST",
        headers: {
          authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
          "amz-sdk-invocation-id": invocation,
          "content-type": "application/x-www-form-urlencoded",
        },
        body,
      });
      return /<routeTableId>(rtb-\w+)</.exec(await answer.text())?.[1];
    };
    const [first, again] = await Promise.all([send("one"), send("one")]);
    expect(first).toMatch(/^rtb-/);
    expect(again).toBe(first);
    expect(await send("two")).not.toBe(first);
    const tables = listAt(await awsOne(site4, "ec2", "describe_route_tables", {}), "RouteTables");
    expect(tables.filter((table) => at(table, "VpcId") === textAt(made, "Vpc", "VpcId"))).toHaveLength(3);
  });

  test("a server ends when the process that started it is gone", async () => {
    const child = spawn(python, [path.join(SERVER, "server.py"), "--until-stdin-closes"], {
      env: cleanEnv(),
      stdio: "pipe",
    });
    const ended = new Promise((resolve) => child.on("close", resolve));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.stdin.destroy();
    expect(await ended).toBe(0);
  });

  test("a fix of a method that moto has no more stops the server instead of doing nothing", async () => {
    const script = `
from patching import StaleFix, around
from moto.ec2.models.subnets import Subnet
def fix(original):
    """cures nothing"""
try:
    around(Subnet, "no_such_method")(fix)
except StaleFix as stale:
    print(stale)
`;
    const env = { ...cleanEnv(), PYTHONPATH: SERVER };
    const { stdout } = await run(python, ["-c", script], { env, timeout: 120_000 });
    expect(stdout).toMatch(/^moto .* has no Subnet\.no_such_method, which .* fixes: cures nothing$/m);
  });

  test("IPv6 subnets outside the VPC or overlapping are refused, as AWS does", async () => {
    const made = await awsOne(site(3), "ec2", "create_vpc", {
      CidrBlock: "10.9.0.0/16",
      AmazonProvidedIpv6CidrBlock: true,
    });
    const vpc = textAt(made, "Vpc", "VpcId");
    const described = await awsOne(site(3), "ec2", "describe_vpcs", { VpcIds: [vpc] });
    const block = textAt(described, "Vpcs", 0, "Ipv6CidrBlockAssociationSet", 0, "Ipv6CidrBlock");
    const subnet = (ipv6: string) =>
      awsOne(site(3), "ec2", "create_subnet", { VpcId: vpc, Ipv6Native: true, Ipv6CidrBlock: ipv6 });
    await subnet(block.replace(/\/56$/, "/64"));
    await expect(subnet(block.replace(/\/56$/, "/64"))).rejects.toThrow("InvalidSubnet.Conflict");
    await expect(subnet("2001:db8::/64")).rejects.toThrow("InvalidSubnet.Range");
  });

  test("IPv6 put on and taken off in the wrong order is refused, as AWS does", async () => {
    const ask = (...call: Call) => awsOne(site(4), ...call);
    const vpc = textAt(await ask("ec2", "create_vpc", { CidrBlock: "10.9.0.0/16" }), "Vpc", "VpcId");
    const made = await ask("ec2", "create_subnet", { VpcId: vpc, CidrBlock: "10.9.0.0/24" });
    const subnet = textAt(made, "Subnet", "SubnetId");
    const launched = await ask("ec2", "run_instances", {
      ImageId: "ami-12c6146b",
      InstanceType: "m3.large",
      SubnetId: subnet,
      MinCount: 1,
      MaxCount: 1,
    });
    const instance = textAt(launched, "Instances", 0, "InstanceId");
    const card = textAt(launched, "Instances", 0, "NetworkInterfaces", 0, "NetworkInterfaceId");
    const address = () =>
      ask("ec2", "assign_ipv6_addresses", { NetworkInterfaceId: card, Ipv6AddressCount: 1 });
    const resize = (type: string) =>
      ask("ec2", "modify_instance_attribute", { InstanceId: instance, InstanceType: { Value: type } });
    const associated = await ask("ec2", "associate_vpc_cidr_block", {
      VpcId: vpc,
      AmazonProvidedIpv6CidrBlock: true,
    });
    const ofVpc = at(associated, "Ipv6CidrBlockAssociation");
    const block = textAt(ofVpc, "Ipv6CidrBlock").replace(/\/56$/, "/64");
    await ask("ec2", "stop_instances", { InstanceIds: [instance] });
    await resize("m5.large");
    await expect(address()).rejects.toThrow("has no IPv6 CIDR block");
    const cut = await ask("ec2", "associate_subnet_cidr_block", { SubnetId: subnet, Ipv6CidrBlock: block });
    await resize("m3.large");
    await expect(address()).rejects.toThrow("not supported for m3.large");
    await resize("m5.large");
    await address();
    await expect(resize("m3.large")).rejects.toThrow("does not support IPv6");
    const takeFromSubnet = () =>
      ask("ec2", "disassociate_subnet_cidr_block", {
        AssociationId: textAt(cut, "Ipv6CidrBlockAssociation", "AssociationId"),
      });
    await expect(takeFromSubnet()).rejects.toThrow("InvalidCidrBlock.InUse");
    await expect(
      ask("ec2", "disassociate_vpc_cidr_block", { AssociationId: textAt(ofVpc, "AssociationId") }),
    ).rejects.toThrow("InvalidCidrBlock.InUse");
    await ask("ec2", "terminate_instances", { InstanceIds: [instance] });
    await takeFromSubnet();
    await ask("ec2", "disassociate_vpc_cidr_block", { AssociationId: textAt(ofVpc, "AssociationId") });
  });

  test("groups with the default outbound rules are opened to ::/0 by the VPC's IPv6 block, as AWS does", async () => {
    const ask = (...call: Call) => awsOne(site(5), ...call);
    const vpc = textAt(await ask("ec2", "create_vpc", { CidrBlock: "10.9.0.0/16" }), "Vpc", "VpcId");
    const group = async (name: string) => {
      const made = await ask("ec2", "create_security_group", {
        VpcId: vpc,
        GroupName: name,
        Description: name,
      });
      return textAt(made, "GroupId");
    };
    const [untouched, closed] = [await group("untouched"), await group("closed")];
    await ask("ec2", "revoke_security_group_egress", {
      GroupId: closed,
      IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
    });
    await ask("ec2", "associate_vpc_cidr_block", { VpcId: vpc, AmazonProvidedIpv6CidrBlock: true });
    const answer = await ask("ec2", "describe_security_group_rules", {});
    const open = listAt(answer, "SecurityGroupRules").filter((rule) => at(rule, "CidrIpv6") === "::/0");
    const groups = open.map((rule) => at(rule, "GroupId"));
    expect(groups).toContain(untouched);
    expect(groups).not.toContain(closed);
  });
});

describeWithTools("apply", both(findTerraform(), findPython()), ([terraform, python]) => {
  let emulator: Emulator;
  let workspace: Workspace;
  let site: AwsSite;
  let first: Plan;
  let second: Plan;
  beforeAll(async () => {
    emulator = await startEmulator(python);
    site = { env: emulator.account(7), region: REGION };
    workspace = new Workspace({ tools: terraform, stack: STACK, env: site.env, log: emulator.log });
    await workspace.init();
    first = await workspace.plan();
    await workspace.apply();
    second = await workspace.plan();
  });
  afterAll(async () => {
    await emulator?.stop();
    workspace?.remove();
  });

  test("plans 21 resources, and nothing once they are applied", async () => {
    expect(first).toMatchObject({ changes: 21, empty: false });
    expect(await second.differences()).toEqual([]);
    expect(second).toMatchObject({ changes: 0, empty: true });
  });

  test("keeps a relative state path inside the temporary project, parent folders made", () => {
    const state = path.join(workspace.project, "terraform.tfstate.d", "dual-stack", "terraform.tfstate");
    expect(existsSync(state)).toBe(true);
    expect(readFileSync(path.join(workspace.folder, "cdk.tf.json"), "utf8")).toBe(
      readFileSync(path.join(STACK, "cdk.tf.json"), "utf8"),
    );
  });

  describe("through the AWS API", () => {
    test("the IPv6-only subnet has DNS64, AAAA records and resource names", async () => {
      const answer = await awsOne(site, "ec2", "describe_subnets", {
        Filters: [{ Name: "ipv6-native", Values: ["true"] }],
      });
      expect(listAt(answer, "Subnets")).toHaveLength(1);
      expect(at(answer, "Subnets", 0)).toMatchObject({
        Ipv6Native: true,
        EnableDns64: true,
        AssignIpv6AddressOnCreation: true,
        PrivateDnsNameOptionsOnLaunch: {
          HostnameType: "resource-name",
          EnableResourceNameDnsAAAARecord: true,
        },
        Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlockState: { State: "associated" } }],
      });
    });

    test("rules, routes and the load balancer are as written", async () => {
      const [acls, rules, tables, balancers, groups] = await aws(site, [
        ["ec2", "describe_network_acls", { Filters: [{ Name: "default", Values: ["false"] }] }],
        ["ec2", "describe_security_group_rules", {}],
        ["ec2", "describe_route_tables", {}],
        ["elbv2", "describe_load_balancers", {}],
        ["elbv2", "describe_target_groups", {}],
      ]);
      expect(listAt(acls, "NetworkAcls", 0, "Entries")).toContainEqual(
        expect.objectContaining({
          RuleNumber: 100,
          Protocol: "58",
          Ipv6CidrBlock: "::/0",
          IcmpTypeCode: { Type: -1, Code: -1 },
        }),
      );
      const icmpv6 = listAt(rules, "SecurityGroupRules").filter((r) => at(r, "IpProtocol") === "icmpv6");
      const ports = icmpv6.map((r) => [at(r, "CidrIpv6"), at(r, "FromPort"), at(r, "ToPort")]).sort();
      expect(ports).toEqual([
        ["2001:db8::/32", 2, 0],
        ["::/0", -1, -1],
      ]);
      const routes = listAt(tables, "RouteTables").flatMap((table) => listAt(table, "Routes"));
      expect(routes).toContainEqual(
        expect.objectContaining({
          DestinationIpv6CidrBlock: "::/0",
          EgressOnlyInternetGatewayId: expect.stringMatching(/^eigw-/),
        }),
      );
      expect(at(balancers, "LoadBalancers", 0, "IpAddressType")).toBe("dualstack");
      expect(at(groups, "TargetGroups", 0, "IpAddressType")).toBe("ipv6");
    });

    test("the group's instance has IPv6, its metadata over IPv6, the image of the parameter", async () => {
      const [answer, parameter, groups] = await aws(site, [
        ["ec2", "describe_instances", {}],
        ["ssm", "get_parameter", { Name: IMAGE }],
        ["elbv2", "describe_target_groups", {}],
      ]);
      const instance = at(answer, "Reservations", 0, "Instances", 0);
      expect(instance).toMatchObject({
        ImageId: textAt(parameter, "Parameter", "Value"),
        InstanceType: "t4g.small",
        MetadataOptions: { HttpProtocolIpv6: "enabled", HttpTokens: "required" },
        NetworkInterfaces: [{ Groups: [{ GroupName: "web" }], Ipv6Addresses: [{ IsPrimaryIpv6: true }] }],
      });
      expect(textAt(instance, "ImageId")).toMatch(/^ami-/);
      const health = await awsOne(site, "elbv2", "describe_target_health", {
        TargetGroupArn: textAt(groups, "TargetGroups", 0, "TargetGroupArn"),
      });
      expect(at(health, "TargetHealthDescriptions", 0, "Target", "Id")).toBe(at(instance, "InstanceId"));
    });
  });

  test("destroys everything", async () => {
    await workspace.destroy();
    const [vpcs, interfaces] = await aws(site, [
      ["ec2", "describe_vpcs", { Filters: [{ Name: "is-default", Values: ["false"] }] }],
      ["ec2", "describe_instances", { Filters: [{ Name: "instance-state-name", Values: ["running"] }] }],
    ]);
    expect(listAt(vpcs, "Vpcs")).toEqual([]);
    expect(listAt(interfaces, "Reservations")).toEqual([]);
  });
});
