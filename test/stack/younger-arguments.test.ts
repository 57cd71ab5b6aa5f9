// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { describe, expect, it, test } from "vitest";
import { providerArguments } from "../../src/aws/provider-arguments.generated.ts";
import { youngerArguments } from "../../src/aws/younger-arguments.ts";
import { refusedByNewest } from "../support/accepted-by-newest.ts";
import { at, isObject } from "../support/json.ts";
import { networkFrom } from "../support/network.ts";
import { addressesIn, resourceIn, stackJson } from "../support/synth-json.ts";

const BLUEPRINT = `
apiVersion: hextet/v1
name: younger
region: eu-west-1
terraform: { awsProvider: { version: "~> 6.66" } }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    app:
      addressing: dual-stack
      internet: egress-only
      natGateway: whole
      slot: 1
      ipv4IpamPoolId: ipam-pool-04
      ipv6IpamPoolId: ipam-pool-06
    native: { addressing: ipv6-only, internet: egress-only, slot: 2, ipv6IpamPoolId: ipam-pool-06 }
    public: { addressing: dual-stack, internet: public, slot: 0 }
  natGateways:
    fixed:
      availabilityMode: regional
      availabilityZoneAddress: { b: { allocationIds: [eipalloc-02, eipalloc-03] }, a: { allocationIds: [eipalloc-01] } }
    whole: { availabilityMode: regional, tags: { kind: nat } }
    zonal: { subnet: public }
  securityGroups: { ssh: {} }
  instanceConnectEndpoints: { ssh: { subnet: app, securityGroups: [ssh], ipAddressType: dualstack } }
compute:
  instances: { web: { subnet: app, securityGroups: [ssh], instanceType: t4g.nano, os: amazon-linux-2023 } }
loadBalancers:
  mail:
    type: network
    ipAddressType: dualstack
    subnets: [public]
    listeners:
      dns: { port: 53, protocol: UDP, action: { forwardTo: dns } }
      smtp:
        port: 25
        protocol: TCP
        action: { forwardTo: four }
        rules: { six: { priority: 10, sourceIp: { ipAddressType: ipv6 }, action: { forwardTo: six } } }
targetGroups:
  dns: { protocol: UDP, port: 53, ipAddressType: ipv6 }
  four: { protocol: TCP, port: 25 }
  six: { protocol: TCP, port: 25, ipAddressType: ipv6, targets: { instances: [web] } }
eks:
  clusters:
    main: { version: "1.33", subnets: [app], endpointPrivateAccess: true, controlPlaneEgressMode: CUSTOMER_ROUTED }
`;

const json = stackJson(networkFrom(BLUEPRINT));

describe("arguments that provider 5.100 lacks", () => {
  test("have a place in the newest bindings, and take no step of the AWS CLI", () => {
    expect(refusedByNewest(json)).toEqual([]);
    expect(addressesIn(json).filter((address) => address.startsWith("terraform_data."))).toEqual([]);
  });

  test("are written, all that a key is for", () => {
    const written = Object.entries(youngerArguments).flatMap(([argument, { key }]) =>
      key === null ? [] : [argument],
    );
    expect(written.filter((argument) => !isWritten(argument))).toEqual([]);
    expect(written).toHaveLength(10);
  });

  it("makes a regional NAT gateway in the VPC, with AWS's addresses or those that are named", () => {
    expect(resourceIn(json, "aws_nat_gateway.whole")).toMatchObject({
      availability_mode: "regional",
      vpc_id: "${aws_vpc.main.id}",
      depends_on: ["aws_internet_gateway.main"],
      tags: { Name: "younger-whole", kind: "nat" },
    });
    for (const argument of ["subnet_id", "allocation_id", "availability_zone_address", "connectivity_type"])
      expect(resourceIn(json, "aws_nat_gateway.whole")).not.toHaveProperty(argument);
    expect(resourceIn(json, "aws_nat_gateway.fixed")["availability_zone_address"]).toEqual([
      { availability_zone: "eu-west-1a", allocation_ids: ["eipalloc-01"] },
      { availability_zone: "eu-west-1b", allocation_ids: ["eipalloc-02", "eipalloc-03"] },
    ]);
    expect(resourceIn(json, "aws_nat_gateway.zonal")).not.toHaveProperty("availability_mode");
    expect(addressesIn(json).filter((address) => address.startsWith("aws_eip."))).toEqual(["aws_eip.zonal"]);
  });

  it("leads a tier's one route table to the regional gateway", () => {
    expect(resourceIn(json, "aws_route.app_default-ipv4")["nat_gateway_id"]).toBe(
      "${aws_nat_gateway.whole.id}",
    );
  });

  it("allocates the blocks of the address plan from the pools, and leaves no length to them", () => {
    expect(resourceIn(json, "aws_subnet.app_a")).toMatchObject({
      cidr_block: expect.stringMatching(/^10\.20\./),
      ipv4_ipam_pool_id: "ipam-pool-04",
      ipv6_cidr_block: expect.stringContaining("cidrsubnet("),
      ipv6_ipam_pool_id: "ipam-pool-06",
    });
    expect(Object.keys(resourceIn(json, "aws_subnet.app_a")).filter((name) => /netmask/.test(name))).toEqual(
      [],
    );
    expect(resourceIn(json, "aws_subnet.native_a")).toHaveProperty("ipv6_ipam_pool_id", "ipam-pool-06");
    expect(resourceIn(json, "aws_subnet.native_a")).not.toHaveProperty("ipv4_ipam_pool_id");
    expect(resourceIn(json, "aws_subnet.public_a")).not.toHaveProperty("ipv6_ipam_pool_id");
  });

  it("sends clients of one family to a target group of their own, once it has targets", () => {
    expect(resourceIn(json, "aws_lb_listener_rule.mail_smtp_six")).toEqual({
      listener_arn: "${aws_lb_listener.mail_smtp.arn}",
      priority: 10,
      condition: [{ source_ip: { ip_address_type: "ipv6" } }],
      action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.six.arn}" }],
      depends_on: expect.arrayContaining([expect.stringMatching(/^aws_lb_target_group_attachment\.six/)]),
    });
  });

  it("sets the way out of the control plane beside the other settings of the VPC", () => {
    expect(at(resourceIn(json, "aws_eks_cluster.main"), "vpc_config")).toMatchObject({
      control_plane_egress_mode: "CUSTOMER_ROUTED",
      endpoint_private_access: true,
      subnet_ids: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
    });
  });
});

test("each is written, kept or told why not", () => {
  const silent = Object.entries(youngerArguments).filter(
    ([, { key, isKept, reason }]) => key === null && !isKept && reason === null,
  );
  expect(silent).toEqual([]);
  expect(Object.keys(youngerArguments)).toEqual(Object.keys(providerArguments));
});

/** True where a resource of the type has the argument, at any depth. */
function isWritten(argument: string): boolean {
  const [type = "", ...steps] = argument.split(".");
  return Object.values(Object(at(json, "resource", type))).some((body) => has(body, steps));
}

function has(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  if (Array.isArray(value)) return value.some((one) => has(one, [step, ...rest]));
  return isObject(value) && step in value && has(value[step], rest);
}
