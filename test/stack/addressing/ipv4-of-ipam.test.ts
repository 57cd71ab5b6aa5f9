// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { expect, test } from "vitest";
import { networkFrom, describe as textOf, tryNetworkFrom } from "../../support/network.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

function blueprint(vpc: string): string {
  return `
apiVersion: hextet/v1
name: net
region: eu-west-1
ipam:
  pools:
    old: { addressFamily: ipv4, scope: private, cidrs: { ten: { cidr: 10.0.0.0/8 } } }
    new: { publicIpSource: amazon, locale: eu-west-1, cidrs: { main: { netmaskLength: 52 } } }
network:
  vpc: ${vpc}
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack, slot: 3 } }
`;
}

test("a VPC and a further block take their IPv4 blocks from pools, once those have something to give", () => {
  const further = "additionalIpv4Cidrs: { pods: { ipam: { pool: old, cidr: 10.21.0.0/16 } } }";
  const ipv6 = "ipv6: { ipam: { pool: new, netmaskLength: 56 } }";
  const vpc = `{ ipv4: { ipam: { pool: old, cidr: 10.20.0.0/16 } }, ${further}, ${ipv6} }`;
  const json = stackJson(networkFrom(blueprint(vpc)));
  expect(schemaProblems(json)).toEqual([]);
  expect(resourceIn(json, "aws_vpc.main")).toMatchObject({
    cidr_block: "10.20.0.0/16",
    ipv4_ipam_pool_id: "${aws_vpc_ipam_pool.old.id}",
    ipv6_ipam_pool_id: "${aws_vpc_ipam_pool.new.id}",
    depends_on: ["aws_vpc_ipam_pool_cidr.old_ten", "aws_vpc_ipam_pool_cidr.new_main"],
  });
  expect(resourceIn(json, "aws_vpc_ipv4_cidr_block_association.pods")).toEqual({
    vpc_id: "${aws_vpc.main.id}",
    cidr_block: "10.21.0.0/16",
    ipv4_ipam_pool_id: "${aws_vpc_ipam_pool.old.id}",
    depends_on: ["aws_vpc_ipam_pool_cidr.old_ten"],
  });
  expect(resourceIn(json, "aws_subnet.app_a")).toMatchObject({ cidr_block: "10.20.48.0/24" });
});

test("a pool that is made elsewhere is named by its id, and IPv6 comes from where it likes", () => {
  const vpc = "{ ipv4: { ipam: { poolId: ipam-pool-0123abc, cidr: 10.20.0.0/16 } } }";
  const made = resourceIn(stackJson(networkFrom(blueprint(vpc))), "aws_vpc.main");
  expect(made).toMatchObject({
    cidr_block: "10.20.0.0/16",
    ipv4_ipam_pool_id: "ipam-pool-0123abc",
    assign_generated_ipv6_cidr_block: true,
  });
  expect(made).not.toHaveProperty("depends_on");
});

test("a pool that is asked for a size chooses the block, and subnets are cut from it at apply", () => {
  const further = "additionalIpv4Cidrs: { pods: { ipam: { pool: old, netmaskLength: 20 } } }";
  const vpc = `{ ipv4: { ipam: { pool: old, netmaskLength: 16 } }, ${further} }`;
  const pods = "subnets: { pods: { addressing: ipv4-only, slot: 0, ipv4Block: pods }, app:";
  const network = networkFrom(blueprint(vpc).replace("subnets: { app:", pods));
  const json = stackJson(network);
  expect(schemaProblems(json)).toEqual([]);
  expect(resourceIn(json, "aws_vpc.main")).toMatchObject({
    ipv4_netmask_length: 16,
    ipv4_ipam_pool_id: "${aws_vpc_ipam_pool.old.id}",
  });
  expect(resourceIn(json, "aws_vpc.main")).not.toHaveProperty("cidr_block");
  expect(resourceIn(json, "aws_vpc_ipv4_cidr_block_association.pods")).toMatchObject({
    ipv4_netmask_length: 20,
  });
  expect(resourceIn(json, "aws_subnet.app_a")).toMatchObject({
    cidr_block: "${cidrsubnet(aws_vpc.main.cidr_block, 8, 48)}",
  });
  expect(resourceIn(json, "aws_subnet.pods_a")).toMatchObject({
    cidr_block: "${cidrsubnet(aws_vpc_ipv4_cidr_block_association.pods.cidr_block, 4, 0)}",
    depends_on: ["aws_vpc_ipv4_cidr_block_association.pods"],
  });
});

