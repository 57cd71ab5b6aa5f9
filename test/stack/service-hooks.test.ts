// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { spawnSync } from "node:child_process";
import { describe, expect, it, test } from "vitest";
import { refusedByNewest } from "../support/accepted-by-newest.ts";
import { at, isObject, listAt, textAt } from "../support/json.ts";
import { networkFrom } from "../support/network.ts";
import { schemaProblems } from "../support/provider-schema.ts";
import { addressesIn, resourceIn, stackJson } from "../support/synth-json.ts";

const blueprint = (hooks: string, version: string) => `
apiVersion: hextet/v1
name: hooked
region: eu-west-1
tags: { owner: platform }
terraform: { hooks: ${hooks}, awsProvider: { version: "${version}" } }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    edge: { addressing: dual-stack, internet: public, slot: 0 }
  securityGroups: { ssh: {} }
  instanceConnectEndpoints:
    plain: { subnet: edge, securityGroups: [ssh] }
    ssh: { subnet: edge, securityGroups: [ssh], ipAddressType: ipv6, tags: { odd: '\${x} \`id\` $(id)' } }
loadBalancers:
  edge:
    type: network
    ipAddressType: dualstack
    subnets: [edge]
    listeners:
      dns: { port: 53, protocol: TCP_UDP, action: { forwardTo: dns } }
      web: { port: 80, protocol: TCP, action: { forwardTo: web } }
targetGroups:
  dns: { protocol: TCP_UDP, port: 53, ipAddressType: ipv6 }
  web: { protocol: TCP, port: 80, ipAddressType: ipv6 }
ecs:
  clusters: { main: {} }
  taskDefinitions:
    web: { containers: { web: { image: "123456789012.dkr-ecr.eu-west-1.on.aws/web:1" } } }
  services:
    web: { cluster: main, taskDefinition: web, capacity: { fargate: {} }, subnets: [edge] }
`;

const IDS = ["ecs-dual-stack-setting", "instance-connect-endpoint-address-type", "nlb-ipv6-source-nat"];
const all = (state: string) => `{ ${IDS.map((id) => `${id}: ${state}`).join(", ")} }`;
const json = stackJson(networkFrom(blueprint(all("hook"), "~> 5.100")));
const native = stackJson(networkFrom(blueprint("{ ecs-dual-stack-setting: native }", "~> 6.66")));

describe("where the hooks are in use", () => {
  it("services wait for the ECS setting", () => {
    expect(listAt(resourceIn(json, "aws_ecs_service.web"), "depends_on")).toContain(
      "terraform_data.ecs_dual_stack_setting",
    );
  });

  it("only UDP listeners wait for the source-NAT prefix, which is set again with other subnets", () => {
    const step = "terraform_data.nlb_ipv6_source_nat_edge";
    expect(listAt(resourceIn(json, "aws_lb_listener.edge_dns"), "depends_on")).toEqual([step]);
    expect(resourceIn(json, "aws_lb_listener.edge_web")).not.toHaveProperty("depends_on");
    const request: unknown = JSON.parse(textAt(resourceIn(json, step), "triggers_replace", "ON_REQUEST"));
    expect(request).toEqual({
      LoadBalancerArn: "${aws_lb.edge.arn}",
      Subnets: ["${aws_subnet.edge_a.id}", "${aws_subnet.edge_b.id}"],
      EnablePrefixForIpv6SourceNat: "on",
    });
  });

  it("an endpoint whose type is written is made by the hook, another one by the provider", () => {
    const addresses = addressesIn(json);
    expect(addresses).toContain("aws_ec2_instance_connect_endpoint.plain");
    expect(addresses).not.toContain("aws_ec2_instance_connect_endpoint.ssh");
    const step = resourceIn(json, "terraform_data.instance_connect_endpoint_ssh");
    expect(at(step, "triggers_replace")).toEqual({ SUBNET: "${aws_subnet.edge_a.id}" });
    expect(JSON.parse(textAt(step, "input", "CREATE_REQUEST"))).toEqual({
      SubnetId: "${aws_subnet.edge_a.id}",
      SecurityGroupIds: ["${aws_security_group.ssh.id}"],
      PreserveClientIp: false,
      IpAddressType: "ipv6",
      TagSpecifications: [
        {
          ResourceType: "instance-connect-endpoint",
          Tags: [
            { Key: "Name", Value: "hooked-ssh" },
            { Key: "odd", Value: "$${x} `id` $(id)" },
            { Key: "owner", Value: "platform" },
            {
              Key: "hextet:hook",
              Value: "hooked/instance-connect-endpoint-address-type/ssh",
            },
          ],
        },
      ],
    });
  });

  test("the scripts are shell without a fault", () => {
    const steps = at(json, "resource", "terraform_data");
    const scripts = isObject(steps)
      ? Object.values(steps)
          .flatMap((step) => listAt(step, "provisioner"))
          .map((one) => textAt(one, "local-exec", "command").replaceAll("$${", "${").replaceAll("%%{", "%{"))
      : [];
    expect(scripts).toHaveLength(8);
    for (const input of scripts) {
      expect(spawnSync("bash", ["-n"], { input, encoding: "utf8" }).stderr).toBe("");
      const checked = spawnSync("shellcheck", ["-s", "bash", "-"], { input, encoding: "utf8" });
      // Not everyone who runs the tests has it.
      if (checked.error === undefined) expect(checked.stdout).toBe("");
    }
  });
});

