import { expect, it } from "vitest";
import { countPublicIpv4 } from "../../src/change/public-ipv4.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import { networkFrom } from "../support/network.ts";
import { stackJson } from "../support/synth-json.ts";

const counted = (json: unknown) => {
  const stack = readStackOutput("shop", JSON.stringify(json));
  return stack === null ? expect.fail("no stack") : countPublicIpv4(stack);
};

it.each<[string, Readonly<Record<string, unknown>>, number]>([
  ["an Elastic IP", { aws_eip: { one: {} } }, 1],
  ["an address that the owner brought", { aws_eip: { one: { public_ipv4_pool: "ipv4pool-ec2-1" } } }, 0],
  ["a balancer: one in each subnet", { aws_lb: { web: { internal: false, subnets: ["a", "b"] } } }, 2],
  ["an internal balancer", { aws_lb: { web: { internal: true, subnets: ["a", "b"] } } }, 0],
  [
    "a balancer without",
    {
      aws_lb: { web: { internal: false, ip_address_type: "dualstack-without-public-ipv4", subnets: ["a"] } },
    },
    0,
  ],
  [
    "a balancer with an Elastic IP in one of its subnets",
    {
      aws_eip: { one: {} },
      aws_lb: { web: { subnet_mapping: [{ subnet_id: "a", allocation_id: "x" }, { subnet_id: "b" }] } },
    },
    2,
  ],
  ["a host that asks for one", { aws_instance: { web: { associate_public_ip_address: true } } }, 1],
  [
    "a host that says nothing, where its subnet gives each an address",
    {
      aws_subnet: { a: { map_public_ip_on_launch: true } },
      aws_instance: { web: { subnet_id: "${aws_subnet.a.id}" } },
    },
    1,
  ],
  [
    "hosts that want none there, or stand elsewhere",
    {
      aws_subnet: { a: { map_public_ip_on_launch: true }, b: {} },
      aws_instance: {
        no: { subnet_id: "${aws_subnet.a.id}", associate_public_ip_address: false },
        other: { subnet_id: "${aws_subnet.b.id}" },
      },
    },
    0,
  ],
  ["a public database", { aws_db_instance: { orders: { publicly_accessible: true } } }, 1],
  [
    "what has none",
    { aws_instance: { web: {} }, aws_db_instance: { orders: { publicly_accessible: false } } },
    0,
  ],
])("%s", (_, resource, expected) => {
  expect(counted({ resource })).toBe(expected);
});

it("NAT gateways in two zones have two, by their Elastic IPs", () => {
  const network = networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: dual-stack, internet: egress-only, natGateway: main, slot: 1 }
  natGateways: { main: { subnet: public, perZone: true } }
`);
  expect(counted(stackJson(network))).toBe(2);
});