test("a rule for a tier whose block a pool chooses names the piece, not the subnet", () => {
  const from = "{ protocol: tcp, ports: 22, from: { subnets: app } }";
  const yaml = blueprint("{ ipv4: { ipam: { pool: old, netmaskLength: 16 } } }").replace(
    "  subnets:",
    `  securityGroups: { web: { ingress: { ssh: ${from} } } }\n  subnets:`,
  );
  const rule = resourceIn(
    stackJson(networkFrom(yaml)),
    "aws_vpc_security_group_ingress_rule.web_ssh_app_a_ipv4",
  );
  expect(rule).toMatchObject({ cidr_ipv4: "${cidrsubnet(aws_vpc.main.cidr_block, 8, 48)}" });
});

const EITHER = "write either ipv4Cidr, such as 10.20.0.0/16, or ipv4, where a pool of IPAM gives the block";
const POOL = "poolId: ipam-pool-0123abc";

test.each([
  ["{}", `model/ipv4-choice at network.vpc: the VPC's IPv4 block is not said (${EITHER})`],
  [
    `{ ipv4Cidr: 10.0.0.0/16, ipv4: { ipam: { ${POOL}, cidr: 10.0.0.0/16 } } }`,
    `model/ipv4-choice at network.vpc.ipv4: the VPC's IPv4 block is said twice (${EITHER})`,
  ],
  [
    "{ ipv4Cidr: 10.0.0.0/16, additionalIpv4Cidrs: { more: {} } }",
    'model/ipv4-choice at network.vpc.additionalIpv4Cidrs.more: IPv4 block "more" is not said (write either cidr or ipam)',
  ],
  [
    `{ ipv4Cidr: 10.0.0.0/16, additionalIpv4Cidrs: { more: { cidr: 10.1.0.0/16, ipam: { ${POOL}, cidr: 10.1.0.0/16 } } } }`,
    'model/ipv4-choice at network.vpc.additionalIpv4Cidrs.more: IPv4 block "more" is said twice (write either cidr or ipam)',
  ],
  [
    `{ ipv4: { ipam: { ${POOL}, cidr: "2001:db8::/56" } } }`,
    'model/invalid-cidr at network.vpc.ipv4.ipam.cidr: "2001:db8::/56" is no IPv4 block (write it as "10.20.0.0/16")',
  ],
  [
    `{ ipv4: { ipam: { ${POOL} } } }`,
    'model/ipv4-choice at network.vpc.ipv4.ipam: IPv4 block "main" is not said (write either netmaskLength, and the pool chooses, or cidr)',
  ],
  [
    `{ ipv4: { ipam: { ${POOL}, cidr: 10.0.0.0/16, netmaskLength: 16 } } }`,
    'model/ipv4-choice at network.vpc.ipv4.ipam: IPv4 block "main" is said twice (write either netmaskLength, and the pool chooses, or cidr)',
  ],
  [
    `{ ipv4: { ipam: { ${POOL}, netmaskLength: 16 } }, existing: { id: vpc-0123abc, management: reference } }`,
    "model/ipv4-choice at network.vpc.ipv4.ipam.netmaskLength: the VPC was there before, and has its block (write cidr)",
  ],
  [
    "{ ipv4: { ipam: { pool: older, cidr: 10.0.0.0/16 } } }",
    'model/unknown-name at network.vpc.ipv4.ipam.pool: unknown IPAM pool "older" in network.vpc.ipv4.ipam.pool (did you mean "old"?)',
  ],
  [
    "{ ipv4: { ipam: { cidr: 10.0.0.0/16 } } }",
    "model/ipam-pool-choice at network.vpc.ipv4.ipam: a block from IPAM names no pool (write either pool, a name of ipam.pools, or poolId)",
  ],
])("%s is one mistake", (vpc, mistake) => {
  expect(tryNetworkFrom(blueprint(vpc)).diagnostics.map(textOf)).toEqual([mistake]);
});