describe("where every allowed provider version can do it", () => {
  it("its own arguments are written, and no step of the AWS CLI", () => {
    expect(at(native, "resource")).not.toHaveProperty("terraform_data");
    expect(resourceIn(native, "aws_ecs_account_setting_default.dual_stack_ipv6")).toEqual({
      name: "dualStackIPv6",
      value: "enabled",
    });
    expect(resourceIn(native, "aws_ec2_instance_connect_endpoint.ssh")).toMatchObject({
      ip_address_type: "ipv6",
    });
    expect(resourceIn(native, "aws_ec2_instance_connect_endpoint.plain")).not.toHaveProperty(
      "ip_address_type",
    );
    expect(resourceIn(native, "aws_lb.edge")).toMatchObject({ enable_prefix_for_ipv6_source_nat: "on" });
  });

  it("the provider has a place for all of it, as far as bindings and schema show", () => {
    expect(refusedByNewest(native)).toEqual([]);
    expect(schemaProblems(native)).toEqual([]);
  });

  it.each([
    [">= 5.100, < 7.0", true, true],
    ["~> 6.19", true, true],
    ["~> 6.20", true, false],
    ["~> 6.45.0", true, false],
    // From where on it is there lies between these two: the hook works with both.
    ["~> 6.46", true, false],
    ["~> 6.64", false, false],
  ])("%s: the hook sets the prefix: %s, makes the endpoint: %s", (version, prefix, endpoint) => {
    const written = stackJson(networkFrom(blueprint("{ ecs-dual-stack-setting: hook }", version)));
    const addresses = addressesIn(written);
    expect(addresses.includes("terraform_data.nlb_ipv6_source_nat_edge")).toBe(prefix);
    expect("enable_prefix_for_ipv6_source_nat" in resourceIn(written, "aws_lb.edge")).toBe(!prefix);
    expect(addresses.includes("terraform_data.instance_connect_endpoint_ssh")).toBe(endpoint);
    expect(addresses.includes("aws_ec2_instance_connect_endpoint.ssh")).toBe(!endpoint);
    expect(schemaProblems(written)).toEqual([]);
  });

  it("an argument that an allowed version lacks is found in what is written", () => {
    const early = stackJson(networkFrom(blueprint(all("native"), ">= 6.0, < 7.0")));
    expect(schemaProblems(early)).toEqual([
      "aws_ec2_instance_connect_endpoint.ssh.ip_address_type: unknown argument",
      "aws_lb.edge.enable_prefix_for_ipv6_source_nat: unknown argument",
    ]);
  });
});
