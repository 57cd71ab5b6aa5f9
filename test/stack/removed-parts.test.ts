// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { at, listAt, textAt } from "../support/json.ts";
import { networkFrom } from "../support/network.ts";
import { addressesIn, resourceIn, stackJson } from "../support/synth-json.ts";

const blueprint = (removed: string, protocol = "TCP") => `
apiVersion: hextet/v1
name: hooked
region: eu-west-1
terraform: { removed: ${removed} }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    edge: { addressing: dual-stack, internet: public, slot: 0 }
  securityGroups: { ssh: {} }
  instanceConnectEndpoints:
    plain: { subnet: edge, securityGroups: [ssh] }
loadBalancers:
  edge:
    type: network
    ipAddressType: dualstack
    subnets: [edge]
    listeners:
      one: { port: 80, protocol: ${protocol}, action: { forwardTo: web } }
targetGroups:
  web: { protocol: ${protocol}, port: 80, ipAddressType: ipv6 }
`;
const json = (removed: string, protocol?: string) => stackJson(networkFrom(blueprint(removed, protocol)));
const all = json(
  "{ target-group-ipv6: [web, old], nlb-ipv6-source-nat: [edge, gone], instance-connect-endpoint-address-type: [b, a] }",
);
const step = (id: string) => resourceIn(all, `terraform_data.removed_${id}`);

describe("what terraform.removed names", () => {
  it("of target groups is deleted by its owner, after all that forwards", () => {
    expect(at(step("target_group_ipv6"), "triggers_replace")).toEqual({
      OWNERS: "hooked/target-group-ipv6/old\nhooked/target-group-ipv6/web",
    });
    expect(at(step("target_group_ipv6"), "depends_on")).toEqual([
      "aws_lb_listener.edge_one",
      "terraform_data.aws_cli",
    ]);
  });

  it("of endpoints is deleted before any other comes", () => {
    const id = "instance_connect_endpoint";
    expect(JSON.parse(textAt(step(id), "input", "FIND_REQUEST"))).toEqual({
      Filters: [
        {
          Name: "tag:hextet:hook",
          Values: ["a", "b"].map((name) => `hooked/instance-connect-endpoint-address-type/${name}`),
        },
      ],
    });
    expect(at(resourceIn(all, "aws_ec2_instance_connect_endpoint.plain"), "depends_on")).toEqual([
      `terraform_data.removed_${id}`,
      "aws_vpc_security_group_egress_rule.ssh_default_ipv4",
      "aws_vpc_security_group_egress_rule.ssh_default_ipv6",
    ]);
  });

  it("of source NAT is turned off where the balancer stays and needs it no more, after its listeners", () => {
    const id = "nlb_ipv6_source_nat";
    expect(at(step(id), "triggers_replace")).toEqual({ LOAD_BALANCERS: "${aws_lb.edge.arn}" });
    expect(at(step(id), "depends_on")).toEqual([
      "aws_lb.edge",
      "aws_lb_listener.edge_one",
      "terraform_data.aws_cli",
    ]);
    const nothing = addressesIn(json("{ nlb-ipv6-source-nat: [gone] }"));
    // Neither anything to do, nor a look for the AWS CLI that would do it.
    expect(nothing.filter((address) => address.startsWith("terraform_data."))).toEqual([]);
  });

  it("makes the VPC wait for the look for the AWS CLI", () => {
    expect(resourceIn(all, "aws_vpc.main")).toMatchObject({ depends_on: ["terraform_data.aws_cli"] });
  });

  it("is deleted by shell without a fault, by which nothing of the blueprint goes", () => {
    for (const id of ["target_group_ipv6", "instance_connect_endpoint", "nlb_ipv6_source_nat"]) {
      const [script = ""] = listAt(step(id), "provisioner").map((one) =>
        textAt(one, "local-exec", "command").replaceAll("$${", "${").replaceAll("%%{", "%{"),
      );
      expect(script).not.toMatch(/hooked|edge/);
      expect(spawnSync("bash", ["-n"], { input: script, encoding: "utf8" }).stderr).toBe("");
      const checked = spawnSync("shellcheck", ["-s", "bash", "-"], { input: script, encoding: "utf8" });
      // Not everyone who runs the tests has it.
      if (checked.error === undefined) expect(checked.stdout).toBe("");
    }
  });
});
